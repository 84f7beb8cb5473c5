"""Are repetitions, rests and methods what the aim asks for, from the lift's own guide?"""

from decimal import Decimal

import pytest

from bot.coaching.planning.dosing import dosed
from bot.domain.planning import Aim, Level, Site, Wishes
from bot.domain.training import Method, PlannedExercise, RepRange
from tests.knowledge import KNOWLEDGE

KNEE = frozenset({Site.KNEE})


@pytest.mark.parametrize(
    ("exercise", "wishes", "expected"),
    [
        ("deadlift", Wishes(Aim.SIZE), PlannedExercise("deadlift", 3, RepRange(6, 8), 150)),
        ("deadlift", Wishes(Aim.SIZE, minutes=30), PlannedExercise("deadlift", 3, RepRange(6, 8), 120)),
        (
            "deadlift",
            Wishes(Aim.STRENGTH, Level.ADVANCED),
            PlannedExercise("deadlift", 3, RepRange(3, 6), 240, method=Method.PERCENT, percent=80),
        ),
        (
            "pendlay-row",
            Wishes(Aim.STRENGTH, Level.ADVANCED),
            PlannedExercise("pendlay-row", 3, RepRange(3, 5), 150, method=Method.PERCENT, percent=85),
        ),
        (
            "deadlift",
            Wishes(Aim.STRENGTH, Level.INTERMEDIATE),
            PlannedExercise("deadlift", 3, RepRange(3, 6), 240, method=Method.RPE, rpe=Decimal(8)),
        ),
        (
            "deadlift",
            Wishes(Aim.STRENGTH),
            PlannedExercise("deadlift", 3, RepRange(3, 6), 240, method=Method.LINEAR),
        ),
        (
            "romanian-deadlift",
            Wishes(Aim.STRENGTH, hurts=KNEE),
            PlannedExercise("romanian-deadlift", 3, RepRange(8, 12), 150, rpe=Decimal(7)),
        ),
        ("lat-pulldown", Wishes(Aim.STRENGTH), PlannedExercise("lat-pulldown", 3, RepRange(6, 8), 150)),
        ("shrug", Wishes(Aim.STRENGTH), PlannedExercise("shrug", 3, RepRange(10, 15), 75)),
        ("face-pull", Wishes(Aim.HEALTH), PlannedExercise("face-pull", 3, RepRange(12, 20), 60, rpe=Decimal(8))),
        (
            "pull-up",
            Wishes(Aim.PULL_UP, Level.ADVANCED),
            PlannedExercise("pull-up", 3, RepRange(5, 8), 105, bodyweight=True, method=Method.ROAD),
        ),
        (
            "pull-up",
            Wishes(Aim.SIZE, Level.NOVICE),
            PlannedExercise("pull-up", 3, RepRange(5, 8), 105, bodyweight=True, method=Method.ROAD),
        ),
        (
            "pull-up",
            Wishes(Aim.SIZE, Level.INTERMEDIATE),
            PlannedExercise("pull-up", 3, RepRange(8, 10), 105, bodyweight=True),
        ),
        (
            "suitcase-carry",
            Wishes(),
            PlannedExercise("suitcase-carry", 3, RepRange(25, 40), 75, per_side=True, timed=True),
        ),
    ],
)
def test_a_dose(exercise: str, wishes: Wishes, expected: PlannedExercise) -> None:
    assert dosed(KNOWLEDGE.exercise(exercise), 3, wishes) == expected


@pytest.mark.parametrize("aim", Aim)
@pytest.mark.parametrize("exercise", KNOWLEDGE.exercises)
def test_each_lift_has_a_dose_for_each_aim_from_its_guide(exercise: str, aim: Aim) -> None:
    known = KNOWLEDGE.exercise(exercise)
    planned = dosed(known, 3, Wishes(aim, Level.INTERMEDIATE))
    doses = {(RepRange(*dose.reps), dose.rest) for dose in known.guide.dosage}
    if planned.method is not Method.ROAD:
        assert any(planned.reps == reps and low <= planned.rest <= high + 7 for reps, (low, high) in doses)
