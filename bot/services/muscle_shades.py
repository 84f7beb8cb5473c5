"""How dark is each muscle on the map? By an exercise, by a session, or by a week against its range."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal

from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.planning.counting import HELPING, PRIME
from bot.domain.training import DoneSet
from bot.services.pictures import RegionWeek


def of_session(sets: Iterable[DoneSet], knowledge: Knowledge) -> Mapping[str, float]:
    """Against the muscle that was trained most; arms and legs, too."""
    found: dict[str, Decimal] = defaultdict(Decimal)
    for done in sets:
        known = knowledge.exercises.get(done.exercise)
        if known is not None and not done.warmup:
            for muscles, part in ((known.muscles.prime, PRIME), (known.muscles.helping, HELPING)):
                for muscle in muscles:
                    found[muscle] += part
    most = max(found.values(), default=Decimal(1))
    return {muscle: float(sets / most) for muscle, sets in found.items()}


BELOW, INSIDE, BEYOND = 0.3, 0.62, 1.0
"""A range is seen in three shades; below it one is the paler the more is missing."""


def of_week(regions: Iterable[RegionWeek]) -> Mapping[str, float]:
    """Each against its own range."""
    return {one.region: _of_range(one) for one in regions if one.sets}


def of_light_week(regions: Iterable[RegionWeek]) -> Mapping[str, float]:
    """There is no range to reach: full at the top of the usual one."""
    return {one.region: min(float(one.sets / one.high), 1.0) for one in regions if one.sets}


def _of_range(one: RegionWeek) -> float:
    if one.sets > one.high:
        return BEYOND
    return INSIDE if one.sets >= one.low else BELOW * (1 + float(one.sets / one.low)) / 2
