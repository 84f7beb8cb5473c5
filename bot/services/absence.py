"""What becomes of the plan when days are not trained? The sessions move, and a long break steps back; none is lost."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import cycle, islice

from bot.coaching.knowledge.progressing import Break
from bot.coaching.planning.absence_words import Skipped
from bot.coaching.planning.comparing import MuscleChange, muscle_changes
from bot.domain.athlete import Athlete
from bot.domain.planning import Plan
from bot.services.coach import Coach
from bot.services.hard_sets import sample
from bot.services.plan import plan_in_force
from bot.services.plans import KeptPlan
from bot.services.ports import Work

DAY = timedelta(days=1)
LONGEST = 400
"""Days that are looked ahead at most; every weekday comes within seven."""
MOST_TOLD = 14
"""Days left out that are told one by one."""


@dataclass(frozen=True, slots=True)
class Moved:
    """The sessions of a week in their order, the next one first, of which `left` are done; and its hard sets.

    `days`: each training day to come with the session it has then, None where it is skipped; empty where nobody told
    the days. `trains` is False where a named day is none of theirs.
    """

    plan: Plan
    part: int
    left: int
    muscles: tuple[MuscleChange, ...]
    days: tuple[tuple[date, str | None], ...] = ()
    trains: bool = True

    @property
    def following(self) -> str:
        return self.plan.sessions[self.part].name


@dataclass(frozen=True, slots=True)
class TimeOff:
    """`days` without training, None where nobody said how many; `rules` are those by which a lift comes back, the
    shortest break first, `rule` the one that these days fall under; `following` is the session that waits."""

    days: int | None
    rules: tuple[Break, ...]
    rule: Break | None
    following: str


def time_off(work: Work, coach: Coach, athlete: Athlete, days: int | None, now: datetime) -> TimeOff:
    plan, part = _in_force(work, coach, athlete, now)
    rules = tuple(sorted(coach.knowledge.breaks.values(), key=lambda one: one.days))
    rule = next((one for one in reversed(rules) if days is not None and days >= one.days), None)
    return TimeOff(days, rules, rule, plan.sessions[part].name)


def skip(work: Work, coach: Coach, athlete: Athlete, skipped: Skipped, now: datetime) -> Moved | None:
    """None where as many sessions are left as the plan has, or more: nothing is skipped then."""
    plan, part = _in_force(work, coach, athlete, now)
    count = len(plan.sessions)
    left = count - skipped.count if skipped.left is None else skipped.left
    if left >= count:
        return None
    today = athlete.day(now)
    week = [plan.sessions[(part + place) % count] for place in range(count)]
    rhythm = {day for reminder in work.reminders.all(athlete.id) for day in reminder.rhythm.days}
    known = bool(rhythm) and skipped.left is None and skipped.count <= MOST_TOLD
    first = today + DAY if known and work.progress.days(athlete.id, today, today) else today
    gone = _gone(skipped, rhythm, first, today) if known else set[date]()
    left = max(count - len(gone) if gone else left, 0)
    muscles = muscle_changes(week, week[:left], plan.wishes.level, coach.knowledge)
    if not known:
        return Moved(plan, part, left, muscles)
    names = cycle([one.name for one in week])
    days = _until(count, gone, _training_days(rhythm, first))
    told = tuple((day, None if day in gone else next(names)) for day in days)
    return Moved(plan, part, left, muscles, told, trains=bool(gone))


def _in_force(work: Work, coach: Coach, athlete: Athlete, now: datetime) -> tuple[Plan, int]:
    """With the session that is next: after the one that is being trained, which is not moved."""
    found = plan_in_force(work, coach, athlete)
    if found is None:
        return sample(work, coach, athlete, athlete.day(now)), 0
    plan, part = found.kept.plan, found.part
    return plan, (part + _is_under_way(work, athlete, found.kept, part)) % len(plan.sessions)


def _is_under_way(work: Work, athlete: Athlete, kept: KeptPlan, part: int) -> bool:
    """A session of an older plan is none of this one's."""
    session = work.sessions.open(athlete.id)
    return session is not None and bool(session.sets) and (session.plan, session.part) == (kept.id, part)


def _training_days(rhythm: set[int], first: date) -> Iterator[date]:
    ahead = (first + DAY * days for days in range(LONGEST))
    return (day for day in ahead if day.weekday() in rhythm)


def _until(count: int, gone: set[date], theirs: Iterable[date]) -> list[date]:
    """So many days that are trained, and those that are not up to the last of them, or of both."""
    found: list[date] = []
    for day in theirs:
        if len(set(found) - gone) >= count and gone <= set(found):
            break
        found.append(day)
    return found


def _gone(skipped: Skipped, rhythm: set[int], first: date, today: date) -> set[date]:
    """The next of each weekday that was named, the day that was, else the first ones; only days of theirs."""
    if skipped.near is not None:
        named = [today + DAY * skipped.near]
        return {day for day in named if day >= first and day.weekday() in rhythm}
    if skipped.weekdays:
        return set(islice(_training_days(set(skipped.weekdays) & rhythm, first), len(skipped.weekdays & rhythm)))
    return set(islice(_training_days(rhythm, first), skipped.count))
