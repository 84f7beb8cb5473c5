"""What does the card offer for the next set? The lifter's own numbers first, the plan's where there are none.

No progression yet: the load is the one last lifted, the repetitions those of the same set last time.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.session import SessionItem
from bot.domain.training import KeptSet
from bot.domain.units import Load


@dataclass(frozen=True, slots=True)
class Offer:
    """`reps` counts seconds for a timed hold. `load` is None for nothing on the belt, or where none is known yet."""

    load: Load | None
    reps: int


def offer(item: SessionItem, last_time: Sequence[KeptSet]) -> Offer:
    """`last_time`: the working sets of the last day this exercise was done, in order."""
    return Offer(_load(item, last_time), _reps(item, last_time))


def _load(item: SessionItem, last_time: Sequence[KeptSet]) -> Load | None:
    """What was chosen on the card (0 for nothing on the belt), else what was lifted last."""
    if item.load is not None:
        return item.load if item.load.amount else None
    lifted = [kept.done.load for kept in (*last_time[:1], *item.working)]
    if not item.plan.bodyweight:  # there a set without a load is one whose load was not said
        lifted = [load for load in lifted if load is not None]
    return lifted[-1] if lifted else None


def _reps(item: SessionItem, last_time: Sequence[KeptSet]) -> int:
    """As at the same set last time, else as the set before it today, else the low end; inside the range."""
    index = len(item.working)
    like = (*last_time[index : index + 1], *item.working[-1:])
    before = (kept.done.seconds if item.plan.timed else kept.done.reps for kept in like)
    reps = next((count for count in before if count is not None), item.plan.reps.low)
    return min(max(reps, item.plan.reps.low), item.plan.reps.high)
