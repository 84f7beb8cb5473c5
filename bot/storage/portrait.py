"""What is everything that is kept about an athlete, as plain JSON values?

Found by the columns, as in `erasure`: rows with their `athlete_id`, rows of their chats, and what hangs on these.
"""

from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import orjson
from sqlalchemy import Connection, RowMapping, Table, select

from bot.domain.units import plain
from bot.storage.erasure import OWN_CHATS
from bot.storage.tables import athletes, metadata, session_items, sessions

DERIVED = {"heaviness", "effort", "lap", "fingerprint", "lift_in_file"}
"""Columns that only sort: they repeat what other columns say."""


def everything(connection: Connection, athlete: int) -> Mapping[str, object]:
    own_chats = connection.execute(OWN_CHATS, {"athlete": athlete}).scalars().all()
    found: dict[str, object] = {}
    for table in metadata.sorted_tables:
        if "athlete_id" in table.c:
            query = select(table).where(table.c.athlete_id == athlete)
        elif "chat" in table.c:
            query = select(table).where(table.c.chat.in_(own_chats))
        elif table is session_items:
            query = select(table).join(sessions).where(sessions.c.athlete_id == athlete)
        else:
            query = select(table).where(athletes.c.id == athlete)
        query = query.order_by(*table.primary_key.columns)
        found[str(table.name)] = [_plain(table, row._mapping) for row in connection.execute(query)]
    return found


def _plain(table: Table, row: RowMapping) -> dict[str, object]:
    # Names of columns are a kind of str that orjson does not take for one.
    return {str(column.name): _value(row[column.name]) for column in table.c if column.name not in DERIVED}


def _value(value: Any) -> object:
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, bytes):
        return _opened(value)
    return value


def _opened(body: bytes) -> object:
    """The JSON in a body, or its text: a file that was sent, or an update that nobody could read."""
    try:
        opened: object = orjson.loads(body)
    except orjson.JSONDecodeError:
        return body.decode("utf-8", "replace")
    return opened
