"""Is a small first number a load where the load in force says so, and a number of sets where it does not?"""

from decimal import Decimal

import pytest

from bot.coaching.language.log_line import Action
from tests.coaching.language.log_line.lines import read, written

KEPT = [
    ("face pull 5x20, 5x20, 5x20", "5", "Face pull: 5 kg × 20 · 20 · 20"),
    ("face pull 5x20", "5", "Face pull: 5 kg × 20"),
    ("face pull 6x20", "5", "Face pull: 6 kg × 20"),
    ("face pull 10x12", "10", "Face pull: 10 kg × 12"),
    ("face pull 5x20, 5x20, 5x20", None, "Face pull: 5 kg × 20 · 20 · 20"),
    ("face pull 3x12", "5", "Face pull: 12 · 12 · 12 reps"),
    ("face pull 4x20", None, "Face pull: 20 · 20 · 20 · 20 reps"),
    ("face pull 3x12, 3x10", "20", "Face pull: 12 · 12 · 12 · 10 · 10 · 10 reps"),
    ("pull-up 5x20, 5x20, 5x20", "5", "Pull-up: bw × " + " · ".join(["20"] * 15)),
    ("face pull 5x20 @ 15", "5", "Face pull: 15 kg × 20 · 20 · 20 · 20 · 20"),
]


@pytest.mark.parametrize(("line", "load", "kept"), KEPT)
def test_the_load_in_force_tells_a_load_from_a_number_of_sets(line: str, load: str | None, kept: str) -> None:
    loads = {id: Decimal(load) for id in ("face-pull", "pull-up")} if load else {}
    assert written(read(line, loads=loads)) == kept


@pytest.mark.parametrize(
    ("line", "load", "labels"),
    [
        ("face pull 5x5", "5", ["5 kg × 5", "5 reps × 5 sets"]),
        ("face pull 10x3", "10", ["10 kg × 3", "10 reps × 3 sets"]),
        ("deadlift 5x5, 5x3, 5x1", "100", ["5 kg × 5 · 3 · 1"]),
    ],
)
def test_what_may_be_either_is_asked(line: str, load: str, labels: list[str]) -> None:
    reading = read(line, loads={"face-pull": Decimal(load), "deadlift": Decimal(load)})
    assert reading.action is Action.ASK
    assert [one.label for one in reading.options][: len(labels)] == labels
