"""Which updates came in, and which replies are to go out?"""

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Index,
    Integer,
    LargeBinary,
    SmallInteger,
    String,
    Table,
    text,
)

from bot.storage.tables.base import flag, key, metadata, where
from bot.storage.types import Json, Key, Moment, Words

WAITING = text("ended_at IS NULL")
ENDED = text("ended_at IS NOT NULL")
DEAD = text("fault IS NOT NULL")
"""Of the inbox: put aside."""

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
    Index("ix_inbox_waiting", "lap", "update_id", **where(WAITING)),
    Index("ix_inbox_chat", "chat", "update_id", **where(text("chat IS NOT NULL"))),
    Index("ix_inbox_ended", "received_at", **where(ENDED)),
    Index("ix_inbox_dead", "update_id", **where(DEAD)),
)

outbox = Table(
    "outbox",
    metadata,
    key(),
    Column("chat", BigInteger, nullable=False),
    Column("method", String(64), nullable=False),
    Column("payload", Json, nullable=False),
    Column("priority", SmallInteger, nullable=False),
    Column("screen", String(64)),
    flag("edits_screen"),
    flag("best_effort"),
    Column("file_name", Words),
    Column("file", LargeBinary),
    Column("put_at", Moment, nullable=False),
    Column("ready_at", Moment, nullable=False),
    Column("leased_until", Moment),
    Column("until", Moment),  # past it the call is of no use
    Column("picture", String(128)),  # the one it brings, by its name in sent_pictures
    Column("tries", Integer, nullable=False, server_default=text("0")),
    Column("ended_at", Moment),
    Column("fault", Words),
    CheckConstraint("priority IN (0, 1)", name="priority"),
    CheckConstraint("(file IS NULL) = (file_name IS NULL)", name="file"),
    Index("ix_outbox_waiting", "priority", "id", **where(WAITING)),
    Index("ix_outbox_chat", "chat", "priority", "id"),
    Index("ix_outbox_ended", "ended_at", **where(ENDED)),
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

sent_pictures = Table(
    "sent_pictures",
    metadata,
    Column("bot", BigInteger, primary_key=True, autoincrement=False),
    Column("name", String(128), primary_key=True),
    Column("file_id", Words, nullable=False),
    Column("noted_at", Moment, nullable=False),
    sqlite_with_rowid=False,
)

OF_NOBODY = frozenset({sent_pictures})
"""Tables whose rows are the same whoever is here: nothing of a person is in them."""
