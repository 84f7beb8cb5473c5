"""How is a set that is kept put right, taken back, moved, and made again what it was?"""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import Connection, and_, bindparam, delete, exists, insert, null, or_, select, true, update

from bot.domain.training import DoneSet, KeptSet
from bot.storage.done_sets import OWN, SETS, columns_of, kept_sets
from bot.storage.keys import new_key
from bot.storage.log import ENTER, IMPORTED, STANDS_AGAIN, UNDO_ENTRY
from bot.storage.revisions import ITS_SET, REVERTABLE, once
from bot.storage.tables import STANDING, done_sets, entries, revisions, sessions

AMENDED = (*columns_of(DoneSet("any", reps=1)), "position")
COPIED = (*AMENDED, "session_id", "performed_at", "day")

THESE = done_sets.c.id.in_(bindparam("these", expanding=True))
REMEMBER = insert(revisions).from_select(
    ["entry_id", "athlete_id", "set_id", *COPIED],
    select(
        bindparam("change", type_=revisions.c.entry_id.type),
        done_sets.c.athlete_id,
        done_sets.c.id,
        *(done_sets.c[name] for name in COPIED),
    )
    .where(OWN, STANDING, THESE)
    .order_by(done_sets.c.id),
)
THIS = and_(done_sets.c.id == bindparam("kept"), OWN)
TAKE_OUT = (
    update(done_sets).where(THIS, STANDING).values(undone_at=bindparam("moment", type_=done_sets.c.undone_at.type))
)
OF_CHANGE = and_(
    revisions.c.entry_id == bindparam("change"),
    revisions.c.athlete_id == bindparam("athlete"),
)
TAKEN_OUT = and_(THIS, exists().where(OF_CHANGE, revisions.c.set_id == done_sets.c.id))
AMEND = (
    update(done_sets)
    .where(TAKEN_OUT)
    .values(
        {name: bindparam(f"new_{name}", type_=done_sets.c[name].type) for name in AMENDED} | {"undone_at": null()},
    )
)
MOVE = (
    update(done_sets)
    .where(TAKEN_OUT)
    .values(
        performed_at=bindparam("at_noon", type_=done_sets.c.performed_at.type),
        day=bindparam("on_day", type_=done_sets.c.day.type),
        session_id=null(),
        position=null(),
        undone_at=null(),
    )
)
DROP = update(revisions).where(OF_CHANGE, revisions.c.set_id == bindparam("kept")).values(dropped=true())
ENTRY_OF = select(done_sets.c.entry_id).where(TAKEN_OUT)
TO_BE_AMENDED = exists().where(OF_CHANGE, revisions.c.set_id == done_sets.c.id, ~revisions.c.dropped)
EMPTIED = UNDO_ENTRY.where(
    ~exists().where(done_sets.c.entry_id == entries.c.id, or_(done_sets.c.undone_at.is_(None), TO_BE_AMENDED)),
    ~IMPORTED,
)
"""An import stays, for its sets are not to come back with the next file: only its own undo forgets them."""

BEFORE = (
    select(revisions, ITS_SET.c.entry_id.label("its_entry"), sessions.c.id.label("its_session"))
    .select_from(revisions)
    .join(ITS_SET, REVERTABLE)
    .join(entries, entries.c.id == revisions.c.entry_id)
    .outerjoin(sessions, sessions.c.id == revisions.c.session_id)
    .where(OF_CHANGE, entries.c.undone_at.is_(None))
    .order_by(revisions.c.set_id)
)
REVERT = (
    update(done_sets)
    .where(THIS)
    .values({name: bindparam(f"old_{name}", type_=done_sets.c[name].type) for name in COPIED} | {"undone_at": null()})
)
OVERTAKEN = delete(revisions).where(
    revisions.c.set_id == bindparam("kept"),
    revisions.c.athlete_id == bindparam("athlete"),
    revisions.c.entry_id > bindparam("change"),
)
"""What was changed later of a set goes with what it was changed after: it has no state to go back to."""
TOUCHED = select(revisions.c.set_id).where(OF_CHANGE).order_by(revisions.c.set_id)
REVERTED = SETS.where(OWN, THESE).order_by(done_sets.c.id)

