"""Are warm-up, lighter sets, setting up, both sides and rests all in the minutes?"""

import pytest

from bot.coaching.planning.timing import lift_seconds, lighter_sets, minutes_of, seconds_of, set_seconds
from bot.coaching.planning.writing import default_plan
from bot.domain.planning import PlanSession
from bot.domain.training import PlannedExercise, RepRange
from tests.knowledge import KNOWLEDGE


def lift(
    exercise: str, sets: int, reps: int, rest: int, *, per_side: bool = False, timed: bool = False
) -> PlannedExercise:
    return PlannedExercise(exercise, sets, RepRange(reps, reps), rest, per_side=per_side, timed=timed)


@pytest.mark.parametrize(
    ("planned", "seconds"),
    [
        (lift("deadlift", 3, 5, 180), 90 + 3 * 60 + 3 * 20 + 2 * 180),
        (lift("bent-over-row", 3, 10, 120), 90 + 60 + 3 * 40 + 2 * 120),
        (lift("pull-up", 1, 5, 120), 45 + 20),
        (lift("one-arm-dumbbell-row", 2, 10, 90, per_side=True), 90 + 60 + 2 * 80 + 90),
        (lift("face-pull", 2, 15, 60), 90 + 2 * 60 + 60),
        (lift("dead-hang", 2, 30, 60, timed=True), 45 + 2 * 30 + 60),
        (lift("suitcase-carry", 2, 30, 60, per_side=True, timed=True), 90 + 2 * 60 + 60),
        (lift("band-row", 2, 20, 45), 45 + 2 * 80 + 45),
    ],
)
def test_a_lift_takes_so_long(planned: PlannedExercise, seconds: int) -> None:
    assert lift_seconds(planned, KNOWLEDGE.exercise(planned.exercise)) == seconds


def test_a_set_is_timed_at_the_middle_of_its_range() -> None:
    assert set_seconds(PlannedExercise("lat-pulldown", 3, RepRange(8, 15), 90)) == 46


@pytest.mark.parametrize(
    ("exercise", "sets"),
    [
        ("deadlift", 3),
        ("trap-bar-deadlift", 3),
        ("kettlebell-deadlift", 1),
        ("machine-row", 1),
        ("pull-up", 0),
        ("shrug", 0),
    ],
)
def test_lighter_sets_come_before_what_is_heavy(exercise: str, sets: int) -> None:
    assert lighter_sets(KNOWLEDGE.exercise(exercise)) == sets


def test_a_short_session_has_a_short_warm_up() -> None:
    one = lift("band-row", 1, 10, 60)
    assert seconds_of((one,) * 3, KNOWLEDGE) == 180 + 3 * 85
    assert seconds_of((one,) * 4, KNOWLEDGE) == 300 + 4 * 85


def test_minutes_are_rounded_up_and_the_guides_session_takes_its_hour() -> None:
    assert minutes_of(PlanSession("Back", (lift("band-row", 1, 10, 60),), 0), KNOWLEDGE) == 5
    assert minutes_of(default_plan(KNOWLEDGE).sessions[0], KNOWLEDGE) == 59
