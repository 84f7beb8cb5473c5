"""Was each set that was handed over kept once, in order, and answered?"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from itertools import pairwise

Sets = Mapping[int, Sequence[str]]
"""Per person, loads in order: each set a person reports has a load of its own, so that it can be told from others."""


@dataclass(frozen=True, slots=True)
class Findings:
    """All zero, or something is wrong. Answers that came twice are allowed: sending is at least once."""

    lost: int
    doubled: int
    out_of_order: int
    never_reported: int
    unanswered: int

    def __bool__(self) -> bool:
        return any(getattr(self, each.name) for each in fields(self))


def check(reported: Sets, kept: Sets, answered: Sets) -> Findings:
    people = reported.keys() | kept.keys()
    return Findings(
        lost=sum(len(set(reported.get(one, ())) - set(kept.get(one, ()))) for one in people),
        doubled=sum(count - 1 for one in people for count in Counter(kept.get(one, ())).values()),
        out_of_order=sum(_misplaced(reported.get(one, ()), kept.get(one, ())) for one in people),
        never_reported=sum(len(set(kept.get(one, ())) - set(reported.get(one, ()))) for one in people),
        unanswered=sum(len(set(reported.get(one, ())) - set(answered.get(one, ()))) for one in people),
    )


def _misplaced(reported: Sequence[str], kept: Sequence[str]) -> int:
    """How often a set is kept right after one that was reported later."""
    place = {load: number for number, load in enumerate(reported)}
    places = [place[load] for load in dict.fromkeys(kept) if load in place]
    return sum(before > after for before, after in pairwise(places))
