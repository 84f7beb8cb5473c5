"""How is what is due pushed? Many in one transaction; after a failure each in its own, so that one stops no other."""

import logging
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TypeAlias

from bot.domain.athlete import Athlete
from bot.domain.errors import StorageUnavailable
from bot.schedule.fault import where
from bot.services.ports import Database, Reminder, Work
from bot.services.remind import Pushed

logger = logging.getLogger(__name__)

AT_ONCE = 200
"""Pushes written in one transaction: few enough that an answer waits a moment at most."""

Push: TypeAlias = Callable[[Work, Reminder, Athlete, datetime], Pushed]
Leave: TypeAlias = Callable[[Work, Reminder, Athlete, datetime], None]


class Batch:
    """What is due, in one transaction. After a failure `current` is the one that raised."""

    def __init__(self, push: Push, now: datetime, limit: int) -> None:
        self._push = push
        self._now = now
        self._limit = limit
        self.due: Sequence[tuple[Reminder, Athlete]] = ()
        self.current: tuple[Reminder, Athlete] | None = None
        self.pushed: list[Pushed] = []

    def __call__(self, work: Work) -> None:
        self.due = work.reminders.due(self._now, self._limit)
        for one in self.due:
            self.current = one
            self.pushed.append(self._push(work, *one, self._now))
        self.current = None


class Pushes:
    """`push` serves one reminder; `pass_over` leaves one that cannot be served until its next day."""

    def __init__(
        self,
        database: Database,
        push: Push,
        pass_over: Leave,
        clock: Callable[[], datetime],
        *,
        on_commit: Callable[[Sequence[Pushed]], None],
    ) -> None:
        self._database = database
        self._push = push
        self._pass_over = pass_over
        self._clock = clock
        self._on_commit = on_commit

    async def look(self) -> None:
        """Until nothing is due. Raises StorageUnavailable, and what keeps even one alone from being looked at."""
        alone = 0
        while True:
            batch = Batch(self._push, self._clock(), 1 if alone else AT_ONCE)
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
                self._on_commit(batch.pushed)
            alone = max(alone - 1, 0)

    async def _leave(self, reminder: Reminder, athlete: Athlete, fault: Exception) -> None:
        logger.error(
            "reminder %(reminder)s of athlete %(athlete)s cannot be pushed and is left until its next day (%(where)s)",
            {"reminder": reminder.id, "athlete": athlete.id, "where": where(fault)},
        )
        now = self._clock()
        await self._database.run(lambda work: self._pass_over(work, reminder, athlete, now))
