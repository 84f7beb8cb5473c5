"""How many repetitions fell short? `missed 2` counts what was not done; what was done must be asked."""

from collections.abc import Sequence
from decimal import Decimal

from bot.coaching.language.log_line.forms import LOAD_FROM, whole
from bot.coaching.language.log_line.items import Item, Note, Role, Term
from bot.coaching.language.log_line.lift import Lift
from bot.coaching.language.log_line.render import reps_word
from bot.coaching.language.log_line.unclear import Choice, Decisions, Unclear, Wants

MOST_MISSED = 10
"""More is the set at which it failed, or a load."""
MOST_SECONDS = 60
COUNTS = (Role.NUMBER, Role.REPS)


def without_missed(items: list[Item], lift: Lift, decisions: Decisions, key: str) -> list[Item]:
    """The items without `missed 2`, and with what was done in its place. Raises Unclear until that is said."""
    at = next((at for at in range(len(items)) if _missed(items, at) is not None), None)
    missed = None if at is None else _missed(items, at)
    if at is None or missed is None:
        return items
    end = missed[1]
    count, before = missed[0], items[at - 1] if at else None
    question = f"{lift.name}: {'how long did you hold it' if lift.timed else 'how many did you get'}?"
    told = before.factors[-1] if isinstance(before, Term) and _tells_reps(before) else None
    if told is None or not isinstance(before, Term):
        counted = isinstance(before, Term) and not (before.alone and _is_load(before))
        if counted:
            raise Unclear(f"{lift.name}: how many did you get in each set?")
        said = " ".join(item.said for item in items[at:end])
        raise Unclear(question, wants=Wants.REPS, said=said, missed=int(count))
    if count == told.value + 1:  # `6, failed 7`: the seventh
        return [*items[:at], *items[end:]]
    likely = (Choice(str(one), f"{one}{reps_word(one)}") for one in (told.value - count, told.value) if one > 0)
    chosen = Decimal(decisions.decide(f"{key}:{at}:missed", question, *likely))
    kept = before._replace(factors=(*before.factors[:-1], told._replace(values=(chosen,))))
    return [*items[: at - 1], kept, *items[end:]]


def _missed(items: Sequence[Item], at: int) -> tuple[Decimal, int] | None:
    """How many, and where what says so ends: `missed 2`, `failed the last 2`, `missed two reps`, `missed 2 of 8`."""
    note = items[at]
    if not (isinstance(note, Note) and note.tag == "fail"):
        return None
    end = at + 1
    while end < len(items) and isinstance(last := items[end], Note) and last.tag == "last" and last.gap == " ":
        end += 1
    term = items[end] if end < len(items) else None
    if not isinstance(term, Term) or term.gap != " " or not (term.alone or "of" in term.said.split()):
        return None
    factor = term.factors[0]
    held = factor.role is Role.SECONDS
    counts = (
        (factor.role in COUNTS or held or not term.alone)
        and factor.single
        and whole(factor.value)
        and 1 <= factor.value <= (MOST_SECONDS if held else MOST_MISSED)
    )
    return (factor.value, end + 1) if counts else None


def _tells_reps(term: Term) -> bool:
    """`8`, `8 reps`, `100x8`: one set, and how many there were to be in it."""
    last = term.factors[-1]
    one_set = term.alone or (len(term.factors) == 2 and _is_load(term))
    return one_set and last.single and last.role in COUNTS and whole(last.value) and last.value <= LOAD_FROM


def _is_load(term: Term) -> bool:
    first = term.factors[0]
    return first.role is Role.LOAD or (first.role is Role.NUMBER and first.value > LOAD_FROM)
