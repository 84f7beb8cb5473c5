"""What is a load, and how does it change from kilograms to pounds?"""

from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from enum import StrEnum

KG_PER_LB = Decimal("0.45359237")
"""Exact by definition (international yard and pound agreement, 1959)."""

HEAVIEST = Decimal(2000)
"""No load above this is taken, in either unit: nobody has lifted one from the floor."""


class Unit(StrEnum):
    KG = "kg"
    LB = "lb"


@dataclass(frozen=True, slots=True)
class Load:
    """A weight on the bar, in the hand or on the belt, in the unit it was said in.

    Negative on a body-weight lift is assistance. Three decimals at most: half a pound and 1.25 kg plates are exact.
    """

    amount: Decimal
    unit: Unit

    def __post_init__(self) -> None:
        if not self.amount.is_finite() or abs(self.amount) > HEAVIEST:
            raise ValueError(f"a load of {self.amount} {self.unit} is not one that can be lifted")
        if self.amount != round(self.amount, 3):
            raise ValueError(f"a load of {self.amount} {self.unit} has more than three decimals")

    def to(self, unit: Unit) -> "Load":
        """The same load in another unit, rounded to a hundredth; itself where the unit is the same."""
        if unit is self.unit:
            return self
        factor = KG_PER_LB if unit is Unit.KG else 1 / KG_PER_LB
        return Load((self.amount * factor).quantize(Decimal("0.01"), ROUND_HALF_EVEN), unit)

    def __str__(self) -> str:
        return f"{plain(self.amount)} {self.unit}"


def kilograms(load: Load | None) -> Decimal:
    """A load as an exact number of kilograms, to compare and to add; nothing is 0."""
    return amount_in(load, Unit.KG)


def amount_in(load: Load | None, unit: Unit) -> Decimal:
    """A load as a number in a unit, unrounded; nothing is 0. In pounds it may be more than a `Load` takes."""
    if load is None:
        return Decimal(0)
    if load.unit is unit:
        return load.amount
    return load.amount * KG_PER_LB if unit is Unit.KG else load.amount / KG_PER_LB


def plain(number: Decimal) -> str:
    """A number as a person writes it: 62.5, 60, -20; never 6E+1, never 60.0."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
