"""How is a row inserted that may be there already? The same for both databases, which spell it apart."""

from typing import TypeAlias, TypeVar

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite

PerDialect: TypeAlias = dict[str, sqlite.Insert | postgresql.Insert]


T = TypeVar("T", sqlite.Insert, postgresql.Insert)


def insert_new(table: Table) -> PerDialect:
    """Rows that are there already are left as they are."""
    return {
        "sqlite": sqlite.insert(table).on_conflict_do_nothing(),
        "postgresql": postgresql.insert(table).on_conflict_do_nothing(),
    }


def insert_or_replace(table: Table) -> PerDialect:
    """Rows that are there already take the new values."""
    return {
        "sqlite": _replacing(sqlite.insert(table), table),
        "postgresql": _replacing(postgresql.insert(table), table),
    }


def _replacing(insert: T, table: Table) -> T:
    values = {column.name: insert.excluded[column.name] for column in table.c if not column.primary_key}
    return insert.on_conflict_do_update(index_elements=table.primary_key.columns, set_=values)
