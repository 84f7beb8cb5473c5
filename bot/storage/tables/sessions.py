"""Which sessions are there, what does each ask for, and what did it ask of a lift that another took the place of?"""

from sqlalchemy import (
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    SmallInteger,
    String,
    Table,
    UniqueConstraint,
    text,
)

from bot.domain.session import SessionState
from bot.domain.training import GaveOut, Method
from bot.domain.units import Unit
from bot.storage.tables.base import athlete, flag, key, load_holds, metadata, where
from bot.storage.types import Choice, Exact, Json, Key, Moment, Words

OPEN = text("state = 'open'")
FINISHED = text("state = 'finished'")

sessions = Table(
    "sessions",
    metadata,
    key(),
    athlete(),
    Column("program", String(100), nullable=False),
    Column("state", Choice(SessionState), nullable=False),
    Column("position", Integer, nullable=False),
    Column("started_at", Moment, nullable=False),
    Column("day", Date, nullable=False),
    Column("finished_at", Moment),
    Column("title", Words),  # where it is a session of a plan, and has a name of its own
    Column("plan_id", Key),
    Column("part", SmallInteger, nullable=False, server_default=text("0")),
    flag("light"),
    flag("deload"),
    CheckConstraint("state IN ('open', 'finished')", name="state"),
    CheckConstraint("(state = 'finished') = (finished_at IS NOT NULL)", name="finished"),
    CheckConstraint("position >= 0", name="position"),
    # What done_sets points at, so that no set can be kept in another athlete's session.
    UniqueConstraint("id", "athlete_id"),
    Index("uq_sessions_open", "athlete_id", unique=True, **where(OPEN)),
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
    flag("per_side"),
    flag("timed"),
    flag("bodyweight"),
    flag("skipped"),
    Column("load", Exact),
    Column("load_unit", Choice(Unit)),
    CheckConstraint("position >= 0", name="position"),
    CheckConstraint("sets >= 1", name="sets"),
    CheckConstraint("reps_low >= 1 AND reps_low <= reps_high", name="reps"),
    CheckConstraint("rest >= 0", name="rest"),
    Column("method", Choice(Method), nullable=False, server_default=text(f"'{Method.DOUBLE}'")),
    Column("rpe", Exact),
    Column("percent", SmallInteger),
    Column("gave_out", Choice(GaveOut)),
    Column("advice", Json),
    *load_holds(),
    sqlite_with_rowid=False,
)

swapped_lifts = Table(
    "swapped_lifts",
    metadata,
    Column("session_id", Key, ForeignKey("sessions.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("exercise", String(100), primary_key=True),
    athlete(cascade=True),
    Column("sets", Integer, nullable=False),
    Column("reps_low", Integer, nullable=False),
    Column("reps_high", Integer, nullable=False),
    Column("gave_out", Choice(GaveOut)),
    Index("ix_swapped_lifts_athlete", "athlete_id"),
    sqlite_with_rowid=False,
)
