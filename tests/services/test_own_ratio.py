"""Is the own ratio of two lifts one of the same time, and of loads that can be compared?"""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.coaching.progression.shapes import Bout
from bot.domain.units import Load
from bot.services.swap import own_ratio
from tests.builders import TODAY, deadlift, kg


def bout(ago: int, *loads: Load | None) -> Bout:
    return Bout(TODAY - timedelta(days=ago), tuple(replace(deadlift(8), load=load) for load in loads))


@pytest.mark.parametrize(
    ("lifted", "instead", "expected"),
    [
        ([bout(3, kg("120")), bout(40, kg("90"), kg("100"))], [bout(44, kg("110"))], (kg("100"), kg("110"))),
        ([bout(3, kg("120"))], [bout(44, kg("110"))], None),
        ([bout(44, kg("0"))], [bout(44, kg("110"))], None),
        ([bout(44, kg("-20"))], [bout(44, kg("60"))], None),
        ([bout(44, kg("60"))], [bout(44, None)], None),
        ([], [bout(1, kg("60"))], None),
    ],
)
def test_of_the_same_time_and_above_nothing(
    lifted: list[Bout], instead: list[Bout], expected: tuple[Load, Load] | None
) -> None:
    assert own_ratio(lifted, instead) == expected
