"""How is what is due pushed? Some in one transaction; after a failure each in its own, so that one stops no other."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Generic, Protocol, TypeVar

from bot.domain.athlete import Athlete
from bot.domain.errors import StorageUnavailable
from bot.schedule.fault import where
from bot.services.ports import Database, Work

logger = logging.getLogger(__name__)

AT_ONCE = 10
"""Pushes written in one transaction: few enough that an answer waits a moment at most."""


class Due(Protocol):
    @property
    def id(self) -> int | str: ...
    @property
    def athlete(self) -> int: ...


One = TypeVar("One", bound=Due)
Done = TypeVar("Done")
"""What became of one of them."""
Find = Callable[[Work, datetime, int], Sequence[tuple[One, Athlete]]]
"""So many at most of what is due, locked against other claimers, the soonest first."""
Deed = Callable[[Work, One, Athlete, datetime], Done]


class Batch(Generic[One, Done]):
    """What is due, in one transaction. After a failure `current` is the one that raised."""

    def __init__(self, find: Find[One], push: Deed[One, Done], now: datetime, limit: int) -> None:
        self._find = find
        self._push = push
        self._now = now
        self._limit = limit
        self.due: Sequence[tuple[One, Athlete]] = ()
        self.current: tuple[One, Athlete] | None = None
        self.done: list[Done] = []

    def __call__(self, work: Work) -> None:
        self.due = self._find(work, self._now, self._limit)
        for one in self.due:
            self.current = one
            self.done.append(self._push(work, *one, self._now))
        self.current = None


class Pushes(Generic[One, Done]):
    """`find` says what is due, `push` serves one of them; `pass_over` leaves one that cannot be served. After `at_once`
    of them in one transaction the next begins no sooner than `pause` seconds after it began."""

    def __init__(
        self,
        database: Database,
        find: Find[One],
        push: Deed[One, Done],
        pass_over: Deed[One, None],
        clock: Callable[[], datetime],
        *,
        on_commit: Callable[[Sequence[Done]], None],
        at_once: int = AT_ONCE,
        pause: float = 0.0,
    ) -> None:
        self._find = find
        self._at_once = at_once
        self._pause = pause
        self._database = database
        self._push = push
        self._pass_over = pass_over
        self._clock = clock
        self._on_commit = on_commit

    async def look(self) -> None:
        """Until nothing is due. Raises StorageUnavailable, and what keeps even one alone from being looked at."""
        alone = 0
        while True:
            begun = asyncio.get_running_loop().time()
            batch = Batch(self._find, self._push, self._clock(), 1 if alone else self._at_once)
            try:
                await self._database.run(batch)
            except StorageUnavailable:
                raise
            # The border to everything that a push is made of: one that fails must not stop the others.
            except Exception as fault:
                if not alone:
                    alone = len(batch.due) or 1
                    continue
                if batch.current is None:  # no reminder's fault
                    raise
                await self._leave(*batch.current, fault)
            else:
                if not batch.due:
                    return
                await self._committed(batch.done, begun)
            alone = max(alone - 1, 0)

    async def _committed(self, done: Sequence[Done], begun: float) -> None:
        self._on_commit(done)
        if len(done) >= self._at_once:
            await asyncio.sleep(max(begun + self._pause - asyncio.get_running_loop().time(), 0.0))

    async def _leave(self, one: One, athlete: Athlete, fault: Exception) -> None:
        logger.error(
            "%(what)s %(number)s of athlete %(athlete)s cannot be pushed and is passed over (%(where)s)",
            {"what": type(one).__name__.lower(), "number": one.id, "athlete": athlete.id, "where": where(fault)},
        )
        now = self._clock()
        await self._database.run(lambda work: self._pass_over(work, one, athlete, now))
