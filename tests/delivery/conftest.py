"""What do all tests of delivery share? A loopback Telegram and a database of their own."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.local.server import LocalTelegram
from bot.storage.database import SqlDatabase, open_database


@pytest.fixture
async def telegram() -> AsyncIterator[LocalTelegram]:
    telegram = LocalTelegram()
    await telegram.start()
    yield telegram
    await telegram.stop()


@pytest.fixture
def database(tmp_path: Path) -> Iterator[SqlDatabase]:
    database = open_database(f"sqlite:///{tmp_path / 'coach.db'}")
    database.migrate()
    yield database
    database.close()
