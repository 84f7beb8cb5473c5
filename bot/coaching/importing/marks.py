"""How does a file of ours say what Strong has no column for? In brackets, where Strong has notes to a workout: when a
set was done, on which day of training it counts, and what else must be said of it. The lifter's own note stays theirs:

    [2025-03-04T17:05:09Z, day 2025-03-04] [each side]

So it is the same set wherever, and under whatever settings, the file is read. (Files before that had the kinds of a set
at the end of its note.)
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from bot.domain.training import DoneSet
from bot.domain.units import Load

EACH_SIDE = "[each side]"
BOTH_SIDES = "[both sides together]"
BODYWEIGHT = "[body weight]"
NO_BODYWEIGHT = "[no body weight]"
ADDED = "[weight added]"
MARKS = (EACH_SIDE, BOTH_SIDES, BODYWEIGHT, NO_BODYWEIGHT, ADDED)
APART = timedelta(days=2)
"""A day of training and the moments that count to it, in whatever zone: no more apart."""

_STAMP = re.compile(r"\[([0-9T:-]{19}Z), day ([0-9-]{10})\]")


@dataclass(frozen=True, slots=True)
class Own:
    """What a file of ours says of a set: its moment, aware and by the second, its day, and its marks."""

    at: datetime
    day: date
    said: frozenset[str] = frozenset()


def stamped(at: datetime, day: date, said: Iterable[str]) -> str:
    """`at` aware."""
    moment = at.astimezone(UTC).replace(microsecond=0, tzinfo=None).isoformat()
    return " ".join((f"[{moment}Z, day {day.isoformat()}]", *said))


def stamp(cell: str) -> Own | None:
    """None for what `stamped` did not write."""
    found = _STAMP.match(cell)
    if found is None:
        return None
    try:
        at, day = datetime.fromisoformat(found[1]), date.fromisoformat(found[2])
        near = abs(at.replace(tzinfo=None) - datetime.combine(day, datetime.min.time())) <= APART
    except (ValueError, OverflowError):
        return None
    return Own(at, day, unmarked(cell[found.end() :])[1]) if near else None


def marks(done: DoneSet, understood: DoneSet) -> list[str]:
    """What must be said so that a set is understood as it is; nothing where it is anyway."""
    said = []
    if done.per_side != understood.per_side:
        said.append(EACH_SIDE if done.per_side else BOTH_SIDES)
    if done.bodyweight != understood.bodyweight:
        said.append(BODYWEIGHT if done.bodyweight else NO_BODYWEIGHT)
    if done.load != understood.load:
        said.append(ADDED)
    return said


def unmarked(note: str | None) -> tuple[str | None, frozenset[str]]:
    """A note without its marks, and these."""
    found = set[str]()
    said = (note or "").rstrip()
    while mark := next((one for one in MARKS if said.endswith(one)), None):
        found.add(mark)
        said = said.removesuffix(mark).rstrip()
    return said or None, frozenset(found)


def marked(done: DoneSet, said: frozenset[str], load: Load | None) -> DoneSet:
    """The set as its marks say it was; `load` is the one that stands in the file."""
    if EACH_SIDE in said or BOTH_SIDES in said:
        done = replace(done, per_side=EACH_SIDE in said)
    if BODYWEIGHT in said or NO_BODYWEIGHT in said:
        done = replace(done, bodyweight=BODYWEIGHT in said)
    return replace(done, load=load) if ADDED in said else done
