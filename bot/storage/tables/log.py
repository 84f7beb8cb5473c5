"""What was lifted, weighed and noted, what became of it, and where did it come from?"""

from typing import Any

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    String,
    Table,
    text,
)

from bot.coaching.importing.shapes import DateOrder
from bot.domain.units import Unit
from bot.services.uploads import Todo
from bot.storage.tables.base import LOADS, athlete, flag, key, load_holds, metadata, where
from bot.storage.types import Choice, Exact, Key, Moment, Words

STANDING = text("undone_at IS NULL")
WORKING = text("undone_at IS NULL AND NOT warmup")
COUNTED = text("undone_at IS NULL AND NOT warmup AND heaviness IS NOT NULL AND reps IS NOT NULL")
HELD = text("undone_at IS NULL AND NOT warmup AND heaviness IS NOT NULL AND reps IS NULL")
SAID = text("undone_at IS NULL AND fingerprint IS NULL")
"""Written or tapped here, not imported."""
IMPORTED = text("undone_at IS NULL AND fingerprint IS NOT NULL")
BY_MESSAGE = text("message IS NOT NULL")
TO_DO = text("todo IS NOT NULL")

entries = Table(
    "entries",
    metadata,
    key(),
    athlete(),
    Column("kept_at", Moment, nullable=False),
    Column("undone_at", Moment),
    Column("message", BigInteger),  # the lifter's message that said it; editing that message changes the entry
    Column("replaces", BigInteger),  # the entry as it stood before, taken back; an undo brings it back
    Index("ix_entries_athlete", "athlete_id", "id"),
    Index("ix_entries_message", "athlete_id", "message", **where(BY_MESSAGE)),
    sqlite_autoincrement=True,
)


def of_a_set() -> tuple[Column[Any], ...]:
    """Columns that stand in a set, and in what is remembered of it as it stood before a change."""
    return (
        Column("session_id", Key),
        Column("position", Integer),
        Column("exercise", String(100), nullable=False),
        Column("reps", Integer),
        Column("seconds", Integer),
        Column("load", Exact),
        Column("load_unit", Choice(Unit)),
        flag("bodyweight"),
        flag("per_side"),
        Column("rpe", Exact),
        flag("warmup"),
        Column("note", Words),
        Column("performed_at", Moment, nullable=False),
        Column("day", Date, nullable=False),
        Column("heaviness", BigInteger),  # the load in hundred-millionths of a gram, to compare kilograms with pounds
        Column("effort", Integer, nullable=False),  # repetitions, or seconds where there are none
    )


done_sets = Table(
    "done_sets",
    metadata,
    key(),
    Column("entry_id", Key, ForeignKey("entries.id"), nullable=False),
    athlete(),
    *of_a_set(),
    Column("undone_at", Moment),  # as on the entry, here too so that partial indexes can tell
    Column("fingerprint", BigInteger),  # of an imported set: which one of its file it is ...
    Column("lift_in_file", BigInteger),  # ... and of which lift there; none where an earlier version imported it
    ForeignKeyConstraint(["session_id", "athlete_id"], ["sessions.id", "sessions.athlete_id"]),
    CheckConstraint("reps >= 1", name="reps"),
    CheckConstraint("seconds >= 1", name="seconds"),
    CheckConstraint("reps IS NOT NULL OR seconds IS NOT NULL", name="something_done"),
    CheckConstraint("rpe BETWEEN 1000 AND 10000 AND rpe % 500 = 0", name="rpe"),
    CheckConstraint("position IS NULL OR session_id IS NOT NULL", name="position"),
    *load_holds(),
    Index("ix_done_sets_entry", "entry_id"),
    Index("ix_done_sets_session", "session_id", **where(text("session_id IS NOT NULL"))),
    Index("ix_done_sets_day", "athlete_id", "day", "undone_at"),
    Index("ix_done_sets_last", "athlete_id", "exercise", "day", **where(WORKING)),
    Index("ix_done_sets_counted", "athlete_id", "exercise", "effort", "heaviness", "id", **where(COUNTED)),
    Index("ix_done_sets_held", "athlete_id", "exercise", "effort", "heaviness", "id", **where(HELD)),
    Index("ix_done_sets_fingerprint", "athlete_id", "fingerprint", unique=True, **where(IMPORTED)),
    sqlite_autoincrement=True,
)

weigh_ins = Table(
    "weigh_ins",
    metadata,
    key(),
    Column("entry_id", Key, ForeignKey("entries.id"), nullable=False),
    athlete(),
    Column("weight", Exact, nullable=False),
    Column("weight_unit", Choice(Unit), nullable=False),
    Column("weighed_at", Moment, nullable=False),
    Column("day", Date, nullable=False),
    Column("undone_at", Moment),
    CheckConstraint("weight_unit IN ('kg', 'lb')", name="weight_unit"),
    CheckConstraint(f"weight BETWEEN 1 AND {LOADS}", name="weight"),
    Index("ix_weigh_ins_entry", "entry_id"),
    Index("ix_weigh_ins_day", "athlete_id", "day", "id", **where(STANDING)),
    sqlite_autoincrement=True,
)

notes = Table(
    "notes",
    metadata,
    key(),
    Column("entry_id", Key, ForeignKey("entries.id"), nullable=False),
    athlete(),
    Column("exercise", String(100), nullable=False),
    Column("text", Words, nullable=False),
    Column("noted_at", Moment, nullable=False),
    Column("day", Date, nullable=False),
    Column("undone_at", Moment),
    Index("ix_notes_entry", "entry_id"),
    Index("ix_notes_exercise", "athlete_id", "exercise", "id", **where(STANDING)),
    sqlite_autoincrement=True,
)

imports = Table(
    "imports",
    metadata,
    Column("entry_id", Key, ForeignKey("entries.id"), primary_key=True, autoincrement=False),
    athlete(),
    Column("app", Words, nullable=False),
    Column("sets", Integer, nullable=False),
    Index("ix_imports_athlete", "athlete_id", "entry_id"),
    sqlite_with_rowid=False,
)

uploads = Table(
    "uploads",
    metadata,
    key(),
    athlete(unique=True),
    Column("chat", BigInteger, nullable=False),
    Column("file_id", Words, nullable=False),
    Column("name", Words, nullable=False),
    Column("unit", Choice(Unit)),
    Column("date_order", Choice(DateOrder)),
    Column("todo", Choice(Todo)),
    Column("look", Integer, nullable=False, server_default=text("0")),  # how often the lifter answered
    Column("sent_at", Moment, nullable=False),
    Column("ready_at", Moment, nullable=False),
    Column("tries", Integer, nullable=False, server_default=text("0")),
    CheckConstraint("unit IN ('kg', 'lb')", name="unit"),
    CheckConstraint("date_order IN ('day-first', 'month-first')", name="date_order"),
    CheckConstraint("todo IN ('look', 'import')", name="todo"),
    Index("ix_uploads_todo", "ready_at", **where(TO_DO)),
    sqlite_autoincrement=True,
)

revisions = Table(
    "revisions",
    metadata,
    key(),
    Column("entry_id", Key, ForeignKey("entries.id"), nullable=False),
    athlete(),
    Column("set_id", Key, ForeignKey("done_sets.id"), nullable=False),
    flag("dropped"),  # the change took the set back
    *of_a_set(),
    Index("ix_revisions_athlete", "athlete_id"),
    Index("ix_revisions_entry", "entry_id"),
    Index("ix_revisions_set", "set_id"),
    sqlite_autoincrement=True,
)
"""A set as it stood before a change, copied as it was: what holds in `done_sets` holds here."""
