"""The stand-in for Telegram."""

from collections.abc import AsyncIterator

import pytest

from bot.local import LocalTelegram


@pytest.fixture
async def telegram() -> AsyncIterator[LocalTelegram]:
    local = LocalTelegram()
    await local.start()
    yield local
    await local.stop()
