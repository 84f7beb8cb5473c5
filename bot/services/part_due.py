"""Which session of the plan's week is next? The one after those that were done: by taps, or in words."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.athlete import Athlete
from bot.domain.hurting import Off
from bot.domain.training import PlannedExercise, share_of
from bot.services.coach import Coach
from bot.services.hurts import off_then
from bot.services.plans import KeptPlan
from bot.services.ports import Work
from bot.services.stand_in import ways

A_DAY = timedelta(days=1)
MOST_DAYS = 40
"""Days in words since the last tapped session that are counted; of more the newest tell by themselves where in the
week they stand."""


def part_due(
    work: Work, coach: Coach, athlete: Athlete, kept: KeptPlan, off: Sequence[Off], before: date = date.max
) -> int:
    """Counted from 0, as the days before one left it: the part after the one that was finished last, or that one again
    where it was hardly begun; and after those that were done in words since, which are logs that cover it, as it was
    written or with what stands in for lifts that are `off`,
    or were on its day."""
    part, days = _since_the_last(work, coach, athlete, kept, off, before)
    return (part + len(days)) % len(kept.plan.sessions)


def done_in_words(work: Work, coach: Coach, athlete: Athlete, kept: KeptPlan, off: Sequence[Off]) -> tuple[date, ...]:
    """The days since the session finished last on which the part that was due then was done in words."""
    return _since_the_last(work, coach, athlete, kept, off, date.max)[1]


def days_of_a_part(
    work: Work, coach: Coach, athlete: Athlete, kept: KeptPlan, off: Sequence[Off], done: Mapping[date, Set[str]]
) -> frozenset[date]:
    """Those of these days on which half of a part was done, or more, whichever part it was."""
    shares = _shares(work, coach, athlete, kept, off, done)
    return frozenset(day for day, parts in shares.items() if 2 * max(parts) >= 1)


def _since_the_last(
    work: Work, coach: Coach, athlete: Athlete, kept: KeptPlan, off: Sequence[Off], before: date
) -> tuple[int, tuple[date, ...]]:
    """The part that was due first, and the days of it and those after it."""
    last = work.sessions.last_of_plan(athlete.id, kept.id, before)
    if last is None:
        part, since = 0, athlete.day(kept.made_at)
    else:
        part, since = (last.part + 1, last.day + A_DAY) if last.covered else (last.part, last.day)
    made = kept.made_at.replace(microsecond=0)  # a message's time is in whole seconds
    done = work.history.in_words(athlete.id, since, before, made, limit=MOST_DAYS)
    if not done:
        return part, ()
    shares = _shares(work, coach, athlete, kept, off, done)
    begins = [part] if len(done) < MOST_DAYS else range(len(kept.plan.sessions))
    found = max((_run(first, shares) for first in begins), key=lambda run: run.fit)
    return found.first, found.days


@dataclass(frozen=True, slots=True)
class _Run:
    """The days that were sessions in turn, if the `first` part was due then, and how well they are these sessions."""

    first: int
    days: tuple[date, ...]
    fit: float


def _run(first: int, shares: Mapping[date, Sequence[float]]) -> _Run:
    days, fit = list[date](), 0.0
    for day, parts in shares.items():
        share = parts[(first + len(days)) % len(parts)]
        if 2 * share >= 1:
            days.append(day)
            fit += share
    return _Run(first, tuple(days), fit)


def _shares(
    work: Work, coach: Coach, athlete: Athlete, kept: KeptPlan, off: Sequence[Off], done: Mapping[date, Set[str]]
) -> Mapping[date, Sequence[float]]:
    """By day, how much of each part was done on it, from 0 to 1."""
    week, wishes, ever_off = kept.plan.sessions, kept.plan.wishes, work.hurts.all(athlete.id)
    known: dict[tuple[Off, ...], Sequence[Sequence[tuple[PlannedExercise, ...]]]] = {}

    def ways_with(away: Sequence[Off]) -> Sequence[Sequence[tuple[PlannedExercise, ...]]]:
        if tuple(away) not in known:
            known[tuple(away)] = [ways(coach, one.exercises, away, wishes) for one in week]
        return known[tuple(away)]

    found: dict[date, Sequence[float]] = {}
    for day, exercises in done.items():
        by_part = zip(ways_with(off), ways_with(off_then(ever_off, athlete, day)), strict=True)
        found[day] = [max(share_of(way, exercises) for way in (*now, *then)) for now, then in by_part]
    return found
