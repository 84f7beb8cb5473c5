"""Is a small first number a load after all? `5x20, 5x20, 5x20` with 5 kg on the card is no fifteen sets."""

from collections.abc import Iterable
from decimal import Decimal

from bot.coaching.language.log_line.forms import MOST_SETS, PERHAPS_SETS, SURE_SETS, Reading, whole
from bot.coaching.language.log_line.items import Item, Role, Term
from bot.coaching.language.log_line.lift import Lift
from bot.coaching.language.log_line.parts import Form

SEVERAL = 3
"""Products in a row from which on each may be a set."""
NEAR, LEAST_NEAR = Decimal("0.2"), Decimal(1)
"""A part of the load in force, and no less than so much, that a load may be away from it."""


def small_load(first: Decimal, second: Decimal, lift: Lift, *, crowd: bool) -> Reading | None:
    """The order of a product that would count sets: by the load in force, or in a `crowd` of products. A form of None
    asks; None where nothing speaks for a load."""
    if lift.bodyweight or lift.timed or first > PERHAPS_SETS:
        return None
    usual = lift.usual()
    near = usual is not None and abs(first - usual) <= max(LEAST_NEAR, usual * NEAR)
    if near and second > SURE_SETS:
        return Form.LOAD_REPS, f"the first number is near {usual}, the load in force"
    if near:
        return None, ""
    if not crowd:
        return None
    if usual is None and second > SURE_SETS:
        return Form.LOAD_REPS, "so many products are a set each"
    return None, ""


def crowded(items: Iterable[Item]) -> bool:
    """Whether products that would count sets count more of them than anybody does of one lift."""
    firsts = [item.factors[0].value for item in items if isinstance(item, Term) and _counts(item)]
    return len(firsts) >= SEVERAL and sum(firsts) > MOST_SETS


def _counts(term: Term) -> bool:
    bare = len(term.factors) == 2 and all(one.role is Role.NUMBER and one.single for one in term.factors)
    return bare and not term.lead and whole(term.factors[0].value) and term.factors[0].value <= SURE_SETS
