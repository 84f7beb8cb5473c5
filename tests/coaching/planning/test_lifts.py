"""Is a lift planned only where it can be done, and does what hurts leave out what loads it?"""

import pytest

from bot.coaching.planning.lifts import bigness, owned, possible
from bot.domain.planning import Site, Wishes
from tests.coaching.planning.wishes import GYM
from tests.knowledge import KNOWLEDGE


def test_an_incline_bench_is_a_bench() -> None:
    assert owned({"incline-bench"}) == {"incline-bench", "bench"}
    assert "one-arm-dumbbell-row" in possible(Wishes(equipment=frozenset({"dumbbell", "incline-bench"})), KNOWLEDGE)


def test_without_equipment_there_are_table_and_towel() -> None:
    assert set(possible(Wishes(), KNOWLEDGE)) == {"table-row", "towel-row", "superman", "bird-dog"}


@pytest.mark.parametrize(
    ("site", "out", "stays"),
    [
        (
            Site.LOWER_BACK,
            ["deadlift", "bent-over-row", "back-extension", "superman"],
            ["bird-dog", "seal-row", "pull-up"],
        ),
        (
            Site.SHOULDER,
            ["pull-up", "lat-pulldown", "dead-hang", "face-pull"],
            ["seated-cable-row", "romanian-deadlift"],
        ),
        (Site.ELBOW, ["chin-up", "pull-up", "table-row", "underhand-row"], ["machine-row", "lat-pulldown"]),
        (Site.WRIST, ["dead-hang", "renegade-row", "towel-row"], ["lat-pulldown", "machine-row"]),
        (Site.HIP, ["deadlift", "romanian-deadlift", "bent-over-row"], ["pull-up", "chest-supported-row"]),
        (Site.KNEE, ["deadlift", "trap-bar-deadlift", "bird-dog"], ["romanian-deadlift", "seated-cable-row"]),
        (Site.NECK, ["shrug", "deadlift", "weighted-pull-up"], ["seated-cable-row", "lat-pulldown"]),
    ],
)
def test_what_hurts_is_spared(site: Site, out: list[str], stays: list[str]) -> None:
    left = possible(Wishes(equipment=GYM, hurts=frozenset({site})), KNOWLEDGE)
    assert [id for id in out if id in left] == []
    assert [id for id in stays if id not in left] == []


def test_for_the_lower_back_nothing_is_left_that_loads_it_much() -> None:
    left = possible(Wishes(equipment=GYM, hurts=frozenset({Site.LOWER_BACK})), KNOWLEDGE)
    assert max(one.lumbar for one in left.values()) == 1


@pytest.mark.parametrize(
    ("exercise", "size"),
    [
        ("deadlift", 2),
        ("pull-up", 2),
        ("seal-row", 2),
        ("lat-pulldown", 1),
        ("table-row", 1),
        ("face-pull", 0),
        ("shrug", 0),
    ],
)
def test_how_big_a_lift_is(exercise: str, size: int) -> None:
    assert bigness(KNOWLEDGE.exercise(exercise)) == size
