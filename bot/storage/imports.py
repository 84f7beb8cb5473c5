"""Which sets came from a file, and what is in the log already of a file's days?"""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime
from itertools import islice

from sqlalchemy import Connection, bindparam, insert, select

from bot.services.imports import Import, ImportedSet, Standing
from bot.storage.done_sets import columns_of
from bot.storage.keys import new_key
from bot.storage.revisions import stood
from bot.storage.tables import ONE, STANDING, done_sets, entries, imports

AT_ONCE = 2000
"""Rows in one statement: so many are in memory."""

OF_DAYS = (
    select(
        done_sets.c.session_id,
        done_sets.c.performed_at,
        done_sets.c.day,
        done_sets.c.exercise,
        done_sets.c.fingerprint,
    )
    .where(
        done_sets.c.athlete_id == bindparam("athlete"),
        done_sets.c.day.between(bindparam("since"), bindparam("until")),
        STANDING,
    )
    .order_by(done_sets.c.id)
)
DELETED = select(done_sets.c.fingerprint).where(
    done_sets.c.athlete_id == bindparam("athlete"),
    done_sets.c.day.between(bindparam("since"), bindparam("until")),
    done_sets.c.undone_at.is_not(None),
    done_sets.c.fingerprint.is_not(None),
    stood(done_sets.c.entry_id),
)
ENTER = insert(entries)
NAME = insert(imports)
KEEP = insert(done_sets)
KEPT = (
    select(imports.c.entry_id, imports.c.app, imports.c.sets, entries.c.kept_at)
    .join(entries, entries.c.id == imports.c.entry_id)
    .where(imports.c.athlete_id == bindparam("athlete"), STANDING)
)
NEWEST = KEPT.order_by(imports.c.entry_id.desc()).limit(ONE)
ONE_OF_THEM = KEPT.where(imports.c.entry_id == bindparam("entry"))


class SqlImports:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def standing(self, athlete: int, *, since: date, until: date) -> Sequence[Standing]:
        rows = self._connection.execute(OF_DAYS, {"athlete": athlete, "since": since, "until": until})
        return [Standing(*row) for row in rows]

    def deleted(self, athlete: int, *, since: date, until: date) -> Collection[int]:
        rows = self._connection.execute(DELETED, {"athlete": athlete, "since": since, "until": until})
        return {fingerprint for (fingerprint,) in rows if fingerprint is not None}

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

    def find(self, athlete: int, entry: int) -> Import | None:
        row = self._connection.execute(ONE_OF_THEM, {"athlete": athlete, "entry": entry}).one_or_none()
        return None if row is None else Import(*row)


def _row(athlete: int, entry: int, one: ImportedSet) -> dict[str, object]:
    kept = {"athlete_id": athlete, "entry_id": entry, "performed_at": one.at, "day": one.day}
    return {**kept, "fingerprint": one.fingerprint, **columns_of(one.done)}
