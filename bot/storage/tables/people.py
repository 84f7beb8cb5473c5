"""Who is there, what did they set, what was said to them, and what could not be answered?"""

from sqlalchemy import BigInteger, Boolean, CheckConstraint, Column, Index, SmallInteger, String, Table, text, true

from bot.domain.athlete import DAY_TURNS, LATEST_TURN
from bot.domain.units import Unit
from bot.services.open_questions import Why
from bot.storage.tables.base import athlete, flag, key, metadata
from bot.storage.types import Choice, Json, Key, Moment, Words

athletes = Table(
    "athletes",
    metadata,
    key(),
    Column("telegram_id", BigInteger, nullable=False, unique=True),
    Column("name", Words, nullable=False),
    Column("met_at", Moment, nullable=False),
    sqlite_autoincrement=True,
)

settings = Table(
    "settings",
    metadata,
    athlete(primary_key=True),
    Column("unit", Choice(Unit), nullable=False),
    flag("unit_chosen"),
    Column("zone", String(64), nullable=False),
    flag("zone_chosen"),
    Column("day_turns", SmallInteger, nullable=False, server_default=text(str(DAY_TURNS))),
    Column("rest_timer", Boolean, nullable=False, server_default=true()),
    flag("dark_pictures"),
    Column("weekly_report", Boolean, nullable=False, server_default=true()),
    CheckConstraint("unit IN ('kg', 'lb')", name="unit"),
    CheckConstraint(f"day_turns BETWEEN 0 AND {LATEST_TURN}", name="day_turns"),
)

chats = Table(
    "chats",
    metadata,
    Column("chat", BigInteger, primary_key=True, autoincrement=False),
    athlete(primary_key=True),
    Column("gone_at", Moment),
    Index("ix_chats_athlete", "athlete_id"),
    sqlite_with_rowid=False,
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
    key(),
    athlete(),
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
