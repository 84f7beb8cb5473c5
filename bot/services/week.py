"""How did a week go? Sessions, weeks kept in a row, hard sets against the range, bests, one thing to fix next."""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum

from bot.coaching.planning.counting import credit
from bot.coaching.planning.lifts import possible
from bot.domain.athlete import Athlete
from bot.domain.planning import Level, Odd
from bot.domain.records import News
from bot.domain.training import KeptSet
from bot.services.coach import Coach
from bot.services.hard_sets import WEEK, asked_of_week, by_muscle, monday_of, weeks_of
from bot.services.hurts import hurting
from bot.services.level import level_of
from bot.services.news import news_of_days
from bot.services.pictures import RegionWeek
from bot.services.plan import first_wishes
from bot.services.ports import Work
from bot.services.rest_due import rest_due
from bot.services.sessions_done import sessions_done
from bot.services.stand_in import sparing
from bot.services.trained import session_under_way

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


class Cause(StrEnum):
    """Of more sets than the range has."""

    ASKED = "asked"
    """The coach's own week asks for them."""
    REPEATED = "repeated"
    """The coach's sessions, done more often than a week asks."""
    ADDED = "added"
    """Sets beside the sessions."""


@dataclass(frozen=True, slots=True)
class Excess:
    """The muscle furthest beyond its range, and what brought it there."""

    region: RegionWeek
    cause: Cause


@dataclass(frozen=True, slots=True)
class Week:
    """`done` counts sessions (`sessions_done`) but for one that goes on, `planned` as well: those of the plan in force
    then, else days of the reminders, None without either.

    `streak` counts weeks in a row in which as many were done as were planned (before a plan: as are now; one, where
    none is planned), up to this one, which counts once it is kept and breaks nothing before its end.
    """

    monday: date
    today: date
    level: Level
    """Whose ranges they are."""
    done: int
    planned: int | None
    streak: int
    regions: tuple[RegionWeek, ...]
    bests: tuple[News, ...]
    lack: Lack | None
    light: date | None = None
    """The last day of the light week that it is a part of: it is meant to hold fewer sets."""
    excess: Excess | None = None
    under_way: bool = False
    """A session of it goes on: what was done in it is in the sets, and not judged yet."""
    by_plan: bool = False
    """A plan is in force now."""
    as_planned: bool = True
    """Something was planned in each week of the streak."""
    partly: bool = False
    """It is a part of a light week, but no more than half of its sessions were light."""
    rest_after: int | None = None
    """So many weeks of hard training after which a light one is due, for whoever takes no sessions."""
    trained: int = 0
    """Days with a working set, whether it was a session or not."""

    @property
    def sunday(self) -> date:
        return self.monday + WEEK - timedelta(days=1)

    @property
    def quiet(self) -> bool:
        """Nothing was done in it."""
        return not self.done and not self.trained and not self.under_way

    @property
    def ago(self) -> int:
        """So many weeks ago it was; 0 is the one that goes on."""
        return (monday_of(self.today) - self.monday).days // 7


def week_of(work: Work, coach: Coach, athlete: Athlete, day: date, now: datetime) -> Week:
    """The week of a day, as the log stands."""
    monday = monday_of(day)
    sunday = monday + WEEK - timedelta(days=1)
    days = work.progress.days(athlete.id, monday, sunday)
    sessions = sessions_done(work, coach, athlete, monday - WEEK * LOOKED_BACK, sunday)
    planned_in = _planned(work, athlete, sessions)
    planned = planned_in(monday)
    regions = tuple(of[0] for of in weeks_of(work, coach, athlete, [monday], athlete.day(now)))
    before = monday - timedelta(days=1)
    sets = [
        kept
        for day in work.history.days(athlete.id, after=before, limit=7)
        if day.day <= sunday
        for kept in day.sets
        if not kept.done.warmup
    ]
    under_way = _under_way(work, athlete, sets, monday, now)
    light, partly = _light(work, athlete, monday, days)
    if under_way is not None:
        del sessions[under_way]
    done = _in_week(sessions.elements(), monday)
    bests = news_of_days(work, athlete, sets, monday)
    streak = _streak(sessions, monday, lambda of: planned_in(of) or planned or 1)
    judged = light is None and under_way is None
    weak = _to_fix(work, coach, athlete, regions, now) if judged else {}
    today, level = athlete.day(now), level_of(work, athlete, athlete.day(now))
    return Week(
        monday,
        today,
        level,
        done,
        planned,
        streak,
        regions,
        bests,
        _lack(weak, planned or max(done, 1), _in_plan(work, athlete)),
        light,
        _excess(work, coach, athlete, regions, sets) if judged else None,
        under_way is not None,
        work.plans.current(athlete.id) is not None,
        planned_in(monday - WEEK * max(streak - 1, 0)) is not None,
        partly,
        rest_due(work, coach, athlete, today, level) if judged and monday == monday_of(today) else None,
        len(days),
    )


