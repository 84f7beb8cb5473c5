"""Which loads are there where a lifter trains? Bar, plates, dumbbells, stacks, and steps of their own."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from bot.domain.units import Unit


@dataclass(frozen=True, slots=True)
class Gym:
    """All amounts in `unit`. `plates` are what there is for one side of the bar, each as often as it is there for it;
    `dumbbells` and `kettlebells` what one hand can take. `stack` is the step of cables and machines. `steps` are a
    lifter's own steps, by exercise. An empty tuple: whatever a usual gym has (`coaching/loading/usual.py`).
    """

    unit: Unit = Unit.KG
    bar: Decimal | None = None
    plates: tuple[Decimal, ...] = ()
    dumbbells: tuple[Decimal, ...] = ()
    kettlebells: tuple[Decimal, ...] = ()
    stack: Decimal | None = None
    steps: Mapping[str, Decimal] = field(default_factory=dict)
