"""What does a week add up to? Hard sets by muscle, pulls by direction, and the load on the lower back.

A set counts 1 for a muscle that does most of the work, a half for one that helps: of three ways of counting, the one
that fitted the studies best (Pelland et al. 2024). A lift done a side at a time counts once for both.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import Decimal

from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.knowledge.models import Exercise, Pattern
from bot.domain.planning import PlanSession
from bot.domain.training import PlannedExercise

PRIME, HELPING = Decimal(1), Decimal("0.5")


def credit(exercise: Exercise, knowledge: Knowledge) -> Mapping[str, Decimal]:
    """What one set counts for each muscle of the back that it trains."""
    parts = ((exercise.muscles.prime, PRIME), (exercise.muscles.helping, HELPING))
    return {muscle: part for muscles, part in parts for muscle in muscles if knowledge.muscles[muscle].back}


def hard_sets(sessions: Iterable[PlanSession], knowledge: Knowledge) -> Mapping[str, Decimal]:
    """Hard sets of each of the four muscles in these sessions together."""
    found = {muscle.id: Decimal(0) for muscle in knowledge.back}
    for planned, exercise in _known(sessions, knowledge):
        for muscle, part in credit(exercise, knowledge).items():
            found[muscle] += part * planned.sets
    return found


def trained(session: PlanSession, knowledge: Knowledge) -> frozenset[str]:
    """The muscles of the back that do most of the work in one of its lifts."""
    prime = (muscle for _, exercise in _known([session], knowledge) for muscle in exercise.muscles.prime)
    return frozenset(muscle for muscle in prime if knowledge.muscles[muscle].back)


def lumbar(sessions: Iterable[PlanSession], knowledge: Knowledge) -> int:
    """The load on the lower back: each lift's (0-3) times its sets."""
    return sum(exercise.lumbar * planned.sets for planned, exercise in _known(sessions, knowledge))


def pulls(sessions: Iterable[PlanSession], knowledge: Knowledge) -> tuple[int, int]:
    """Sets of pulls from above, and of rows."""
    found: Counter[Pattern] = Counter()
    for planned, exercise in _known(sessions, knowledge):
        found[exercise.pattern] += planned.sets
    return found[Pattern.VERTICAL_PULL], found[Pattern.HORIZONTAL_PULL]


def _known(sessions: Iterable[PlanSession], knowledge: Knowledge) -> Iterable[tuple[PlannedExercise, Exercise]]:
    """A plan may be older than the knowledge base: what a lift trained that left it cannot be said."""
    planned = (one for session in sessions for one in session.exercises)
    return ((one, knowledge.exercises[one.exercise]) for one in planned if one.exercise in knowledge.exercises)