def _planned(work: Work, athlete: Athlete, sessions: Counter[date]) -> Callable[[date], int | None]:
    """How many sessions were planned in the week of a Monday: by the plan of then, else by the reminders of then; None
    before there was either. In the week in which a plan was made no more than its days allowed."""
    spans = work.plans.spans(athlete.id)
    reminders = work.reminders.all(athlete.id)

    def planned(monday: date) -> int | None:
        sunday = monday + WEEK - timedelta(days=1)
        span = next((one for one in spans if athlete.day(one.made_at) <= sunday), None)
        if span is None or (span.ended_at is not None and athlete.day(span.ended_at) <= sunday):
            return (
                len({day for one in reminders if athlete.day(one.set_at) <= sunday for day in one.rhythm.days}) or None
            )
        made = max(athlete.day(span.made_at), monday)
        before = sum(count for day, count in sessions.items() if monday <= day < made)
        return min(span.sessions, before + (sunday - made).days + 1) or None

    return planned


def _under_way(work: Work, athlete: Athlete, sets: Sequence[KeptSet], monday: date, now: datetime) -> date | None:
    """The day of a session of this week that goes on, where nothing but it was done on that day."""
    session = session_under_way(work, athlete, now)
    if session is None or not monday <= session.day < monday + WEEK:
        return None
    beside = any(one.day == session.day and one.session != session.id for one in sets)
    return None if beside else session.day


def _excess(
    work: Work, coach: Coach, athlete: Athlete, regions: Iterable[RegionWeek], sets: Iterable[KeptSet]
) -> Excess | None:
    beyond = [one for one in regions if one.sets > one.high]
    if not beyond:
        return None
    worst = max(beyond, key=lambda one: one.sets / one.high)
    in_sessions = Counter(one.done.exercise for one in sets if one.session is not None)
    by_sessions = by_muscle(in_sessions, coach.knowledge).get(worst.region, Decimal(0))
    asked = asked_of_week(work, coach, athlete)[worst.region]
    if worst.sets <= asked or worst.high < by_sessions <= asked:
        return Excess(worst, Cause.ASKED)
    return Excess(worst, Cause.REPEATED if by_sessions > worst.high else Cause.ADDED)


def _light(work: Work, athlete: Athlete, monday: date, trained: Set[date]) -> tuple[date | None, bool]:
    """A light week lasts seven days from its first session, on whatever day that was: its last day, and whether no more
    than half of the days trained in the week of this Monday were light."""
    sunday = monday + WEEK - timedelta(days=1)
    days = work.sessions.light_days(athlete.id, monday - WEEK + timedelta(days=1), sunday)
    here = _in_week(days, monday)
    if not here:
        return None, False
    return min(days) + WEEK - timedelta(days=1), 2 * here <= _in_week(trained, monday)


def is_silent(work: Work, athlete: Athlete, monday: date) -> bool:
    """Nothing was done in this week and the two before: whoever is away is told that twice, and left alone then."""
    return not work.progress.days(athlete.id, monday - 2 * WEEK, monday + WEEK - timedelta(days=1))


def _in_week(days: Iterable[date], monday: date) -> int:
    return sum(monday <= day < monday + WEEK for day in days)


def _streak(sessions: Counter[date], monday: date, planned: Callable[[date], int]) -> int:
    done: dict[date, int] = {}
    for day, count in sessions.items():
        done[monday_of(day)] = done.get(monday_of(day), 0) + count
    streak = int(done.get(monday, 0) >= planned(monday))
    before = monday - WEEK
    while done.get(before, 0) >= planned(before):
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
