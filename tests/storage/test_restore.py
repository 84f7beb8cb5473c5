"""A restore drill: copied under load, put into an empty place, and every table compared, by count and by sum."""

import shutil
import subprocess
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import pytest
from sqlalchemy import Integer, func, select

from bot.domain.errors import StorageUnavailable
from bot.services.messages import Outgoing, Person
from bot.services.ports import Work
from bot.storage.backup import back_up, ending
from bot.storage.database import SqlDatabase, open_database
from bot.storage.engine import DatabaseRefused
from bot.storage.tables import done_sets, entries, metadata
from tests.builders import NOW, TODAY, deadlift, kg
from tests.postgres import INSIDE, SOFTWARE
from tests.process import ended

PEOPLE = 5
SETS_OF_AN_ENTRY = 3


@pytest.fixture
def programs(monkeypatch: pytest.MonkeyPatch) -> str:
    """PostgreSQL's own, before all others."""
    found = find_spec(SOFTWARE)
    assert found is not None
    assert found.origin is not None
    folder = str(Path(found.origin).parent / INSIDE)
    monkeypatch.setenv("PATH", folder, prepend=":")
    return folder


class Load:
    """Lifters who log: each transaction keeps an entry of three sets, a message to send and a body weight."""

    def __init__(self, database: SqlDatabase) -> None:
        self._database = database
        self._stop = threading.Event()
        self.enough = threading.Event()
        self.commits = 0

    def run(self) -> None:
        while not self._stop.is_set():
            self._database.run_now(self._keep)
            self.commits += 1
            if self.commits == 20:
                self.enough.set()

    def _keep(self, work: Work) -> None:
        person = Person(1 + self.commits % PEOPLE, "Ann")
        athlete, _ = work.athletes.meet(person, person.id, NOW)
        work.log.keep(athlete.id, [deadlift(8, kg("100"))] * SETS_OF_AN_ENTRY, at=NOW, day=TODAY)
        work.weigh_ins.keep(athlete.id, kg("82.5"), at=NOW, day=TODAY)
        work.outbox.put([Outgoing(person.id, "sendMessage", {"text": "kept"})], NOW)

    def stop(self) -> None:
        self._stop.set()


@contextmanager
def under_load(url: str) -> Iterator[Load]:
    database = open_database(url, connections=1)
    load = Load(database)
    thread = threading.Thread(target=load.run)
    thread.start()
    try:
        assert load.enough.wait(60)
        yield load
    finally:
        load.stop()
        thread.join()
        database.close()


def figures(url: str) -> Mapping[str, tuple[int, int]]:
    """Of every table: its rows, and the sum of all whole numbers in them."""
    database = open_database(url, connections=1)
    try:
        with database.engine.begin() as connection:
            found = {}
            for table in metadata.sorted_tables:
                numbers = [column for column in table.c if isinstance(column.type, Integer)]
                sums = [func.coalesce(func.sum(column), 0) for column in numbers]
                rows, *totals = connection.execute(select(func.count(), *sums).select_from(table)).one()
                found[str(table.name)] = (int(rows), sum(map(int, totals)))
            return found
    finally:
        database.close()


def restore(copy: Path, url: str, programs: str) -> None:
    if url.startswith("sqlite"):
        shutil.copy(copy, url.removeprefix("sqlite:///"))
        return
    command = [f"{programs}/pg_restore", "--exit-on-error", "--no-owner", f"--dbname={url}", str(copy)]
    subprocess.run(command, check=True, capture_output=True)


@pytest.fixture
def empty_place(database_url: str, tmp_path: Path, request: pytest.FixtureRequest) -> str:
    if database_url.startswith("sqlite"):
        return f"sqlite:///{tmp_path / 'restored.db'}"
    url: str = request.getfixturevalue("empty_postgres_url")
    return url


