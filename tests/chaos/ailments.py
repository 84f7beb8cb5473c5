"""What can ail a database? Each is a context that lasts as long as the trouble; what they need is in `Ward`."""

import resource
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

from tests.postgres import Postgres
from tests.processes import Running

FIRST_PAGE = 4096
"""Bytes that may still be written to each file."""

TRIGGER = """
CREATE OR REPLACE FUNCTION no_space() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full'; END $$;
CREATE TRIGGER no_space BEFORE INSERT OR UPDATE ON {table} EXECUTE FUNCTION no_space();
"""
WRITTEN = ("inbox", "outbox", "done_sets")


@dataclass(slots=True)
class Ward:
    """`full` is the file that `tests.chaos.full` looks for; `server` is there for PostgreSQL, for this alone."""

    url: str
    full: Path
    server: Postgres | None = None
    lease: float = 40.0
    """Seconds that replies wait on PostgreSQL when the process that leased them dies."""
    bot: Running | None = None


Ailment = Callable[[Ward], AbstractContextManager[None]]


@contextmanager
def sqlite_locked(ward: Ward) -> Iterator[None]:
    """Another process holds it for itself."""
    with closing(sqlite3.connect(ward.url.removeprefix("sqlite:///"), isolation_level=None, timeout=10)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield
        other.execute("ROLLBACK")


@contextmanager
def sqlite_full(ward: Ward) -> Iterator[None]:
    ward.full.touch()
    yield
    ward.full.unlink()


@contextmanager
def sqlite_broken(ward: Ward) -> Iterator[None]:
    """The disk takes no writes: each fails as an I/O error."""
    assert ward.bot is not None
    pid, limit = ward.bot.pid, resource.RLIMIT_FSIZE
    before = resource.prlimit(pid, limit)
    resource.prlimit(pid, limit, (FIRST_PAGE, before[1]))
    yield
    if ward.bot.poll() is None:
        resource.prlimit(pid, limit, before)


@contextmanager
def postgres_away(ward: Ward) -> Iterator[None]:
    assert ward.server is not None
    with ward.server.away():
        yield


@contextmanager
def postgres_locked(ward: Ward) -> Iterator[None]:
    """Somebody holds the tables for themselves, as a careless command does."""
    with psycopg.connect(ward.url) as other:
        other.execute(f"LOCK TABLE {', '.join(WRITTEN)} IN ACCESS EXCLUSIVE MODE")
        yield
        other.rollback()


@contextmanager
def postgres_full(ward: Ward) -> Iterator[None]:
    with psycopg.connect(ward.url, autocommit=True) as admin:
        for table in WRITTEN:
            admin.execute(TRIGGER.format(table=table))
        yield
        for table in WRITTEN:
            admin.execute(f"DROP TRIGGER no_space ON {table}")


AILMENTS: dict[str, Ailment] = {
    "SQLite locked": sqlite_locked,
    "SQLite full": sqlite_full,
    "SQLite's disk broken": sqlite_broken,
    "PostgreSQL away": postgres_away,
    "PostgreSQL locked": postgres_locked,
    "PostgreSQL full": postgres_full,
}
