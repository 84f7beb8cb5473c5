"""What do all tests of delivery share? A loopback Telegram."""

from collections.abc import AsyncIterator

import pytest

from bot.local.server import LocalTelegram


@pytest.fixture
async def telegram() -> AsyncIterator[LocalTelegram]:
    telegram = LocalTelegram()
    await telegram.start()
    yield telegram
    await telegram.stop()
