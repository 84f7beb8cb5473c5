"""The stand-in, the coach and a person, for every journey; on SQLite and, where asked, on PostgreSQL."""

from collections.abc import AsyncIterator

import pytest

from bot.local import LocalTelegram
from tests.journeys.people import Lifter, coach_at_work, watch


@pytest.fixture
async def telegram() -> AsyncIterator[LocalTelegram]:
    local = LocalTelegram()
    await local.start()
    yield local
    await local.stop()


@pytest.fixture
async def alex(telegram: LocalTelegram, sqlite_url: str) -> AsyncIterator[Lifter]:
    """Alex, before a coach on a fresh SQLite file."""
    async for lifter in _before_a_coach(telegram, sqlite_url):
        yield lifter


@pytest.fixture
async def alex_on_both(telegram: LocalTelegram, database_url: str) -> AsyncIterator[Lifter]:
    """Alex, once on SQLite and once on PostgreSQL."""
    async for lifter in _before_a_coach(telegram, database_url):
        yield lifter


async def _before_a_coach(telegram: LocalTelegram, url: str) -> AsyncIterator[Lifter]:
    async with coach_at_work(url, telegram, reminder_tick=0.05):
        watcher = watch(url)
        yield Lifter(telegram, watcher)
        watcher.close()
