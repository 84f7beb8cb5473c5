"""Which sets are kept, and what was done last time, best, and on which days?"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache
from itertools import groupby
from typing import Any

from sqlalchemy import (
    CompoundSelect,
    Connection,
    Select,
    and_,
    bindparam,
    exists,
    func,
    insert,
    null,
    select,
    union_all,
    update,
)

from bot.domain.training import DoneSet, KeptSet
from bot.services.ports import Entry, TrainingDay
from bot.storage.done_sets import ELSEWHERE, NOWHERE, OWN, SETS, columns_of, kept, kept_sets
from bot.storage.keys import new_key
from bot.storage.notes import NOTED, note
from bot.storage.tables import (
    BY_MESSAGE,
    ONE,
    SAID,
    STANDING,
    WORKING,
    done_sets,
    entries,
    imports,
    notes,
    weigh_ins,
)
from bot.storage.weigh_ins import WEIGHED, weigh_in

AMENDED = tuple(done_sets.c[name] for name in (*columns_of(DoneSet("any", reps=1)), "position"))

ENTER = insert(entries)
KEEP_ONE = insert(done_sets)
KEEP_SEVERAL = insert(done_sets).returning(done_sets.c.id, sort_by_parameter_order=True)

ENTRY = SETS.where(OWN, done_sets.c.entry_id == bindparam("entry"), STANDING).order_by(done_sets.c.id)
IMPORTED = exists().where(imports.c.entry_id == entries.c.id)
NEWEST = (
    select(entries.c.id)
    .where(entries.c.athlete_id == bindparam("athlete"), STANDING, ~IMPORTED)
    .order_by(entries.c.id.desc())
    .limit(ONE)
)
NEWEST_ENTRY = SETS.where(done_sets.c.entry_id == NEWEST.scalar_subquery(), STANDING).order_by(done_sets.c.id)
NEWEST_OF_DAY = (
    select(done_sets.c.entry_id)
    .where(OWN, done_sets.c.day == bindparam("on"), SAID)
    .group_by(done_sets.c.entry_id)
    .order_by(done_sets.c.entry_id.desc())
    .limit(bindparam("most"))
)
ENTRIES = SETS.where(done_sets.c.entry_id.in_(NEWEST_OF_DAY)).order_by(done_sets.c.entry_id, done_sets.c.id)
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
    )
    .values(undone_at=null())
)
"""Only those that went with the entry: a set that was dropped before stays so."""
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
THIS_SET = and_(done_sets.c.id == bindparam("kept"), OWN, STANDING)
AMEND = (
    update(done_sets)
    .where(THIS_SET)
    .values({column: bindparam(f"new_{column.name}", type_=column.type) for column in AMENDED})
)
DROP = (
    update(done_sets)
    .where(THIS_SET)
    .values(undone_at=bindparam("moment", type_=done_sets.c.undone_at.type))
    .returning(done_sets.c.entry_id)
)
EMPTIED = UNDO_ENTRY.where(~exists().where(done_sets.c.entry_id == entries.c.id, done_sets.c.undone_at.is_(None)))
MOVE = (
    update(done_sets)
    .where(OWN, done_sets.c.entry_id == bindparam("entry"), STANDING)
    .values(
        performed_at=bindparam("at_noon", type_=done_sets.c.performed_at.type),
        day=bindparam("on_day", type_=done_sets.c.day.type),
        session_id=null(),
        position=null(),
    )
)
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
KEPT = SETS.where(THIS_SET)
EXERCISE_OF = select(done_sets.c.exercise).where(done_sets.c.id == bindparam("kept"), OWN)
ITS_ENTRY, ANOTHER = entries.alias("its_entry"), entries.alias("another")
SAID_ANEW = exists().where(
    ITS_ENTRY.c.id == done_sets.c.entry_id,
    ANOTHER.c.athlete_id == ITS_ENTRY.c.athlete_id,
    ANOTHER.c.message == ITS_ENTRY.c.message,
    ANOTHER.c.id != ITS_ENTRY.c.id,
    ANOTHER.c.undone_at.is_(None),
)
"""The message of a set was edited since: its new sets stand for it."""
PUT_BACK = (
    update(done_sets)
    .where(done_sets.c.id == bindparam("kept"), OWN, done_sets.c.undone_at.is_not(None), ~SAID_ANEW)
    .values(undone_at=null())
    .returning(done_sets.c.entry_id)
)
EVERY = SETS.where(OWN, STANDING).order_by(done_sets.c.id)
COUNT = select(func.count()).select_from(done_sets).where(OWN, STANDING)


@lru_cache(maxsize=64)
def _last_time(exercises: int) -> CompoundSelect[Any]:
    """One question for several exercises: for each, its last day by the index, then the sets of that day."""
    branches = []
    for index in range(exercises):
        same = done_sets.c.exercise == bindparam(f"exercise_{index}")
        day = select(func.max(done_sets.c.day)).where(OWN, same, WORKING, ELSEWHERE).correlate(None)
        branches.append(SETS.where(OWN, same, WORKING, ELSEWHERE, done_sets.c.day == day.scalar_subquery()))
    return union_all(*branches)


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
    ) -> Entry:
        if not sets:
            raise ValueError("an entry without a set could not be shown, nor taken back")
        entering = {"athlete_id": athlete, "kept_at": at, "message": message, "replaces": replaces}
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
        return None if noted is None else Entry(entry, note=note(noted))

    def said(self, athlete: int, message: int) -> Entry | None:
        sets = kept_sets(self._connection.execute(SAID_ENTRY, {"athlete": athlete, "message": message}))
        return Entry(sets[0].entry, sets) if sets else None

    def bring_back(self, athlete: int, entry: int) -> Entry | None:
        replaced = self._connection.execute(REPLACED, {"athlete": athlete, "entry": entry}).scalar_one_or_none()
        if replaced is None:
            return None
        for statement in (BRING_BACK_SETS, STANDS_AGAIN):
            self._connection.execute(statement, {"athlete": athlete, "entry": replaced})
        return self.entry(athlete, replaced)

    def last_entry(self, athlete: int) -> Entry | None:
        sets = kept_sets(self._connection.execute(NEWEST_ENTRY, {"athlete": athlete}))
        if sets:
            return Entry(sets[0].entry, sets)
        entry = self._connection.execute(NEWEST, {"athlete": athlete}).scalar_one_or_none()
        return None if entry is None else self._beside({"athlete": athlete, "entry": entry}, entry)

    def entries(self, athlete: int, *, day: date, limit: int) -> tuple[Entry, ...]:
        sets = kept_sets(self._connection.execute(ENTRIES, {"athlete": athlete, "on": day, "most": limit}))
        return tuple(Entry(entry, tuple(of_entry)) for entry, of_entry in groupby(sets, key=lambda one: one.entry))

    def undo(self, athlete: int, entry: int, now: datetime) -> bool:
        undone = self._connection.execute(UNDO_ENTRY, {"athlete": athlete, "entry": entry, "moment": now})
        if undone.rowcount != 1:
            return False
        for statement in UNDO_CONTENT:
            self._connection.execute(statement, {"entry": entry, "moment": now})
        return True

    def amend(self, athlete: int, kept: int, done: DoneSet, *, position: int | None) -> None:
        columns = {f"new_{name}": value for name, value in {**columns_of(done), "position": position}.items()}
        self._connection.execute(AMEND, {"athlete": athlete, "kept": kept, **columns})

    def drop(self, athlete: int, kept: int, now: datetime) -> None:
        entry = self._connection.execute(DROP, {"athlete": athlete, "kept": kept, "moment": now}).scalar_one_or_none()
        if entry is not None:
            self._connection.execute(EMPTIED, {"athlete": athlete, "entry": entry, "moment": now})

    def move(self, athlete: int, entry: int, *, at: datetime, day: date) -> None:
        self._connection.execute(MOVE, {"athlete": athlete, "entry": entry, "at_noon": at, "on_day": day})

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

    def put_back(self, athlete: int, kept: int) -> bool:
        entry = self._connection.execute(PUT_BACK, {"athlete": athlete, "kept": kept}).scalar_one_or_none()
        if entry is not None:
            self._connection.execute(STANDS_AGAIN, {"athlete": athlete, "entry": entry})
        return entry is not None

    def count(self, athlete: int) -> int:
        return self._connection.execute(COUNT, {"athlete": athlete}).scalar_one()
