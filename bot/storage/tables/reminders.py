"""When is the session pushed, for which days was it, and what is there to tell about pushes that did not come?"""

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    SmallInteger,
    String,
    Table,
    Time,
    text,
)

from bot.storage.tables.base import athlete, flag, key, metadata, where
from bot.storage.types import Key, Moment

HERE = text("NOT gone")

reminders = Table(
    "reminders",
    metadata,
    key(),
    athlete(),
    Column("chat", BigInteger, nullable=False),
    Column("at", Time, nullable=False),
    Column("days", SmallInteger, nullable=False),  # one bit a weekday, Monday's the lowest
    Column("day", Date, nullable=False),
    Column("due", Moment, nullable=False),
    flag("again"),
    Column("set_at", Moment, nullable=False),
    Column("since", Moment, nullable=False),
    Column("rules", String(64), nullable=False, server_default=text("''")),
    flag("gone"),  # as chats.gone_at says, here too so that the index of what is due leaves them out
    CheckConstraint("days BETWEEN 1 AND 127", name="days"),
    Index("ix_reminders_athlete", "athlete_id"),
    Index("ix_reminders_chat", "chat"),
    Index("ix_reminders_due", "due", "id", **where(HERE)),
    sqlite_autoincrement=True,
)

reminder_runs = Table(
    "reminder_runs",
    metadata,
    Column("reminder_id", Key, ForeignKey("reminders.id", ondelete="CASCADE"), primary_key=True),
    Column("day", Date, primary_key=True),
    athlete(),
    Column("at", Moment, nullable=False),
    flag("skipped"),
    Index("ix_reminder_runs_athlete", "athlete_id", "day"),
    sqlite_with_rowid=False,
)

push_states = Table(
    "push_states",
    metadata,
    athlete(primary_key=True),
    Column("paused_until", Date),
    Column("missed", SmallInteger, nullable=False, server_default=text("0")),
    Column("missed_from", Date),
    CheckConstraint("(missed > 0) = (missed_from IS NOT NULL)", name="missed"),
)
