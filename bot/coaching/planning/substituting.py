"""What can stand in for a lift that is taken, hurts, or needs what is not there? The closest first.

By pattern, then by the muscles that do most of the work, the load on the lower back, and what the lift's own guide
names as alternatives. The weights of the ranking are coaching practice.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.knowledge.models import Exercise, Pattern
from bot.coaching.planning.lifts import LEAST_LEVEL, bigness, owned, spared
from bot.domain.planning import Aim, Level, Site

KIN: Mapping[Pattern, frozenset[Pattern]] = {
    Pattern.HINGE: frozenset({Pattern.EXTENSION}),
    Pattern.EXTENSION: frozenset({Pattern.HINGE}),
    Pattern.VERTICAL_PULL: frozenset({Pattern.HORIZONTAL_PULL}),
    Pattern.HORIZONTAL_PULL: frozenset({Pattern.VERTICAL_PULL, Pattern.SCAPULA}),
    Pattern.SCAPULA: frozenset({Pattern.HORIZONTAL_PULL, Pattern.CARRY}),
    Pattern.CARRY: frozenset({Pattern.SCAPULA, Pattern.HANG}),
    Pattern.HANG: frozenset({Pattern.CARRY, Pattern.SCAPULA}),
}
"""Where to look after the pattern itself: for lifts that train one of the same muscles most."""

_LEVELS = tuple(Level)


@dataclass(frozen=True, slots=True)
class _Search:
    lift: Exercise
    named: frozenset[str]
    family: frozenset[str]
    loved: frozenset[str]
    purpose: Aim
    level: Level


def substitutes(
    exercise: str,
    knowledge: Knowledge,
    *,
    equipment: Collection[str],
    hurts: Collection[Site] = (),
    taken: Collection[str] = (),
    lumbar_left: int | None = None,
    refused: Collection[str] = (),
    loved: Collection[str] = (),
    purpose: Aim = Aim.SIZE,
    level: Level = Level.INTERMEDIATE,
) -> tuple[str, ...]:
    """Ids of exercises, the best first; empty where nothing can stand in.

    `taken` is equipment that is there but busy. `lumbar_left` is the highest load on the lower back (0-3) that a set
    may have, None for any: what is left of the session's budget over the sets still to do.
    """
    lift = knowledge.exercises[exercise]
    have = owned(equipment) - frozenset(taken)
    named = frozenset(one.exercise for one in lift.guide.alternatives if one.exercise)
    family = frozenset(one.id for one in knowledge.family(exercise))
    search = _Search(lift, named, family, frozenset(loved), purpose, level)
    found = [
        one
        for one in knowledge.exercises.values()
        if one.id != exercise
        and one.id not in refused
        and have.issuperset(one.equipment)
        and (lumbar_left is None or one.lumbar <= lumbar_left)
        and not spared(one, hurts, knowledge)
        and _alike(one, lift)
    ]
    return tuple(one.id for one in sorted(found, key=lambda one: _distance(one, search)))


def _alike(one: Exercise, lift: Exercise) -> bool:
    if one.pattern is lift.pattern:
        return True
    return one.pattern in KIN[lift.pattern] and not set(one.muscles.prime).isdisjoint(lift.muscles.prime)


def apart(one: Exercise, lift: Exercise) -> tuple[bool, int]:
    """How far two lifts are from each other, to compare: by pattern, muscles, loading, and one side or both."""
    muscles = 2 * len(set(one.muscles.prime) ^ set(lift.muscles.prime))
    muscles += len(set(one.muscles.helping) ^ set(lift.muscles.helping))
    return one.pattern is not lift.pattern, muscles + (one.loading is not lift.loading) + (
        one.per_side is not lift.per_side
    )


def _distance(one: Exercise, search: _Search) -> tuple[bool, int, str]:
    """Another pattern is always further than the same; then less is closer."""
    lift = search.lift
    apart = 2 * len(set(one.muscles.prime) ^ set(lift.muscles.prime))
    apart += len(set(one.muscles.helping) ^ set(lift.muscles.helping))
    apart += 2 * abs(bigness(one) - bigness(lift)) + 2 * max(0, one.lumbar - lift.lumbar)
    apart += (one.per_side is not lift.per_side) + 6 * (one.seconds is not lift.seconds)
    apart -= 3 * (one.id in search.named) + 2 * (one.id in search.family) + 6 * (one.id in search.loved)
    if search.purpose is Aim.STRENGTH:
        apart -= 2 * bigness(one)
    if one.id not in search.loved and _LEVELS.index(LEAST_LEVEL.get(one.id, Level.NOVICE)) > _LEVELS.index(
        search.level
    ):
        apart += 10
    return one.pattern is not lift.pattern, apart, one.id
