"""Is a copy of a database in use whole, and nothing else touched?"""

import sqlite3
import stat
import threading
from contextlib import closing
from pathlib import Path

import pytest

from bot.domain.errors import StorageUnavailable
from bot.services.ports import Work
from bot.storage.backup import back_up
from bot.storage.database import SqlDatabase, open_database
from bot.storage.engine import DatabaseRefused
from tests.builders import NOW, TODAY, deadlift
from tests.storage.people import ANN


def test_a_copy_taken_while_sets_are_kept_is_whole_and_opens(
    sqlite_database: SqlDatabase, sqlite_url: str, tmp_path: Path
) -> None:
    enough, stop = threading.Event(), threading.Event()
    kept: list[int] = []

    def keep(work: Work) -> int:
        athlete, _ = work.athletes.meet(ANN, ANN.id, NOW)
        work.log.keep(athlete.id, [deadlift()], at=NOW, day=TODAY)
        return work.history.count(athlete.id)

    def write() -> None:
        while not stop.is_set():
            kept.append(sqlite_database.run_now(keep))
            enough.set()

    writer = threading.Thread(target=write)
    writer.start()
    assert enough.wait(30)
    at_least = kept[-1]
    copy = tmp_path / "copy.db"
    back_up(sqlite_url, copy)
    stop.set()
    writer.join()
    restored = open_database(f"sqlite:///{copy}")
    restored.migrate()
    athlete = restored.run_now(lambda work: work.athletes.find(ANN.id))
    assert athlete is not None
    assert at_least <= restored.run_now(lambda work: work.history.count(athlete.id)) <= kept[-1]
    restored.close()
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600


def test_a_backup_is_never_written_over_anything(sqlite_url: str, tmp_path: Path) -> None:
    there = tmp_path / "holiday.jpg"
    there.write_bytes(b"precious")
    with pytest.raises(DatabaseRefused, match=r"holiday\.jpg cannot be made \(File exists\)"):
        back_up(sqlite_url, there)
    assert there.read_bytes() == b"precious"


def test_what_is_not_there_is_not_backed_up(tmp_path: Path) -> None:
    with pytest.raises(DatabaseRefused, match="no database at"):
        back_up(f"sqlite:///{tmp_path}/none.db", tmp_path / "copy.db")
    assert list(tmp_path.iterdir()) == []


def test_a_copy_that_does_not_hold_is_no_backup(sqlite_url: str, tmp_path: Path) -> None:
    with closing(sqlite3.connect(sqlite_url.removeprefix("sqlite:///"), isolation_level=None)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("INSERT INTO inbox (update_id, received_at, lap) VALUES (1, 0, 0)")
    with pytest.raises(StorageUnavailable, match="the copy is damaged: CHECK constraint failed in inbox"):
        back_up(sqlite_url, tmp_path / "copy.db")
    assert not (tmp_path / "copy.db").exists()


def test_a_damaged_database_gives_no_copy(sqlite_url: str, tmp_path: Path) -> None:
    file = Path(sqlite_url.removeprefix("sqlite:///"))
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    whole = file.read_bytes()
    file.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    with pytest.raises(StorageUnavailable):
        back_up(sqlite_url, tmp_path / "copy.db")
    assert not (tmp_path / "copy.db").exists()
