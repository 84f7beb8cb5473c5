"""Is there a first load for whatever is loaded, and a rule for light weeks at every level? Each fault with its path."""

from collections.abc import Iterator
from itertools import pairwise

from bot.coaching.knowledge.draft import Draft
from bot.coaching.knowledge.faults import spot
from bot.coaching.knowledge.models import Loading
from bot.domain.planning import Level

WEIGHED = (Loading.BARBELL, Loading.DUMBBELL, Loading.KETTLEBELL, Loading.CABLE, Loading.MACHINE)
"""What nobody can begin without a number for."""


def of_progress(draft: Draft) -> Iterator[str]:
    yield from _first_loads(draft)
    yield from _breaks(draft)
    yield from _deloads(draft)
    yield from _blocks(draft)


def _first_loads(draft: Draft) -> Iterator[str]:
    owner: dict[str, str] = {}
    for entry, first in draft.first_loads.placed():
        if bool(first.exercises) is (first.loading is not None):
            yield f"{entry.path}: {spot(entry.id, 'exercises')}: have either exercises or a loading"
        for name in ("kg", "lb"):
            if list(getattr(first, name)) != sorted(getattr(first, name)):
                yield f"{entry.path}: {spot(entry.id, name)}: a stronger lifter starts no lighter"
        for id in (*first.exercises, *([first.loading.value] if first.loading else [])):
            other = owner.setdefault(id, entry.id)
            if other != entry.id:
                yield f"{entry.path}: {entry.id}: {id!r} has its first load in {other!r} already"
    if draft.first_loads.entries and len(draft.first_loads.good) == len(draft.first_loads.ids):
        path = draft.first_loads.entries[0].path
        yield from (f"{path}: no entry has loading: {one}" for one in WEIGHED if one.value not in owner)


def _breaks(draft: Draft) -> Iterator[str]:
    placed = sorted(draft.breaks.placed(), key=lambda pair: pair[1].days)
    for (_, shorter), (entry, longer) in pairwise(placed):
        if longer.percent >= shorter.percent or longer.days == shorter.days:
            yield f"{entry.path}: {spot(entry.id, 'percent')}: a longer break asks for less than {shorter.id!r}"


def _deloads(draft: Draft) -> Iterator[str]:
    levels: dict[Level, str] = {}
    for entry, one in draft.deloads.placed():
        other = levels.setdefault(one.level, entry.id)
        if other != entry.id:
            yield f"{entry.path}: {spot(entry.id, 'level')}: {other!r} is for {one.level} already"
    if draft.deloads.entries and len(draft.deloads.good) == len(draft.deloads.ids):
        path = draft.deloads.entries[0].path
        yield from (f"{path}: no entry is for the level {level}" for level in Level if level not in levels)


def _blocks(draft: Draft) -> Iterator[str]:
    for entry, one in draft.blocks.placed():
        if (one.reps is None) is (one.part is None):
            yield f"{entry.path}: {spot(entry.id, 'reps')}: have either reps or a part"
        if one.reps is not None and one.reps[0] <= one.lows[1] and one.lows[0] <= one.reps[1]:
            yield f"{entry.path}: {spot(entry.id, 'reps')}: are no others than those of the plan"
