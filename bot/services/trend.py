"""Which line is drawn through many points? That of the best of each week or month: one through all would be a saw."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bot.services.pictures import Point

FEW = 40
"""Up to so many points are joined as they are, and are dots on their line."""
LONG_GAP = 42
"""Days between two points after which no line joins them: what was lifted in between is not known."""
WEEKLY = 300
"""Days up to which weeks are told apart; beyond it months."""

Chosen = Callable[[Sequence[Point]], Point]


@dataclass(frozen=True, slots=True)
class Trend:
    """`of` is the time that each point of the line stands for, "week" or "month"; empty where it is every point.
    `parts` are the lines: where nothing was done for long, one ends."""

    of: str
    parts: tuple[tuple[Point, ...], ...]

    @property
    def ends(self) -> tuple[Point, Point]:
        """The first point of the line, and the last."""
        return self.parts[0][0], self.parts[-1][-1]


def best(points: Sequence[Point]) -> Point:
    """Where several are as high, the first: it was a record then."""
    return max(points, key=lambda one: (one.value, -one.day.toordinal()))


def mean(points: Sequence[Point]) -> Point:
    """At the middle of their days."""
    day = date.fromordinal(round(sum(one.day.toordinal() for one in points) / len(points)))
    return Point(day, sum((one.value for one in points), Decimal(0)) / len(points))


def trend(points: Sequence[Point], chosen: Chosen = best) -> Trend:
    """`points` in the order of their days. With `best` each point of the line is one that was lifted."""
    joined = [[points[n] for n in run] for run in runs([one.day for one in points])]
    if len(points) <= FEW:
        return Trend("", tuple(map(tuple, joined)))
    of = "week" if (points[-1].day - points[0].day).days <= WEEKLY else "month"
    return Trend(of, tuple(tuple(chosen(one) for one in _by(of, part)) for part in joined))


def _by(of: str, points: Sequence[Point]) -> Sequence[Sequence[Point]]:
    found: dict[object, list[Point]] = {}
    for one in points:
        when = one.day.isocalendar()[:2] if of == "week" else (one.day.year, one.day.month)
        found.setdefault(when, []).append(one)
    return list(found.values())


def runs(days: Sequence[date]) -> list[range]:
    """Which points a line joins, as ranges of their places: a gap of months is left open."""
    ends = [n for n in range(1, len(days)) if (days[n] - days[n - 1]).days > LONG_GAP]
    return [range(a, b) for a, b in zip([0, *ends], [*ends, len(days)], strict=True) if b > a]
