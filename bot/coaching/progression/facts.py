"""What must be known of an exercise and its lifter to say what comes next?"""

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.knowledge.models import Exercise, Loading, Pattern
from bot.coaching.knowledge.progressing import Block, Break, Deload, FirstLoad
from bot.domain.planning import Level
from bot.domain.units import Unit

BODY_KG = Decimal(70)
"""Taken for a body weight that is unknown, where a part of body and belt together is needed. Practice."""


class Rack(StrEnum):
    """Where the loads of an exercise come from."""

    BARBELL = "barbell"
    SLEEVE = "sleeve"
    """Plates on one end of a bar; the bar is not counted (T-bar, landmine)."""
    GUIDED = "guided"
    """Plates on both ends of a bar that runs in rails and is not counted."""
    DUMBBELL = "dumbbell"
    KETTLEBELL = "kettlebell"
    STACK = "stack"
    BELT = "belt"
    """Body weight, and plates on a belt."""
    ASSIST = "assist"
    """Body weight less the help of a machine; below 0."""
    BAND = "band"
    """No number, or one of the lifter's own that nothing is added to."""
    OWN = "own"
    """An exercise of the lifter's own: nothing is known of it."""


WEIGHED = frozenset({Rack.BARBELL, Rack.SLEEVE, Rack.GUIDED, Rack.DUMBBELL, Rack.KETTLEBELL, Rack.STACK})
"""Nobody can begin these without a number."""
BODY = frozenset({Rack.BELT, Rack.ASSIST})


@dataclass(frozen=True, slots=True)
class Facts:
    """`belt`: whether plates can be hung on where body weight is not enough. `body_kg`: the lifter's, if known."""

    exercise: str
    rack: Rack = Rack.OWN
    pattern: Pattern | None = None
    lumbar: int = 0
    light: bool = False
    belt: bool = False
    level: Level = Level.NOVICE
    body_kg: Decimal | None = None
    first: FirstLoad | None = None
    breaks: tuple[Break, ...] = ()
    """The longest first."""
    deload: Deload | None = None
    blocks: tuple[Block, ...] = ()

    def body(self, unit: Unit) -> Decimal:
        """What is lifted beside the load, in the unit: body weight where the body is lifted, else 0."""
        if self.rack not in BODY:
            return Decimal(0)
        kg = self.body_kg or BODY_KG
        return kg if unit is Unit.KG else kg * Decimal("2.2046")


def facts_of(
    knowledge: Knowledge,
    exercise: str,
    level: Level = Level.NOVICE,
    *,
    equipment: Collection[str] | None = None,
    body_kg: Decimal | None = None,
) -> Facts:
    """`equipment`: ids of what there is; None for a full gym."""
    known = knowledge.exercises.get(exercise)
    breaks = tuple(sorted(knowledge.breaks.values(), key=lambda one: -one.days))
    deload = next((one for one in knowledge.deloads.values() if one.level is level), None)
    if known is None:
        return Facts(exercise, level=level, body_kg=body_kg, breaks=breaks, deload=deload)
    rack = rack_of(known)
    if rack is Rack.ASSIST and equipment is not None and not set(known.equipment) & set(equipment):
        rack = Rack.BAND  # helped by a band, whose help has no number
    return Facts(
        exercise,
        rack,
        known.pattern,
        known.lumbar,
        known.light,
        _belt(known, equipment),
        level,
        body_kg,
        _first(knowledge, known),
        breaks,
        deload,
        tuple(knowledge.blocks.values()),
    )


def rack_of(exercise: Exercise) -> Rack:
    match exercise.loading:
        case Loading.BARBELL if "landmine" in exercise.equipment:
            return Rack.SLEEVE
        case Loading.BARBELL if exercise.light:
            return Rack.DUMBBELL  # an empty bar would be too heavy
        case Loading.BARBELL:
            return Rack.BARBELL
        case Loading.MACHINE if "smith-machine" in exercise.equipment:
            return Rack.GUIDED
        case Loading.MACHINE | Loading.CABLE:
            return Rack.STACK
        case Loading.BODYWEIGHT:
            return Rack.ASSIST if "assisted-pull-up-machine" in exercise.equipment else Rack.BELT
        case other:
            return Rack(other.value)


def _belt(exercise: Exercise, equipment: Collection[str] | None) -> bool:
    """A pull-up with both arms takes a belt, a back extension a plate at the chest; other lifts take a harder kind."""
    if exercise.light or exercise.per_side or rack_of(exercise) is not Rack.BELT:
        return False
    if exercise.pattern is Pattern.VERTICAL_PULL:
        return exercise.id != "negative-pull-up" and (equipment is None or "dip-belt" in equipment)
    return exercise.pattern is Pattern.EXTENSION


def _first(knowledge: Knowledge, exercise: Exercise) -> FirstLoad | None:
    every = knowledge.first_loads.values()
    named = next((one for one in every if exercise.id in one.exercises), None)
    return named or next((one for one in every if one.loading is exercise.loading), None)
