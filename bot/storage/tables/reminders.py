"""When is the session pushed, and for which days was it?"""

from sqlalchemy import BigInteger, Column, Date, Index, Table, Time, text

from bot.storage.tables.base import athlete, flag, key, metadata, where
from bot.storage.types import Moment

HERE = text("NOT gone")

reminders = Table(
    "reminders",
    metadata,
    key(),
    athlete(unique=True),
    Column("chat", BigInteger, nullable=False),
    Column("at", Time, nullable=False),
    Column("due", Moment, nullable=False),
    Column("set_at", Moment, nullable=False),
    flag("gone"),  # as chats.gone_at says, here too so that the index of what is due leaves them out
    Index("ix_reminders_chat", "chat"),
    Index("ix_reminders_due", "due", "id", **where(HERE)),
    sqlite_autoincrement=True,
)

reminder_runs = Table(
    "reminder_runs",
    metadata,
    athlete(primary_key=True),
    Column("day", Date, primary_key=True),
    Column("at", Moment, nullable=False),
    sqlite_with_rowid=False,
)
