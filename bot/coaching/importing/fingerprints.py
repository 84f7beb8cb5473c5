"""Which set of its file is a set? The same numbers whenever the same set is found in a file again."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b

from bot.coaching.importing.shapes import FileSet, SetKind
from bot.domain.units import Load, plain


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """Numbers of 64 bits."""

    lift: int
    """Of an exercise, as the file calls it, in a workout (of our own exports: at a moment): all its sets share it."""
    content: int
    """Of what was done in it, and the so-many-th equal one of the lift it is."""
    place: int
    """Of the so-many-th of the lift it is, whatever was done: what earlier versions knew a set by."""


def fingerprints(sets: Iterable[FileSet]) -> Iterator[Fingerprint]:
    """One for each, in order. A note or an effort that is changed in the other app leaves a set the same."""
    places, equals, lifts = Counter[str](), Counter[str](), dict[str, int]()
    for one in sets:
        at = one.at if one.own is None else one.own.at
        lift = f"{at.isoformat()}\0{one.exercise.casefold()}"
        if lift not in lifts:
            lifts[lift] = _number(lift)
        content = f"{lift}\0{_said(one.load)}\0{one.reps}\0{one.seconds}\0{one.kind is SetKind.WARMUP}"
        yield Fingerprint(lifts[lift], _number(f"{content}\0{equals[content]}"), _number(f"{lift}\0{places[lift]}"))
        places[lift] += 1
        equals[content] += 1


def _said(load: Load | None) -> str:
    return "" if load is None else f"{plain(load.amount)} {load.unit.value}"


def _number(said: str) -> int:
    return int.from_bytes(blake2b(said.encode(), digest_size=8).digest(), "big", signed=True)
