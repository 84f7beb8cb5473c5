"""How did one exercise go? Its estimated maximum a day, and its best set a day, in the lifter's unit."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from bot.domain.athlete import Athlete
from bot.domain.logbook import BodyWeights
from bot.domain.records import MOST_REPS, WeightOn, one_rep_max
from bot.domain.units import KG_PER_LB, Unit, plain
from bot.services.coach import Coach
from bot.services.pictures import LiftChart, Point, Scale
from bot.services.ports import Work
from bot.services.progress import DayTop
from bot.services.records import LOWERED, moves_the_whole_body

REPS, SECONDS = "reps", "seconds"
TENTH = Decimal("0.1")
LATELY = 6
"""Days: whoever hangs a belt on now is past counting."""
NOW_AND_THEN = 3
"""A belt on one day of so many is enough to draw it with the body, where the body's weight is known."""

Rank = Callable[[DayTop], tuple[Decimal, ...]]
"""By what sets are compared; the first of it is what is drawn."""


def lift_chart(work: Work, coach: Coach, athlete: Athlete, exercise: str, title: str) -> LiftChart | None:
    """None where the log has no working set of it. What moves the whole body is on one scale with it where it has a
    load and the body's weight is known."""
    tops = work.progress.tops(athlete.id, exercise)
    if not tops:
        return None
    unit = athlete.unit
    whole = all(top.bodyweight for top in tops) and moves_the_whole_body(coach, exercise)
    weights = BodyWeights(work.weigh_ins.all(athlete.id) if whole else ())
    counted, shown = _counted(tops, weighed=bool(weights), whole=whole)
    if counted:
        best = [
            Point(top.day, Decimal(top.effort), label=set_label(top, unit)) for top in _day_by_day(shown, _by_count)
        ]
        left_out = any(top.kg and top not in shown for top in tops)
        return LiftChart(title, unit, (), with_records(best), counted, left_out=left_out, weighed=bool(weights))
    hung = all(top.bodyweight for top in shown)
    weight: WeightOn = weights.on if weights else _unweighed
    best = [
        Point(top.day, in_unit(_load(top, weight), unit), label=set_label(top, unit))
        for top in _day_by_day(shown, lambda top: (_load(top, weight), Decimal(top.effort)))
    ]
    scale = Scale.LOAD
    if hung:
        scale = Scale.BODY if weights else Scale.UNWEIGHED if whole else Scale.ADDED
    estimates = () if exercise in LOWERED else estimates_of(tops, weights.on, unit, longer=scale is Scale.BODY)
    return LiftChart(title, unit, estimates, with_records(best), scale=scale)


def _unweighed(_: date) -> Decimal:
    """Where the body's weight does not matter, or nobody knows it."""
    return Decimal(0)


def _by_count(top: DayTop) -> tuple[Decimal, ...]:
    return Decimal(top.effort), top.kg or Decimal(0)


def _load(top: DayTop, weight: WeightOn) -> Decimal:
    return (top.kg or Decimal(0)) + (weight(top.day) or 0)


def _counted(tops: Sequence[DayTop], *, weighed: bool, whole: bool) -> tuple[str, Sequence[DayTop]]:
    """By what its sets are told apart, and those that can be: by load where one is known; else by repetitions, or
    seconds. A set with a belt or with help is not held against others by its repetitions.

    A belt (or help) is drawn with the body where its weight is known and a third of the days have one, or of the last;
    alone where all of the last have one, and then without the days that have none: nothing is no step on a scale of
    belts. Where it comes and goes and the body's weight is unknown, only repetitions are left that can be compared.
    """
    own = [top for top in tops if top.bodyweight]
    loaded = [top for top in tops if not top.bodyweight and top.kg is not None]
    if loaded:
        return "", loaded
    hung = {top.day for top in own if top.kg}
    days = sorted({top.day for top in own})
    if weighed and any(NOW_AND_THEN * len(hung.intersection(some)) >= len(some) for some in (days, days[-LATELY:])):
        return "", own
    if whole and not weighed and hung.issuperset(days[-LATELY:]):
        return "", [top for top in own if top.kg]
    if not whole and 2 * len(hung) > len(days):
        return "", own
    alone = [top for top in tops if not top.kg] or tops
    timed = [top for top in alone if top.timed]
    return (SECONDS, timed) if len(timed) == len(alone) else (REPS, [top for top in alone if not top.timed])


def _day_by_day(tops: Iterable[DayTop], by: Rank) -> list[DayTop]:
    best: dict[date, DayTop] = {}
    for top in tops:
        if top.day not in best or by(top) > by(best[top.day]):
            best[top.day] = top
    return list(best.values())


def estimates_of(tops: Iterable[DayTop], weight: WeightOn, unit: Unit, *, longer: bool = False) -> tuple[Point, ...]:
    """The highest estimated maximum a day, the body counted in where it hangs and its weight is known.

    A set of more repetitions than a maximum is estimated from has none; with `longer` it counts as one of so many: too
    low, never too high.
    """
    best: dict[date, tuple[Fraction, DayTop]] = {}
    for top in tops:
        body = weight(top.day) if top.bodyweight else Decimal(0)
        if top.timed or top.kg is None or body is None:
            continue
        most = one_rep_max(body + top.kg, min(top.effort, MOST_REPS) if longer else top.effort)
        if most is not None and (top.day not in best or most > best[top.day][0]):
            best[top.day] = most, top
    points = [Point(day, in_unit(most, unit), label=set_label(top, unit)) for day, (most, top) in best.items()]
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


def set_label(top: DayTop, unit: Unit) -> str:
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
