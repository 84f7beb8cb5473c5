"""How is a set that is kept put right, taken back, moved, and made again what it was?"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import Connection, RowMapping, and_, bindparam, exists, insert, null, or_, select, update

from bot.domain.training import DoneSet, KeptSet
from bot.storage.done_sets import OWN, SETS, columns_of, kept_sets
from bot.storage.imports import STAYS_ONCE
from bot.storage.keys import new_key
from bot.storage.log import ENTER, IMPORTED, STANDS_AGAIN, UNDO_ENTRY
from bot.storage.tables import ONE, STANDING, done_sets, entries, revisions, sessions

AMENDED = (*columns_of(DoneSet("any", reps=1)), "position")
COPIED = (*AMENDED, "session_id", "performed_at", "day")

REMEMBER = insert(revisions).from_select(
    ["entry_id", "athlete_id", "set_id", *COPIED],
    select(
        bindparam("change", type_=revisions.c.entry_id.type),
        done_sets.c.athlete_id,
        done_sets.c.id,
        *(done_sets.c[name] for name in COPIED),
    )
    .where(OWN, STANDING, done_sets.c.id.in_(bindparam("these", expanding=True)))
    .order_by(done_sets.c.id),
)
THIS_SET = and_(done_sets.c.id == bindparam("kept"), OWN, STANDING)
AMEND = (
    update(done_sets)
    .where(THIS_SET)
    .values({name: bindparam(f"new_{name}", type_=done_sets.c[name].type) for name in AMENDED})
)
DROP = (
    update(done_sets)
    .where(THIS_SET)
    .values(undone_at=bindparam("moment", type_=done_sets.c.undone_at.type))
    .returning(done_sets.c.entry_id)
)
EMPTIED = UNDO_ENTRY.where(
    ~exists().where(done_sets.c.entry_id == entries.c.id, done_sets.c.undone_at.is_(None)), ~IMPORTED
)
"""An import stays, for its sets are not to come back with the next file: only its own undo forgets them."""
MOVE = (
    update(done_sets)
    .where(OWN, done_sets.c.id.in_(bindparam("these", expanding=True)), STANDING)
    .values(
        performed_at=bindparam("at_noon", type_=done_sets.c.performed_at.type),
        day=bindparam("on_day", type_=done_sets.c.day.type),
        session_id=null(),
        position=null(),
    )
)
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
    .where(done_sets.c.id == bindparam("kept"), OWN, done_sets.c.undone_at.is_not(None), ~SAID_ANEW, STAYS_ONCE)
    .values(undone_at=null())
    .returning(done_sets.c.entry_id)
)


THESE = SETS.where(OWN, done_sets.c.id.in_(bindparam("these", expanding=True))).order_by(done_sets.c.id)
BEFORE = (
    select(revisions, done_sets.c.entry_id.label("its_entry"), sessions.c.id.label("its_session"))
    .join(done_sets, done_sets.c.id == revisions.c.set_id)
    .outerjoin(sessions, sessions.c.id == revisions.c.session_id)
    .where(revisions.c.entry_id == bindparam("change"), revisions.c.athlete_id == bindparam("athlete"))
    .order_by(revisions.c.set_id)
)
MADE_AT = select(entries.c.kept_at).where(
    entries.c.id == bindparam("change"), entries.c.athlete_id == bindparam("athlete")
)
STOOD_WITH = exists().where(
    ITS_ENTRY.c.id == done_sets.c.entry_id,
    or_(ITS_ENTRY.c.undone_at.is_(None), ITS_ENTRY.c.undone_at == MADE_AT.scalar_subquery()),
)
"""Its entry stands, or went because the change took its last set."""
REVERT = (
    update(done_sets)
    .where(
        done_sets.c.id == bindparam("kept"),
        OWN,
        or_(done_sets.c.undone_at.is_(None), done_sets.c.undone_at == MADE_AT.scalar_subquery()),
        STOOD_WITH,
        ~SAID_ANEW,
        STAYS_ONCE,
    )
    .values({name: bindparam(f"old_{name}", type_=done_sets.c[name].type) for name in COPIED} | {"undone_at": null()})
)
DROPPED_BY = (
    select(revisions.c.entry_id)
    .join(entries, entries.c.id == revisions.c.entry_id)
    .join(done_sets, done_sets.c.id == revisions.c.set_id)
    .where(
        revisions.c.set_id == bindparam("kept"),
        revisions.c.athlete_id == bindparam("athlete"),
        entries.c.undone_at.is_(None),
        done_sets.c.undone_at == entries.c.kept_at,
    )
    .order_by(revisions.c.id.desc())
    .limit(ONE)
)


class SqlChanges:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def begin(self, athlete: int, kept: Sequence[int], now: datetime) -> int:
        change = new_key(self._connection.execute(ENTER, {"athlete_id": athlete, "kept_at": now}))
        self._connection.execute(REMEMBER, {"change": change, "athlete": athlete, "these": list(kept)})
        return change

    def amend(self, athlete: int, kept: int, done: DoneSet, *, position: int | None) -> None:
        columns = {f"new_{name}": value for name, value in {**columns_of(done), "position": position}.items()}
        self._connection.execute(AMEND, {"athlete": athlete, "kept": kept, **columns})

    def drop(self, athlete: int, kept: int, now: datetime) -> None:
        entry = self._connection.execute(DROP, {"athlete": athlete, "kept": kept, "moment": now}).scalar_one_or_none()
        if entry is not None:
            self._connection.execute(EMPTIED, {"athlete": athlete, "entry": entry, "moment": now})

    def move(self, athlete: int, kept: Sequence[int], *, at: datetime, day: date) -> None:
        self._connection.execute(MOVE, {"athlete": athlete, "these": list(kept), "at_noon": at, "on_day": day})

    def revert(self, athlete: int, change: int) -> tuple[KeptSet, ...]:
        asked = {"athlete": athlete, "change": change}
        rows = self._connection.execute(BEFORE, asked).mappings().all()
        reverted = [row["set_id"] for row in rows if self._revert(asked, row)]
        return kept_sets(self._connection.execute(THESE, {"athlete": athlete, "these": reverted}))

    def _revert(self, asked: Mapping[str, object], row: RowMapping) -> bool:
        """A session that was discarded since is none to go back to."""
        columns: dict[str, object] = {f"old_{name}": row[name] for name in COPIED}
        if row["its_session"] is None:
            columns |= {"old_session_id": None, "old_position": None}
        reverted = self._connection.execute(REVERT, {**asked, "kept": row["set_id"], **columns}).rowcount == 1
        if reverted:
            self._connection.execute(STANDS_AGAIN, {"athlete": asked["athlete"], "entry": row["its_entry"]})
        return reverted

    def that_dropped(self, athlete: int, kept: int) -> int | None:
        return self._connection.execute(DROPPED_BY, {"athlete": athlete, "kept": kept}).scalar_one_or_none()

    def put_back(self, athlete: int, kept: int) -> bool:
        entry = self._connection.execute(PUT_BACK, {"athlete": athlete, "kept": kept}).scalar_one_or_none()
        if entry is not None:
            self._connection.execute(STANDS_AGAIN, {"athlete": athlete, "entry": entry})
        return entry is not None
