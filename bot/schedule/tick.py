"""How often are reminders looked at? Every few seconds; one look at a time, and a late one makes up for those missed.

Not one job a person: a job store forgets, fires twice or is late where a row cannot.
"""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.schedule.fault import Failing

WATCHED = 2
"""Ticks between two looks at whether they come at all."""


class Ticker:
    """Calls `look` every `seconds`, until stopped. A look that fails is made again; the log has a line for each change
    of why."""

    def __init__(self, look: Callable[[], Awaitable[None]], seconds: float, *, what: str = "reminders") -> None:
        self._look = look
        self._failing = Failing(what)
        self._seconds = seconds
        self._scheduler = AsyncIOScheduler(timezone=UTC)
        self._job = self._scheduler.add_job(
            self._tick, "interval", seconds=seconds, max_instances=1, coalesce=True, misfire_grace_time=None
        )
        self._awaited: datetime | None = None
        self._watching: asyncio.TimerHandle | None = None

    async def _tick(self) -> None:
        try:
            await self._look()
        except asyncio.CancelledError:
            return  # stopped in the middle of a look, which APScheduler would log as an error
        # The border to APScheduler, which would log a traceback at every tick.
        except Exception as fault:  # noqa: BLE001
            self._failing.failed(fault)
        else:
            self._failing.works()

    def start(self) -> None:
        self._scheduler.start()
        self._watch()

    def _watch(self) -> None:
        """APScheduler waits for a time of day: where the clock was set back by hours, it would wait for hours."""
        if self._job.next_run_time == self._awaited:
            self._job.reschedule("interval", seconds=self._seconds)
        self._awaited = self._job.next_run_time
        self._watching = asyncio.get_running_loop().call_later(WATCHED * self._seconds, self._watch)

    def stop(self) -> None:
        if self._watching is not None:
            self._watching.cancel()
        self._scheduler.shutdown(wait=False)
