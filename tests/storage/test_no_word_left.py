"""Is no word of who is forgotten left anywhere? A mark is planted in every column, of every table, that holds words."""

from typing import Any

import pytest
from sqlalchemy import Connection, LargeBinary, Table, Text, delete, insert, select, update
from sqlalchemy import String as Words

from bot.storage.tables import chats, done_sets, inbox, revisions
from bot.storage.types import Choice, Json
from bot.storage.work import SqlWork
from tests.builders import NOW
from tests.storage.people import BEN
from tests.storage.test_erasure import EVE, OF_PEOPLE, live

MARK = "qplqzx"
TABLES = OF_PEOPLE


def holds_words(column: Any) -> bool:
    """Whether it can hold what somebody wrote; a choice cannot."""
    kind = column.type
    if isinstance(kind, Choice):
        return False
    return isinstance(kind, Json | LargeBinary | Text | Words) or isinstance(getattr(kind, "impl", None), Text)


def planted(column: Any) -> Any:
    if isinstance(column.type, Json):
        return {"said": MARK}
    return MARK.encode() if isinstance(column.type, LargeBinary) else MARK


def fill(connection: Connection, work: SqlWork) -> int:
    """Eve's rows in every table, with the mark in every word of them."""
    eve = live(work, EVE, 1)
    if not connection.execute(select(revisions.c.id)).first():
        kept = connection.execute(select(done_sets).where(done_sets.c.note.is_not(None))).mappings().first()
        assert kept is not None
        before = {name: value for name, value in kept.items() if name in revisions.c and name != "id"}
        connection.execute(insert(revisions), {**before, "set_id": kept["id"]})
    for table in TABLES:
        for column in table.c:
            if holds_words(column) and not column.primary_key:
                marked = update(table).where(column.is_not(None)).values({column.name: planted(column)})
                connection.execute(marked)
    return eve


def everything(connection: Connection, table: Table) -> str:
    return str([tuple(row) for row in connection.execute(select(table))])


def test_the_mark_is_in_every_column_that_can_hold_words(connection: Connection, work: SqlWork) -> None:
    fill(connection, work)
    for table in TABLES:
        for column in table.c:
            if holds_words(column) and not column.primary_key:
                found = connection.execute(select(column).where(column.is_not(None))).scalars().all()
                assert any(MARK in str(value) for value in found), f"{table.name}.{column.name}"
    marked = {table.name for table in TABLES if MARK in everything(connection, table)}
    assert marked >= {"athletes", "inbox", "outbox", "notes", "talks", "uploads", "broadcasts", "done_sets", "imports"}


def test_none_of_it_is_left_and_no_row(connection: Connection, work: SqlWork) -> None:
    eve = fill(connection, work)
    work.athletes.forget(eve)
    work.inbox.done([3], NOW)  # the update that asked for it
    assert [table.name for table in TABLES if MARK in everything(connection, table)] == []
    left = {table.name: len(connection.execute(select(table)).all()) for table in TABLES}
    assert {name for name, rows in left.items() if rows} == {"inbox"}
    bare = [tuple(row) for row in connection.execute(select(inbox.c.chat, inbox.c.body, inbox.c.fault))]
    assert set(bare) == {(None, None, None)}


def test_what_others_wrote_stays(connection: Connection, work: SqlWork) -> None:
    eve = fill(connection, work)
    ben = live(work, BEN, 100)
    before = work.history.count(ben)
    work.athletes.forget(eve)
    assert work.history.count(ben) == before > 0
    assert connection.execute(select(chats.c.athlete_id)).scalars().all() == [ben]


@pytest.mark.parametrize("table", [table for table in TABLES if table.name == "talks"])
def test_a_word_that_is_left_would_be_noticed(connection: Connection, work: SqlWork, table: Table) -> None:
    eve = fill(connection, work)
    kept = connection.execute(select(table)).mappings().all()
    work.athletes.forget(eve)
    connection.execute(insert(table), [dict(row) for row in kept])
    assert MARK in everything(connection, table)
    connection.execute(delete(table))
