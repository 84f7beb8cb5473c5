"""A maintainer, and the coach that knows them as one."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import replace
from typing import Any

from bot.app import running
from bot.delivery.run import Delivery
from bot.local import LocalTelegram
from bot.storage.database import SqlDatabase
from tests.journeys.people import Lifter, coach, local_settings, watch


@asynccontextmanager
async def maintained(telegram: LocalTelegram, url: str, **more: Any) -> AsyncIterator[Delivery]:
    """The coach at work, with Alex for a maintainer."""
    known = replace(coach(), admins=frozenset({telegram.person("Alex").id}))
    settings = local_settings(url, **{"reminder_tick": 0.05, **more})
    async with running(settings, telegram.token, telegram.url, known) as delivery:
        yield delivery


@contextmanager
def watching(url: str) -> Iterator[SqlDatabase]:
    watcher = watch(url)
    yield watcher
    watcher.close()


async def everybody(telegram: LocalTelegram, watcher: SqlDatabase, *names: str) -> list[Lifter]:
    """They all said hello."""
    lifters = [Lifter(telegram, watcher, name) for name in names]
    for lifter in lifters:
        await lifter.says("/start")
    return lifters
