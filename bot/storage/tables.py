"""Which tables are there, what must hold in them, and which indexes keep them fast as they grow?

A partial index is used only where a query repeats its condition word for word, so conditions have names here
(`WORKING`, `WAITING`, ...) and queries use these.
"""

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ColumnElement,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    String,
    Table,
    TextClause,
    Time,
    UniqueConstraint,
    false,
    literal_column,
    text,
)

from bot.coaching.importing.shapes import DateOrder
from bot.domain.athlete import DAY_TURNS, LATEST_TURN
from bot.domain.training import SessionState
from bot.domain.units import HEAVIEST, Unit
from bot.services.open_questions import Why
from bot.services.uploads import Todo
from bot.storage.types import Choice, Exact, Json, Key, Moment, Words, thousandths

LOADS = thousandths(HEAVIEST)

ONE: ColumnElement[int] = literal_column("1")
"""A LIMIT that PostgreSQL sees when it plans; of a parameter it would guess a tenth of the table."""

WORKING = text("undone_at IS NULL AND NOT warmup")
COUNTED = text("undone_at IS NULL AND NOT warmup AND heaviness IS NOT NULL AND reps IS NOT NULL")
HELD = text("undone_at IS NULL AND NOT warmup AND heaviness IS NOT NULL AND reps IS NULL")
STANDING = text("undone_at IS NULL")
BY_MESSAGE = text("message IS NOT NULL")
SAID = text("undone_at IS NULL AND fingerprint IS NULL")
"""Written or tapped here, not imported."""
OPEN = text("state = 'open'")
FINISHED = text("state = 'finished'")
WAITING = text("ended_at IS NULL")
ENDED = text("ended_at IS NOT NULL")
TO_DO = text("todo IS NOT NULL")
HERE = text("NOT gone")

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


def _key() -> Column[int]:
    return Column("id", Key, primary_key=True)


def _athlete(**options: Any) -> Column[int]:
    return Column("athlete_id", Key, ForeignKey("athletes.id"), nullable=False, **options)


def _flag(name: str) -> Column[bool]:
    return Column(name, Boolean, nullable=False, server_default=false())


def _where(condition: TextClause) -> dict[str, Any]:
    return {"sqlite_where": condition, "postgresql_where": condition}


def _load_holds() -> tuple[CheckConstraint, ...]:
    return (
        CheckConstraint("load_unit IN ('kg', 'lb')", name="load_unit"),
        CheckConstraint("(load IS NULL) = (load_unit IS NULL)", name="load_with_unit"),
        CheckConstraint(f"load BETWEEN -{LOADS} AND {LOADS}", name="load"),
    )


athletes = Table(
    "athletes",
    metadata,
    _key(),
    Column("telegram_id", BigInteger, nullable=False, unique=True),
    Column("name", Words, nullable=False),
    Column("met_at", Moment, nullable=False),
    sqlite_autoincrement=True,
)

settings = Table(
    "settings",
    metadata,
    _athlete(primary_key=True),
    Column("unit", Choice(Unit), nullable=False),
    _flag("unit_chosen"),
    Column("zone", String(64), nullable=False),
    _flag("zone_chosen"),
    Column("day_turns", SmallInteger, nullable=False, server_default=text(str(DAY_TURNS))),
    CheckConstraint("unit IN ('kg', 'lb')", name="unit"),
    CheckConstraint(f"day_turns BETWEEN 0 AND {LATEST_TURN}", name="day_turns"),
)

chats = Table(
    "chats",
    metadata,
    Column("chat", BigInteger, primary_key=True, autoincrement=False),
    _athlete(primary_key=True),
    Column("gone_at", Moment),
    Index("ix_chats_athlete", "athlete_id"),
    sqlite_with_rowid=False,
)

sessions = Table(
    "sessions",
    metadata,
    _key(),
    _athlete(),
    Column("program", String(100), nullable=False),
    Column("state", Choice(SessionState), nullable=False),
    Column("position", Integer, nullable=False),
    Column("started_at", Moment, nullable=False),
    Column("day", Date, nullable=False),
    Column("finished_at", Moment),
    CheckConstraint("state IN ('open', 'finished')", name="state"),
    CheckConstraint("(state = 'finished') = (finished_at IS NOT NULL)", name="finished"),
    CheckConstraint("position >= 0", name="position"),
    # What done_sets points at, so that no set can be kept in another athlete's session.
    UniqueConstraint("id", "athlete_id"),
    Index("uq_sessions_open", "athlete_id", unique=True, **_where(OPEN)),
    Index("ix_sessions_athlete", "athlete_id", "finished_at"),
    sqlite_autoincrement=True,
)

