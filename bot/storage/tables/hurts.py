"""Which lifts are set aside because they hurt?"""

from sqlalchemy import BigInteger, Column, String, Table

from bot.storage.tables.base import athlete, metadata
from bot.storage.types import Moment

LONGEST_ID = 64

hurts = Table(
    "hurts",
    metadata,
    athlete(cascade=True, primary_key=True),
    Column("exercise", String(LONGEST_ID), primary_key=True),
    Column("sites", String(LONGEST_ID), nullable=False),  # with a blank between them; empty where it is not known
    Column("since", Moment, nullable=False),
    Column("back_at", Moment),  # it comes back, lighter
    Column("asked_at", Moment),
    Column("question", BigInteger),
)
