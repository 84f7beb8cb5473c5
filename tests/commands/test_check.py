"""Does `python -m bot check` say what is wrong, and nothing when all is well?"""

import argparse
from pathlib import Path

import pytest

from bot.coaching.language.language import TABLE
from bot.commands import check
from tests.coaching.knowledge.copies import change, copy


def run(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    check.add(parser.add_subparsers())
    given = parser.parse_args(["check", *arguments])
    return int(given.run(given))


def test_the_knowledge_base_of_the_project_is_whole(capsys: pytest.CaptureFixture[str]) -> None:
    assert run() == 0
    said = capsys.readouterr().out
    assert said.startswith("The knowledge base is whole: ")
    assert " exercises, 11 muscles, " in said
    assert said.count("\n") == 1


def test_every_fault_is_a_line_that_starts_with_its_path(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = copy(tmp_path)
    change(folder / "exercises/hinge/deadlift.yaml", "lumbar: 3", "lumbar: 9")
    change(folder / "muscles/helping/teres-major.yaml", "  back: false", "  back: maybe")
    assert run(str(folder)) == 1
    assert capsys.readouterr().out.splitlines() == [
        "knowledge/exercises/hinge/deadlift.yaml: deadlift.lumbar: should be at most 3, not 9",
        "knowledge/muscles/helping/teres-major.yaml: teres-major.back: should be true or false, not 'maybe'",
    ]


def test_faults_of_the_language_are_told_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = copy(tmp_path, language=True)
    change(folder / "language/en/grip.yaml", "phrases:", "phrasse:")
    assert run(str(folder)) == 1
    said = capsys.readouterr().out.splitlines()
    assert all(line.startswith("knowledge/language/en/grip.yaml: ") for line in said)
    assert said


@pytest.mark.parametrize(
    ("planted", "said"),
    [
        ("phrases:\n  x: 3\n", "knowledge/language/en/log_line.yaml: phrases.x: should be a list"),
        ("phrases: [\n", "knowledge/language/en/log_line.yaml: this is not YAML: "),
        ("numbres: {}\n", "knowledge/language/en/log_line.yaml: numbres: there is no such key here"),
        (None, "knowledge/language/en/log_line.yaml: is missing"),
    ],
)
def test_faults_of_the_log_words_are_told_too(
    planted: str | None, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = copy(tmp_path, language=True)
    file = folder / "language/en/log_line.yaml"
    if planted is None:
        file.unlink()
    else:
        file.write_text(planted)
    assert run(str(folder)) == 1
    assert any(line.startswith(said) for line in capsys.readouterr().out.splitlines())


@pytest.mark.parametrize("broken", [b"", b"no gzip", b"\x1f\x8b\x08\x00\x00"])
def test_a_table_that_cannot_be_read_is_to_be_built_anew(
    broken: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = copy(tmp_path, language=True)
    (folder / "language/en" / TABLE).write_bytes(broken)
    assert run(str(folder)) == 1
    assert "run python -m bot ask --build" in capsys.readouterr().out


def test_a_folder_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(str(tmp_path / "nowhere")) == 1
    assert "nowhere: there is no such folder" in capsys.readouterr().out


def test_the_folder_that_is_set_is_the_one_that_is_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = copy(tmp_path)
    change(folder / "exercises/hinge/deadlift.yaml", "lumbar: 3", "lumbar: 9")
    monkeypatch.setenv("KNOWLEDGE_DIR", str(folder))
    assert run() == 1
    assert "deadlift.lumbar: should be at most 3, not 9" in capsys.readouterr().out
