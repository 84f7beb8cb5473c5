"""How does work get to the database and back: on which thread, in which transaction, and what when it is away?"""

import asyncio
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DatabaseError, DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from bot.domain.errors import StorageUnavailable
from bot.services.ports import Work
from bot.storage.engine import in_memory, make_engine, make_reader, parse
from bot.storage.work import SqlWork

T = TypeVar("T")

READERS = 2
"""Threads for what reads for long: a picture is not to wait for a file."""


def open_database(url: str, *, connections: int = 4) -> "SqlDatabase":
    """The database behind `sqlite:///path` (its folder is made) or `postgresql://...`.

    SQLite has one connection whatever `connections` says: one writer in a queue of its own is faster than several
    that wait for each other's lock, and never starves.
    """
    parsed = parse(url)
    engine = make_engine(parsed, connections)
    reader = engine if in_memory(parsed) else make_reader(parsed)
    return SqlDatabase(engine, reader, 1 if parsed.drivername == "sqlite" else connections)


class SqlDatabase:
    """Jobs run first come, first served, each in one transaction on a database thread; what only reads, and for
    long, on a thread and a connection of its own."""

    def __init__(self, engine: Engine, reader: Engine, threads: int) -> None:
        self.engine = engine
        self._reader = reader
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="database")
        self._reading = (
            self._threads if reader is engine else ThreadPoolExecutor(READERS, thread_name_prefix="database-reader")
        )

    def __repr__(self) -> str:
        return f"<SqlDatabase {self.engine.dialect.name} {self.engine.url.database}>"

    async def run(self, job: Callable[[Work], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._transact, job)

    def run_now(self, job: Callable[[Work], T]) -> T:
        """The same for those who have no loop; waits for the result."""
        return self._threads.submit(self._transact, job).result()

    async def read(self, job: Callable[[Work], T]) -> T:
        """The same for what reads for long and changes nothing: it sees the database as it stands when it begins, and
        no other job waits for it."""
        return await asyncio.get_running_loop().run_in_executor(self._reading, self._look, job)

    def read_now(self, job: Callable[[Work], T]) -> T:
        """The same for those who have no loop; waits for the result."""
        return self._reading.submit(self._look, job).result()

    def migrate(self) -> None:
        """Bring the tables to the revision this version of the code asks for."""
        from bot.storage.migrate import upgrade

        self._threads.submit(self._connected, upgrade).result()

    def downgrade(self, revision: str) -> None:
        from bot.storage.migrate import downgrade

        self._threads.submit(self._connected, lambda connection: downgrade(connection, revision)).result()

    def revision(self) -> str | None:
        from bot.storage.migrate import current

        return self._threads.submit(self._connected, current).result()

    async def in_order(self) -> bool:
        """Whether the tables are at the revision that this version asks for, or at one it does not know yet: that of
        a newer version beside it. Raises StorageUnavailable."""
        from bot.storage.migrate import HEAD, REVISIONS, current

        found = await asyncio.get_running_loop().run_in_executor(self._threads, self._connected, current)
        return found is not None and (found == HEAD or found not in REVISIONS)

    def close(self) -> None:
        """Finish what is queued, then let go of the database."""
        for threads in (self._reading, self._threads):
            threads.shutdown(wait=True)
        for engine in (self._reader, self.engine):
            engine.dispose()

    def _transact(self, job: Callable[[Work], T]) -> T:
        return self._connected(lambda connection: job(SqlWork(connection)))

    def _look(self, job: Callable[[Work], T]) -> T:
        with named_trouble(), self._reader.begin() as connection:
            return job(SqlWork(connection))

    def _connected(self, job: Callable[[Connection], T]) -> T:
        with named_trouble(), self.engine.begin() as connection:
            return job(connection)


@contextmanager
def named_trouble() -> Iterator[None]:
    """Say `StorageUnavailable` when the database is locked, full, broken, out of reach or out of connections."""
    try:
        yield
    except (OperationalError, InterfaceError, PoolTimeout) as trouble:
        raise StorageUnavailable(_reason(trouble)) from trouble
    except DBAPIError as trouble:
        # SQLite reports a file that is no database, or a damaged one, by the class all its errors share.
        if trouble.connection_invalidated or type(trouble) is DatabaseError:
            raise StorageUnavailable(_reason(trouble)) from trouble
        raise


def _reason(trouble: OperationalError | InterfaceError | PoolTimeout | DBAPIError) -> str:
    return str(getattr(trouble, "orig", None) or trouble).strip().partition("\n")[0]
