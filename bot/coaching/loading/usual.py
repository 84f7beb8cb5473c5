"""What does a usual gym have, where a lifter has not said? Bars, plates, dumbbells, kettlebells, stacks."""

from collections.abc import Mapping
from decimal import Decimal

from bot.domain.units import Unit


def _several(*amounts: str) -> tuple[Decimal, ...]:
    return tuple(map(Decimal, amounts))


def _steps(*spans: tuple[int, int, int]) -> tuple[Decimal, ...]:
    """Each span: from, to and with it, by."""
    return tuple(Decimal(one) for low, high, by in spans for one in range(low, high + 1, by))


BAR: Mapping[Unit, Decimal] = {Unit.KG: Decimal(20), Unit.LB: Decimal(45)}
PLATES: Mapping[Unit, tuple[Decimal, ...]] = {
    Unit.KG: _several(*["25"] * 8, "20", "15", *["10", "5", "2.5", "1.25"] * 2),
    Unit.LB: _several(*["45"] * 10, "35", "25", *["10", "5", "2.5"] * 2),
}
"""For one side; more of the big ones than any lift asks for."""
DUMBBELLS: Mapping[Unit, tuple[Decimal, ...]] = {
    Unit.KG: _steps((1, 9, 1), (10, 60, 2)),
    Unit.LB: (*_steps((3, 5, 2), (8, 10, 2), (12, 15, 3)), *_steps((20, 130, 5))),
}
KETTLEBELLS: Mapping[Unit, tuple[Decimal, ...]] = {
    Unit.KG: _steps((4, 20, 2), (24, 40, 4), (48, 48, 1)),
    Unit.LB: _several("9", "13", "18", "22", "26", "31", "35", "40", "44", "53", "62", "70", "80", "88", "106"),
}
STACK: Mapping[Unit, Decimal] = {Unit.KG: Decimal(5), Unit.LB: Decimal(10)}
BELT: Mapping[Unit, Decimal] = {Unit.KG: Decimal("1.25"), Unit.LB: Decimal("2.5")}
"""The smallest plate there is."""
OWN: Mapping[Unit, Decimal] = {Unit.KG: Decimal("2.5"), Unit.LB: Decimal(5)}
"""A step for an exercise of which nothing is known."""
BAND: Mapping[Unit, Decimal] = {Unit.KG: Decimal(1), Unit.LB: Decimal(1)}

MOST: Mapping[Unit, Decimal] = {Unit.KG: Decimal(400), Unit.LB: Decimal(900)}
"""Where stacks, belts and own steps end."""
HELP: Mapping[Unit, Decimal] = {Unit.KG: Decimal(100), Unit.LB: Decimal(220)}
"""The most that a machine for assisted pull-ups helps."""
