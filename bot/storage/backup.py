"""How is a database copied while it is written to?

Copying the file of a live SQLite database gives a torn copy, for part of it is still in the log beside it. `VACUUM
INTO` writes the state of one moment, and lets writers go on. PostgreSQL's own pg_dump does the same there.
"""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from typing import IO

from sqlalchemy import URL

from bot.domain.errors import StorageUnavailable
from bot.storage.engine import DatabaseRefused, parse

ENDINGS = {"sqlite": "db", "postgresql+psycopg": "dump"}
PROGRAMS = ("pg_dump", "pg_restore")


def ending(url: str) -> str:
    """What a backup of this database is called behind the dot: db (SQLite), or dump (for pg_restore)."""
    return ENDINGS[parse(url).drivername]


def back_up(url: str, file: Path) -> None:
    """Write a checked copy to a file that does not exist yet, for its owner alone. Raises DatabaseRefused where it
    cannot be made at all, StorageUnavailable where the database, or the copy, is damaged or away; then nothing is
    left of it."""
    parsed = parse(url)
    copy = _sqlite_copy if parsed.drivername == "sqlite" else _dump
    _check(parsed)
    try:
        file.touch(mode=0o600, exist_ok=False)  # an empty file is what VACUUM INTO accepts, and keeps private
    except OSError as refusal:
        raise DatabaseRefused(
            f"{file} cannot be made ({refusal.strerror}): name a new file in a folder that is there"
        ) from None
    try:
        copy(parsed, file)
    except BaseException:
        file.unlink()
        raise


def _check(url: URL) -> None:
    if url.drivername == "sqlite":
        if not url.database or not Path(url.database).exists():
            raise DatabaseRefused(f"there is no database at {url.database} to back up")
        return
    missing = [name for name in PROGRAMS if shutil.which(name) is None]
    if missing:
        raise DatabaseRefused(
            f"{' and '.join(missing)} cannot be found here: install PostgreSQL's client programs, as new as the server "
            "or newer, or with Docker Compose use deploy/backup.sh --compose"
        )


def _sqlite_copy(url: URL, file: Path) -> None:
    try:
        with closing(sqlite3.connect(str(url.database), timeout=30)) as connection:
            connection.execute("VACUUM INTO ?", (str(file),))
        with closing(sqlite3.connect(file)) as copy:
            (verdict,) = copy.execute("PRAGMA integrity_check").fetchone()
    except sqlite3.Error as trouble:
        raise StorageUnavailable(str(trouble)) from trouble
    if verdict != "ok":
        raise StorageUnavailable(f"the copy is damaged: {verdict}")


def _dump(url: URL, file: Path) -> None:
    """The password goes by the environment: arguments of a process can be seen by all. Unpacking all of the dump reads
    every block of it, and finds one that was cut off."""
    password = url.password or url.query.get("password")
    environment = {**os.environ} | ({"PGPASSWORD": str(password)} if password else {})  # noqa: TID251 - handed on
    bare = url.set(drivername="postgresql", password=None).difference_update_query(["password"])
    address = bare.render_as_string(hide_password=False).replace("postgresql://@", "postgresql://")
    with file.open("wb") as dump:
        _run(["pg_dump", "--format=custom", "--no-owner", "--no-password", f"--dbname={address}"], environment, dump)
    _run(["pg_restore", f"--file={os.devnull}", str(file)], environment, subprocess.DEVNULL)


def _run(command: list[str], environment: dict[str, str], out: int | IO[bytes]) -> None:
    ended = subprocess.run(
        command, env=environment, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.PIPE, text=True, check=False
    )
    if ended.returncode != 0:
        said = ended.stderr.strip().partition("\n")[0]
        raise StorageUnavailable(f"{command[0]} failed: {said or f'it ended with {ended.returncode}'}")
