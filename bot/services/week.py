"""How did a week go? Sessions, weeks kept in a row, hard sets against the range, bests, one thing to fix next."""

import math
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from bot.coaching.planning.counting import credit
from bot.coaching.planning.lifts import possible
from bot.domain.athlete import Athlete
from bot.domain.planning import Odd
from bot.domain.records import News
from bot.services.coach import Coach
from bot.services.hard_sets import WEEK, monday_of, weeks_of
from bot.services.hurts import hurting
from bot.services.news import news_of_days
from bot.services.pictures import RegionWeek
from bot.services.plan import first_wishes
from bot.services.ports import Work
from bot.services.stand_in import sparing

LOOKED_BACK = 104
"""Weeks in which a row of kept ones is looked for."""
MOST_MORE = 3
"""Sets more a session: nobody adds more at once."""


@dataclass(frozen=True, slots=True)
class Lack:
    """The muscle furthest below its range, how many sets more in each of so many sessions would bring it there. `lifts`
    train it and may be done; `own` is the first of them that stands in the plan."""

    region: RegionWeek
    more: int
    sessions: int
    lifts: frozenset[str] = frozenset()
    own: str | None = None


@dataclass(frozen=True, slots=True)
class Week:
    """`done` counts days with a working set, `planned` sessions: of the plan, else days of the reminders, None without
    either.

    `streak` counts weeks in a row in which as many were done as are planned now (one, where none is planned), up to
    this one, which counts once it is kept and breaks nothing before its end.
    """

    monday: date
    done: int
    planned: int | None
    streak: int
    regions: tuple[RegionWeek, ...]
    bests: tuple[News, ...]
    lack: Lack | None
    light: date | None = None
    """The last day of the light week that it is a part of: it is meant to hold fewer sets."""

    @property
    def sunday(self) -> date:
        return self.monday + WEEK - timedelta(days=1)


def week_of(work: Work, coach: Coach, athlete: Athlete, day: date, now: datetime) -> Week:
    """The week of a day, as the log stands."""
    monday = monday_of(day)
    sunday = monday + WEEK - timedelta(days=1)
    planned = planned_days(work, athlete)
    days = work.progress.days(athlete.id, monday - WEEK * LOOKED_BACK, sunday)
    done = _in_week(days, monday)
    regions = tuple(of[0] for of in weeks_of(work, coach, athlete, [monday], athlete.day(now)))
    before = monday - timedelta(days=1)
    sets = [
        kept
        for day in work.history.days(athlete.id, after=before, limit=7)
        if day.day <= sunday
        for kept in day.sets
        if not kept.done.warmup
    ]
    bests = news_of_days(work, athlete, sets, monday)
    light = _light_until(work, athlete, monday)
    weak = _to_fix(work, coach, athlete, regions, now) if light is None else {}
    lack = _lack(weak, planned or max(done, 1), _in_plan(work, athlete))
    return Week(monday, done, planned, _streak(days, monday, planned or 1), regions, bests, lack, light)


def planned_days(work: Work, athlete: Athlete) -> int | None:
    kept = work.plans.current(athlete.id)
    if kept is not None:
        return len(kept.plan.sessions)
    days = {day for reminder in work.reminders.all(athlete.id) for day in reminder.rhythm.days}
    return len(days) or None


def _light_until(work: Work, athlete: Athlete, monday: date) -> date | None:
    """A light week lasts seven days from its first session, on whatever day that was."""
    sunday = monday + WEEK - timedelta(days=1)
    days = work.sessions.light_days(athlete.id, monday - WEEK + timedelta(days=1), sunday)
    if not any(day >= monday for day in days):
        return None
    return min(days) + WEEK - timedelta(days=1)


def is_silent(work: Work, athlete: Athlete, monday: date) -> bool:
    """Nothing was done in this week and the two before: whoever is away is told that twice, and left alone then."""
    return not work.progress.days(athlete.id, monday - 2 * WEEK, monday + WEEK - timedelta(days=1))


def _in_week(days: Iterable[date], monday: date) -> int:
    return sum(monday <= day < monday + WEEK for day in days)


def _streak(days: Set[date], monday: date, planned: int) -> int:
    done: dict[date, int] = {}
    for day in days:
        done[monday_of(day)] = done.get(monday_of(day), 0) + 1
    streak = int(done.get(monday, 0) >= planned)
    before = monday - WEEK
    while done.get(before, 0) >= planned:
        streak, before = streak + 1, before - WEEK
    return streak


def _to_fix(
    work: Work, coach: Coach, athlete: Athlete, regions: Iterable[RegionWeek], now: datetime
) -> Mapping[RegionWeek, frozenset[str]]:
    """What may be asked for more of, with the lifts that train it and may be planned: what hurts is spared, and what
    the plan knows to give too little of is no fault of the week."""
    kept = work.plans.current(athlete.id)
    settled = {one.about for one in kept.plan.remarks if one.odd in (Odd.SHORT, Odd.UNTRAINED)} if kept else set()
    lifts = possible(
        sparing(first_wishes(work, coach, athlete, athlete.day(now)), hurting(work, athlete)), coach.knowledge
    )
    trained = {id: credit(one, coach.knowledge) for id, one in lifts.items()}
    found = {
        one: frozenset(id for id, parts in trained.items() if parts.get(one.region, 0) >= 1)
        for one in regions
        if one.region not in settled
    }
    return {one: ids for one, ids in found.items() if ids}


def _in_plan(work: Work, athlete: Athlete) -> Sequence[str]:
    kept = work.plans.current(athlete.id)
    return [one.exercise for session in kept.plan.sessions for one in session.exercises] if kept else []


def _lack(regions: Mapping[RegionWeek, frozenset[str]], sessions: int, in_plan: Sequence[str]) -> Lack | None:
    """By its part of the low end, so that a small range counts as much as a large one."""
    short = [one for one in regions if one.sets < one.low]
    if not short:
        return None
    worst = min(short, key=lambda one: one.sets / one.low)
    missing = Decimal(worst.low) - worst.sets
    lifts = regions[worst]
    own = next((one for one in in_plan if one in lifts), None)
    return Lack(worst, min(math.ceil(missing / sessions), MOST_MORE), sessions, lifts, own)
