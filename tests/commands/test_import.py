"""Does `python -m bot import` bring a history along, once, and say in a sentence what it cannot do?"""

import json
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.storage.database import open_database
from tests.builders import NOW
from tests.coaching.importing.files import STRONG, STRONG_UNITS, file, strong, strong_units
from tests.storage.people import ANN


@pytest.fixture
def url(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> str:
    database = open_database(sqlite_url)
    database.run_now(lambda work: work.athletes.meet(ANN, ANN.id, NOW))
    database.close()
    monkeypatch.setenv("DATABASE_URL", sqlite_url)
    return sqlite_url


def count(url: str) -> int:
    database = open_database(url)
    found = database.run_now(lambda work: work.history.count(1))
    database.close()
    return found


def test_a_history_comes_along_once(url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    csv = tmp_path / "strong.csv"
    csv.write_bytes(file(STRONG_UNITS, strong_units(1), strong_units(2), strong_units(3, reps=0)))
    command = ["import", str(csv), "--athlete", str(ANN.id)]
    assert main([*command, "--dry-run"]) == 0
    assert count(url) == 0
    assert main(command) == 0
    assert count(url) == 2
    assert main(command) == 0
    assert count(url) == 2
    told = capsys.readouterr().out
    assert "Strong: 2 new sets in 1 session, 04 Mar 2025\n1 lift I coach: Deadlift\n" in told
    assert "Left out: 1 row, no repetitions and no seconds (line 4)\n" in told
    assert "Imported: 2 sets.\n" in told
    assert told.endswith("Imported: 0 sets, there was nothing new to keep.\n")


def test_what_went_in_comes_out_as_csv(url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    csv = tmp_path / "strong.csv"
    csv.write_bytes(file(STRONG, strong()))
    assert main(["import", str(csv), "--athlete", str(ANN.id), "--unit", "lb"]) == 0
    capsys.readouterr()
    assert main(["export", "--csv", "--athlete", str(ANN.id)]) == 0
    told = capsys.readouterr().out
    moment = "[2025-03-04T18:05:09Z, day 2025-03-04]"
    assert told == f"{STRONG_UNITS}\n2025-03-04 18:05:09;Backcoach;Deadlift;1;100;lb;8;;;;;;{moment}\n"
    assert main(["export", "--athlete", str(ANN.id)]) == 0
    everything = json.loads(capsys.readouterr().out)
    assert [one["reps"] for one in everything["done_sets"]] == [8]
    assert main(["export", "--athlete", "404"]) == 1
    assert "No athlete with the Telegram id 404" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("body", "athlete", "code", "said"),
    [
        (file(STRONG, strong()), ANN.id, 2, "--unit kg or --unit lb"),
        (file(STRONG_UNITS, strong_units().replace("2025-03-04", "03/04/2025")), ANN.id, 2, "--dates day-first"),
        (b"PK\x03\x04", ANN.id, 1, "That is a zip archive"),
        (file(STRONG_UNITS, strong_units()), 404, 1, "No athlete with the Telegram id 404"),
        (None, ANN.id, 1, "cannot be read: No such file"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], body: bytes | None, athlete: int, code: int, said: str
) -> None:
    csv = tmp_path / "file.csv"
    if body is not None:
        csv.write_bytes(body)
    assert main(["import", str(csv), "--athlete", str(athlete)]) == code
    told = capsys.readouterr().err
    assert said in told
    assert told.count("\n") == 1
    assert count(url) == 0


def test_a_database_away_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    csv = tmp_path / "file.csv"
    csv.write_bytes(file(STRONG_UNITS, strong_units()))
    monkeypatch.setenv("DATABASE_URL", "postgresql://ann:hunter2@/coach?host=/nowhere")
    assert main(["import", str(csv), "--athlete", "1"]) == 1
    assert "The database cannot be used" in capsys.readouterr().err
