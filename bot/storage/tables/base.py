"""What do all tables share? One metadata, the names of constraints, and the columns that recur."""

from typing import Any

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ColumnElement,
    ForeignKey,
    MetaData,
    TextClause,
    false,
    literal_column,
)

from bot.domain.units import HEAVIEST
from bot.storage.types import Key, thousandths

LOADS = thousandths(HEAVIEST)

ONE: ColumnElement[int] = literal_column("1")
"""A LIMIT that PostgreSQL sees when it plans; of a parameter it would guess a tenth of the table."""

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


def key() -> Column[int]:
    return Column("id", Key, primary_key=True)


def athlete(*, cascade: bool = False, **options: Any) -> Column[int]:
    """`cascade`: the rows go with the athlete; for tables that an older version beside this one does not know."""
    owner = ForeignKey("athletes.id", ondelete="CASCADE" if cascade else None)
    return Column("athlete_id", Key, owner, nullable=False, **options)


def flag(name: str) -> Column[bool]:
    return Column(name, Boolean, nullable=False, server_default=false())


def where(condition: TextClause) -> dict[str, Any]:
    return {"sqlite_where": condition, "postgresql_where": condition}


def load_holds() -> tuple[CheckConstraint, ...]:
    return (
        CheckConstraint("load_unit IN ('kg', 'lb')", name="load_unit"),
        CheckConstraint("(load IS NULL) = (load_unit IS NULL)", name="load_with_unit"),
        CheckConstraint(f"load BETWEEN -{LOADS} AND {LOADS}", name="load"),
    )
