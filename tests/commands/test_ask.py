"""Does the command line answer, say why, and write what the scorer reads?"""

import io
import json
from pathlib import Path

import pytest

from bot.__main__ import main
from tests.coaching.knowledge.copies import change, copy


def test_a_question_is_answered_with_the_trace(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "what", "does", "the", "deadlft", "train"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("Deadlift: muscles\n")
    assert "likely: muscles_worked" in said


def test_two_questions_are_both_answered(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "how do i deadlift and how many sets of pull ups"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("Deadlift")
    assert "\nPull-up: " in said
    assert said.count("why:") == 2


def test_a_follow_up_is_read_after_its_message(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "--after", "how do i deadlift", "and the grip?"]) == 0
    assert capsys.readouterr().out.startswith("Deadlift: grip\n")


def test_nothing_asked_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask"]) == 2
    assert "nothing asked" in capsys.readouterr().err


def test_lines_in_lines_out(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    asked = [
        '{"id": 1, "text": "wide grip pull up form"}',
        "",
        "{broken",
        '{"id": 2}',
        '{"id": 3, "text": "why?", "context": "how do i deadlift"}',
        '{"id": 4, "text": "rows?"}',
        '{"id": 5, "text": "why?", "context": 7}',
    ]
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(asked)))
    assert main(["ask", "--jsonl"]) == 1
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert lines[0]["exercises"] == ["wide-grip-pull-up", "pull-up"]
    assert lines[0]["outcome"] == "answer"
    assert [line["line"] for line in lines if "error" in line] == [3, 4, 7]
    assert (lines[3]["intent"], lines[3]["exercises"]) == ("why", ["deadlift"])
    assert lines[4]["options"][0] == ["how_to", "bent-over-row"]
    assert "reply" in lines[4]


def test_labelled_sentences_are_counted(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "grip.yaml").write_text("- {text: deadlift grip, about: deadlift}\n- zzz qqq\n", encoding="utf-8")
    assert main(["ask", "--measure", str(tmp_path)]) == 0
    assert "ALL  right 50.0%" in capsys.readouterr().out


def test_a_broken_knowledge_base_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["ask", "--knowledge", str(tmp_path), "hello"]) == 1
    assert "sources" in capsys.readouterr().err


def test_the_knowledge_base_that_is_set_is_the_one_that_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = copy(tmp_path, language=True)
    change(folder / "exercises/hinge/deadlift.yaml", "lumbar: 3", "lumbar: 9")
    monkeypatch.setenv("KNOWLEDGE_DIR", str(folder))
    assert main(["ask", "how", "to", "row"]) == 1
    assert "deadlift.lumbar: should be at most 3, not 9" in capsys.readouterr().err
