"""Is every kind of fault found, with its path and nothing beside it?"""

from pathlib import Path

import pytest
import yaml

from tests.coaching.knowledge.copies import REAL, change, copy, faults

ROW = "exercises/horizontal-pull/bent-over-row.yaml"
PLANTED = yaml.safe_load(Path(__file__).with_name("planted.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("fault", PLANTED.values(), ids=PLANTED)
def test_a_planted_fault_is_said_with_its_place(tmp_path: Path, fault: dict[str, str]) -> None:
    folder = copy(tmp_path)
    change(folder / fault["file"], fault["old"], fault["new"])
    said = faults(folder)
    assert any(one.startswith(f"knowledge/{fault['said']}") for one in said), said


def test_one_fault_raises_no_others(tmp_path: Path) -> None:
    """An entry that cannot be read is still known by its id, and its sources are not called unused."""
    folder = copy(tmp_path)
    change(folder / "muscles/back/rhomboids.yaml", "  where:\n", "  colour: red\n  where:\n")
    change(folder / ROW, "  lumbar: 2\n", "")
    assert [one.split(": ")[1] for one in faults(folder)] == ["bent-over-row.lumbar", "rhomboids.colour"]


def test_all_faults_are_given_at_once_each_with_its_path(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    change(folder / ROW, "exercise: t-bar-row", "exercise: x-row")
    change(folder / "exercises/hinge/deadlift.yaml", "lumbar: 3", "lumbar: 9")
    change(folder / "muscles/helping/teres-major.yaml", "  back: false", "  back: maybe")
    (folder / "exercises/more.yml").write_text("x: {}", encoding="utf-8")
    (folder / "exercise").mkdir()
    (folder / "exercise/lost.yaml").write_text("x: {}", encoding="utf-8")
    said = faults(folder)
    assert [one.split(":")[0] for one in said] == [
        "knowledge/exercise/lost.yaml",
        "knowledge/exercises/hinge/deadlift.yaml",
        f"knowledge/{ROW}",
        "knowledge/exercises/more.yml",
        "knowledge/muscles/helping/teres-major.yaml",
    ]


def test_the_real_knowledge_base_is_faultless() -> None:
    assert faults(REAL) == ()
