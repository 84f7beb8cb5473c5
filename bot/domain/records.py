"""What is a lifter's best at an exercise? Loads are compared exactly, in kilograms; warm-ups never count.

A body-weight lift is compared by what hangs on the belt: nothing is 0, assistance is below it. Where the body weight is
known too, body and belt together make a second list (`with_body`).
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from bot.domain.training import DoneSet, KeptSet
from bot.domain.units import kilograms

MOST_REPS = 10
"""The longest set from which the maximum is estimated."""


def one_rep_max(kg: Decimal, reps: int) -> Fraction | None:
    """The load for one repetition, in kilograms, estimated from a set; None outside of 1-10 repetitions.

    Brzycki's formula, load x 36 / (37 - reps): M. Brzycki, "Strength testing: predicting a one-rep max from
    reps-to-fatigue", Journal of Physical Education, Recreation & Dance 64(1), 1993, 88-90, which gives it for up to ten
    repetitions. Chosen before Epley's (1985), load x (1 + reps / 30): both agree at ten repetitions, but Brzycki's
    leaves a single as it is, where Epley's adds a thirtieth to a load that was lifted once and no more. It takes the
    set as one to failure, so what was left in reserve makes it too low, never too high.
    """
    if kg <= 0 or not 1 <= reps <= MOST_REPS:
        return None
    return Fraction(kg) * Fraction(36, 37 - reps)


def counts(done: DoneSet) -> bool:
    """Whether a set can be a record: a working set whose load is known, or of body weight."""
    return not done.warmup and not done.empty and (done.load is not None or done.bodyweight)


def timed(done: DoneSet) -> bool:
    """A hold or a carry, counted in seconds."""
    return done.reps is None


def rank(done: DoneSet) -> tuple[Decimal, int]:
    """Load in kilograms first, then repetitions or seconds."""
    return kilograms(done.load), done.reps or done.seconds or 0


def outdoes(one: DoneSet, other: DoneSet) -> bool:
    """At least the load for at least as many, and more of one of them."""
    (load, count), (least, fewest) = rank(one), rank(other)
    return load >= least and count >= fewest and (load, count) != (least, fewest)


def frontier(sets: Iterable[KeptSet]) -> tuple[KeptSet, ...]:
    """Sets of one kind that no other outdoes, heaviest first; of equal ones the first that was kept.

    These are the best repetitions at each load: one that is not among them was done with more, or for longer.
    """
    best: list[KeptSet] = []
    ordered = sorted((one for one in sets if counts(one.done)), key=lambda one: one.id)
    for one in sorted(ordered, key=lambda one: rank(one.done), reverse=True):
        if not best or rank(one.done)[1] > rank(best[-1].done)[1]:
            best.append(one)
    return tuple(best)


@dataclass(frozen=True, slots=True)
class Estimate:
    """A one-repetition maximum, in kilograms, and the set it comes from."""

    kg: Fraction
    kept: KeptSet


def estimate(sets: Iterable[KeptSet]) -> Estimate | None:
    """The highest estimate from sets with an outside load; body weight alone is no load that could be named."""
    found = [
        Estimate(kg, one)
        for one in sets
        if counts(one.done) and not one.done.bodyweight
        for kg in [one_rep_max(kilograms(one.done.load), one.done.reps or 0)]
        if kg is not None
    ]
    return max(found, key=lambda one: (one.kg, -one.kept.id), default=None)


class Kind(StrEnum):
    BEST = "best"
    """Heavier than ever, or more than a set that was a best until now."""
    ESTIMATE = "estimate"
    """Neither, but the estimated maximum is higher than ever."""


@dataclass(frozen=True, slots=True)
class News:
    """A new best of one exercise, and what it beat."""

    kind: Kind
    kept: KeptSet
    before: KeptSet


def news(sets: Sequence[KeptSet], before: Sequence[KeptSet]) -> News | None:
    """What is new in sets of one exercise, against earlier ones of it; None where nothing is, or nothing was before.

    Of `before` only the heaviest set for each number of repetitions (or seconds) is needed.
    """
    for hold in (False, True):
        found = _better([one for one in sets if timed(one.done) is hold], [k for k in before if timed(k.done) is hold])
        if found is not None:
            return found
    top, most = estimate(sets), estimate(before)
    if top is not None and most is not None and top.kg > most.kg:
        return News(Kind.ESTIMATE, top.kept, most.kept)
    return None


def may_be_news(done: DoneSet, tops: Sequence[tuple[Decimal, int]]) -> bool:
    """Whether it is worth to look closer: True wherever `news` finds something.

    `tops`: for each number of repetitions (or seconds, as `done` is counted) the heaviest load in kilograms, and it.
    """
    load, count = rank(done)
    if not tops or not counts(done):
        return False
    if not any(kg >= load and most >= count for kg, most in tops):
        return True
    if done.bodyweight or timed(done) or one_rep_max(load, count) is None:
        return False
    short = [(kg, most) for kg, most in tops if most <= MOST_REPS]
    return bool(short) and all(load * (37 - most) > kg * (37 - count) for kg, most in short)


def _better(sets: Sequence[KeptSet], before: Sequence[KeptSet]) -> News | None:
    now, old = frontier(sets), frontier(before)
    if not now or not old:
        return None
    if rank(now[0].done)[0] > rank(old[0].done)[0]:
        return News(Kind.BEST, now[0], old[0])
    beaten = ((one, other) for one in now for other in old if outdoes(one.done, other.done))
    return next((News(Kind.BEST, one, other) for one, other in beaten), None)


@dataclass(frozen=True, slots=True)
class DayPart:
    """What one day adds up to in one exercise, body-weight sets apart from others; both sides counted.

    `load_kg` is load times repetitions, in kilograms; below 0 where assistance was more than what hung on the belt.
    """

    day: date
    bodyweight: bool
    reps: int
    seconds: int
    load_kg: Decimal


@dataclass(frozen=True, slots=True)
class BestDay:
    """The day with the most kilograms moved; the most repetitions where no load is known, else the most seconds."""

    day: date
    kg: Decimal = Decimal(0)
    reps: int = 0
    seconds: int = 0


WeightOn = Callable[[date], Decimal | None]
"""The body weight of a day in kilograms, None where it is unknown."""


def best_day(parts: Iterable[DayPart], weight: WeightOn) -> BestDay | None:
    """The first of equal days. `weight` gives None for lifts that do not move the whole body."""
    days: dict[date, BestDay] = {}
    for part in parts:
        day = days.get(part.day, BestDay(part.day))
        body = weight(part.day) if part.bodyweight else None
        lifted = max(Decimal(0), part.load_kg + (body or 0) * part.reps) if body or not part.bodyweight else Decimal(0)
        days[part.day] = BestDay(part.day, day.kg + lifted, day.reps + part.reps, day.seconds + part.seconds)
    ordered = sorted(days.values(), key=lambda one: one.day)
    return max(ordered, key=lambda one: (one.kg, one.reps, one.seconds), default=None)


@dataclass(frozen=True, slots=True)
class Hoisted:
    """Repetitions with the whole body: `kg` is the body and the belt together."""

    day: date
    reps: int
    kg: Decimal


@dataclass(frozen=True, slots=True)
class WithBody:
    heaviest: Hoisted
    estimate: Hoisted | None
    """The set with the highest estimated maximum."""


def with_body(sets: Iterable[Hoisted], weight: WeightOn) -> WithBody | None:
    """`kg` of `sets` is the belt's alone, the most of each day and number of repetitions."""
    most: dict[tuple[Decimal, int], Hoisted] = {}
    for one in sorted(sets, key=lambda one: one.day):
        body = weight(one.day)
        if body is not None and ((body, one.reps) not in most or one.kg > most[body, one.reps].kg):
            most[body, one.reps] = one
    both = [Hoisted(one.day, one.reps, one.kg + body) for (body, _), one in most.items()]
    if not both:
        return None
    both.sort(key=lambda one: one.day)
    short = [one for one in both if one_rep_max(one.kg, one.reps) is not None]
    return WithBody(
        heaviest=max(both, key=lambda one: (one.kg, one.reps)),
        estimate=max(short, key=lambda one: one_rep_max(one.kg, one.reps) or Fraction(0), default=None),
    )
