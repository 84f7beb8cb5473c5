"""Does `python -m bot parse` show how a line is read, and answer line by line for the scorer?"""

import argparse
import io
import json
from pathlib import Path

import pytest

from bot.commands import parse
from tests.coaching.knowledge.copies import change, copy


def run(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    parse.add(parser.add_subparsers())
    given = parser.parse_args(["parse", *arguments])
    return int(given.run(given))


def test_a_line_is_shown_with_its_reasons(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("deadlift 100x5 yesterday", "--today", "2026-11-22") == 0
    said = capsys.readouterr().out.splitlines()
    assert said[:2] == ["record, on 2026-11-21", "Deadlift: 100 kg × 5"]
    assert "- read `100 x 5` as load × reps: the first number is over 30" in said


def test_the_current_exercise_and_the_unit_can_be_given(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("135x8", "--exercise", "bent-over-row", "--unit", "lb", "--today", "2026-11-22") == 0
    assert "Bent-over row: 135 lb × 8" in capsys.readouterr().out


def test_an_unclear_line_shows_the_buttons(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("pull ups 10x3", "--today", "2026-11-22") == 0
    said = capsys.readouterr().out
    assert said.startswith("ask\n")
    assert "  [ 3 reps × 10 sets ]\n  [ 10 reps × 3 sets ]\n" in said


@pytest.mark.parametrize("arguments", [("8", "--exercise", "squat"), ()])
def test_what_cannot_be_read_is_said_in_a_sentence(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*arguments, "--today", "2026-11-22") == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_lines_in_and_lines_out(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    kept = {"exercise": "sumo-deadlift", "reps": 5, "weight": 100.5, "unit": "kg", "rpe": 8}
    asked = [
        {"id": "a", "text": "wide grip pull ups +5kg x 6", "context": {"unit": "kg", "today": "2026-11-22"}},
        {"id": "b", "text": "make that 6", "context": {"unit": "kg", "today": "2026-11-22", "last_sets": [kept]}},
        {
            "id": "c",
            "text": "pull ups 3x8 yesterday",
            "context": {"today": "2026-11-22", "current_exercise": "nothing"},
        },
    ]
    lines = [*(json.dumps(one) for one in asked), "", "{broken", '{"id": "d"}', '"text"', '{"text": 5, "context": 6}']
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(lines)))
    assert run("--jsonl") == 0
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [answer.get("action") for answer in answers] == ["record", "correct", "record", None, None, None, None]
    assert answers[0]["sets"] == [
        {
            "exercise": "pull-up",
            "reps": 6,
            "seconds": None,
            "weight": 5,
            "unit": "kg",
            "bodyweight": True,
            "per_side": False,
            "rpe": None,
            "warmup": False,
        }
    ]
    corrected = answers[1]["sets"][0]
    assert (corrected["exercise"], corrected["reps"], corrected["weight"], corrected["rpe"]) == (
        "deadlift",
        6,
        100.5,
        8,
    )
    assert answers[2]["date"] == "2026-11-21"
    assert all("line" in answer["error"] for answer in answers[3:])


def test_the_knowledge_base_that_is_set_is_the_one_that_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = copy(tmp_path, language=True)
    change(folder / "exercises/hinge/deadlift.yaml", "lumbar: 3", "lumbar: 9")
    monkeypatch.setenv("KNOWLEDGE_DIR", str(folder))
    assert run("deadlift 100x5") == 1
    assert "deadlift.lumbar: should be at most 3, not 9" in capsys.readouterr().err
