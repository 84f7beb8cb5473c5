"""When does the next timer ring? Slept until then, or until a set is kept whose rest ends before.

The database is asked for the next instant, not at intervals. What another process put, and did not live to ring, is
found within `seconds`.
"""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from bot.schedule.fault import Failing

AGAIN = timedelta(seconds=2)
"""After a failure."""


class Alarm:
    """Calls `look` when something is due. `next_due` asks for the next instant."""

    def __init__(
        self,
        look: Callable[[], Awaitable[None]],
        next_due: Callable[[], Awaitable[datetime | None]],
        clock: Callable[[], datetime],
        seconds: float,
    ) -> None:
        self._look = look
        self._next_due = next_due
        self._clock = clock
        self._seconds = seconds
        self._next: datetime | None = None
        self._earlier = asyncio.Event()
        self._failing = Failing("timers")
        self._loop: asyncio.AbstractEventLoop | None = None
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._task = asyncio.create_task(self._run())

    async def stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    def put(self, due: datetime) -> None:
        """From any thread: something is due then, once the transaction under way is committed."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._hear, due)

    def _hear(self, due: datetime) -> None:
        if self._next is None or due < self._next:
            self._next = due
            self._earlier.set()

    async def _run(self) -> None:
        while True:
            if (wait := self._until_next()) is not None and wait <= 0:
                self._next = None
            try:
                await self._look()
                found = await self._next_due()
            # The border to all that a timer says: the clock goes on, whatever fails.
            except Exception as fault:  # noqa: BLE001
                self._failing.failed(fault)
                found = self._clock() + AGAIN
            else:
                self._failing.works()
            if found is not None:
                self._hear(found)
            await self._sleep()

    async def _sleep(self) -> None:
        """Until the next instant, which may come to be an earlier one, at most the seconds between two looks."""
        try:
            async with asyncio.timeout(self._seconds):
                while (wait := self._until_next()) is None or wait > 0:
                    self._earlier.clear()
                    await self._wait(wait)
        except TimeoutError:
            return

    def _until_next(self) -> float | None:
        return None if self._next is None else (self._next - self._clock()).total_seconds()

    async def _wait(self, seconds: float | None) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self._earlier.wait()
        except TimeoutError:
            return
