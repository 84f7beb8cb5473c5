"""Does deploy/backup.sh keep a whole copy of a database that is being written, and never a broken one?

The copies are restored as deploy/README.md says, and what is in them is counted.
"""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from importlib.util import find_spec
from pathlib import Path

import pytest

from bot.storage.backup import back_up as back_up_sqlite
from bot.storage.database import SqlDatabase, open_database
from tests.deploy.project import DEPLOY, ROOT
from tests.deploy.writer import keep_one, kept
from tests.postgres import INSIDE, SOFTWARE

AT_WORK = 30
"""Sets kept before the backup begins."""


def postgres_programs() -> Path:
    found = find_spec(SOFTWARE)
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).parent / INSIDE


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    """A folder that comes first among those where programs are looked for."""
    folder = tmp_path / "programs"
    folder.mkdir()
    return folder


@pytest.fixture
def backups(tmp_path: Path) -> Path:
    return tmp_path / "backups"


def path(programs: Path) -> str:
    return f"{programs}:{postgres_programs()}:{os.defpath}"


def stand_in(programs: Path, name: str, script: str) -> None:
    file = programs / name
    file.write_text(f"#!/bin/sh\n{script}\n")
    file.chmod(0o755)


def back_up(
    url: str, programs: Path, *words: object, python: str = sys.executable, **more: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["/bin/sh", str(DEPLOY / "backup.sh"), *map(str, words)],
        env={"PATH": path(programs), "PYTHON": python, "DATABASE_URL": url, **more},
        capture_output=True,
        text=True,
        check=False,
    )


