"""Which revision are the tables at, and how do they get to another?

Alembic is imported only when there is something to do: a start with tables in order costs one question.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from bot.storage.engine import DatabaseRefused

if TYPE_CHECKING:
    from alembic.config import Config

MIGRATIONS = Path(__file__).parent / "migrations"
REVISIONS = tuple(sorted(path.stem.partition("_")[0] for path in (MIGRATIONS / "versions").glob("[0-9]*_*.py")))
HEAD = REVISIONS[-1]
LOCK = 0x0B0B


def current(connection: Connection) -> str | None:
    """The revision of the tables; None where there are none yet."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    revision: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
    return revision


def upgrade(connection: Connection) -> None:
    """To the newest revision, in the transaction of this connection; a second process waits and finds it done."""
    if _known(current(connection)) == HEAD:
        return
    _lock(connection)
    if _known(current(connection)) == HEAD:
        return
    from alembic import command

    command.upgrade(_config(connection), "head")


def downgrade(connection: Connection, revision: str) -> None:
    """Back to an older revision, or to `base`: no tables at all."""
    if revision != "base" and revision not in REVISIONS:
        raise DatabaseRefused(f"there is no revision {revision}: the revisions are base, {', '.join(REVISIONS)}")
    _lock(connection)
    _known(current(connection))
    from alembic import command

    command.downgrade(_config(connection), revision)


def _known(revision: str | None) -> str | None:
    if revision is not None and revision not in REVISIONS:
        raise DatabaseRefused(
            f"the database is at revision {revision}, which this version does not know (it goes up to {HEAD}): "
            "start the newer version, or restore a backup made before the upgrade"
        )
    return revision


def _lock(connection: Connection) -> None:
    """On SQLite the transaction itself is the lock: it began as a writer."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})


def _config(connection: Connection) -> "Config":
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
