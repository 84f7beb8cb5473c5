"""How is what a lifter asked for made, a file or a picture? Beside the turns, which wait for neither: read as the
database stands when it is begun, then put into the outbox in one transaction with the end of its order."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import TypeVar

from bot.delivery.outage import Outage, wait_for
from bot.delivery.work import Clock
from bot.domain.errors import StorageUnavailable
from bot.services.failure import trace
from bot.services.messages import Outgoing
from bot.services.orders import Lane, Wanted
from bot.services.ports import Database, Work

logger = logging.getLogger(__name__)

T = TypeVar("T")

LEASE = timedelta(minutes=5)
"""How long an order waits on PostgreSQL when the process that took it dies (on SQLite the next start frees it)."""
TRIES = 5
WAIT = timedelta(seconds=2)
IDLE_SECONDS = 5.0

Make = Callable[[Work, Wanted], Sequence[Outgoing]]
"""Reads all that is wanted, on a thread of its own, and gives the calls that bring it."""
GiveUp = Callable[[Wanted], Sequence[Outgoing]]
"""What is said of one that failed too often."""


@dataclass(frozen=True, slots=True)
class Making:
    """`read` runs a job that changes nothing on a thread of its own, on the database as it stands when it begins; of
    two jobs neither waits for the other. `make` has an entry for each lane that is served."""

    read: Callable[[Callable[[Work], Sequence[Outgoing]]], Awaitable[Sequence[Outgoing]]]
    make: Mapping[Lane, Make]
    give_up: GiveUp


class Orders:
    def __init__(self, database: Database, making: Making, clock: Clock) -> None:
        self._database = database
        self._making = making
        self._clock = clock
        self._busy: dict[Lane, asyncio.Task[None]] = {}
        self.wake = asyncio.Event()
        self.on_commit: Callable[[], None] = lambda: None
        self._outage = Outage("the database (orders)", longest=5.0)

    async def run(self) -> None:
        """Until cancelled. In a lane one after the other: each takes the memory of a file."""
        async with asyncio.TaskGroup() as under_way:
            while True:
                self.wake.clear()
                wanted = await self._however_long(self._database.run, self._claim)
                if wanted is None:
                    await wait_for(self.wake, IDLE_SECONDS)
                else:
                    lane = wanted.order.lane
                    self._busy[lane] = under_way.create_task(self._serve(wanted))
                    self._busy[lane].add_done_callback(partial(self._free, lane))

    def _free(self, lane: Lane, _: asyncio.Task[None]) -> None:
        del self._busy[lane]
        self.wake.set()

    def _claim(self, work: Work) -> Wanted | None:
        now = self._clock()
        free = [lane for lane in self._making.make if lane not in self._busy]
        return work.orders.claim(free, now, now + LEASE) if free else None

    async def _serve(self, wanted: Wanted) -> None:
        try:
            calls = await self._calls(wanted)
            await self._however_long(self._database.run, lambda work: work.orders.made(wanted.id, calls, self._clock()))
        # The border to everything that a log can hold: one that fails must not stop the others.
        except Exception as fault:  # noqa: BLE001
            await self._later(wanted, fault)
        else:
            self.on_commit()

    async def _calls(self, wanted: Wanted) -> Sequence[Outgoing]:
        until = wanted.order.until
        if until is not None and self._clock() > until:
            return ()
        if wanted.tries >= TRIES:
            return self._making.give_up(wanted)
        make = self._making.make[wanted.order.lane]
        return await self._however_long(self._making.read, lambda work: make(work, wanted))

    async def _later(self, wanted: Wanted, fault: Exception) -> None:
        logger.error(
            "%(lane)s %(order)s of chat %(chat)s cannot be made, tried again later: %(where)s",
            {"lane": wanted.order.lane, "order": wanted.id, "chat": wanted.order.chat, "where": trace(fault)},
        )
        at = self._clock() + WAIT * (wanted.tries + 1)
        await self._however_long(self._database.run, lambda work: work.orders.again(wanted.id, at))

    async def _however_long(self, run: Callable[[Callable[[Work], T]], Awaitable[T]], job: Callable[[Work], T]) -> T:
        """However long the database is away."""
        while True:
            try:
                done = await run(job)
            except StorageUnavailable as away:
                await asyncio.sleep(self._outage.failed(str(away)))
            else:
                self._outage.over()
                return done