class Writer:
    def __init__(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout is not None
        self._said = process.stdout

    def wait_for(self, number: int) -> None:
        while int(self._said.readline() or number) < number:
            pass


@contextmanager
def writing(url: str) -> Iterator[Writer]:
    command = [sys.executable, "-m", "tests.deploy.writer", url]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        writer = Writer(process)
        writer.wait_for(AT_WORK)
        yield writer
        assert process.poll() is None, "the writer was stopped by the backup"
    finally:
        process.kill()
        process.communicate()


def count(url: str) -> int:
    database = open_database(url, connections=1)
    try:
        return kept(database)
    finally:
        database.close()


def only_file(folder: Path, ending: str) -> Path:
    (file,) = folder.iterdir()
    assert file.match(f"backcoach-????????T??????Z.{ending}")
    assert file.stat().st_mode & 0o077 == 0, "others can read the backup"
    return file


def test_a_copy_of_a_live_sqlite_database_restores_whole(
    sqlite_url: str, tmp_path: Path, programs: Path, backups: Path
) -> None:
    with writing(sqlite_url):
        done = back_up(sqlite_url, programs, backups)
        after = count(sqlite_url)
    assert done.returncode == 0, done.stderr
    copy = only_file(backups, "db")
    assert done.stdout.split() == [str(copy)]
    restored = shutil.copy(copy, tmp_path / "restored.db")
    assert AT_WORK <= count(f"sqlite:///{restored}") <= after


def test_what_is_only_in_the_write_ahead_log_is_in_the_copy(
    sqlite_database: SqlDatabase, sqlite_url: str, programs: Path, backups: Path
) -> None:
    numbers = [sqlite_database.run_now(keep_one) for _ in range(5)]
    done = back_up(sqlite_url, programs, backups)
    assert done.returncode == 0, done.stderr
    assert count(f"sqlite:///{only_file(backups, 'db')}") == numbers[-1]


def restore(dump: Path, url: str) -> None:
    program = str(postgres_programs() / "pg_restore")
    command = [program, "--exit-on-error", "--no-owner", f"--dbname={url}", str(dump)]
    subprocess.run(command, check=True, capture_output=True)


def test_a_dump_of_a_live_postgresql_restores_whole(
    postgres_url: str, empty_postgres_url: str, programs: Path, backups: Path
) -> None:
    with writing(postgres_url):
        done = back_up(postgres_url.replace("postgresql:", "postgresql+psycopg:"), programs, backups)
        after = count(postgres_url)
    assert done.returncode == 0, done.stderr
    restore(only_file(backups, "dump"), empty_postgres_url)
    assert AT_WORK <= count(empty_postgres_url) <= after


def test_with_compose_the_programs_of_the_container_are_used(
    postgres_url: str, empty_postgres_url: str, programs: Path, backups: Path
) -> None:
    heard = programs / "heard"
    # It stands where the container would: six words lead to the database, the rest is run there.
    stand_in(
        programs,
        "docker",
        f'echo "$*" >> "{heard}"; shift 6; [ "$1" != pg_dump ] || set -- pg_dump -Fc "{postgres_url}"; exec "$@"',
    )
    done = back_up("sqlite:///nowhere/at-all.db", programs, "--compose", backups)
    assert done.returncode == 0, done.stderr
    restore(only_file(backups, "dump"), empty_postgres_url)
    assert count(empty_postgres_url) == 0
    inside = "compose --file deploy/compose.yaml exec -T database"
    assert heard.read_text().splitlines() == [
        f"{inside} pg_dump --format=custom --no-owner --username=backcoach backcoach",
        f"{inside} pg_restore --file=/dev/null",
        f"{inside} pg_restore --list",
    ]


def test_only_the_newest_are_kept_and_nothing_of_others_is_touched(
    sqlite_url: str, programs: Path, backups: Path
) -> None:
    backups.mkdir()
    older = [f"backcoach-2025010{day}T033000Z.db" for day in range(1, 5)]
    others = ["backcoach-20250101T033000Z.dump", "backcoach-before-the-move.db", "notes.txt"]
    for name in (*older, *others):
        (backups / name).touch()
    done = back_up(sqlite_url, programs, backups, 2)
    assert done.returncode == 0, done.stderr
    left = {file.name for file in backups.iterdir()}
    assert left == {*others, older[-1], Path(done.stdout.strip()).name}


def nothing_kept(done: subprocess.CompletedProcess[str], backups: Path, *before: str) -> bool:
    return done.returncode != 0 and not done.stdout and {file.name for file in backups.iterdir()} == set(before)


EMPTY_INDEX = r"\012\0\0\0\0\020\0\0"
"""How a page of an index begins that has no entries (https://www.sqlite.org/fileformat2.html#b_tree_pages)."""


def start_of_an_index(url: str, scratch: Path) -> int:
    """Where a copy of the database begins an index that only an integrity check reads, in bytes."""
    back_up_sqlite(url, scratch)
    with closing(sqlite3.connect(scratch)) as copy:
        (page,) = copy.execute("SELECT rootpage FROM sqlite_master WHERE name = 'ix_chats_athlete'").fetchone()
    return (int(page) - 1) * 4096


def test_a_damaged_copy_is_refused_and_the_old_ones_stay(
    sqlite_database: SqlDatabase, sqlite_url: str, tmp_path: Path, programs: Path, backups: Path
) -> None:
    sqlite_database.run_now(keep_one)
    old = "backcoach-20250101T033000Z.db"
    backups.mkdir()
    (backups / old).touch()
    start = start_of_an_index(sqlite_url, tmp_path / "scratch.db")
    damage = f"""printf '{EMPTY_INDEX}' | dd of="$5" bs=1 seek={start} conv=notrunc status=none"""
    stand_in(programs, "python", f'"{sys.executable}" "$@" || exit\n[ "$4" != backup ] || {damage}')
    done = back_up(sqlite_url, programs, backups, 1, python=str(programs / "python"))
    assert nothing_kept(done, backups, old), done
    assert "the copy is damaged" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_dump_that_was_cut_off_is_refused_and_the_old_ones_stay(
    postgres_url: str, programs: Path, backups: Path
) -> None:
    old = "backcoach-20250101T033000Z.dump"
    backups.mkdir()
    (backups / old).touch()
    stand_in(programs, "pg_dump", f'"{postgres_programs()}/pg_dump" "$@" | head -c 12000')
    done = back_up(postgres_url, programs, backups, 1)
    assert nothing_kept(done, backups, old), done
    assert "the dump is damaged" in done.stderr


def test_a_database_that_is_not_the_coachs_is_no_backup(empty_postgres_url: str, programs: Path, backups: Path) -> None:
    backups.mkdir()
    done = back_up(empty_postgres_url, programs, backups)
    assert nothing_kept(done, backups), done
    assert "holds no coach" in done.stderr


@pytest.mark.parametrize(
    ("url", "words", "said"),
    [
        ("mysql://somewhere", [], "DATABASE_URL"),
        ("postgresql://nobody:Tellnobody1@/none?host=/nowhere", [], "pg_dump failed"),
        ("sqlite:////{folder}/none/such.db", ["0"], "KEEP"),
        ("sqlite:////{folder}/none/such.db", ["some"], "KEEP"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(
    url: str, words: list[str], said: str, programs: Path, backups: Path
) -> None:
    backups.mkdir()
    done = back_up(url.format(folder=backups), programs, backups, *words)
    assert nothing_kept(done, backups), done
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert "Tellnobody1" not in done.stderr
