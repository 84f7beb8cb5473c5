"""Which plates go on each side, and which must change for the next load?"""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from bot.coaching.loading import usual
from bot.coaching.loading.sums import fewest, short
from bot.coaching.progression.facts import Rack
from bot.domain.gym import Gym
from bot.domain.units import HEAVIEST, Load, amount_in

ENDS = {Rack.BARBELL: 2, Rack.GUIDED: 2, Rack.SLEEVE: 1}
"""On how many ends of a bar plates go."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """`per_side` from the collar outwards; `load` is what stands on the bar then, in the gym's unit.

    `rest` is what was asked for beyond it (below 0: less was asked for), None where it is exact.
    """

    per_side: tuple[Decimal, ...]
    load: Load
    rest: Load | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """On each side: first `off`, the outermost first, then `on`; `stands` is what is there after."""

    off: tuple[Decimal, ...]
    on: tuple[Decimal, ...]
    stands: tuple[Decimal, ...]


def plates_for(load: Load, gym: Gym, rack: Rack = Rack.BARBELL) -> Loaded:
    """The fewest plates; the nearest load that can be made where this one cannot, of two the lighter."""
    asked, bar = min(amount_in(load, gym.unit), HEAVIEST), _bar(gym, rack)
    sums = fewest(_plates(gym))
    ends = ENDS.get(rack, 2)
    side = (asked - bar) / ends
    best = min(sums, key=lambda one: (abs(one - side), one))
    made = bar + ends * best
    rest = asked - made
    told = Load(short(rest.quantize(Decimal("0.01"))), gym.unit) if abs(rest) >= Decimal("0.01") else None
    return Loaded(sums[best], Load(short(made), gym.unit), told)


def changes(before: Load | None, after: Load, gym: Gym, rack: Rack = Rack.BARBELL) -> Change:
    """The fewest plates to take off and put on, where the fewest for `before` stand on it; None is the empty bar."""
    standing = plates_for(before, gym, rack).per_side if before is not None else ()
    aim = sum(plates_for(after, gym, rack).per_side, Decimal(0))
    ways = (_keeping(standing, kept, aim, gym) for kept in range(len(standing), -1, -1))
    found = [one for one in ways if one is not None]
    return min(found, key=lambda one: (len(one.off) + len(one.on), len(one.off)))


def _keeping(standing: tuple[Decimal, ...], kept: int, aim: Decimal, gym: Gym) -> Change | None:
    """The change that leaves the inner plates where they are; None where it does not come out."""
    stay, off = standing[:kept], standing[kept:][::-1]
    left = Counter(_plates(gym))
    left.subtract(stay)
    free = tuple(sorted(left.elements(), reverse=True))
    on = fewest(free).get(short(aim - sum(stay, Decimal(0)))) if kept else fewest(_plates(gym)).get(aim)
    return None if on is None else Change(off, on, (*stay, *on))


def _plates(gym: Gym) -> tuple[Decimal, ...]:
    own = tuple(sorted((short(one) for one in gym.plates if one > 0), reverse=True))
    return own or usual.PLATES[gym.unit]


def _bar(gym: Gym, rack: Rack) -> Decimal:
    if rack is not Rack.BARBELL:
        return Decimal(0)
    return gym.bar if gym.bar is not None and gym.bar > 0 else usual.BAR[gym.unit]
