"""Which plans were made for a lifter, what is there where they train, and when is their week told?"""

from sqlalchemy import BigInteger, Column, Date, Index, Table

from bot.storage.tables.base import athlete, flag, key, metadata, where
from bot.storage.tables.reminders import HERE
from bot.storage.types import Json, Moment

plans = Table(
    "plans",
    metadata,
    key(),
    athlete(),
    Column("plan", Json, nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("ended_at", Moment),  # the lifter went back to the sample session
    Index("ix_plans_athlete", "athlete_id", "id"),
    sqlite_autoincrement=True,
)

gyms = Table(
    "gyms",
    metadata,
    athlete(primary_key=True),
    Column("gym", Json, nullable=False),
)

weekly_reports = Table(
    "weekly_reports",
    metadata,
    athlete(primary_key=True),
    Column("chat", BigInteger, nullable=False),
    Column("due", Moment, nullable=False),
    Column("week", Date),
    flag("gone"),  # as chats.gone_at says, here too so that the index of what is due leaves them out
    Index("ix_weekly_reports_due", "due", "athlete_id", **where(HERE)),
    Index("ix_weekly_reports_chat", "chat"),
)
