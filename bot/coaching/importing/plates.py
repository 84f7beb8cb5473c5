"""In which unit were weights loaded that a file tells in the other one? 61.23 kg are 135 lb, rounded by the app."""

from collections.abc import Collection
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal

from bot.coaching.importing.shapes import Reason, RowFault
from bot.domain.units import KG_PER_LB, Load, Unit

GRID = {Unit.KG: Decimal("0.25"), Unit.LB: Decimal("0.5")}
"""What plates and pins come in."""
OTHER = {Unit.KG: Unit.LB, Unit.LB: Unit.KG}
RATE = {Unit.KG: 1 / KG_PER_LB, Unit.LB: KG_PER_LB}
"""How much of the other unit one of a unit is."""
MOST = Decimal("0.8")
"""Of the weights that fit no plate, so many must fit one of the other unit."""
LEAST = 3
"""Different weights; with fewer of two decimals it may be chance."""
ROUNDED = 2
"""Decimals that apps round a converted weight to; with fewer nothing can be told."""
EXACT = 4
"""Past so many decimals nothing was rounded: then a tenth of the other unit can be told from chance, too."""
FINE = Decimal("0.1")
SHARPEST = Decimal("0.0005")
KEPT = Decimal("0.001")


@dataclass(frozen=True, slots=True)
class Plates:
    """`unit` is the file's; `foreign` that its lifter loaded plates of the other one; `places` its decimals."""

    unit: Unit
    foreign: bool = False
    places: int = 0

    def load(self, weight: Decimal) -> Load | None:
        """What was on the bar; None for nothing. Raises RowFault for more than anybody lifts."""
        if not weight:
            return None
        odd = self.foreign and weight % GRID[self.unit]  # a plate of the file's own unit is taken as it stands
        plate = _plate(weight, self.unit, self.places) if odd else None
        try:
            if plate is not None:
                return Load(_short(plate), OTHER[self.unit])
            return Load(_short(weight.quantize(KEPT)), self.unit)
        except ValueError:
            raise RowFault(Reason.TOO_MUCH) from None


def plates_of(weights: Collection[Decimal], unit: Unit) -> Plates:
    """Plates of the other unit where nearly all weights that no plate of this one makes are such."""
    odd = {weight for weight in weights if weight % GRID[unit]}
    places = max(map(_places, odd), default=0)
    if places < ROUNDED:
        return Plates(unit)
    fitting = sum(_plate(weight, unit, places) is not None for weight in odd)
    enough = len(odd) >= (1 if places > ROUNDED else LEAST)
    return Plates(unit, enough and fitting >= MOST * len(odd), places)


def _plate(weight: Decimal, unit: Unit, places: int) -> Decimal | None:
    """The weight in the other unit, where rounding explains the difference to a plate; else None."""
    converted, grid = weight * RATE[unit], FINE if places > EXACT else GRID[OTHER[unit]]
    near = (converted / grid).to_integral_value(ROUND_HALF_EVEN) * grid
    rounding = Decimal(1).scaleb(-places) * RATE[unit] * Decimal("0.6")
    return near if abs(near - converted) <= max(rounding, SHARPEST) else None


def _short(weight: Decimal) -> Decimal:
    """Without zeros behind the point: 80, not 80.0 or 8E+1."""
    return Decimal(int(weight)) if weight == int(weight) else weight.normalize()


def _places(weight: Decimal) -> int:
    exponent = weight.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
