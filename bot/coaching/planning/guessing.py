"""Which load does one lift allow, by what is lifted in another? By the lifter's own ratio, else by a table."""

from decimal import Decimal

from bot.coaching.knowledge.catalog import Knowledge
from bot.domain.units import HEAVIEST, Load, Unit, kilograms

WHOLE = 100
"""What the base of a scale counts."""


def load_for(
    to: str, of: str, load: Load, knowledge: Knowledge, *, own: tuple[Load, Load] | None = None
) -> tuple[Load | None, bool]:
    """The load of the lift `to` for the repetitions that `load` allows in the lift `of`, in kilograms to the gram, not
    rounded to what a gym has; and whether it is a guess.

    `own` are loads of the lifter's own for about the same repetitions, in `of` and in `to`: by their ratio it is no
    guess. Without them `knowledge/scales.yaml` is asked; None where no scale holds both, and for lifts without a load.
    """
    ratio, guess = _own(own), False
    if ratio is None:
        ratio, guess = ratio_between(of, to, knowledge), True
    if ratio is None or load.amount <= 0:
        return None, True
    return Load(round(min(kilograms(load) * ratio, HEAVIEST), 3), Unit.KG), guess


def ratio_between(of: str, to: str, knowledge: Knowledge) -> Decimal | None:
    """What most lift in `to` for each kilogram in `of`."""
    for scale in knowledge.scales.values():
        parts = {scale.base: WHOLE, **scale.parts}
        if of in parts and to in parts:
            return Decimal(parts[to]) / parts[of]
    return None


def _own(own: tuple[Load, Load] | None) -> Decimal | None:
    if own is None or min(kilograms(one) for one in own) <= 0:
        return None
    return kilograms(own[1]) / kilograms(own[0])
