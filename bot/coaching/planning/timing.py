"""How long does a session take? Warm-up, setting up, lighter sets first, the sets themselves, and the rests.

The model, coaching practice unless a source is named: five easy minutes first (NSCA Essentials), three before a short
session (where time is short they may go, Iversen et al. 2021), four seconds a repetition, both sides of a lift done a
side at a time, the planned rest between two sets of a lift, and between lifts the time to walk over and set up, which
is a rest, too. A hinge with a barbell has three lighter sets before it (two where time is short), any other big or
middling lift with a load has one; small ones and the body alone have none.
"""

from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.knowledge.models import Exercise, Loading, Pattern
from bot.coaching.planning.lifts import bigness
from bot.domain.planning import PlanSession
from bot.domain.training import PlannedExercise

EASY, EASY_SHORT = 300, 180
SHORT = 3
"""Up to so many lifts a session is a short one."""
REPETITION = 4
SET_UP, SET_UP_PLAIN = 90, 45
"""With a load to put on, and with the body or a band only."""
LIGHTER_SET = 60
"""One lighter set and the change of plates after it."""
HURRIED = 2
"""Lighter sets before a lift, at most, where time is short."""

_PLAIN = {Loading.BODYWEIGHT, Loading.BAND}


def minutes_of(session: PlanSession, knowledge: Knowledge, *, hurried: bool = False) -> int:
    """Whole minutes, rounded up; `session.minutes` is not looked at. `hurried`: with fewer lighter sets."""
    return -(-seconds_of(session.exercises, knowledge, hurried=hurried) // 60)


def seconds_of(exercises: tuple[PlannedExercise, ...], knowledge: Knowledge, *, hurried: bool = False) -> int:
    easy = EASY_SHORT if len(exercises) <= SHORT else EASY
    return easy + sum(lift_seconds(one, knowledge.exercises.get(one.exercise), hurried=hurried) for one in exercises)


def lift_seconds(planned: PlannedExercise, exercise: Exercise | None, *, hurried: bool = False) -> int:
    """One lift of a session from setting up to the end of its last set; None for one that left the knowledge base."""
    lighter = lighter_sets(exercise) if exercise else 0
    return (
        (SET_UP_PLAIN if exercise is None or exercise.loading in _PLAIN else SET_UP)
        + (min(lighter, HURRIED) if hurried else lighter) * LIGHTER_SET
        + planned.sets * set_seconds(planned)
        + (planned.sets - 1) * planned.rest
    )


def set_seconds(planned: PlannedExercise) -> int:
    """One set, at the middle of its range of repetitions or seconds."""
    each = 1 if planned.timed else REPETITION
    return (planned.reps.low + planned.reps.high) * each // 2 * (2 if planned.per_side else 1)


def lighter_sets(exercise: Exercise) -> int:
    """Lighter sets before the first hard one. They are no work and are counted in time only."""
    if exercise.loading in _PLAIN or not bigness(exercise):
        return 0
    return 3 if exercise.pattern is Pattern.HINGE and bigness(exercise) > 1 else 1
