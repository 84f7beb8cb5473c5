"""What does the card offer for the next set? What was chosen, else what was just lifted, else what is advised."""

from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

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


def mark(exercise: str, load: Load | None) -> int:
    """What a button says to be done, as a number short enough to travel in it: pressed when something else stands on
    the card, it differs."""
    return crc32(f"{exercise} {load}".encode())


def _load(item: SessionItem, last_time: Sequence[KeptSet]) -> Load | None:
    """What was chosen on the card is 0 for nothing on the belt."""
    if item.load is not None:
        return item.load if item.load.amount else None
    lifted = [kept.done.load for kept in item.working]
    if not item.plan.bodyweight:  # there a set without a load is one whose load was not said
        lifted = [load for load in lifted if load is not None]
    if lifted:
        return lifted[-1]
    if item.advice is not None:
        return item.advice.load
    return next((kept.done.load for kept in last_time if item.plan.bodyweight or kept.done.load is not None), None)


def _reps(item: SessionItem, last_time: Sequence[KeptSet]) -> int:
    """As the set before it today, where that fell short; else what is advised; else as at the same set last time."""
    index = len(item.working)
    today = [count for kept in item.working[-1:] if (count := _count(item, kept)) is not None]
    if item.advice is not None:
        if today and item.working[-1].done.load != item.advice.load:
            return today[0]
        if item.advice.guess and item.load is not None and item.load != item.advice.load:
            return item.plan.reps.low
        return min([item.advice.reps, *today])
    before = [count for kept in last_time[index : index + 1] if (count := _count(item, kept)) is not None]
    reps = next(iter((*before, *today)), item.plan.reps.low)
    return min(max(reps, item.plan.reps.low), item.plan.reps.high)


def _count(item: SessionItem, kept: KeptSet) -> int | None:
    return kept.done.seconds if item.plan.timed else kept.done.reps
