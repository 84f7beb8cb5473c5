"""Are faults in a language told all at once, the path first?"""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from bot.coaching.knowledge.faults import KnowledgeFault
from bot.coaching.language.intents import Intent
from bot.coaching.language.language import load_language
from bot.coaching.language.understanding import Understander
from tests.coaching.understanding import LANGUAGE, LANGUAGE_FOLDER
from tests.knowledge import KNOWLEDGE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(LANGUAGE_FOLDER, tmp_path / "knowledge" / "language" / "en"))


def faults(folder: Path) -> tuple[str, ...]:
    with pytest.raises(KnowledgeFault) as caught:
        load_language(folder, KNOWLEDGE)
    return caught.value.lines


def write(folder: Path, name: str, body: object) -> None:
    (folder / f"{name}.yaml").write_text(yaml.safe_dump(body), encoding="utf-8")


def test_all_faults_are_told_at_once(folder: Path) -> None:
    write(folder, "grip", {"phrases": ["how do i hold {thing}"], "frases": []})
    write(folder, "rest", {"phrases": ["how (long|much"]})
    (folder / "why.yaml").unlink()
    told = faults(folder)
    assert any(line.startswith("knowledge/language/en/grip.yaml: phrases[0]: ") and "{thing}" in line for line in told)
    assert any("grip.yaml: frases: there is no such key" in line for line in told)
    assert any("rest.yaml" in line and "bracket" in line for line in told)
    assert "knowledge/language/en/why.yaml: is missing" in told


def test_a_file_that_nobody_reads_is_told(folder: Path) -> None:
    write(folder, "gripp", {"phrases": ["how wide"]})
    assert faults(folder) == ("knowledge/language/en/gripp.yaml: is not read; did you mean 'grip'?",)


def test_a_family_of_unknown_exercises_is_told(folder: Path) -> None:
    words = yaml.safe_load((folder / "words.yaml").read_text(encoding="utf-8"))
    words["families"]["tugs"] = ["dead-lift"]
    words["rewrites"].append(["(", "x"])
    write(folder, "words", words)
    assert any("rewrites" in line and "cannot be read as a pattern" in line for line in faults(folder))
    words["rewrites"].pop()
    write(folder, "words", words)
    assert faults(folder) == (
        "knowledge/language/en/words.yaml: families.tugs: there is no 'dead-lift'; did you mean 'deadlift'?",
    )


def test_what_is_not_yaml_is_told(folder: Path) -> None:
    (folder / "grip.yaml").write_text("phrases: [", encoding="utf-8")
    assert faults(folder)[0].startswith("knowledge/language/en/grip.yaml: this is not YAML")


def test_a_language_that_is_not_there_is_said_in_a_line(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeFault) as caught:
        load_language(tmp_path / "knowledge" / "language" / "xx", KNOWLEDGE)
    assert caught.value.lines == ("knowledge/language/xx: there is no such language",)


def test_a_coach_that_answers_reads_no_phrasings_but_all_else(folder: Path) -> None:
    write(folder, "grip", {"phrases": ["how (long|much"]})
    (folder / "why.yaml").unlink()
    language = load_language(folder, KNOWLEDGE, phrasings=False)
    assert language == replace(LANGUAGE, phrases={})
    assert (
        Understander(KNOWLEDGE, language).understand("how wide do i grip the bar for a deadlift").intent is Intent.GRIP
    )
    write(folder, "pain_or_injury", {"phrases": ["it hurts"]})
    with pytest.raises(KnowledgeFault, match=r"pain_or_injury\.yaml: signs"):
        load_language(folder, KNOWLEDGE, phrasings=False)
