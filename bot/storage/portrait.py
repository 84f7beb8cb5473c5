"""What is everything that is kept about an athlete, as plain JSON values?

Found by the columns, as in `erasure`: rows with their `athlete_id`, rows of their chats, and what hangs on these. Of a
file on its way to them there is its name and size: it would else be an export within an export.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import orjson
from sqlalchemy import ColumnElement, Connection, Select, Table, func, select

from bot.domain.units import plain
from bot.storage.done_sets import ROWS_AT_ONCE
from bot.storage.erasure import OWN_CHATS
from bot.storage.tables import OF_NOBODY, athletes, metadata, outbox, session_items, sessions

DERIVED = {"heaviness", "effort", "lap", "fingerprint", "lift_in_file"}
"""Columns that only sort: they repeat what other columns say."""


AS_THEY_ARE = frozenset({int, str, bool})
FILE_SIZE = func.length(outbox.c.file).label("file_size")


def everything(connection: Connection, athlete: int) -> Iterator[tuple[str, Iterator[Mapping[str, object]]]]:
    own_chats = connection.execute(OWN_CHATS, {"athlete": athlete}).scalars().all()
    for table in metadata.sorted_tables:
        if table in OF_NOBODY:
            continue
        columns = _columns(table)
        if "athlete_id" in table.c:
            query = select(*columns).where(table.c.athlete_id == athlete)
        elif "chat" in table.c:
            query = select(*columns).where(table.c.chat.in_(own_chats))
        elif table is session_items:
            query = select(*columns).join(sessions).where(sessions.c.athlete_id == athlete)
        else:
            query = select(*columns).where(athletes.c.id == athlete)
        yield str(table.name), _rows(connection, query.order_by(*table.primary_key.columns))


def _columns(table: Table) -> list[ColumnElement[Any]]:
    return [FILE_SIZE if column is outbox.c.file else column for column in table.c if column.name not in DERIVED]


def _rows(connection: Connection, query: Select[Any]) -> Iterator[Mapping[str, object]]:
    # Names of columns are a kind of str that orjson does not take for one.
    names = [str(column.name) for column in query.selected_columns]
    for row in connection.execute(query.execution_options(yield_per=ROWS_AT_ONCE)):
        yield dict(zip(names, map(_value, row), strict=True))


def _value(value: Any) -> object:
    if value is None or type(value) in AS_THEY_ARE:
        return value
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, bytes):
        return _opened(value)
    return value


def _opened(body: bytes) -> object:
    """The JSON in a body, or its text: a file that was sent, an update that nobody could read, or one nested so deeply
    that it can be read but not be written again."""
    try:
        opened: object = orjson.loads(body)
        orjson.dumps([[opened]])  # as deep as it will stand in an export
    except (orjson.JSONDecodeError, orjson.JSONEncodeError):
        return body.decode("utf-8", "replace")
    return opened
