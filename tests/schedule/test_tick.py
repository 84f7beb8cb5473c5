"""Is it looked at what is due again and again, and quietly, whatever happens?"""

import asyncio
import logging
from datetime import datetime, timedelta, tzinfo
from typing import Self

import pytest
from apscheduler.schedulers import base

from bot.domain.errors import StorageUnavailable
from bot.schedule.tick import Ticker

OFTEN = 0.01


class Looks:
    """Fails as often as told, then works; `enough` is set at the last of so many looks."""

    def __init__(self, faults: list[Exception | None], *, looks: int) -> None:
        self._faults = faults
        self._left = looks
        self.enough = asyncio.Event()

    async def look(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self.enough.set()
        fault = self._faults.pop(0) if self._faults else None
        if fault is not None:
            raise fault


async def ticked(faults: list[Exception | None], *, looks: int) -> None:
    looked = Looks(faults, looks=looks)
    ticker = Ticker(looked.look, OFTEN)
    ticker.start()
    try:
        async with asyncio.timeout(10):
            await looked.enough.wait()
    finally:
        ticker.stop()


async def test_it_looks_until_it_is_stopped() -> None:
    await ticked([], looks=3)


async def test_a_look_that_fails_is_made_again(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING)
    away = StorageUnavailable("the disk is full")
    await ticked([away, away, KeyError("what somebody wrote"), KeyError("and again"), None], looks=7)
    said = [record.getMessage() for record in caplog.records]
    assert [line.partition(".py")[0] for line in said] == [
        "reminders are not looked at (the disk is full); trying again until it works",
        "reminders are not looked at (KeyError at tick",
        "reminders are looked at again",
    ]
    assert not [record for record in caplog.records if record.exc_info]
    assert "somebody" not in caplog.text


async def test_a_clock_that_is_set_back_stops_no_ticks(monkeypatch: pytest.MonkeyPatch) -> None:
    ahead = timedelta(hours=2)
    before, after = asyncio.Event(), asyncio.Event()

    class Clock(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Self:
            now = datetime.now(tz) + ahead  # noqa: TID251 - stands where APScheduler reads the time
            return cls.fromtimestamp(now.timestamp(), tz)

    async def look() -> None:
        (after if ahead == timedelta(0) else before).set()

    monkeypatch.setattr(base, "datetime", Clock)
    ticker = Ticker(look, OFTEN)
    ticker.start()
    async with asyncio.timeout(10):
        await before.wait()
        ahead = timedelta(0)
        await after.wait()
    ticker.stop()


async def test_one_look_at_a_time() -> None:
    under_way, most = 0, 0
    enough = asyncio.Event()

    async def look() -> None:
        nonlocal under_way, most
        under_way += 1
        most = max(most, under_way)
        await asyncio.sleep(5 * OFTEN)
        under_way -= 1
        if most and not under_way:
            enough.set()

    logging.getLogger("apscheduler").setLevel(logging.ERROR)
    ticker = Ticker(look, OFTEN)
    ticker.start()
    async with asyncio.timeout(10):
        await enough.wait()
    ticker.stop()
    assert most == 1


async def test_stopped_in_the_middle_of_a_look_it_ends_quietly(caplog: pytest.LogCaptureFixture) -> None:
    begun, ended = asyncio.Event(), asyncio.Event()

    async def look() -> None:
        begun.set()
        try:
            await asyncio.sleep(60)
        finally:
            ended.set()

    ticker = Ticker(look, 5.0)
    ticker._scheduler.add_job(ticker._tick)
    ticker.start()
    async with asyncio.timeout(10):
        await begun.wait()
        ticker.stop()
        await ended.wait()
    for _ in range(5):
        await asyncio.sleep(0)
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]
