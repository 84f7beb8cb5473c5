"""How did one exercise go? Its estimated maximum a day, and its best set a day, in the lifter's unit."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from bot.domain.athlete import Athlete
from bot.domain.records import WeightOn, one_rep_max
from bot.domain.units import KG_PER_LB, Unit, plain
from bot.services.pictures import LiftChart, Point
from bot.services.ports import Work
from bot.services.progress import DayTop
from bot.services.records import LOWERED

REPS, SECONDS = "reps", "seconds"
TENTH = Decimal("0.1")

Rank = Callable[[DayTop], tuple[Decimal, ...]]
"""By what sets are compared; the first of it is what is drawn."""


def lift_chart(work: Work, athlete: Athlete, exercise: str, title: str) -> LiftChart | None:
    """None where the log has no working set of it. What the body pulls up with the belt is on another scale, and so
    on another chart (`other_charts.body_chart`)."""
    tops = work.progress.tops(athlete.id, exercise)
    if not tops:
        return None
    counted, shown = _counted(tops)
    by: Rank = (lambda top: (Decimal(top.effort), top.kg or Decimal(0))) if counted else _by_load
    unit = athlete.unit
    best = [
        Point(top.day, Decimal(top.effort) if counted else in_unit(top.kg or 0, unit), label=_label(top, unit))
        for top in _day_by_day(shown, by)
    ]
    estimates = () if counted or exercise in LOWERED else estimates_of(tops, _unknown, unit)
    return LiftChart(title, unit, estimates, with_records(best), counted)


def _unknown(_: date) -> None:
    """The body's weight, where it does not matter."""


def _counted(tops: Sequence[DayTop]) -> tuple[str, Sequence[DayTop]]:
    """By what its sets are told apart, and those that can be: by load where one is known, the belt (or the help) of a
    body-weight lift only where most days have one; else by repetitions, or seconds. A helped set is not held against
    others by its repetitions."""
    own = [top for top in tops if top.bodyweight]
    loaded = [top for top in tops if not top.bodyweight and top.kg is not None]
    if loaded:
        return "", loaded
    hung = {top.day for top in own if top.kg}
    if own and 2 * len(hung) > len({top.day for top in own}):
        return "", own
    unhelped = [top for top in tops if top.kg is None or top.kg >= 0] or tops
    timed = [top for top in unhelped if top.timed]
    return (SECONDS, timed) if len(timed) == len(unhelped) else (REPS, [top for top in unhelped if not top.timed])


def _by_load(top: DayTop) -> tuple[Decimal, ...]:
    return top.kg or Decimal(0), Decimal(top.effort)


def _day_by_day(tops: Iterable[DayTop], by: Rank) -> list[DayTop]:
    best: dict[date, DayTop] = {}
    for top in tops:
        if top.day not in best or by(top) > by(best[top.day]):
            best[top.day] = top
    return list(best.values())


def estimates_of(tops: Iterable[DayTop], weight: WeightOn, unit: Unit) -> tuple[Point, ...]:
    """The highest estimated maximum a day, the body counted in where it hangs and its weight is known."""
    best: dict[date, tuple[Fraction, DayTop]] = {}
    for top in tops:
        body = weight(top.day) if top.bodyweight else Decimal(0)
        if top.timed or top.kg is None or body is None:
            continue
        most = one_rep_max(body + top.kg, top.effort)
        if most is not None and (top.day not in best or most > best[top.day][0]):
            best[top.day] = most, top
    points = [Point(day, in_unit(most, unit), label=_label(top, unit)) for day, (most, top) in best.items()]
    return with_records(points)


def with_records(points: Iterable[Point]) -> tuple[Point, ...]:
    """Each that is higher than all before it is marked; the first is not, since it beat nothing."""
    found: list[Point] = []
    highest: Decimal | None = None
    for point in sorted(points, key=lambda one: one.day):
        found.append(replace(point, record=highest is not None and point.value > highest))
        highest = point.value if highest is None else max(highest, point.value)
    return tuple(found)


def in_unit(kg: Decimal | Fraction | int, unit: Unit) -> Decimal:
    """To the tenth."""
    value = Fraction(kg) if unit is Unit.KG else Fraction(kg) / Fraction(KG_PER_LB)
    return (Decimal(value.numerator) / value.denominator).quantize(TENTH)


def _label(top: DayTop, unit: Unit) -> str:
    """ "100 × 5", "+10 × 5", "8", "30 s"."""
    counted = f"{top.effort} s" if top.timed else str(top.effort)
    if top.kg is None or (top.bodyweight and not top.kg):
        return counted
    load = plain(in_unit(abs(top.kg), unit))
    sign = "−" if top.kg < 0 else "+" if top.bodyweight else ""
    return f"{sign}{load} × {counted}"


def days_drawn(chart: LiftChart) -> Mapping[date, None]:
    """The days with a point."""
    return dict.fromkeys(sorted({point.day for point in (*chart.estimates, *chart.best)}))
