"""Which warm-up sets come before the work, with loads that exist?"""

import pytest

from bot.coaching.progression.warm_ups import warm_ups
from bot.domain.gym import Gym
from bot.domain.units import Load, Unit
from tests.builders import kg, lb
from tests.coaching.progression.histories import facts


@pytest.mark.parametrize(
    ("exercise", "load", "gym", "expected"),
    [
        ("deadlift", kg("100"), Gym(), ["20 × 8", "40 × 8", "60 × 5", "80 × 3", "90 × 1"]),
        ("deadlift", kg("60"), Gym(), ["20 × 8", "35 × 5", "47.5 × 3", "52.5 × 1"]),
        ("deadlift", kg("50"), Gym(), ["20 × 8", "25 × 8", "37.5 × 4"]),
        ("deadlift", kg("30"), Gym(), ["20 × 8", "22.5 × 4"]),
        ("deadlift", kg("20"), Gym(), []),
        ("deadlift", lb("225"), Gym(Unit.LB), ["45 × 8", "90 × 8", "135 × 5", "180 × 3", "200 × 1"]),
        ("deadlift", lb("225"), Gym(), ["20 × 8", "40 × 8", "60 × 5", "80 × 3", "90 × 1"]),
        ("one-arm-dumbbell-row", kg("30"), Gym(), ["14 × 8", "22 × 4"]),
        ("one-arm-dumbbell-row", kg("6"), Gym(), []),
        ("lat-pulldown", kg("50"), Gym(), ["25 × 8", "35 × 4"]),
        ("lat-pulldown", kg("15"), Gym(), []),
        ("face-pull", kg("25"), Gym(), []),
        ("pull-up", kg("20"), Gym(), []),
        ("deadlift", None, Gym(), []),
    ],
)
def test_warm_ups(exercise: str, load: Load | None, gym: Gym, expected: list[str]) -> None:
    found = warm_ups(load, facts(exercise), gym, first=True)
    assert [f"{one.load.amount:f} × {one.reps}" for one in found if one.load] == expected
    assert all(one.load and one.load.unit is gym.unit for one in found)


def test_none_where_the_movement_is_warm() -> None:
    assert warm_ups(kg("100"), facts(), Gym(), first=False) == ()
