"""Which sets came from a file, and what is in the log already of a file's days?"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from itertools import islice

from sqlalchemy import Connection, and_, bindparam, exists, func, insert, or_, select

from bot.services.imports import Import, ImportedSet, LogSet
from bot.storage.done_sets import COLUMNS, OWN, columns_of, kept
from bot.storage.keys import new_key
from bot.storage.tables import ONE, STANDING, athletes, done_sets, entries, imports

AT_ONCE = 2000
"""Rows in one statement: so many are in memory."""

IMPORT_STANDS = exists().where(entries.c.id == done_sets.c.entry_id, entries.c.undone_at.is_(None))
IMPORTED = and_(OWN, done_sets.c.fingerprint.is_not(None), or_(done_sets.c.undone_at.is_(None), IMPORT_STANDS))
OF_DAYS = done_sets.c.day.between(bindparam("since"), bindparam("until"))
LOCK = select(athletes.c.id).where(athletes.c.id == bindparam("athlete")).with_for_update()
FINGERPRINTS = select(done_sets.c.fingerprint, done_sets.c.id).where(IMPORTED)
NEAR = (
    select(*COLUMNS, done_sets.c.fingerprint, done_sets.c.lift_in_file)
    .where(OWN, OF_DAYS, or_(done_sets.c.undone_at.is_(None), IMPORTED))
    .order_by(done_sets.c.id)
)
DAYS = select(done_sets.c.day, func.count()).where(OWN, OF_DAYS, STANDING).group_by(done_sets.c.day)
EXERCISES = select(done_sets.c.exercise).where(OWN, STANDING).distinct()
ENTER = insert(entries)
NAME = insert(imports)
KEEP = insert(done_sets)
KEPT = (
    select(imports.c.entry_id, imports.c.app, imports.c.sets, entries.c.kept_at)
    .join(entries, entries.c.id == imports.c.entry_id)
    .where(imports.c.athlete_id == bindparam("athlete"), STANDING)
)
NEWEST = KEPT.order_by(imports.c.entry_id.desc()).limit(ONE)
WARMUPS = (
    select(func.count()).select_from(done_sets).where(done_sets.c.entry_id == bindparam("entry"), done_sets.c.warmup)
)
ONE_OF_THEM = KEPT.where(imports.c.entry_id == bindparam("entry"))


class SqlImports:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def begin(self, athlete: int) -> None:
        self._connection.execute(LOCK, {"athlete": athlete})

    def fingerprints(self, athlete: int) -> Mapping[int, int]:
        rows = self._connection.execute(FINGERPRINTS, {"athlete": athlete})
        return {fingerprint: number for fingerprint, number in rows}

    def near(self, athlete: int, *, since: date, until: date) -> Sequence[LogSet]:
        rows = self._connection.execute(NEAR, {"athlete": athlete, "since": since, "until": until})
        return [LogSet(kept(row[:-2]), *row[-2:]) for row in rows]

    def days(self, athlete: int, *, since: date, until: date) -> Mapping[date, int]:
        rows = self._connection.execute(DAYS, {"athlete": athlete, "since": since, "until": until})
        return {day: sets for day, sets in rows}

    def exercises(self, athlete: int) -> Sequence[str]:
        return self._connection.execute(EXERCISES, {"athlete": athlete}).scalars().all()

    def keep(self, athlete: int, app: str, sets: Iterable[ImportedSet], count: int, now: datetime) -> Import:
        entry = new_key(self._connection.execute(ENTER, {"athlete_id": athlete, "kept_at": now}))
        self._connection.execute(NAME, {"entry_id": entry, "athlete_id": athlete, "app": app, "sets": count})
        rows = (_row(athlete, entry, one) for one in sets)
        while some := list(islice(rows, AT_ONCE)):
            self._connection.execute(KEEP, some)
        return Import(entry, app, count, now)

    def newest(self, athlete: int) -> Import | None:
        row = self._connection.execute(NEWEST, {"athlete": athlete}).one_or_none()
        return None if row is None else Import(*row)

    def warmups(self, entry: int) -> int:
        return self._connection.execute(WARMUPS, {"entry": entry}).scalar_one()

    def find(self, athlete: int, entry: int) -> Import | None:
        row = self._connection.execute(ONE_OF_THEM, {"athlete": athlete, "entry": entry}).one_or_none()
        return None if row is None else Import(*row)


def _row(athlete: int, entry: int, one: ImportedSet) -> dict[str, object]:
    kept = {"athlete_id": athlete, "entry_id": entry, "performed_at": one.at, "day": one.day}
    which = {"fingerprint": one.print.content, "lift_in_file": one.print.lift}
    return {**kept, **which, **columns_of(one.done)}
