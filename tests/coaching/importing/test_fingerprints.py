"""Is a set of a file known again by what was done in it, and told from every other?"""

from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from typing import Any

import pytest

from bot.coaching.importing.fingerprints import fingerprints
from bot.coaching.importing.shapes import FileSet, SetKind
from bot.domain.units import Load, Unit
from tests.builders import kg, lb

SET = FileSet(2, datetime(2025, 3, 4, 18, 5), "Deadlift (Barbell)", SetKind.WORKING, kg("100"), 8, None, None, None)  # noqa: DTZ001


def contents(*sets: FileSet) -> list[int]:
    return [one.content for one in fingerprints(sets)]


@pytest.mark.parametrize(
    "same",
    [
        {"line": 77},
        {"exercise": "DEADLIFT (barbell)"},
        {"note": "slow"},
        {"rpe": Decimal(9)},
        {"kind": SetKind.FAILURE},
        {"workout": "Evening"},
        {"load": Load(Decimal("1.00E+2"), Unit.KG)},
    ],
)
def test_the_same_set(same: dict[str, Any]) -> None:
    assert contents(replace(SET, **same)) == contents(SET)


@pytest.mark.parametrize(
    "other",
    [
        {"at": datetime(2025, 3, 4, 18, 6)},  # noqa: DTZ001
        {"exercise": "Deadlift"},
        {"load": lb("100")},
        {"load": kg("-100")},
        {"load": None},
        {"reps": 9},
        {"reps": None, "seconds": 8},
        {"seconds": 8},
        {"kind": SetKind.WARMUP},
    ],
)
def test_another_set(other: dict[str, Any]) -> None:
    assert contents(replace(SET, **other)) != contents(SET)


def test_equal_sets_are_counted_and_one_put_in_between_leaves_the_others_what_they_are() -> None:
    heavier = replace(SET, load=kg("110"))
    assert len(set(contents(SET, SET, SET))) == 3
    assert [contents(SET, heavier, SET)[0], contents(SET, heavier, SET)[2]] == contents(SET, SET)


def test_all_sets_of_a_lift_in_a_workout_share_its_number() -> None:
    lifts = [one.lift for one in fingerprints([SET, replace(SET, reps=5), replace(SET, exercise="Row")])]
    assert lifts[0] == lifts[1] != lifts[2]


def test_the_place_is_what_earlier_versions_kept() -> None:
    """As version 0005 of the tables wrote it; a change here would bring everything imported then a second time."""
    places = [one.place for one in fingerprints([SET, replace(SET, reps=5)])]
    assert places == [-8703496995630464326, 8491186794217220952]
