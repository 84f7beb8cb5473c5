"""Which databases can a test ask for? `database` runs it on both; each test has one of its own, tables made."""

import shutil
from collections.abc import Iterator
from itertools import count
from os import getpid
from pathlib import Path

import pytest

from bot.storage.database import SqlDatabase, open_database
from tests.postgres import Postgres, locked, postgres

TEMPLATE = "coach_template"
BOTH = ("sqlite", "postgresql")
_numbers = count()


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """A folder that every process of this test run sees, and no other run."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if hasattr(request.config, "workerinput") else own


@pytest.fixture(scope="session")
def postgres_server(shared_folder: Path) -> Iterator[Postgres]:
    server = postgres(shared_folder)
    with locked(shared_folder):
        if not server.exists(TEMPLATE):
            made = open_database(server.create(TEMPLATE), connections=1)
            made.migrate()
            made.close()
    yield server
    server.let_go()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("sqlite") / "template.db"
    made = open_database(f"sqlite:///{file}")
    made.migrate()
    made.close()
    return file


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    return f"sqlite:///{shutil.copy(sqlite_template, tmp_path / 'coach.db')}"


@pytest.fixture
def postgres_url(postgres_server: Postgres) -> Iterator[str]:
    name = f"coach_{getpid()}_{next(_numbers)}"
    yield postgres_server.create(name, template=TEMPLATE)
    postgres_server.drop(name)


@pytest.fixture
def empty_postgres_url(postgres_server: Postgres) -> Iterator[str]:
    """A database without tables."""
    name = f"empty_{getpid()}_{next(_numbers)}"
    yield postgres_server.create(name)
    postgres_server.drop(name)


@pytest.fixture
def sqlite_database(sqlite_url: str) -> Iterator[SqlDatabase]:
    database = open_database(sqlite_url)
    yield database
    database.close()


@pytest.fixture
def postgres_database(postgres_url: str) -> Iterator[SqlDatabase]:
    database = open_database(postgres_url)
    yield database
    database.close()


@pytest.fixture(params=BOTH)
def database_url(request: pytest.FixtureRequest) -> str:
    url: str = request.getfixturevalue("sqlite_url" if request.param == "sqlite" else "postgres_url")
    return url


@pytest.fixture
def database(database_url: str) -> Iterator[SqlDatabase]:
    opened = open_database(database_url)
    yield opened
    opened.close()
