"""The stand-in, the coach and a person, for every journey; on SQLite and, where asked, on PostgreSQL."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.local import LocalTelegram
from tests.journeys.people import Lifter, coach_at_work, sqlite_url, watch


@pytest.fixture
async def telegram() -> AsyncIterator[LocalTelegram]:
    local = LocalTelegram()
    await local.start()
    yield local
    await local.stop()


@pytest.fixture
async def alex(telegram: LocalTelegram, tmp_path: Path) -> AsyncIterator[Lifter]:
    """Alex, before a coach on a fresh SQLite file."""
    url = sqlite_url(tmp_path)
    async with coach_at_work(url, telegram):
        watcher = watch(url)
        yield Lifter(telegram, watcher)
        watcher.close()
