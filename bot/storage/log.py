"""Which entries are kept, which is the newest, and which were taken back?"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from itertools import groupby

from sqlalchemy import Connection, bindparam, exists, insert, null, or_, select, update

from bot.domain.training import DoneSet, KeptSet
from bot.services.entries import Entry
from bot.storage.done_sets import COLUMNS, OWN, SETS, columns_of, kept, kept_sets
from bot.storage.keys import new_key
from bot.storage.notes import NOTED, note
from bot.storage.revisions import ITS_SET, REVERTABLE, dropped
from bot.storage.tables import (
    BY_MESSAGE,
    ONE,
    SAID,
    STANDING,
    done_sets,
    entries,
    imports,
    notes,
    revisions,
    weigh_ins,
)
from bot.storage.weigh_ins import WEIGHED, weigh_in

ENTER = insert(entries)
KEEP_ONE = insert(done_sets)
KEEP_SEVERAL = insert(done_sets).returning(done_sets.c.id, sort_by_parameter_order=True)

ENTRY = SETS.where(OWN, done_sets.c.entry_id == bindparam("entry"), STANDING).order_by(done_sets.c.id)
IMPORTED = exists().where(imports.c.entry_id == entries.c.id)
HOLDS = or_(
    *(
        exists().where(table.c.entry_id == entries.c.id, table.c.undone_at.is_(None))
        for table in (done_sets, weigh_ins, notes)
    ),
    exists().where(revisions.c.entry_id == entries.c.id, REVERTABLE),
)
"""Anything to take back: a change of sets that are gone since has nothing."""
NEWEST = (
    select(entries.c.id)
    .where(entries.c.athlete_id == bindparam("athlete"), STANDING, ~IMPORTED, HOLDS)
    .order_by(entries.c.id.desc())
    .limit(ONE)
)
NEWEST_ENTRY = SETS.where(done_sets.c.entry_id == NEWEST.scalar_subquery(), STANDING).order_by(done_sets.c.id)
PAST_ALL = 2**62
"""A number of no entry."""
KEPT_AT = select(entries.c.kept_at).where(
    entries.c.id == bindparam("entry"), entries.c.athlete_id == bindparam("athlete")
)
NEWEST_OF_DAY = (
    select(done_sets.c.entry_id)
    .where(OWN, done_sets.c.day == bindparam("on"), done_sets.c.entry_id < bindparam("older"), SAID)
    .group_by(done_sets.c.entry_id)
    .order_by(done_sets.c.entry_id.desc())
    .limit(bindparam("most"))
)
ENTRIES = SETS.where(done_sets.c.entry_id.in_(NEWEST_OF_DAY), STANDING).order_by(done_sets.c.entry_id, done_sets.c.id)
SAID_BY = (
    select(entries.c.id)
    .where(
        entries.c.athlete_id == bindparam("athlete"), entries.c.message == bindparam("message"), BY_MESSAGE, STANDING
    )
    .order_by(entries.c.id.desc())
    .limit(ONE)
)
SAID_ENTRY = SETS.where(done_sets.c.entry_id == SAID_BY.scalar_subquery(), STANDING).order_by(done_sets.c.id)
REPLACED = select(entries.c.replaces).where(
    entries.c.id == bindparam("entry"), entries.c.athlete_id == bindparam("athlete")
)
TAKEN_BACK_AT = select(entries.c.undone_at).where(
    entries.c.id == bindparam("entry"), entries.c.athlete_id == bindparam("athlete")
)
BRING_BACK_SETS = (
    update(done_sets)
    .where(
        done_sets.c.entry_id == bindparam("entry"),
        done_sets.c.athlete_id == bindparam("athlete"),
        done_sets.c.undone_at == TAKEN_BACK_AT.scalar_subquery(),
        ~dropped(done_sets.c.id),
    )
    .values(undone_at=null())
)
"""Only those that went with the entry: a set that was dropped before stays so."""
BRING_BACK_WEIGH_IN = (
    update(weigh_ins)
    .where(weigh_ins.c.entry_id == bindparam("entry"), weigh_ins.c.athlete_id == bindparam("athlete"))
    .values(undone_at=null())
)
STANDS_AGAIN = (
    update(entries)
    .where(entries.c.id == bindparam("entry"), entries.c.athlete_id == bindparam("athlete"))
    .values(undone_at=null())
)
UNDO_ENTRY = (
    update(entries)
    .where(entries.c.id == bindparam("entry"), entries.c.athlete_id == bindparam("athlete"), STANDING)
    .values(undone_at=bindparam("moment", type_=entries.c.undone_at.type))
)
UNDO_CONTENT = tuple(
    update(table)
    .where(table.c.entry_id == bindparam("entry"), STANDING)
    .values(undone_at=bindparam("moment", type_=table.c.undone_at.type))
    for table in (done_sets, weigh_ins, notes)
)
CHANGED = (
    select(
        revisions.c.set_id,
        ITS_SET.c.entry_id,
        *(revisions.c[column.name] for column in COLUMNS[2:]),
        entries.c.kept_at,
    )
    .select_from(revisions)
    .join(ITS_SET, REVERTABLE)
    .join(entries, entries.c.id == revisions.c.entry_id)
    .where(
        revisions.c.entry_id == bindparam("entry"),
        revisions.c.athlete_id == bindparam("athlete"),
        entries.c.undone_at.is_(None),
    )
    .order_by(revisions.c.set_id)
)
IN_PLACE_OF = (
    select(entries.c.id)
    .where(entries.c.athlete_id == bindparam("athlete"), entries.c.replaces == bindparam("entry"))
    .order_by(entries.c.id.desc())
    .limit(ONE)
)


class SqlLog:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep(
        self,
        athlete: int,
        sets: Sequence[DoneSet],
        *,
        at: datetime,
        day: date,
        session: int | None = None,
        positions: Sequence[int | None] = (),
        message: int | None = None,
        replaces: int | None = None,
        kept_at: datetime | None = None,
    ) -> Entry:
        if not sets:
            raise ValueError("an entry without a set could not be shown, nor taken back")
        entering = {"athlete_id": athlete, "kept_at": kept_at or at, "message": message, "replaces": replaces}
        entered = self._connection.execute(ENTER, entering)
        entry = new_key(entered)
        shared = {"entry_id": entry, "athlete_id": athlete, "session_id": session, "performed_at": at, "day": day}
        places = positions or [None] * len(sets)
        rows = [{**shared, "position": place, **columns_of(done)} for done, place in zip(sets, places, strict=True)]
        numbers = self._insert(rows)
        return Entry(
            entry,
            tuple(KeptSet(number, entry, session, done, at, day) for number, done in zip(numbers, sets, strict=True)),
        )

    def _insert(self, rows: Sequence[Mapping[str, object]]) -> Sequence[int]:
        if len(rows) == 1:
            return [new_key(self._connection.execute(KEEP_ONE, rows[0]))]
        return self._connection.execute(KEEP_SEVERAL, rows).scalars().all()

    def entry(self, athlete: int, entry: int) -> Entry | None:
        asked = {"athlete": athlete, "entry": entry}
        sets = kept_sets(self._connection.execute(ENTRY, asked))
        return Entry(entry, sets) if sets else self._beside(asked, entry)

    def _beside(self, asked: Mapping[str, object], entry: int) -> Entry | None:
        """An entry without sets."""
        weighed = self._connection.execute(WEIGHED, asked).one_or_none()
        if weighed is not None:
            return Entry(entry, weighed=weigh_in(weighed))
        noted = self._connection.execute(NOTED, asked).one_or_none()
        if noted is not None:
            return Entry(entry, note=note(noted))
        changed = self._connection.execute(CHANGED, asked).all()
        if not changed:
            return None
        return Entry(entry, changed=tuple(kept(row[:-1]) for row in changed), changed_at=changed[0].kept_at)

    def said(self, athlete: int, message: int) -> Entry | None:
        sets = kept_sets(self._connection.execute(SAID_ENTRY, {"athlete": athlete, "message": message}))
        return Entry(sets[0].entry, sets) if sets else None

    def bring_back(self, athlete: int, entry: int) -> Entry | None:
        replaced = self._connection.execute(REPLACED, {"athlete": athlete, "entry": entry}).scalar_one_or_none()
        if replaced is None:
            return None
        for statement in (BRING_BACK_SETS, BRING_BACK_WEIGH_IN, STANDS_AGAIN):
            self._connection.execute(statement, {"athlete": athlete, "entry": replaced})
        return self.entry(athlete, replaced)

    def in_place_of(self, athlete: int, entry: int) -> int | None:
        return self._connection.execute(IN_PLACE_OF, {"athlete": athlete, "entry": entry}).scalar_one_or_none()

    def last_entry(self, athlete: int) -> Entry | None:
        sets = kept_sets(self._connection.execute(NEWEST_ENTRY, {"athlete": athlete}))
        if sets:
            return Entry(sets[0].entry, sets)
        entry = self._connection.execute(NEWEST, {"athlete": athlete}).scalar_one_or_none()
        return None if entry is None else self._beside({"athlete": athlete, "entry": entry}, entry)

    def kept_at(self, athlete: int, entry: int) -> datetime:
        kept: datetime = self._connection.execute(KEPT_AT, {"athlete": athlete, "entry": entry}).scalar_one()
        return kept

    def entries(self, athlete: int, *, day: date, limit: int, before: int | None = None) -> tuple[Entry, ...]:
        asked = {"athlete": athlete, "on": day, "most": limit, "older": before or PAST_ALL}
        sets = kept_sets(self._connection.execute(ENTRIES, asked))
        return tuple(Entry(entry, tuple(of_entry)) for entry, of_entry in groupby(sets, key=lambda one: one.entry))

    def undo(self, athlete: int, entry: int, now: datetime) -> bool:
        undone = self._connection.execute(UNDO_ENTRY, {"athlete": athlete, "entry": entry, "moment": now})
        if undone.rowcount != 1:
            return False
        for statement in UNDO_CONTENT:
            self._connection.execute(statement, {"entry": entry, "moment": now})
        return True