SAID_BY, ANOTHER = entries.alias("said_by"), entries.alias("another")
SAID_ANEW = exists().where(
    SAID_BY.c.id == done_sets.c.entry_id,
    ANOTHER.c.athlete_id == SAID_BY.c.athlete_id,
    ANOTHER.c.message == SAID_BY.c.message,
    ANOTHER.c.id != SAID_BY.c.id,
    ANOTHER.c.undone_at.is_(None),
)
"""The message of a set was edited since: its new sets stand for it."""
PUT_BACK = (
    update(done_sets)
    .where(THIS, done_sets.c.undone_at.is_not(None), ~SAID_ANEW, once(done_sets))
    .values(undone_at=null())
    .returning(done_sets.c.entry_id)
)
NOT_DROPPED = delete(revisions).where(
    revisions.c.set_id == bindparam("kept"), revisions.c.athlete_id == bindparam("athlete"), revisions.c.dropped
)


class SqlChanges:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def begin(self, athlete: int, kept: Sequence[int], now: datetime) -> int:
        change = new_key(self._connection.execute(ENTER, {"athlete_id": athlete, "kept_at": now}))
        self._connection.execute(REMEMBER, {"athlete": athlete, "change": change, "these": list(kept)})
        self._connection.execute(TAKE_OUT, [{"athlete": athlete, "kept": one, "moment": now} for one in kept])
        return change

    def amend(self, athlete: int, change: int, kept: int, done: DoneSet, *, position: int | None) -> None:
        columns = {f"new_{name}": value for name, value in {**columns_of(done), "position": position}.items()}
        self._connection.execute(AMEND, {"athlete": athlete, "change": change, "kept": kept, **columns})

    def move(self, athlete: int, change: int, kept: Sequence[int], *, at: datetime, day: date) -> None:
        shared = {"athlete": athlete, "change": change, "at_noon": at, "on_day": day}
        self._connection.execute(MOVE, [{**shared, "kept": one} for one in kept])

    def drop(self, athlete: int, change: int, kept: int, now: datetime) -> None:
        asked = {"athlete": athlete, "change": change, "kept": kept}
        self._connection.execute(DROP, asked)
        entry = self._connection.execute(ENTRY_OF, asked).scalar_one_or_none()
        self._connection.execute(EMPTIED, {**asked, "entry": entry, "moment": now})

    def revert(self, athlete: int, change: int, now: datetime) -> tuple[KeptSet, ...]:
        asked = {"athlete": athlete, "change": change}
        rows = self._connection.execute(BEFORE, asked).mappings().all()
        for row in rows:
            this = {**asked, "kept": row["set_id"]}
            columns: dict[str, object] = {f"old_{name}": row[name] for name in COPIED}
            if row["its_session"] is None:  # there was none, or it was discarded since
                columns |= {"old_session_id": None, "old_position": None}
            self._connection.execute(REVERT, {**this, **columns})
            self._connection.execute(STANDS_AGAIN, {"athlete": athlete, "entry": row["its_entry"]})
            self._connection.execute(OVERTAKEN, this)
        if rows:
            self._connection.execute(UNDO_ENTRY, {"athlete": athlete, "entry": change, "moment": now})
        return kept_sets(
            self._connection.execute(REVERTED, {"athlete": athlete, "these": [row["set_id"] for row in rows]})
        )

    def touched(self, athlete: int, change: int) -> tuple[int, ...]:
        return tuple(self._connection.execute(TOUCHED, {"athlete": athlete, "change": change}).scalars())

    def put_back(self, athlete: int, kept: int) -> bool:
        this = {"athlete": athlete, "kept": kept}
        entry = self._connection.execute(PUT_BACK, this).scalar_one_or_none()
        if entry is None:
            return False
        self._connection.execute(STANDS_AGAIN, {"athlete": athlete, "entry": entry})
        self._connection.execute(NOT_DROPPED, this)
        return True
