"""How are sets written down, so that a lifter reads them at a glance and the grammar reads them back the same?"""

from collections.abc import Sequence
from itertools import groupby

from bot.coaching.knowledge.catalog import Knowledge
from bot.domain.training import DoneSet
from bot.domain.units import plain


def render(sets: Sequence[DoneSet], knowledge: Knowledge) -> str:
    """One line an exercise: `Lat pulldown: 55 kg × 12 · 12 · 12`; notes to a set are left out."""
    return "\n".join(_line(list(found), knowledge) for _, found in groupby(sets, key=_kind))


def _line(sets: list[DoneSet], knowledge: Knowledge) -> str:
    groups = [_group(list(group)) for _, group in groupby(sets, key=_alike)]
    said = (", " if _load(sets[0]) else "; ").join(groups)
    return f"{knowledge.exercises[sets[0].exercise].name}: {said}{' each side' if sets[0].per_side else ''}"


def brief(sets: Sequence[DoneSet]) -> str:
    """A label for a button: `3 reps × 10 sets`, `60 kg × 8 · 8 · 7`."""
    groups = [list(group) for _, group in groupby(sets, key=_alike)]
    return ", ".join(_short(group) for group in groups)


def _kind(one: DoneSet) -> tuple[str, bool, bool]:
    """A set whose load is not known begins a line, so that it does not seem to share the load before it."""
    return one.exercise, one.per_side, bool(_load(one))


def _alike(one: DoneSet) -> tuple[object, ...]:
    return one.load, one.rpe, one.warmup, one.bodyweight, one.seconds is None


def _group(group: list[DoneSet]) -> str:
    first = group[0]
    amounts = " · ".join(_amount(one) for one in group)
    unit = " s" if first.seconds is not None else "" if _load(first) else reps_word(amounts)
    effort = f" @ RPE {plain(first.rpe)}" if first.rpe is not None else ""
    return f"{_load(first)}{amounts}{unit}{effort}{' (warm-up)' if first.warmup else ''}"


def _short(group: list[DoneSet]) -> str:
    amounts = {_amount(one) for one in group}
    if len(group) < 2 or len(amounts) > 1:
        return _group(group)
    amount = amounts.pop()
    word = " s" if group[0].seconds is not None else reps_word(amount)
    load = f" at {_load(group[0]).removesuffix(' × ')}" if group[0].load is not None else ""
    return f"{amount}{word} × {len(group)} sets{load}"


def reps_word(amount: object) -> str:
    """Behind a number of repetitions."""
    return " rep" if str(amount) == "1" else " reps"


def _amount(one: DoneSet) -> str:
    return str(one.reps if one.seconds is None else one.seconds)


def _load(one: DoneSet) -> str:
    if not one.bodyweight:
        return f"{one.load} × " if one.load is not None else ""
    if one.load is None:
        return "bw × "
    sign = "+" if one.load.amount > 0 else ""
    return f"bw{sign}{one.load} × "
