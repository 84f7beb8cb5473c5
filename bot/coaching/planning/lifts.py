"""Which lifts may be planned, and what does the planner look at in one? Equipment, what hurts, what is refused."""

from collections.abc import Collection, Iterable, Mapping

from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.knowledge.models import Exercise, Loading, Pattern
from bot.domain.planning import Aim, Level, Site, Wishes

HEAVIEST = 3
"""The load on the lower back of the lifts that have days of their own."""

PULL_UP = "pull-up"
"""The lift that stands for the whole road to it."""

PULLS = frozenset({Pattern.VERTICAL_PULL, Pattern.HORIZONTAL_PULL})

LEAST_LEVEL: Mapping[str, Level] = {
    "weighted-pull-up": Level.INTERMEDIATE,
    "weighted-chin-up": Level.INTERMEDIATE,
    "archer-pull-up": Level.ADVANCED,
    "l-sit-pull-up": Level.ADVANCED,
    "muscle-up": Level.ADVANCED,
    "deficit-deadlift": Level.INTERMEDIATE,
    "kroc-row": Level.INTERMEDIATE,
}
"""Who is offered a hard lift for another, unless it is loved. Coaching practice."""

_SMALL = {Pattern.EXTENSION, Pattern.SCAPULA, Pattern.CARRY, Pattern.HANG}


def owned(equipment: Collection[str]) -> frozenset[str]:
    """What can be trained with: an incline bench is a flat one, too."""
    return frozenset(equipment) | ({"bench"} if "incline-bench" in equipment else frozenset())


def spared(exercise: Exercise, hurts: Iterable[Site], knowledge: Knowledge) -> bool:
    """Whether a lift is left out while these sites hurt (`knowledge/spares.yaml`)."""
    for spare in (knowledge.spares[site] for site in hurts):
        listed = exercise.pattern in spare.patterns or exercise.id in spare.exercises or exercise.lumbar > spare.lumbar
        if listed and exercise.id not in spare.keep:
            return True
    return False


def possible(wishes: Wishes, knowledge: Knowledge) -> Mapping[str, Exercise]:
    """Every lift that may stand in a plan for these wishes, by id. Where the pull-up is a road, the other lifts of a
    whole body are none: who is on it may not be able to do one."""
    have = owned(wishes.equipment)
    found = {
        id: one
        for id, one in knowledge.exercises.items()
        if have.issuperset(one.equipment) and id not in wishes.refused and not spared(one, wishes.hurts, knowledge)
    }
    if not on_the_road(wishes) or PULL_UP not in found:
        return found
    return {id: one for id, one in found.items() if id == PULL_UP or not whole_body(one)}


def on_the_road(wishes: Wishes) -> bool:
    """Whether the pull-up is done by its road, a stage at a time."""
    return wishes.aim is Aim.PULL_UP or wishes.level is Level.NOVICE


def whole_body(exercise: Exercise) -> bool:
    """Whether all of the body is pulled up, without help."""
    body = exercise.loading is Loading.BODYWEIGHT and exercise.pattern is Pattern.VERTICAL_PULL
    return body and "assisted-pull-up-machine" not in exercise.equipment


def bigness(exercise: Exercise) -> int:
    """2 for a big lift (a barbell, or the body hung from a bar), 1 for one with help, 0 for a small one.

    Big lifts stand first in a session: what comes first improves most (Nunes et al. 2021; ACSM 2009).
    """
    if exercise.light or exercise.pattern in _SMALL:
        return 0
    hung = exercise.loading is Loading.BODYWEIGHT and exercise.pattern is Pattern.VERTICAL_PULL
    return 2 if exercise.loading is Loading.BARBELL or hung else 1
