"""Which loads exist for an exercise where a lifter trains? The nearest, the next up and down, the most below one."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from bot.coaching.loading import usual
from bot.coaching.loading.sums import fewest, short
from bot.coaching.progression.facts import WEIGHED, Facts, Rack
from bot.domain.gym import Gym
from bot.domain.units import HEAVIEST, Load, Unit, amount_in

NEAR = Decimal("1.01")
"""A load that was said in the other unit, or that does not exist, counts as one that is no more than this above it."""
SMALLEST = Decimal("0.25")
"""Own steps below this are taken for it."""
HALF = Decimal("0.5")
ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Loads:
    """`amounts` ascending, all in `unit`; 0 is nothing on the belt, below 0 is help. Never empty."""

    unit: Unit
    amounts: tuple[Decimal, ...]

    def read(self, load: Load | None) -> Decimal:
        """A load as an exact number in the unit; nothing is 0, and what no `Load` of the unit takes is the heaviest."""
        return min(amount_in(load, self.unit), HEAVIEST)

    def said(self, amount: Decimal) -> Load | None:
        """None for nothing."""
        return Load(short(amount), self.unit) if amount else None

    @property
    def least(self) -> Decimal:
        return self.amounts[0]

    @property
    def most(self) -> Decimal:
        return self.amounts[-1]

    def lightest(self, count: int) -> Sequence[Decimal]:
        """So many of those above nothing."""
        first = bisect_right(self.amounts, ZERO)
        return self.amounts[first : first + count]

    def up(self, amount: Decimal) -> Decimal | None:
        """The smallest load above; None where nothing is heavier."""
        index = bisect_right(self.amounts, amount)
        return self.amounts[index] if index < len(self.amounts) else None

    def down(self, amount: Decimal) -> Decimal | None:
        index = bisect_left(self.amounts, amount)
        return self.amounts[index - 1] if index else None

    def at_most(self, amount: Decimal) -> Decimal:
        """The heaviest that is no heavier; the lightest of all where each is heavier."""
        index = bisect_right(self.amounts, amount)
        return self.amounts[max(0, index - 1)]

    def nearest(self, amount: Decimal) -> Decimal:
        """Of two equally near the lighter."""
        below, above = self.at_most(amount), self.up(amount)
        return above if above is not None and above - amount < abs(amount - below) else below

    def keep(self, amount: Decimal) -> Decimal:
        """The load that stands for one that was lifted: itself, or hardly more, or else the next lighter."""
        near = self.nearest(amount)
        return near if near <= max(amount, amount * NEAR) else self.at_most(amount)

    def down_to(self, amount: Decimal) -> "Loads":
        """These, and one below all of them that was lifted, so it is there; hardly more than that."""
        lifted = max(ZERO, short((amount / HALF).to_integral_value() * HALF))
        if lifted > amount * NEAR:
            lifted -= HALF
        if amount >= self.least or lifted >= self.least or (amount > 0 and not lifted):
            return self
        return replace(self, amounts=(lifted, *self.amounts))


def loads_for(gym: Gym, facts: Facts) -> Loads:
    """An empty part of the gym is what a usual gym has; an own step of the exercise goes before all."""
    return _loads(
        gym.unit,
        facts.rack,
        _positive(gym.steps.get(facts.exercise)),
        _positive(gym.bar),
        tuple(one for one in gym.plates if one > 0) or None,
        tuple(sorted({one for one in _hands(gym, facts.rack) if one > 0})),
        _positive(gym.stack),
    )


def _positive(amount: Decimal | None) -> Decimal | None:
    return amount if amount is not None and amount > 0 else None


def _hands(gym: Gym, rack: Rack) -> tuple[Decimal, ...]:
    return gym.dumbbells if rack is Rack.DUMBBELL else gym.kettlebells if rack is Rack.KETTLEBELL else ()


@lru_cache(maxsize=256)
def _loads(
    unit: Unit,
    rack: Rack,
    step: Decimal | None,
    bar: Decimal | None,
    plates: tuple[Decimal, ...] | None,
    hands: tuple[Decimal, ...],
    stack: Decimal | None,
) -> Loads:
    lowest = (bar or usual.BAR[unit]) if rack is Rack.BARBELL else ZERO
    if step is not None:
        found = _every(step, usual.MOST[unit], lowest)
    elif rack in (Rack.BARBELL, Rack.SLEEVE, Rack.GUIDED):
        ends = 1 if rack is Rack.SLEEVE else 2
        found = tuple(lowest + ends * one for one in fewest(plates or usual.PLATES[unit]))
    elif rack in (Rack.BELT, Rack.ASSIST):
        found = tuple(fewest((*plates, *plates))) if plates else _every(usual.BELT[unit], usual.MOST[unit])
    else:
        found = hands or _others(unit, rack, stack)
    if rack is Rack.ASSIST:
        found = (*(-one for one in _every(step or stack or usual.STACK[unit], usual.HELP[unit])[:0:-1]), *found)
    tidy = tuple(sorted({short(one) for one in found if abs(one) <= usual.MOST[unit] * 2}))
    return Loads(unit, _no_nothing(tidy) if rack in WEIGHED else tidy)


def _others(unit: Unit, rack: Rack, stack: Decimal | None) -> tuple[Decimal, ...]:
    match rack:
        case Rack.DUMBBELL:
            return usual.DUMBBELLS[unit]
        case Rack.KETTLEBELL:
            return usual.KETTLEBELLS[unit]
        case Rack.STACK:
            return _every(stack or usual.STACK[unit], usual.MOST[unit] / 2)
        case Rack.BAND:
            return _every(usual.BAND[unit], usual.MOST[unit] / 2)
        case _:
            return _every(usual.OWN[unit], usual.MOST[unit])


def _every(step: Decimal, most: Decimal, lowest: Decimal = ZERO) -> tuple[Decimal, ...]:
    step = max(step, SMALLEST)
    return tuple(lowest + step * index for index in range(int(most / step) + 1))


def _no_nothing(amounts: tuple[Decimal, ...]) -> tuple[Decimal, ...]:
    heavier = tuple(one for one in amounts if one > 0)
    return heavier or amounts
