"""Does the closest lift stand in, and never one that is busy, hurts, or asks too much of the lower back?"""

from itertools import product
from typing import Any

import pytest

from bot.coaching.planning.lifts import owned, spared
from bot.coaching.planning.substituting import substitutes
from bot.domain.planning import Aim, Level, Site
from tests.coaching.planning.wishes import GYM, KITS
from tests.knowledge import KNOWLEDGE


def swaps(exercise: str, **how: Any) -> tuple[str, ...]:
    return substitutes(exercise, KNOWLEDGE, **{"equipment": GYM, **how})


@pytest.mark.parametrize(
    ("exercise", "how", "best"),
    [
        ("bent-over-row", {}, "t-bar-row"),
        ("seated-cable-row", {"taken": {"cable-row-station"}}, "machine-row"),
        ("lat-pulldown", {"taken": {"pulldown-station"}}, "assisted-pull-up"),
        ("lat-pulldown", {"equipment": {"band"}}, "band-pulldown"),
        ("deadlift", {"lumbar_left": 1}, "kettlebell-deadlift"),
        ("deadlift", {"hurts": {Site.LOWER_BACK}}, "bird-dog"),
        ("one-arm-dumbbell-row", {"equipment": ()}, "towel-row"),
        ("face-pull", {"taken": {"cable-station"}}, "band-pull-apart"),
        ("farmers-carry", {}, "suitcase-carry"),
        ("bent-over-row", {"loved": {"seal-row"}}, "seal-row"),
        ("bent-over-row", {"refused": {"t-bar-row"}}, "two-arm-dumbbell-row"),
        ("bent-over-row", {"taken": {"barbell", "landmine"}}, "two-arm-dumbbell-row"),
    ],
)
def test_the_closest_comes_first(exercise: str, how: dict[str, Any], best: str) -> None:
    assert swaps(exercise, **how)[0] == best


def test_the_purpose_brings_big_lifts_forward() -> None:
    assert swaps("lat-pulldown", purpose=Aim.STRENGTH)[0] != swaps("lat-pulldown")[0]
    assert swaps("lat-pulldown", purpose=Aim.STRENGTH, taken={"pulldown-station"})[0] == "assisted-pull-up"


def test_the_level_keeps_hard_lifts_back_unless_they_are_loved() -> None:
    def place(**how: Any) -> int:
        return swaps("pull-up", **how).index("archer-pull-up")

    assert place(level=Level.ADVANCED) < place(level=Level.NOVICE)
    assert place(level=Level.NOVICE, loved={"archer-pull-up"}) < place(level=Level.NOVICE)


def test_the_same_pattern_comes_before_any_other() -> None:
    patterns = [KNOWLEDGE.exercise(id).pattern for id in swaps("lat-pulldown")]
    assert patterns == sorted(patterns, key=lambda one: one is not patterns[0])


@pytest.mark.parametrize("exercise", KNOWLEDGE.exercises)
def test_what_stands_in_can_be_done(exercise: str) -> None:
    for equipment, site, left in product(KITS.values(), (None, *Site), (None, 0)):
        hurts = {site} if site else set()
        for id in swaps(exercise, equipment=equipment, hurts=hurts, lumbar_left=left):
            known = KNOWLEDGE.exercise(id)
            assert id != exercise
            assert owned(equipment).issuperset(known.equipment)
            assert not spared(known, hurts, KNOWLEDGE)
            assert left is None or known.lumbar <= left


@pytest.mark.parametrize("exercise", KNOWLEDGE.exercises)
def test_in_a_full_gym_something_always_stands_in(exercise: str) -> None:
    assert swaps(exercise)


def test_nothing_stands_in_where_everything_is_refused() -> None:
    assert swaps("deadlift", refused=set(KNOWLEDGE.exercises)) == ()
