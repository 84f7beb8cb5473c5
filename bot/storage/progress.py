"""How did it go, in a few numbers a day? Added up by the database: none of these reads more rows than it tells."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import Connection, bindparam, func, select

from bot.services.progress import DayTop, Practised
from bot.storage.bests import from_heaviness
from bot.storage.done_sets import OWN
from bot.storage.tables import STANDING, WORKING, done_sets

DONE = done_sets.c
COUNT = func.count()
PRACTISED = (
    select(DONE.exercise, func.max(DONE.id), COUNT, func.min(DONE.day), func.max(DONE.day))
    .where(OWN, WORKING)
    .group_by(DONE.exercise)
    .order_by(COUNT.desc(), DONE.exercise)
)
TIMED = DONE.reps.is_(None)
TOPS = (
    select(DONE.day, DONE.bodyweight, TIMED, DONE.effort, func.max(DONE.heaviness))
    .where(OWN, WORKING, DONE.exercise == bindparam("exercise"))
    .group_by(DONE.day, DONE.bodyweight, TIMED, DONE.effort)
    .order_by(DONE.day)
)
BETWEEN = DONE.day.between(bindparam("first"), bindparam("last"))
HARD_SETS = select(DONE.day, DONE.exercise, COUNT).where(OWN, WORKING, BETWEEN).group_by(DONE.day, DONE.exercise)
DAYS = select(DONE.day).where(OWN, WORKING, BETWEEN).distinct()
HARD_DAYS = select(func.count(DONE.day.distinct())).where(OWN, WORKING, DONE.day <= bindparam("last"))
BEGUN = select(func.min(DONE.day)).where(OWN, STANDING)


class SqlProgress:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def practised(self, athlete: int) -> tuple[Practised, ...]:
        return tuple(Practised(*row) for row in self._connection.execute(PRACTISED, {"athlete": athlete}))

    def tops(self, athlete: int, exercise: str) -> tuple[DayTop, ...]:
        rows = self._connection.execute(TOPS, {"athlete": athlete, "exercise": exercise})
        return tuple(
            DayTop(day, bodyweight, bool(timed), effort, None if heaviest is None else from_heaviness(heaviest))
            for day, bodyweight, timed, effort, heaviest in rows
        )

    def hard_sets(self, athlete: int, first: date, last: date) -> Mapping[date, Mapping[str, int]]:
        found: dict[date, dict[str, int]] = {}
        for day, exercise, sets in self._connection.execute(
            HARD_SETS, {"athlete": athlete, "first": first, "last": last}
        ):
            found.setdefault(day, {})[exercise] = sets
        return found

    def days(self, athlete: int, first: date, last: date) -> frozenset[date]:
        asked = {"athlete": athlete, "first": first, "last": last}
        return frozenset(self._connection.execute(DAYS, asked).scalars())

    def hard_days(self, athlete: int, last: date) -> int:
        count: int = self._connection.execute(HARD_DAYS, {"athlete": athlete, "last": last}).scalar_one()
        return count

    def begun(self, athlete: int) -> date | None:
        day: date | None = self._connection.execute(BEGUN, {"athlete": athlete}).scalar_one()
        return day