session_items = Table(
    "session_items",
    metadata,
    Column("session_id", Key, ForeignKey("sessions.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("exercise", String(100), nullable=False),
    Column("sets", Integer, nullable=False),
    Column("reps_low", Integer, nullable=False),
    Column("reps_high", Integer, nullable=False),
    Column("rest", Integer, nullable=False),
    _flag("per_side"),
    _flag("timed"),
    _flag("bodyweight"),
    _flag("skipped"),
    Column("load", Exact),
    Column("load_unit", Choice(Unit)),
    CheckConstraint("position >= 0", name="position"),
    CheckConstraint("sets >= 1", name="sets"),
    CheckConstraint("reps_low >= 1 AND reps_low <= reps_high", name="reps"),
    CheckConstraint("rest >= 0", name="rest"),
    *_load_holds(),
    sqlite_with_rowid=False,
)

entries = Table(
    "entries",
    metadata,
    _key(),
    _athlete(),
    Column("kept_at", Moment, nullable=False),
    Column("undone_at", Moment),
    Column("message", BigInteger),  # the lifter's message that said it; editing that message changes the entry
    Column("replaces", BigInteger),  # the entry as it stood before, taken back; an undo brings it back
    Index("ix_entries_athlete", "athlete_id", "id"),
    Index("ix_entries_message", "athlete_id", "message", **_where(BY_MESSAGE)),
    sqlite_autoincrement=True,
)

imports = Table(
    "imports",
    metadata,
    Column("entry_id", Key, ForeignKey("entries.id"), primary_key=True, autoincrement=False),
    _athlete(),
    Column("app", Words, nullable=False),
    Column("sets", Integer, nullable=False),
    Index("ix_imports_athlete", "athlete_id", "entry_id"),
    sqlite_with_rowid=False,
)

done_sets = Table(
    "done_sets",
    metadata,
    _key(),
    Column("entry_id", Key, ForeignKey("entries.id"), nullable=False),
    _athlete(),
    Column("session_id", Key),
    Column("position", Integer),
    Column("exercise", String(100), nullable=False),
    Column("reps", Integer),
    Column("seconds", Integer),
    Column("load", Exact),
    Column("load_unit", Choice(Unit)),
    _flag("bodyweight"),
    _flag("per_side"),
    Column("rpe", Exact),
    _flag("warmup"),
    Column("note", Words),
    Column("performed_at", Moment, nullable=False),
    Column("day", Date, nullable=False),
    Column("undone_at", Moment),  # as on the entry, here too so that partial indexes can tell
    Column("heaviness", BigInteger),  # the load in hundred-millionths of a gram, to compare kilograms with pounds
    Column("effort", Integer, nullable=False),  # repetitions, or seconds where there are none
    Column("fingerprint", BigInteger),  # of an imported set: which one of its file it is
    ForeignKeyConstraint(["session_id", "athlete_id"], ["sessions.id", "sessions.athlete_id"]),
    CheckConstraint("reps >= 1", name="reps"),
    CheckConstraint("seconds >= 1", name="seconds"),
    CheckConstraint("reps IS NOT NULL OR seconds IS NOT NULL", name="something_done"),
    CheckConstraint("rpe BETWEEN 1000 AND 10000 AND rpe % 500 = 0", name="rpe"),
    CheckConstraint("position IS NULL OR session_id IS NOT NULL", name="position"),
    *_load_holds(),
    Index("ix_done_sets_entry", "entry_id"),
    Index("ix_done_sets_session", "session_id", **_where(text("session_id IS NOT NULL"))),
    Index("ix_done_sets_day", "athlete_id", "day", "undone_at"),
    Index("ix_done_sets_last", "athlete_id", "exercise", "day", **_where(WORKING)),
    Index("ix_done_sets_counted", "athlete_id", "exercise", "effort", "heaviness", "id", **_where(COUNTED)),
    Index("ix_done_sets_held", "athlete_id", "exercise", "effort", "heaviness", "id", **_where(HELD)),
    sqlite_autoincrement=True,
)

weigh_ins = Table(
    "weigh_ins",
    metadata,
    _key(),
    Column("entry_id", Key, ForeignKey("entries.id"), nullable=False),
    _athlete(),
    Column("weight", Exact, nullable=False),
    Column("weight_unit", Choice(Unit), nullable=False),
    Column("weighed_at", Moment, nullable=False),
    Column("day", Date, nullable=False),
    Column("undone_at", Moment),
    CheckConstraint("weight_unit IN ('kg', 'lb')", name="weight_unit"),
    CheckConstraint(f"weight BETWEEN 1 AND {LOADS}", name="weight"),
    Index("ix_weigh_ins_entry", "entry_id"),
    Index("ix_weigh_ins_day", "athlete_id", "day", "id", **_where(STANDING)),
    sqlite_autoincrement=True,
)

notes = Table(
    "notes",
    metadata,
    _key(),
    Column("entry_id", Key, ForeignKey("entries.id"), nullable=False),
    _athlete(),
    Column("exercise", String(100), nullable=False),
    Column("text", Words, nullable=False),
    Column("noted_at", Moment, nullable=False),
    Column("day", Date, nullable=False),
    Column("undone_at", Moment),
    Index("ix_notes_entry", "entry_id"),
    Index("ix_notes_exercise", "athlete_id", "exercise", "id", **_where(STANDING)),
    sqlite_autoincrement=True,
)

talks = Table(
    "talks",
    metadata,
    Column("chat", Key, primary_key=True, autoincrement=False),
    Column("talk", Json, nullable=False),
)

open_questions = Table(
    "open_questions",
    metadata,
    _key(),
    _athlete(),
    Column("chat", BigInteger, nullable=False),
    Column("text", Words, nullable=False),
    Column("why", Choice(Why), nullable=False),
    Column("within", Words, nullable=False),
    Column("reading", Words, nullable=False),
    Column("asked_at", Moment, nullable=False),
    CheckConstraint("why IN ('unknown', 'wrong')", name="why"),
    Index("ix_open_questions_athlete", "athlete_id"),
    sqlite_autoincrement=True,
)

uploads = Table(
    "uploads",
    metadata,
    _key(),
    _athlete(unique=True),
    Column("chat", BigInteger, nullable=False),
    Column("file_id", Words, nullable=False),
    Column("name", Words, nullable=False),
    Column("unit", Choice(Unit)),
    Column("date_order", Choice(DateOrder)),
    Column("todo", Choice(Todo)),
    Column("sent_at", Moment, nullable=False),
    Column("ready_at", Moment, nullable=False),
    Column("tries", Integer, nullable=False, server_default=text("0")),
    CheckConstraint("unit IN ('kg', 'lb')", name="unit"),
    CheckConstraint("date_order IN ('day-first', 'month-first')", name="date_order"),
    CheckConstraint("todo IN ('look', 'import')", name="todo"),
    Index("ix_uploads_todo", "ready_at", **_where(TO_DO)),
    sqlite_autoincrement=True,
)

reminders = Table(
    "reminders",
    metadata,
    _key(),
    _athlete(unique=True),
    Column("chat", BigInteger, nullable=False),
    Column("at", Time, nullable=False),
    Column("due", Moment, nullable=False),
    Column("set_at", Moment, nullable=False),
    _flag("gone"),  # as chats.gone_at says, here too so that the index of what is due leaves them out
    Index("ix_reminders_chat", "chat"),
    Index("ix_reminders_due", "due", "id", **_where(HERE)),
    sqlite_autoincrement=True,
)

reminder_runs = Table(
    "reminder_runs",
    metadata,
    _athlete(primary_key=True),
    Column("day", Date, primary_key=True),
    Column("at", Moment, nullable=False),
    sqlite_with_rowid=False,
)

inbox = Table(
    "inbox",
    metadata,
    Column("update_id", Key, primary_key=True, autoincrement=False),
    Column("chat", BigInteger),
    Column("body", LargeBinary),
    Column("received_at", Moment, nullable=False),
    Column("lap", BigInteger, nullable=False),  # of the round-robin over chats, see inbox.py
    Column("tries", Integer, nullable=False, server_default=text("0")),
    Column("ended_at", Moment),
    Column("fault", Words),
    CheckConstraint("ended_at IS NOT NULL OR (chat IS NOT NULL AND body IS NOT NULL)", name="waiting"),
    Index("ix_inbox_waiting", "lap", "update_id", **_where(WAITING)),
    Index("ix_inbox_chat", "chat", "update_id", **_where(text("chat IS NOT NULL"))),
    Index("ix_inbox_ended", "received_at", **_where(ENDED)),
)

outbox = Table(
    "outbox",
    metadata,
    _key(),
    Column("chat", BigInteger, nullable=False),
    Column("method", String(64), nullable=False),
    Column("payload", Json, nullable=False),
    Column("priority", SmallInteger, nullable=False),
    Column("screen", String(64)),
    _flag("edits_screen"),
    _flag("best_effort"),
    Column("file_name", Words),
    Column("file", LargeBinary),
    Column("put_at", Moment, nullable=False),
    Column("ready_at", Moment, nullable=False),
    Column("leased_until", Moment),
    Column("tries", Integer, nullable=False, server_default=text("0")),
    Column("ended_at", Moment),
    Column("fault", Words),
    CheckConstraint("priority IN (0, 1)", name="priority"),
    CheckConstraint("(file IS NULL) = (file_name IS NULL)", name="file"),
    Index("ix_outbox_waiting", "priority", "id", **_where(WAITING)),
    Index("ix_outbox_chat", "chat", "priority", "id"),
    Index("ix_outbox_ended", "ended_at", **_where(ENDED)),
    sqlite_autoincrement=True,
)

screens = Table(
    "screens",
    metadata,
    Column("chat", BigInteger, primary_key=True, autoincrement=False),
    Column("name", String(64), primary_key=True),
    Column("message_id", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)
