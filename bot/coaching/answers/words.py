"""How are numbers, times and lists of names written in an answer?"""

from collections.abc import Iterable, Sequence

from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.knowledge.models import Slot
from bot.coaching.language.shapes import Wording


def counted(low_high: tuple[int, int]) -> str:
    """`8–10`, or `10` where both ends are one."""
    low, high = low_high
    return str(low) if low == high else f"{low}–{high}"


def minutes(seconds: tuple[int, int]) -> str:
    """`2–3 min`, `60–90 s`, `90 s`: minutes where both ends are whole ones."""
    if all(end % 60 == 0 for end in seconds) and seconds[1] >= 120:
        return f"{counted((seconds[0] // 60, seconds[1] // 60))} min"
    return f"{counted(seconds)} s"


def per_side(slot: Slot, wording: Wording) -> str:
    return f" {wording.sentences['each-side']}" if slot.per_side else ""


def named(knowledge: Knowledge, ids: Iterable[str]) -> str:
    """Names of muscles and exercises in a row, small letters after the first."""
    names = [(knowledge.muscles.get(id) or knowledge.exercises[id]).name for id in ids]
    return in_a_row(names)


def in_a_row(names: Sequence[str]) -> str:
    return ", ".join([*names[:1], *map(small, names[1:])])


def small(name: str) -> str:
    """The name inside a sentence: `chin-up`, but `T-bar row` and `Y-T-W raise`."""
    return name[0].lower() + name[1:] if name[1:2].islower() else name
