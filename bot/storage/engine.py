"""How is a database reached: which URL means which driver, and how is each connection set up?"""

from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import NullPool, QueuePool

BUSY_MILLISECONDS = 10_000
"""How long SQLite waits for another process (a backup, a migration) before it says that it is locked."""
CACHE_KIBIBYTES = 16_384

POSTGRES_OPTIONS = "-c timezone=UTC -c jit=off -c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off"
"""Every question here has an index. PostgreSQL would rather read whole tables while they are small, and keeps such a
plan as they grow, until it counts them again; so plans are held to the indexes."""

KEEPALIVES = {"keepalives_idle": 30, "keepalives_interval": 10, "keepalives_count": 3, "tcp_user_timeout": 30_000}
"""A line that a firewall cut without a word is noticed within a minute; left alone, TCP takes two hours."""
SECRETS = ("password", "sslpassword")
"""What may stand behind the ? of a URL, where nothing hides it when the URL is shown."""


class DatabaseRefused(Exception):
    """The database that the settings name cannot be used by this version. One sentence for the operator."""


def parse(url: str) -> URL:
    """The URL with the driver this project uses. What is wrong with it is said without repeating it: it may hold a
    password."""
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        raise DatabaseRefused(
            "the database URL cannot be read: write sqlite:///data/coach.db or postgresql://user:password@host/name"
        ) from None
    kind = parsed.drivername.partition("+")[0]
    if kind == "sqlite":
        return parsed.set(drivername="sqlite")
    if kind in ("postgresql", "postgres"):
        return parsed.set(drivername="postgresql+psycopg")
    raise DatabaseRefused(f"{kind} databases are not supported: use sqlite:///path or postgresql://...")


def make_engine(url: URL, connections: int) -> Engine:
    return _sqlite(url) if url.drivername == "sqlite" else _postgresql(url, connections)


def make_reader(url: URL) -> Engine:
    """Connections that change nothing, each transaction on the database as it stood when that began: what reads for
    long holds no writer up (SQLite's log and PostgreSQL's versions both keep what it still needs)."""
    return _sqlite_reader(url) if url.drivername == "sqlite" else _postgresql_reader(url)


def in_memory(url: URL) -> bool:
    """A database that a second connection would not see."""
    return url.drivername == "sqlite" and url.database in (None, "", ":memory:")


def _sqlite(url: URL) -> Engine:
    if url.database and url.database != ":memory:":
        _make_folder(Path(url.database).parent)
    engine = create_engine(
        url,
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
        hide_parameters=True,
        connect_args={"isolation_level": None, "check_same_thread": False},
    )
    event.listen(engine, "connect", _set_up_sqlite)
    event.listen(engine, "begin", _begin_immediate)
    return engine


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)  # what somebody trains is nobody else's business
    except OSError as refusal:
        raise DatabaseRefused(f"the folder {folder} of the database cannot be made ({refusal.strerror})") from None


def _set_up_sqlite(connection: Any, _: object) -> None:
    for pragma in (
        f"busy_timeout = {BUSY_MILLISECONDS}",
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        f"cache_size = -{CACHE_KIBIBYTES}",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _sqlite_reader(url: URL) -> Engine:
    engine = create_engine(
        url,
        poolclass=NullPool,
        hide_parameters=True,
        connect_args={"isolation_level": None, "check_same_thread": False},
    )
    event.listen(engine, "connect", _set_up_sqlite_reader)
    event.listen(engine, "begin", _begin_to_read)
    return engine


def _set_up_sqlite_reader(connection: Any, _: object) -> None:
    connection.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
    connection.execute("PRAGMA query_only = ON")


def _begin_to_read(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


def _begin_immediate(connection: Connection) -> None:
    """Take the write lock at once: a transaction that turns from reader to writer is refused, not made to wait."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _postgresql(url: URL, connections: int) -> Engine:
    return create_engine(
        url.difference_update_query(SECRETS),
        pool_size=connections,
        max_overflow=0,
        pool_pre_ping=True,
        hide_parameters=True,
        connect_args=_postgresql_arguments(url),
    )


def _postgresql_reader(url: URL) -> Engine:
    return create_engine(
        url.difference_update_query(SECRETS),
        poolclass=NullPool,
        hide_parameters=True,
        isolation_level="REPEATABLE READ",
        execution_options={"postgresql_readonly": True},
        connect_args=_postgresql_arguments(url),
    )


def _postgresql_arguments(url: URL) -> dict[str, object]:
    return {
        "connect_timeout": 10,
        "options": POSTGRES_OPTIONS,
        "application_name": "backcoach",
        **KEEPALIVES,
        **{name: value for name, value in url.query.items() if name in SECRETS},
    }
