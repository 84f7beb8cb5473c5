"""Does `python -m bot db` do what it says, and say in a sentence what it cannot do?"""

import argparse
from pathlib import Path

import pytest

from bot.commands import db
from bot.storage.database import open_database
from bot.storage.migrate import HEAD
from tests.builders import NOW
from tests.storage.people import ANN


def run(url: str, monkeypatch: pytest.MonkeyPatch, *arguments: object) -> int:
    monkeypatch.setenv("DATABASE_URL", url)
    parser = argparse.ArgumentParser()
    db.add(parser.add_subparsers())
    given = parser.parse_args(["db", *map(str, arguments)])
    return int(given.run(given))


def test_from_nothing_to_the_newest_and_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    url = f"sqlite:///{tmp_path}/data/coach.db"
    for arguments in (["current"], ["upgrade"], ["current"], ["downgrade", "0001"], ["downgrade", "base"]):
        assert run(url, monkeypatch, *arguments) == 0
    assert capsys.readouterr().out.splitlines() == [
        "no tables yet",
        f"revision {HEAD}, the newest",
        f"revision {HEAD}, the newest",
        f"revision 0001, the newest is {HEAD}",
        "no tables yet",
    ]


def test_a_backup_opens(
    sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    database = open_database(sqlite_url)
    database.run_now(lambda work: work.athletes.meet(ANN, ANN.id, NOW))
    copy = tmp_path / "copy.db"
    assert run(sqlite_url, monkeypatch, "backup", copy) == 0
    database.close()
    assert capsys.readouterr().out == f"{copy}: {copy.stat().st_size} bytes, checked\n"
    restored = open_database(f"sqlite:///{copy}")
    assert restored.run_now(lambda work: work.athletes.find(ANN.id)) is not None
    restored.close()


@pytest.mark.parametrize(
    ("url", "arguments", "said"),
    [
        ("sqlite:///{0}/none.db", ["backup", "{0}/copy.db"], "there is no database at"),
        ("sqlite:///{0}/coach.db", ["downgrade", "0815"], "there is no revision 0815"),
        ("postgresql://ann:hunter2@host/coach", ["backup", "{0}/copy.db"], "pg_dump"),
        ("postgresql://ann:hunter2@/coach?host={0}", ["current"], "No such file or directory"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    url: str,
    arguments: list[str],
    said: str,
) -> None:
    assert run(url.format(tmp_path), monkeypatch, *(one.format(tmp_path) for one in arguments)) == 1
    told = capsys.readouterr().err
    assert said in told
    assert told.count("\n") == 1
    assert told.startswith("The database cannot be used: ")
    assert "hunter2" not in told
