"""Is it looked at what is due when it is due, not before and not at intervals, whatever fails?"""

import asyncio
import logging
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.errors import StorageUnavailable
from bot.schedule import alarm
from bot.schedule.alarm import Alarm


def clock() -> datetime:
    return datetime.now(UTC)  # noqa: TID251 - stands where bot/app.py stands


class Rows:
    """What is due, when; each look takes what is."""

    def __init__(self, *due: float, faults: list[Exception] | None = None) -> None:
        self.begun = clock()
        self.due = [self.begun + timedelta(seconds=one) for one in due]
        self.took: list[float] = []
        self.looks = 0
        self.faults = faults or []
        self.something = asyncio.Event()

    async def look(self) -> None:
        self.looks += 1
        self.something.set()
        if self.faults:
            raise self.faults.pop(0)
        now = clock()
        self.took += [(now - one).total_seconds() for one in self.due if one <= now]
        self.due = [one for one in self.due if one > now]

    async def next_due(self) -> datetime | None:
        return min(self.due, default=None)

    async def until(self, count: int) -> None:
        async with asyncio.timeout(20):
            while len(self.took) < count:
                self.something.clear()
                await self.something.wait()


async def test_it_looks_when_something_is_due_and_only_then() -> None:
    rows = Rows(0.3, 0.6)
    ringing = Alarm(rows.look, rows.next_due, clock, seconds=60)
    ringing.start()
    await rows.until(2)
    await ringing.stop()
    assert all(late < 0.2 for late in rows.took)
    assert rows.looks <= 4


async def test_what_is_put_meanwhile_and_due_before_is_not_slept_through() -> None:
    rows = Rows(30)
    ringing = Alarm(rows.look, rows.next_due, clock, seconds=60)
    ringing.start()
    await rows.something.wait()
    soon = clock() + timedelta(seconds=0.3)
    rows.due.append(soon)
    await asyncio.to_thread(ringing.put, soon)
    ringing.put(clock() + timedelta(seconds=20))
    await rows.until(1)
    await ringing.stop()
    assert rows.took[0] < 0.2


async def test_what_nobody_told_of_is_found_between_two_looks() -> None:
    rows = Rows()
    ringing = Alarm(rows.look, rows.next_due, clock, seconds=0.2)
    ringing.start()
    await rows.something.wait()
    rows.due.append(clock())
    await rows.until(1)
    await ringing.stop()


async def test_it_goes_on_after_a_failure_and_says_so_once(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(alarm, "AGAIN", timedelta(seconds=0.05))
    caplog.set_level(logging.WARNING)
    rows = Rows(0.1, faults=[StorageUnavailable("the disk is full"), StorageUnavailable("the disk is full")])
    ringing = Alarm(rows.look, rows.next_due, clock, seconds=60)
    ringing.start()
    await rows.until(1)
    await ringing.stop()
    assert [record.getMessage() for record in caplog.records] == [
        "timers are not looked at (the disk is full); trying again until it works",
        "timers are looked at again",
    ]


async def test_told_before_it_runs_and_after_it_stopped_it_does_no_harm() -> None:
    rows = Rows()
    ringing = Alarm(rows.look, rows.next_due, clock, seconds=60)
    ringing.put(clock())
    await ringing.stop()
    ringing.start()
    await ringing.stop()
    ringing.put(clock())
