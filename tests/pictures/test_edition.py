"""Has a picture that would look otherwise another edition?"""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.pictures import edition as of
from bot.pictures.edition import edition
from bot.services.pictures import ExerciseMap

SHRUG = ExerciseMap("Shrug", {"trapezius": "Traps"}, {})


def test_it_is_the_same_for_the_same() -> None:
    assert edition([SHRUG]) == edition([replace(SHRUG)])
    assert len(edition([])) == of.LETTERS


def test_it_is_another_for_other_names() -> None:
    assert edition([SHRUG]) != edition([replace(SHRUG, title="Shrugs")])
    assert edition([SHRUG]) != edition([replace(SHRUG, helps={"biceps": "Biceps"})])


@pytest.mark.parametrize("changed", ["anatomy.py", "fonts/Inter-Bold.ttf"])
def test_it_is_another_for_other_code_or_type(changed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "fonts").mkdir()
    (tmp_path / changed).write_text("one")
    monkeypatch.setattr(of, "__file__", str(tmp_path / "edition.py"))
    before = edition([SHRUG])
    (tmp_path / changed).write_text("two")
    assert edition([SHRUG]) != before
