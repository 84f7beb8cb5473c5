"""In which order are two numbers written? Decided by what they can be."""

from decimal import Decimal

from bot.coaching.language.log_line.items import Term
from bot.coaching.language.log_line.lift import Lift
from bot.coaching.language.log_line.parts import Form

MOST_SETS = 10
SURE_SETS = 6
"""Up to here a first number counts sets; from 7 to 12 it may as well count repetitions."""
PERHAPS_SETS = 12
FEW_REPS = 5
"""On a light exercise so few are more likely sets."""
LOAD_FROM = 30
"""A first number above this is a load: nobody does so many sets."""
LOAD_SECOND = 40
"""A second number above this is a load: nobody does so many repetitions."""


def whole(value: Decimal) -> bool:
    return value == value.to_integral_value()


Reading = tuple[Form | None, str]
"""The order and why; None where two orders are likely."""


def form_of(term: Term, lift: Lift, elsewhere: bool, habit: Form | None) -> Reading:
    """`elsewhere`: the line gives a load outside its products. `habit`: the order the line shows beyond doubt."""
    first, second = (factor.value for factor in term.factors)
    if lift.timed:
        return _timed(first, second)
    if term.lead:
        return Form.REPS_SETS, "it begins with the times sign"
    if not whole(first):
        return Form.LOAD_REPS, "only a load has a fraction"
    if not whole(second) or second > LOAD_SECOND:
        return Form.REPS_LOAD, f"the second number is over {LOAD_SECOND}"
    if first > LOAD_FROM:
        return Form.LOAD_REPS, f"the first number is over {LOAD_FROM}"
    if elsewhere:
        return _beside_load(first, second, habit)
    return _small(first, second, lift, habit)


def _beside_load(first: Decimal, second: Decimal, habit: Form | None) -> Reading:
    """The load is given outside the product."""
    if min(first, second) > MOST_SETS:
        return Form.LOAD_REPS, "neither number is a number of sets"
    if habit is Form.LOAD_REPS and first > PERHAPS_SETS:
        return Form.LOAD_REPS, "the rest of the line is written so"
    return (Form.SETS_REPS, "the load is given beside it") if first <= MOST_SETS else (None, "")


def _small(first: Decimal, second: Decimal, lift: Lift, habit: Form | None) -> Reading:
    if habit is Form.REPS_LOAD and second > PERHAPS_SETS:
        return Form.REPS_LOAD, "the rest of the line is written so"
    if habit is Form.LOAD_REPS and first > SURE_SETS and not lift.bodyweight:
        return Form.LOAD_REPS, "the rest of the line is written so"
    if first > PERHAPS_SETS:
        light = second <= FEW_REPS and lift.light
        return (None, "") if light else (Form.LOAD_REPS, f"the first number is over {PERHAPS_SETS}, too many sets")
    return (Form.SETS_REPS, f"the first number is {SURE_SETS} or less") if first <= SURE_SETS else (None, "")


def _timed(first: Decimal, second: Decimal) -> Reading:
    if first <= MOST_SETS < second:
        return Form.SETS_REPS, "it is held for seconds, and the first number is small"
    if second <= MOST_SETS < first:
        return Form.REPS_SETS, "it is held for seconds, and the second number is small"
    return None, ""


def worded(form: Form, first: Decimal, second: Decimal) -> str:
    if form is Form.SETS_REPS:
        return f"{first} sets of {second}"
    if form is Form.REPS_SETS:
        return f"{second} sets of {first}"
    return f"{second} reps at {first}"
