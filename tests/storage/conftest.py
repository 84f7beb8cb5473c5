"""What do the tests of storage work on? A transaction on each kind of database, with one athlete in it."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection

from bot.storage.database import SqlDatabase
from bot.storage.work import SqlWork
from tests.builders import NOW
from tests.storage.people import ANN


@pytest.fixture
def connection(database: SqlDatabase) -> Iterator[Connection]:
    with database.engine.begin() as opened:
        yield opened


@pytest.fixture
def work(connection: Connection) -> SqlWork:
    return SqlWork(connection)


@pytest.fixture
def ann(work: SqlWork) -> int:
    return work.athletes.meet(ANN, ANN.id, NOW)[0].id
