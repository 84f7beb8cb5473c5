"""Which lift of ours is an exercise of another tracker, and what stays the lifter's own?"""

from datetime import datetime

import pytest

from bot.coaching.importing.matching import MOST_NAMES, ExerciseMatcher
from bot.coaching.importing.shapes import FileSet, Reason, RowFault, SetKind
from bot.domain.training import DoneSet
from bot.domain.units import Load
from tests.builders import kg
from tests.coaching.understanding import LANGUAGE
from tests.knowledge import KNOWLEDGE

MATCHER = ExerciseMatcher(KNOWLEDGE, LANGUAGE.words.spellings)


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Deadlift (Barbell)", "deadlift"),
        ("Bent Over Row (Barbell)", "bent-over-row"),
        ("Barbell Row", "bent-over-row"),
        ("Lat Pulldown (Cable)", "lat-pulldown"),
        ("Lat Pulldown - Wide Grip (Cable)", "wide-grip-pulldown"),
        ("Lat Pulldown (Single Arm)", "one-arm-pulldown"),
        ("Seated Row (Cable)", "seated-cable-row"),
        ("Cable Face Pull", "face-pull"),
        ("Pull Up", "pull-up"),
        ("Pull Up (Weighted)", "weighted-pull-up"),
        ("Pull Up (Assisted)", "assisted-pull-up"),
        ("T Bar Row", "t-bar-row"),
        ("Romanian Deadlift (Dumbbell)", "dumbbell-romanian-deadlift"),
        ("Squat (Barbell)", None),
        ("Upright Row (Barbell)", None),
        ("Triceps Pushdown", None),
        ("Bent Over Row (Band)", None),
        ("Deadlift (Band)", None),
        ("Row", None),
        ("Lats", None),
        ("Становая тяга", None),
        ("()", None),
    ],
)
def test_names(name: str, id: str | None) -> None:
    assert MATCHER.match(name) == id


def test_every_lift_is_found_by_its_own_names() -> None:
    wrong = {
        name: id for id, one in KNOWLEDGE.exercises.items() for name in (one.name, id) if MATCHER.match(name) != id
    }
    assert wrong == {}


def test_names_are_not_remembered_without_end_nor_by_others() -> None:
    matcher = MATCHER.anew()
    for number in range(3 * MOST_NAMES):
        assert matcher.match(f"Lift {number}") is None
    assert matcher._remembered.cache_info().currsize == MOST_NAMES
    assert matcher.anew()._remembered.cache_info().currsize == 0


def done(exercise: str, load: Load | None, **more: object) -> DoneSet:
    kind = more.pop("kind", SetKind.WORKING)
    assert isinstance(kind, SetKind)
    note = more.pop("note", None)
    assert note is None or isinstance(note, str)
    return MATCHER.done(FileSet(1, datetime(2025, 3, 4, 12), exercise, kind, load, 8, None, None, note))  # noqa: DTZ001


def test_how_a_set_is_kept() -> None:
    assert done("Deadlift (Barbell)", kg("100")) == DoneSet("deadlift", 8, load=kg("100"))
    assert done("Pull Up", None) == DoneSet("pull-up", 8, bodyweight=True)
    assert done("Pull Up (Assisted)", kg("20")).load == kg("-20")
    assert done("Chin Up", kg("-20")) == DoneSet("chin-up", 8, load=kg("-20"), bodyweight=True)
    assert done("Single Arm Cable Row", kg("20")).per_side
    assert done("Squat (Barbell)", kg("100")) == DoneSet("Squat (Barbell)", 8, load=kg("100"))
    assert done("Dip (Assisted)", kg("-20")) == DoneSet("Dip (Assisted)", 8, load=kg("-20"), bodyweight=True)
    assert done("Squat", kg("60"), kind=SetKind.WARMUP).warmup
    assert done("Squat", kg("60"), kind=SetKind.DROP, note="fast").note == "drop set\nfast"


def test_no_help_on_a_lift_that_takes_none() -> None:
    with pytest.raises(RowFault) as fault:
        done("Deadlift", kg("-20"))
    assert fault.value.reason is Reason.BELOW_ZERO
