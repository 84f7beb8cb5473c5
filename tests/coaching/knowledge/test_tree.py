"""Is every fault of the pain tree found, with its path?"""

from pathlib import Path

import pytest

from tests.coaching.knowledge.copies import REAL, change, copy, faults

LEG = "pain/sites/leg.yaml"
EMERGENCY = "pain/emergencies.yaml"
START = "pain/start.yaml"
FAULTS = {
    "leads nowhere": (LEG, "to: knee-alone}", "to: knee-only}", "knee.choices[6].to: there is no advice 'knee-only'"),
    "nobody leads there": (LEG, "to: knee-alone}", "to: hip-alone}", "knee-alone: nothing leads here"),
    "a leaf without a doctor": (
        LEG,
        "  who: A doctor or physiotherapist. [nhs-knee-pain]\n",
        "",
        "knee-alone.who: is missing",
    ),
    "a question without choices": (
        LEG,
        "knee-alone:\n",
        "knee-alone:\n  question: Where?\n",
        "knee-alone.question: belongs to",
    ),
    "a loop": (
        LEG,
        '{label: "None of these", to: knee-alone}',
        '{label: "Again", to: knee}',
        "knee.choices: go round in a loop",
    ),
    "an emergency that asks": (
        EMERGENCY,
        "testicle:\n",
        "testicle:\n  question: Which?\n  choices: [{label: Left, to: fever}]\n",
        "testicle.choices: nothing is asked in an emergency",
    ),
    "an emergency that is not called one": (
        EMERGENCY,
        "Sudden or severe pain in a testicle needs emergency care now.",
        "Have it seen.",
        "testicle.stop: does not say 'emergency'",
    ),
    "a label twice": (LEG, '"Fever, ill, or worse at night"', '"Numb, tingling or weak"', "choices: the label "),
    "two of one alias": (LEG, "(knee|knees", "(hip|knee|knees", "knee.aliases: 'hip' leads to 'hip' already"),
    "two starts": (START, "  kind: moment\n", "  kind: start\n", "when-it-hurts.kind: 'pain' is the start already"),
    "no start": (START, "  kind: start\n", "  kind: moment\n", "no entry is the start"),
    "no way back": (
        "pain/matters.yaml",
        "  kind: return\n",
        "  kind: matter\n",
        "no entry is the return",
    ),
    "a long label": (LEG, '"None of these", to: knee-alone', f'"{"x" * 33}", to: knee-alone', "label: is too long"),
}


@pytest.mark.parametrize(("file", "old", "new", "said"), FAULTS.values(), ids=FAULTS)
def test_a_planted_fault_is_said_with_its_place(tmp_path: Path, file: str, old: str, new: str, said: str) -> None:
    folder = copy(tmp_path)
    change(folder / file, old, new)
    found = faults(folder)
    assert any(line.startswith("knowledge/pain/") and said in line for line in found), found


def test_one_broken_entry_raises_no_others(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    change(folder / LEG, "knee:\n  name: Knee pain\n", "knee:\n  nam: Knee pain\n")
    assert {line.split(": ")[1].split(".")[0] for line in faults(folder)} == {"knee"}


def test_the_example_of_the_readme_is_right(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    part = (REAL / "README.md").read_text(encoding="utf-8").split("## Change what is said to pain")[1]
    example = part.split("```yaml\n")[1].split("```")[0]
    (folder / "pain/mine.yaml").write_text(example, encoding="utf-8")
    assert faults(folder) == ()
