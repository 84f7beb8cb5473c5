"""How is a file made that a lifter asked for? Beside the turns, which wait for no long log: read as the database stands
when it is begun, then put into the outbox in one transaction with the end of its request."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar

from bot.delivery.outage import Outage, wait_for
from bot.delivery.work import Clock
from bot.domain.errors import StorageUnavailable
from bot.services.exports import Wanted
from bot.services.failure import trace
from bot.services.messages import Outgoing
from bot.services.ports import Database, Work

logger = logging.getLogger(__name__)

T = TypeVar("T")

LEASE = timedelta(minutes=5)
"""How long a request waits on PostgreSQL when the process that took it dies (on SQLite the next start frees it)."""
TRIES = 5
WAIT = timedelta(seconds=2)
IDLE_SECONDS = 5.0

Make = Callable[[Work, Wanted], Sequence[Outgoing]]
"""Reads all that is wanted, on a thread of its own, and gives the calls that bring it."""
GiveUp = Callable[[Wanted], Sequence[Outgoing]]
"""What is said of one that failed too often."""


@dataclass(frozen=True, slots=True)
class Making:
    """`read` runs a job that changes nothing on a thread of its own, on the database as it stands when it begins."""

    read: Callable[[Callable[[Work], Sequence[Outgoing]]], Awaitable[Sequence[Outgoing]]]
    make: Make
    give_up: GiveUp


class Exports:
    def __init__(self, database: Database, making: Making, clock: Clock) -> None:
        self._database = database
        self._making = making
        self._clock = clock
        self.wake = asyncio.Event()
        self.on_commit: Callable[[], None] = lambda: None
        self._outage = Outage("the database (exports)", longest=5.0)

    async def run(self) -> None:
        """Until cancelled. One file after the other: each takes the memory of a file."""
        while True:
            self.wake.clear()
            wanted = await self._however_long(self._database.run, self._claim)
            if wanted is None:
                await wait_for(self.wake, IDLE_SECONDS)
            else:
                await self._serve(wanted)

    def _claim(self, work: Work) -> Wanted | None:
        now = self._clock()
        return work.exports.claim(now, now + LEASE)

    async def _serve(self, wanted: Wanted) -> None:
        try:
            if wanted.tries >= TRIES:
                calls = self._making.give_up(wanted)
            else:
                calls = await self._however_long(self._making.read, lambda work: self._making.make(work, wanted))
            await self._however_long(
                self._database.run, lambda work: work.exports.made(wanted.id, calls, self._clock())
            )
        # The border to everything that a log can hold: one that fails must not stop the others.
        except Exception as fault:  # noqa: BLE001
            await self._later(wanted, fault)
        else:
            self.on_commit()

    async def _later(self, wanted: Wanted, fault: Exception) -> None:
        logger.error(
            "export %(export)s of chat %(chat)s cannot be made, tried again later: %(where)s",
            {"export": wanted.id, "chat": wanted.chat, "where": trace(fault)},
        )
        at = self._clock() + WAIT * (wanted.tries + 1)
        await self._however_long(self._database.run, lambda work: work.exports.again(wanted.id, at))

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
