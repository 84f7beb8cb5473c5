"""Which sets could be a best? Found by leaping through an index, from one number of repetitions to the next.

A log of 50,000 sets knows perhaps thirty numbers of repetitions of a lift; only these are looked at.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    CTE,
    BigInteger,
    CompoundSelect,
    Connection,
    Select,
    TextClause,
    bindparam,
    case,
    cast,
    func,
    select,
    union_all,
)

from bot.domain.records import DayPart, Hoisted
from bot.domain.training import KeptSet
from bot.domain.units import Load, Unit, kilograms
from bot.services.bests import Trained
from bot.storage.done_sets import COMPARABLE, ELSEWHERE, NOWHERE, OWN, SETS, kept_sets
from bot.storage.tables import COUNTED, HELD, ONE, WORKING, done_sets

DONE = done_sets.c
OF_EXERCISE = DONE.exercise == bindparam("exercise")
EARLIER = DONE.day < bindparam("before_day", type_=DONE.day.type)


def _tops(index: int, kind: TextClause, name: str) -> tuple[tuple[Any, ...], CTE]:
    """The condition of one exercise in one of the two ways to count; and each effort with its heaviest load."""
    same = (OWN, DONE.exercise == bindparam(f"exercise_{index}"), kind)
    efforts = select(func.min(DONE.effort).label("effort")).where(*same).cte(f"{name}_{index}", recursive=True)
    leap = select(func.min(DONE.effort)).where(*same, DONE.effort > efforts.c.effort).scalar_subquery()
    efforts = efforts.union_all(select(leap).where(efforts.c.effort.is_not(None)))
    at = (*same, ELSEWHERE, EARLIER, DONE.effort == efforts.c.effort)
    heaviest = select(DONE.heaviness).where(*at).order_by(DONE.heaviness.desc()).limit(ONE).scalar_subquery()
    return same, select(efforts.c.effort, heaviest.label("heaviness")).cte(f"{name}_tops_{index}")


def _heaviest(index: int, kind: TextClause, name: str) -> Select[Any]:
    """The first of the heaviest sets for each effort."""
    same, tops = _tops(index, kind, name)
    first = (
        select(func.min(DONE.id))
        .where(*same, ELSEWHERE, EARLIER, DONE.effort == tops.c.effort, DONE.heaviness == tops.c.heaviness)
        .scalar_subquery()
    )
    return SETS.where(DONE.id.in_(select(first).select_from(tops)))


def _numbers(kind: TextClause, name: str) -> Select[Any]:
    _, tops = _tops(0, kind, name)
    return select(tops.c.heaviness, tops.c.effort).where(tops.c.heaviness.is_not(None))


NUMBERS = {False: _numbers(COUNTED, "reps"), True: _numbers(HELD, "held")}


@lru_cache(maxsize=64)
def _heaviest_of(exercises: int) -> CompoundSelect[Any]:
    branches = [
        _heaviest(index, kind, name) for index in range(exercises) for name, kind in (("reps", COUNTED), ("held", HELD))
    ]
    return union_all(*branches)


SINCE = select(func.min(DONE.day)).where(OWN, OF_EXERCISE, WORKING)

_names = select(func.min(DONE.exercise).label("exercise")).where(OWN, WORKING).cte("names", recursive=True)
_next = select(func.min(DONE.exercise)).where(OWN, WORKING, DONE.exercise > _names.c.exercise).scalar_subquery()
NAMES = _names.union_all(select(_next).where(_names.c.exercise.is_not(None)))
LAST_DAY = select(func.max(DONE.day)).where(OWN, WORKING, DONE.exercise == NAMES.c.exercise).scalar_subquery()
LAST_DAYS = select(NAMES.c.exercise, LAST_DAY.label("day")).where(NAMES.c.exercise.is_not(None)).cte("last_days")
LAST_SET = (
    select(func.max(DONE.id))
    .where(OWN, WORKING, DONE.exercise == LAST_DAYS.c.exercise, DONE.day == LAST_DAYS.c.day)
    .scalar_subquery()
)
EXERCISES = select(LAST_DAYS.c.exercise, LAST_SET, LAST_DAYS.c.day).order_by(LAST_DAYS.c.day.desc(), LAST_SET.desc())

SIDES = case((DONE.per_side, 2), else_=1)
DAY_PARTS = (
    select(
        DONE.day,
        DONE.bodyweight,
        DONE.load_unit,
        func.coalesce(func.sum(DONE.reps * SIDES), 0),
        func.coalesce(func.sum(DONE.seconds * SIDES), 0),
        func.coalesce(func.sum(cast(DONE.load, BigInteger) * DONE.reps * SIDES), 0),
    )
    .where(OWN, OF_EXERCISE, WORKING)
    .group_by(DONE.day, DONE.bodyweight, DONE.load_unit)
)
BELTS = (
    select(DONE.day, DONE.effort, func.max(DONE.heaviness))
    .where(OWN, OF_EXERCISE, COUNTED, DONE.bodyweight)
    .group_by(DONE.day, DONE.effort)
)
PER_KG = COMPARABLE[Unit.KG] * 1000


class SqlBests:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def heaviest(
        self,
        athlete: int,
        exercises: Sequence[str],
        *,
        before_session: int | None = None,
        before_day: date | None = None,
    ) -> Mapping[str, tuple[KeptSet, ...]]:
        asked = tuple(dict.fromkeys(exercises))
        if not asked:
            return {}
        names = {f"exercise_{index}": exercise for index, exercise in enumerate(asked)}
        outside = {"aside": before_session or NOWHERE, "before_day": before_day or date.max}
        found = kept_sets(self._connection.execute(_heaviest_of(len(asked)), {"athlete": athlete, **outside, **names}))
        return {name: tuple(one for one in found if one.done.exercise == name) for name in asked}

    def tops(self, athlete: int, exercise: str, *, timed: bool) -> tuple[tuple[Decimal, int], ...]:
        asked = {"athlete": athlete, "exercise_0": exercise, "aside": NOWHERE, "before_day": date.max}
        rows = self._connection.execute(NUMBERS[timed], asked)
        return tuple((from_heaviness(heaviness), effort) for heaviness, effort in rows)

    def since(self, athlete: int, exercise: str) -> date | None:
        return self._connection.execute(SINCE, {"athlete": athlete, "exercise": exercise}).scalar_one_or_none()

    def exercises(self, athlete: int) -> tuple[Trained, ...]:
        return tuple(Trained(*row) for row in self._connection.execute(EXERCISES, {"athlete": athlete}))

    def days(self, athlete: int, exercise: str) -> tuple[DayPart, ...]:
        rows = self._connection.execute(DAY_PARTS, {"athlete": athlete, "exercise": exercise})
        return tuple(
            DayPart(day, bodyweight, int(reps), int(seconds), _kilograms(int(moved), unit))
            for day, bodyweight, unit, reps, seconds, moved in rows
        )

    def belts(self, athlete: int, exercise: str) -> tuple[Hoisted, ...]:
        rows = self._connection.execute(BELTS, {"athlete": athlete, "exercise": exercise})
        return tuple(Hoisted(day, reps, from_heaviness(heaviness)) for day, reps, heaviness in rows)


@lru_cache(maxsize=4096)
def from_heaviness(heaviness: int) -> Decimal:
    return Decimal(heaviness) / PER_KG


def _kilograms(thousandths: int, unit: Unit | None) -> Decimal:
    """Of a sum of thousandths: it may be more than any load is."""
    return kilograms(Load(Decimal(1), unit)) * thousandths / 1000 if unit else Decimal(0)
