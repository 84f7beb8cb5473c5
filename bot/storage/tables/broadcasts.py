"""Which messages to everybody were written, and how far are they?"""

from sqlalchemy import BigInteger, CheckConstraint, Column, Index, Integer, Table, text

from bot.services.broadcasts import State
from bot.storage.tables.base import athlete, key, metadata, where
from bot.storage.types import Choice, Moment, Words

UNDER_WAY = text("state IN ('sending', 'stopping')")

broadcasts = Table(
    "broadcasts",
    metadata,
    key(),
    athlete(),
    Column("chat", BigInteger, nullable=False),
    Column("text", Words, nullable=False),
    Column("state", Choice(State), nullable=False),
    Column("written_at", Moment, nullable=False),
    Column("confirmed_at", Moment),
    Column("total", Integer, nullable=False, server_default=text("0")),
    Column("put", Integer, nullable=False, server_default=text("0")),
    Column("last_chat", BigInteger, nullable=False, server_default=text("0")),
    CheckConstraint("state IN ('draft', 'sending', 'stopping', 'done', 'stopped')", name="state"),
    CheckConstraint("(state = 'draft') = (confirmed_at IS NULL)", name="confirmed"),
    Index("ix_broadcasts_athlete", "athlete_id"),
    Index("ix_broadcasts_under_way", "id", **where(UNDER_WAY)),
    sqlite_autoincrement=True,
)
