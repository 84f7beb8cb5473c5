"""What was done last time, on which days, and on one of them?"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache
from itertools import groupby
from typing import Any

from sqlalchemy import CompoundSelect, Connection, Select, and_, bindparam, func, select, true, union_all

from bot.coaching.progression.shapes import Bout
from bot.domain.training import GaveOut, KeptSet, RepRange
from bot.services.entries import TrainingDay
from bot.storage.done_sets import COLUMNS, ELSEWHERE, NOWHERE, OWN, ROWS_AT_ONCE, SETS, kept, kept_sets
from bot.storage.tables import STANDING, WORKING, done_sets, session_items, sessions, swapped_lifts

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
NUMBER, SESSION, DAY, EXERCISE = (
    COLUMNS.index(column) for column in (done_sets.c.id, done_sets.c.session_id, done_sets.c.day, done_sets.c.exercise)
)
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


ASKED = (
    *(
        func.coalesce(session_items.c[name], swapped_lifts.c[name])
        for name in ("reps_low", "reps_high", "sets", "gave_out")
    ),
    sessions.c.light,
    sessions.c.deload,
)
WITH_ASKED = select(*COLUMNS, *ASKED).select_from(
    done_sets.outerjoin(sessions, sessions.c.id == done_sets.c.session_id)
    .outerjoin(
        session_items,
        and_(
            session_items.c.session_id == done_sets.c.session_id,
            session_items.c.position == done_sets.c.position,
            session_items.c.exercise == done_sets.c.exercise,
        ),
    )
    .outerjoin(
        swapped_lifts,
        and_(
            swapped_lifts.c.session_id == done_sets.c.session_id,
            swapped_lifts.c.exercise == done_sets.c.exercise,
        ),
    )
)
"""By its session; where another lift took its place in it, as it was asked before that."""


@lru_cache(maxsize=64)
def _bouts(exercises: int) -> CompoundSelect[Any]:
    """For each exercise its last days by the index, then the sets of these days and what was asked of them."""
    branches = []
    for index in range(exercises):
        same = done_sets.c.exercise == bindparam(f"exercise_{index}")
        days = select(done_sets.c.day).where(OWN, same, WORKING, ELSEWHERE).group_by(done_sets.c.day)
        last = days.order_by(done_sets.c.day.desc()).limit(bindparam("most")).correlate(None)
        branches.append(WITH_ASKED.where(OWN, same, WORKING, ELSEWHERE, done_sets.c.day.in_(last)))
    return union_all(*branches)


HARD_DAYS = (
    select(done_sets.c.day)
    .select_from(done_sets.outerjoin(sessions, sessions.c.id == done_sets.c.session_id))
    .where(
        OWN,
        WORKING,
        done_sets.c.exercise.in_(bindparam("exercises", expanding=True)),
        done_sets.c.day >= bindparam("since"),
        sessions.c.light.is_not(true()),
    )
    .group_by(done_sets.c.day)
)

THEIRS = (
    OWN,
    WORKING,
    done_sets.c.session_id.is_(None),
    done_sets.c.day >= bindparam("first"),
    BEFORE,
    done_sets.c.performed_at >= bindparam("moment", type_=done_sets.c.performed_at.type),
)
LAST_IN_WORDS = (
    select(done_sets.c.day)
    .where(*THEIRS)
    .group_by(done_sets.c.day)
    .order_by(done_sets.c.day.desc())
    .limit(bindparam("most"))
)
IN_WORDS = (
    select(done_sets.c.day, done_sets.c.exercise)
    .where(*THEIRS, done_sets.c.day.in_(LAST_IN_WORDS))
    .group_by(done_sets.c.day, done_sets.c.exercise)
    .order_by(done_sets.c.day)
)


def _in_bouts(rows: Sequence[Sequence[Any]]) -> tuple[Bout, ...]:
    """The sets of an exercise by their days, the newest first; those of a session that went on past midnight, or on a
    later day, are one."""
    begun: dict[int, date] = {}
    for row in rows:
        if row[SESSION] is not None:
            begun[row[SESSION]] = min(row[DAY], begun.get(row[SESSION], row[DAY]))
    days: dict[date, list[Sequence[Any]]] = {}
    for row in rows:
        days.setdefault(begun.get(row[SESSION], row[DAY]), []).append(row)
    bouts = (_bout(days[day]) for day in sorted(days, reverse=True))
    return tuple(sorted(bouts, key=lambda bout: bout.day, reverse=True))


def _bout(rows: Sequence[Sequence[Any]]) -> Bout:
    """The sets of one day, or of a session and its last day. What was asked is what the last session of it asked for
    that has the exercise."""
    sets = kept_sets(row[: len(COLUMNS)] for row in rows)
    asked: tuple[RepRange | None, int | None, GaveOut | None] = (None, None, None)
    for row in rows:
        low, high, count, gave_out, *_ = row[len(COLUMNS) :]
        if low is not None:
            asked = (RepRange(low, high), count, gave_out)
    reps, count, gave_out = asked
    if reps is None or all((one.done.reps or one.done.seconds or 0) >= reps.low for one in sets):
        gave_out = None  # the set that fell short was taken back, or changed
    deload = any(row[-1] for row in rows)
    light = deload or any(row[-2] for row in rows)
    done = tuple(one.done for one in sets)
    return Bout(max(one.day for one in sets), done, reps, count, light, gave_out, short=light and not deload)


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

    def bouts(
        self, athlete: int, exercises: Sequence[str], *, limit: int, before_session: int | None = None
    ) -> Mapping[str, tuple[Bout, ...]]:
        asked = tuple(dict.fromkeys(exercises))
        if not asked:
            return {}
        names = {f"exercise_{index}": exercise for index, exercise in enumerate(asked)}
        rows = self._connection.execute(
            _bouts(len(asked)),
            {"athlete": athlete, "aside": before_session or NOWHERE, "most": limit, **names},
        ).all()
        found: dict[str, list[Sequence[Any]]] = {}
        for row in sorted(rows, key=lambda row: row[NUMBER]):
            found.setdefault(row[EXERCISE], []).append(row)
        return {exercise: _in_bouts(rows) for exercise, rows in found.items()}

    def hard_days(self, athlete: int, exercises: Collection[str], since: date) -> frozenset[date]:
        asked = {"athlete": athlete, "exercises": list(exercises), "since": since}
        return frozenset(self._connection.execute(HARD_DAYS, asked).scalars())

    def in_words(
        self, athlete: int, first: date, before: date, since: datetime, *, limit: int
    ) -> Mapping[date, frozenset[str]]:
        asked = {"athlete": athlete, "first": first, "before": before, "moment": since, "most": limit}
        found: dict[date, set[str]] = {}
        for day, exercise in self._connection.execute(IN_WORDS, asked):
            found.setdefault(day, set()).add(exercise)
        return {day: frozenset(exercises) for day, exercises in found.items()}

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
