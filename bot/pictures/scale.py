"""Where on a chart is a value, where a day, and which of them are written at its edges?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import chain, count

from bot.pictures.words import MONTHS, day, number

STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5))
MOST_TICKS = 5
MOST_DAYS = 5


@dataclass(frozen=True, slots=True)
class Values:
    """A scale of values from `low` at the pixel `bottom` to `high` at `top`; `ticks` are written."""

    low: Decimal
    high: Decimal
    ticks: tuple[Decimal, ...]
    bottom: float
    top: float

    def at(self, value: Decimal) -> float:
        share = float((value - self.low) / (self.high - self.low))
        return self.bottom + (self.top - self.bottom) * share


def values(shown: Sequence[Decimal], bottom: float, top: float, *, whole: bool = False, least: Decimal) -> Values:
    """Round steps about what is shown. It does not begin at zero: a line is read by its slope, and every line of the
    grid says what it stands for. `least` is the smallest span, so that small changes do not look large."""
    low, high = min(shown), max(shown)
    missing = max(least - (high - low), Decimal(0)) / 2
    low, high = (max(low - missing, Decimal(0)) if low >= 0 else low - missing), high + missing
    step = _step(high - low, whole=whole)
    first, last = (low / step).to_integral_value(ROUND_FLOOR), (high / step).to_integral_value(ROUND_CEILING)
    last = max(last, first + 1)
    ticks = tuple(step * n for n in range(int(first), int(last) + 1))
    return Values(ticks[0], ticks[-1], ticks, bottom, top)


def _step(span: Decimal, *, whole: bool) -> Decimal:
    span = max(span, Decimal("0.01"))
    for tens in count(span.adjusted() - 2):
        for one in STEPS:
            step = one.scaleb(tens)
            if span / step <= MOST_TICKS - 2 and (not whole or step == step.to_integral_value()):
                return step
    raise AssertionError("the steps grow without end")


def tick(value: Decimal, step: Decimal) -> str:
    """With as many decimals as its step has."""
    exponent = step.normalize().as_tuple().exponent
    return number(value, max(0, -exponent) if isinstance(exponent, int) else 0)


@dataclass(frozen=True, slots=True)
class Days:
    """A scale of days from `first` at the pixel `left` to `last` at `right`; a single day stands in the middle."""

    first: date
    last: date
    left: float
    right: float

    def at(self, of: date) -> float:
        if self.first == self.last:
            return (self.left + self.right) / 2
        return self.left + (self.right - self.left) * (of - self.first).days / (self.last - self.first).days

    def marks(self, shown: Sequence[date]) -> Sequence[tuple[date, str]]:
        """What is written below: the days themselves where there are few, else beginnings of months or years."""
        days = sorted(set(shown))
        if len(days) <= 3 or (self.last - self.first).days < 45:
            ends = days if len(days) <= 3 else [days[0], days[len(days) // 2], days[-1]]
            return [(one, day(one, self.last)) for one in ends]
        first, last = _month(self.first), _month(self.last)
        step = next(n for n in chain((1, 2, 3, 6), count(12, 12)) if (last - first) // n <= MOST_DAYS)
        starts = [n for n in range(first + 1, last + 1) if n % step == 0]
        long = last - first >= 11
        return [(date(n // 12, n % 12 + 1, 1), _named(n, step, long=long)) for n in starts]


def _month(of: date) -> int:
    return of.year * 12 + of.month - 1


def _named(month: int, step: int, *, long: bool) -> str:
    if step >= 12:
        return str(month // 12)
    return MONTHS[month % 12] + (f" ’{month // 12 % 100:02}" if long else "")
