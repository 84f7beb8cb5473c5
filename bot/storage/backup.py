"""How is a SQLite database copied while it is written to?

Copying the file of a live database gives a torn copy, for part of it is still in the log beside it. `VACUUM INTO`
writes the state of one moment, and lets writers go on.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from bot.domain.errors import StorageUnavailable
from bot.storage.engine import DatabaseRefused, parse


def back_up(url: str, file: Path) -> None:
    """Write a checked copy to a file that does not exist yet."""
    parsed = parse(url)
    if parsed.drivername != "sqlite" or not parsed.database:
        raise DatabaseRefused("only SQLite databases are copied here: for PostgreSQL use pg_dump --format=custom")
    source = Path(parsed.database)
    if not source.exists():
        raise DatabaseRefused(f"there is no database at {source} to back up")
    try:
        file.touch(mode=0o600, exist_ok=False)  # an empty file is what VACUUM INTO accepts, and keeps private
    except OSError as refusal:
        raise DatabaseRefused(
            f"{file} cannot be made ({refusal.strerror}): name a new file in a folder that is there"
        ) from None
    try:
        _copy(source, file)
    except sqlite3.Error as trouble:
        file.unlink()
        raise StorageUnavailable(str(trouble)) from trouble


def _copy(source: Path, file: Path) -> None:
    with closing(sqlite3.connect(source, timeout=30)) as connection:
        connection.execute("VACUUM INTO ?", (str(file),))
    with closing(sqlite3.connect(file)) as copy:
        (verdict,) = copy.execute("PRAGMA integrity_check").fetchone()
    if verdict != "ok":
        raise sqlite3.DatabaseError(f"the copy is damaged: {verdict}")
