"""What rings during a session, and when?"""

from sqlalchemy import BigInteger, CheckConstraint, Column, ForeignKey, Index, Table, text

from bot.services.timers import TimerKind
from bot.storage.tables.base import athlete, metadata, where
from bot.storage.types import Choice, Key, Moment

RUNNING = text("due IS NOT NULL")

timers = Table(
    "timers",
    metadata,
    athlete(primary_key=True),
    Column("kind", Choice(TimerKind), primary_key=True),
    Column("chat", BigInteger, nullable=False),
    Column("session_id", Key, ForeignKey("sessions.id", ondelete="CASCADE"), nullable=False),
    Column("since", Moment, nullable=False),
    Column("due", Moment),  # NULL: it has rung
    CheckConstraint("kind IN ('rest', 'forgot')", name="kind"),
    Index("ix_timers_due", "due", "athlete_id", "kind", **where(RUNNING)),
    Index("ix_timers_session", "session_id"),
    Index("ix_timers_chat", "chat"),
    sqlite_with_rowid=False,
)
