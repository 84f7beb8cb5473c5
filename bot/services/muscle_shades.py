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


def of_week(regions: Iterable[RegionWeek]) -> Mapping[str, float]:
    """Full at the top of its range."""
    return {one.region: min(float(one.sets / one.high), 1.0) for one in regions if one.sets}
