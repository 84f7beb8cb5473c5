"""What was done last time, on which days, and on one of them?"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import groupby
from typing import Any

from sqlalchemy import CompoundSelect, Connection, Select, bindparam, func, select, union_all

from bot.domain.training import KeptSet
from bot.services.entries import TrainingDay
from bot.storage.done_sets import ELSEWHERE, NOWHERE, OWN, ROWS_AT_ONCE, SETS, kept, kept_sets
from bot.storage.tables import STANDING, WORKING, done_sets

WITH_SETS = select(done_sets.c.day).where(OWN, STANDING).group_by(done_sets.c.day).limit(bindparam("most"))
OF_EXERCISE = done_sets.c.exercise == bindparam("exercise")
WITH_EXERCISE = (
    select(done_sets.c.day).where(OWN, OF_EXERCISE, WORKING).group_by(done_sets.c.day).limit(bindparam("most"))
)
BEFORE = done_sets.c.day < bindparam("before")
AFTER = done_sets.c.day > bindparam("after")


def _pages(days: Select[tuple[date]], sets: Select[Any]) -> tuple[Select[Any], Select[Any]]:
    """The sets of the last days before a date, and of the first after one."""
    last = days.where(BEFORE).order_by(done_sets.c.day.desc())
    first = days.where(AFTER).order_by(done_sets.c.day)
    return tuple(  # type: ignore[return-value]  # of two
        sets.where(OWN, STANDING, done_sets.c.day.in_(found)).order_by(done_sets.c.day.desc(), done_sets.c.id)
        for found in (last, first)
    )


DAYS = _pages(WITH_SETS, SETS)
DAYS_OF = _pages(WITH_EXERCISE, SETS.where(OF_EXERCISE))
ON = SETS.where(OWN, STANDING, done_sets.c.day == bindparam("on")).order_by(done_sets.c.id)
KEPT = SETS.where(OWN, STANDING, done_sets.c.id == bindparam("kept"))
EXERCISE_OF = select(done_sets.c.exercise).where(done_sets.c.id == bindparam("kept"), OWN)
EVERY = SETS.where(OWN, STANDING).order_by(done_sets.c.day, done_sets.c.id).execution_options(yield_per=ROWS_AT_ONCE)
COUNT = select(func.count()).select_from(done_sets).where(OWN, STANDING)
WARMUPS = COUNT.where(done_sets.c.warmup)


@lru_cache(maxsize=64)
def _last_time(exercises: int) -> CompoundSelect[Any]:
    """One question for several exercises: for each, its last day by the index, then the sets of that day."""
    branches = []
    for index in range(exercises):
        same = done_sets.c.exercise == bindparam(f"exercise_{index}")
        day = select(func.max(done_sets.c.day)).where(OWN, same, WORKING, ELSEWHERE).correlate(None)
        branches.append(SETS.where(OWN, same, WORKING, ELSEWHERE, done_sets.c.day == day.scalar_subquery()))
    return union_all(*branches)


class SqlHistory:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def last_time(
        self, athlete: int, exercises: Sequence[str], *, before_session: int | None = None
    ) -> Mapping[str, tuple[KeptSet, ...]]:
        asked = tuple(dict.fromkeys(exercises))
        if not asked:
            return {}
        names = {f"exercise_{index}": exercise for index, exercise in enumerate(asked)}
        rows = self._connection.execute(
            _last_time(len(asked)), {"athlete": athlete, "aside": before_session or NOWHERE, **names}
        )
        found: dict[str, list[KeptSet]] = {}
        for one in sorted(kept_sets(rows), key=lambda one: one.id):
            found.setdefault(one.done.exercise, []).append(one)
        return {exercise: tuple(sets) for exercise, sets in found.items()}

    def days(
        self, athlete: int, *, before: date | None = None, after: date | None = None, limit: int = 5
    ) -> tuple[TrainingDay, ...]:
        return self._days(DAYS, {"athlete": athlete}, before, after, limit)

    def days_of(
        self, athlete: int, exercise: str, *, before: date | None = None, after: date | None = None, limit: int = 5
    ) -> tuple[TrainingDay, ...]:
        return self._days(DAYS_OF, {"athlete": athlete, "exercise": exercise}, before, after, limit)

    def _days(
        self,
        pages: tuple[Select[Any], Select[Any]],
        whose: Mapping[str, object],
        before: date | None,
        after: date | None,
        limit: int,
    ) -> tuple[TrainingDay, ...]:
        last, first = pages
        asked = {**whose, "most": limit}
        rows = (
            self._connection.execute(last, {**asked, "before": before or date.max})
            if after is None
            else self._connection.execute(first, {**asked, "after": after})
        )
        sets = kept_sets(rows)
        return tuple(TrainingDay(day, tuple(of_day)) for day, of_day in groupby(sets, key=lambda one: one.day))

    def every(self, athlete: int) -> Iterator[KeptSet]:
        return (kept(row) for row in self._connection.execute(EVERY, {"athlete": athlete}))

    def on(self, athlete: int, day: date) -> tuple[KeptSet, ...]:
        return kept_sets(self._connection.execute(ON, {"athlete": athlete, "on": day}))

    def kept(self, athlete: int, kept: int) -> KeptSet | None:
        return next(iter(kept_sets(self._connection.execute(KEPT, {"athlete": athlete, "kept": kept}))), None)

    def exercise_of(self, athlete: int, kept: int) -> str | None:
        return self._connection.execute(EXERCISE_OF, {"athlete": athlete, "kept": kept}).scalar_one_or_none()

    def count(self, athlete: int) -> int:
        return self._connection.execute(COUNT, {"athlete": athlete}).scalar_one()

    def warmups(self, athlete: int) -> int:
        return self._connection.execute(WARMUPS, {"athlete": athlete}).scalar_one()