def test_a_copy_made_under_load_is_of_one_moment(
    database_url: str, empty_place: str, tmp_path: Path, programs: str
) -> None:
    copy = tmp_path / f"copy.{ending(database_url)}"
    with under_load(database_url) as load:
        before = load.commits
        back_up(database_url, copy)
        after = load.commits + 1
    assert copy.stat().st_mode & 0o077 == 0
    restore(copy, empty_place, programs)
    found = figures(empty_place)
    kept = found["weigh_ins"][0]
    assert before <= kept <= after
    assert found["entries"][0] == 2 * kept
    assert found["done_sets"][0] == SETS_OF_AN_ENTRY * kept
    assert found["outbox"][0] == kept, "no half of a transaction"
    database = open_database(empty_place, connections=1)
    database.migrate()
    with database.engine.begin() as connection:
        heaviest = connection.execute(select(func.sum(done_sets.c.load, type_=Integer))).scalar_one()
        orphans = select(func.count()).select_from(done_sets).where(~done_sets.c.entry_id.in_(select(entries.c.id)))
        assert connection.execute(orphans).scalar_one() == 0
    assert int(heaviest) == 100_000 * SETS_OF_AN_ENTRY * kept
    database.close()


def test_what_is_restored_is_what_was(database_url: str, empty_place: str, tmp_path: Path, programs: str) -> None:
    with under_load(database_url):
        pass
    copy = tmp_path / f"copy.{ending(database_url)}"
    back_up(database_url, copy)
    restore(copy, empty_place, programs)
    assert figures(empty_place) == figures(database_url)
    with under_load(empty_place):  # it goes on where it was: numbers of rows are not given out twice
        pass
    assert figures(empty_place)["entries"][0] > figures(database_url)["entries"][0]


def test_the_command_names_the_copy_by_its_time(database_url: str, tmp_path: Path, programs: str) -> None:
    folder = tmp_path / "safe"
    folder.mkdir()
    settings = {"DATABASE_URL": database_url, "PATH": f"{programs}:/usr/bin:/bin"}
    done = ended("backup", str(folder), **settings)
    assert done.returncode == 0, done.stderr
    [file] = folder.iterdir()
    assert file.match(f"backcoach-????????T??????Z.{ending(database_url)}")
    assert done.stdout == f"{file}: {file.stat().st_size:,} bytes, checked\n"
    named = tmp_path / "by-name"
    assert ended("backup", str(named), **settings).returncode == 0
    again = ended("backup", str(named), **settings)
    assert (again.returncode, again.stdout) == (1, "")
    assert "cannot be made (File exists)" in again.stderr


def test_without_postgresqls_programs_it_says_what_to_install(
    postgres_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(DatabaseRefused, match="pg_dump and pg_restore cannot be found here: install PostgreSQL's"):
        back_up(postgres_url, tmp_path / "copy.dump")
    assert list(tmp_path.iterdir()) == []


def test_a_server_that_is_away_leaves_nothing_and_no_password(tmp_path: Path, programs: str) -> None:
    url = "postgresql://nobody:Tellnobody1@/none?host=/nowhere"
    with pytest.raises(StorageUnavailable, match="pg_dump failed") as refused:
        back_up(url, tmp_path / "copy.dump")
    assert "Tellnobody1" not in str(refused.value)
    assert list(tmp_path.iterdir()) == []


def test_a_dump_that_was_cut_off_is_no_backup(
    postgres_url: str, tmp_path: Path, programs: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    short = tmp_path / "programs"
    short.mkdir()
    stand_in = short / "pg_dump"
    stand_in.write_text(f'#!/bin/sh\n"{programs}/pg_dump" "$@" | head -c 12000\n')
    stand_in.chmod(0o755)
    monkeypatch.setenv("PATH", str(short), prepend=":")
    with pytest.raises(StorageUnavailable, match="pg_restore failed"):
        back_up(postgres_url, tmp_path / "copy.dump")
    assert not (tmp_path / "copy.dump").exists()
