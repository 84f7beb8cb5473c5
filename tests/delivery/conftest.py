"""What do all tests of delivery share? A loopback Telegram."""

import socket
from collections.abc import AsyncIterator

import pytest

from bot.local.server import LocalTelegram


@pytest.fixture
async def telegram() -> AsyncIterator[LocalTelegram]:
    telegram = LocalTelegram()
    await telegram.start()
    yield telegram
    await telegram.stop()


@pytest.fixture
def free_port() -> int:
    """A port that nobody listens on just now."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])
