"""What does loading make of a folder?"""

import re
from pathlib import Path

import pytest

from bot.coaching.knowledge.faults import KnowledgeFault
from bot.coaching.knowledge.load import load
from tests.coaching.knowledge.copies import REAL, copy, faults


def test_every_entry_of_every_file_is_there() -> None:
    knowledge = load(REAL)
    for kind in ("exercises", "topics", "programs"):
        written = {
            id
            for file in (REAL / kind).rglob("*.yaml")
            for id in re.findall(r"^([a-z0-9-]+):", file.read_text(encoding="utf-8"), re.MULTILINE)
        }
        assert set(getattr(knowledge, kind)) == written
        assert written


def test_an_empty_folder_says_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeFault) as caught:
        load(tmp_path)
    assert (
        f"{tmp_path.name}/exercises.yaml: is missing, and there is no file in exercises/ either" in caught.value.lines
    )
    assert len(caught.value.lines) == 17
    assert str(caught.value) == "\n".join(caught.value.lines)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "is empty"),
        ("# only a remark\n", "is empty"),
        ("- a list\n", "should be entries, each under its id"),
        ("1: {name: One}\n", "1: an id should be text; put it in quotes"),
        ("Seal-Row: {name: Seal}\n", "Seal-Row.id: 'Seal-Row' is no id"),
        ("[a]: {name: One}\n", "line 1: this is not YAML"),
        ("x-row:\n\tname: x\n", "line 2: this is not YAML"),
    ],
)
def test_a_file_without_entries_is_a_fault(tmp_path: Path, text: str, fault: str) -> None:
    folder = copy(tmp_path)
    (folder / "exercises/new.yaml").write_text(text, encoding="utf-8")
    assert any(line.startswith(f"knowledge/exercises/new.yaml: {fault}") for line in faults(folder)), faults(folder)


def test_a_file_in_another_encoding_is_a_fault(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    (folder / "exercises/new.yaml").write_bytes("größer: 1".encode("latin-1"))
    assert faults(folder) == ("knowledge/exercises/new.yaml: is not written in UTF-8",)


def test_the_example_of_the_readme_is_right(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    example = re.search(r"```yaml\n(.*?)```", (REAL / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    assert example is not None
    neighbour = (folder / "exercises/horizontal-pull/kettlebell-row.yaml").read_text(encoding="utf-8")
    guide = neighbour[neighbour.index("  guide:\n") :].replace("exercise: kettlebell-row", "exercise: pendlay-row")
    (folder / "exercises/mine.yaml").write_text(example[1] + guide, encoding="utf-8")
    assert load(folder).exercise("goblet-row").per_side
