"""How does a file say what other trackers have no column for? In brackets at the end of a note: `[each side]`."""

from dataclasses import replace

from bot.domain.training import DoneSet
from bot.domain.units import Load

EACH_SIDE = "[each side]"
BOTH_SIDES = "[both sides together]"
BODYWEIGHT = "[body weight]"
NO_BODYWEIGHT = "[no body weight]"
ADDED = "[weight added]"
MARKS = (EACH_SIDE, BOTH_SIDES, BODYWEIGHT, NO_BODYWEIGHT, ADDED)


def marks(done: DoneSet, understood: DoneSet) -> str:
    """What must be said so that a set is understood as it is; nothing where it is anyway."""
    said = []
    if done.per_side != understood.per_side:
        said.append(EACH_SIDE if done.per_side else BOTH_SIDES)
    if done.bodyweight != understood.bodyweight:
        said.append(BODYWEIGHT if done.bodyweight else NO_BODYWEIGHT)
    if done.load != understood.load:
        said.append(ADDED)
    return " ".join(said)


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
