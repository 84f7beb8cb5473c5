"""What does an aim ask of a lift? Repetitions, rest, and by which rule its load goes up.

Repetitions and rests are those of the lift's own guide (`dosage`), which names its sources. Strength takes the low
repetitions for big lifts (Schoenfeld et al. 2017; NSCA Essentials); the rules of progression are coaching practice:
a step each time for novices, by effort for intermediates, by percentages for the advanced. Health stays two good
repetitions from the end (RPE 8), and while something hurts every aim stays three from it (RPE 7).
"""

from decimal import Decimal

from bot.coaching.knowledge.models import Dosage, Exercise, Goal, Loading
from bot.coaching.planning.lifts import PULL_UP, bigness, on_the_road
from bot.domain.planning import Aim, Level, Wishes
from bot.domain.training import Method, PlannedExercise, RepRange

HEALTHY, TOUCHY, HARD = Decimal(8), Decimal(7), Decimal(8)
"""Efforts: what health asks for at most, what is asked while something hurts, and a heavy set by effort."""

HURRIED = 30
"""Minutes up to which rests are the shortest that the guide allows."""

PERCENT_LOW, PERCENT_HIGH = 85, 80
"""Of the training maximum: for up to five repetitions, and for more. Coaching practice."""

_ROAD = RepRange(5, 8)

_ORDER = {
    Aim.STRENGTH: (Goal.STRENGTH, Goal.SIZE, Goal.SKILL, Goal.ENDURANCE),
    Aim.SIZE: (Goal.SIZE, Goal.ENDURANCE, Goal.STRENGTH, Goal.SKILL),
    Aim.PULL_UP: (Goal.SIZE, Goal.ENDURANCE, Goal.STRENGTH, Goal.SKILL),
    Aim.HEALTH: (Goal.SIZE, Goal.ENDURANCE, Goal.SKILL, Goal.STRENGTH),
}


def dosed(exercise: Exercise, sets: int, wishes: Wishes) -> PlannedExercise:
    """A lift as these wishes want it done."""
    dose = dosage(exercise, wishes)
    method = _method(exercise, wishes)
    low, high = dose.reps
    return PlannedExercise(
        exercise=exercise.id,
        sets=sets,
        reps=_ROAD if method is Method.ROAD else RepRange(low, high),
        rest=_rest(dose, wishes),
        per_side=exercise.per_side,
        timed=exercise.seconds,
        bodyweight=exercise.loading is Loading.BODYWEIGHT,
        method=method,
        rpe=_effort(method, wishes),
        percent=(PERCENT_LOW if high <= 5 else PERCENT_HIGH) if method is Method.PERCENT else None,
    )


def dosage(exercise: Exercise, wishes: Wishes) -> Dosage:
    """The part of the guide for an aim; small lifts, and any while something hurts, are not trained for strength."""
    gentle = wishes.aim is Aim.STRENGTH and (wishes.hurts or not bigness(exercise))
    order = _ORDER[Aim.SIZE if gentle else wishes.aim]
    return min(exercise.guide.dosage, key=lambda dose: order.index(dose.goal))


def _method(exercise: Exercise, wishes: Wishes) -> Method:
    if exercise.id == PULL_UP and on_the_road(wishes):
        return Method.ROAD
    if wishes.aim is not Aim.STRENGTH or wishes.hurts or exercise.loading is not Loading.BARBELL:
        return Method.DOUBLE
    if not bigness(exercise):
        return Method.DOUBLE
    return {Level.NOVICE: Method.LINEAR, Level.INTERMEDIATE: Method.RPE, Level.ADVANCED: Method.PERCENT}[wishes.level]


def _effort(method: Method, wishes: Wishes) -> Decimal | None:
    if wishes.hurts:
        return TOUCHY
    if wishes.aim is Aim.HEALTH:
        return HEALTHY
    return HARD if method is Method.RPE else None


def _rest(dose: Dosage, wishes: Wishes) -> int:
    """Seconds, in steps of fifteen: the middle of the guide's range, its low end where time is short."""
    low, high = dose.rest
    return low if wishes.minutes <= HURRIED else round((low + high) / 2 / 15) * 15
