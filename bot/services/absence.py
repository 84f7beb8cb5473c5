"""What becomes of the plan when days are not trained? The sessions move, and a long break steps back; none is lost."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.coaching.knowledge.progressing import Break
from bot.coaching.planning.absence_words import Skipped
from bot.coaching.planning.comparing import MuscleChange, muscle_changes
from bot.domain.athlete import Athlete
from bot.domain.planning import Plan
from bot.services.coach import Coach
from bot.services.hard_sets import sample
from bot.services.plan import plan_in_force
from bot.services.ports import Work

DAY = timedelta(days=1)
LONGEST = 400
"""Days that are looked ahead at most; every weekday comes within seven."""


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
    left = max(left, 0)
    today = athlete.day(now)
    week = [plan.sessions[(part + place) % count] for place in range(count)]
    muscles = muscle_changes(week, week[:left], plan.wishes.level, coach.knowledge)
    rhythm = {day for reminder in work.reminders.all(athlete.id) for day in reminder.rhythm.days}
    if not rhythm or skipped.left is not None:
        return Moved(plan, part, left, muscles)
    first = today + DAY if work.progress.days(athlete.id, today, today) else today
    theirs = list(_training_days(rhythm, first, count + skipped.count))
    gone = _gone(skipped, theirs, today)
    names = iter([one.name for one in (*week, *week)])
    days = tuple((day, None if day in gone else next(names)) for day in theirs)
    return Moved(plan, part, left, muscles, days, trains=bool(gone))


def _in_force(work: Work, coach: Coach, athlete: Athlete, now: datetime) -> tuple[Plan, int]:
    """With the session that is next: after the one that is being trained, which is not moved."""
    found = plan_in_force(work, coach, athlete)
    if found is None:
        return sample(work, coach, athlete, athlete.day(now)), 0
    plan, part = found.kept.plan, found.part
    return plan, (part + _is_under_way(work, athlete, part)) % len(plan.sessions)


def _is_under_way(work: Work, athlete: Athlete, part: int) -> bool:
    session = work.sessions.open(athlete.id)
    return session is not None and bool(session.sets) and session.part == part


def _training_days(rhythm: set[int], first: date, count: int) -> Iterator[date]:
    for ahead in range(LONGEST):
        day = first + DAY * ahead
        if day.weekday() in rhythm:
            yield day
            count -= 1
            if not count:
                return


def _gone(skipped: Skipped, theirs: list[date], today: date) -> set[date]:
    """The next of each weekday that was named, the day that was, else the first ones."""
    if skipped.near is not None:
        return {today + DAY * skipped.near} & set(theirs)
    if skipped.weekdays:
        soon = theirs[: len(skipped.weekdays) + 7]
        return {next(day for day in soon if day.weekday() == one) for one in skipped.weekdays if _has(soon, one)}
    return set(theirs[: skipped.count])


def _has(days: list[date], weekday: int) -> bool:
    return any(day.weekday() == weekday for day in days)
