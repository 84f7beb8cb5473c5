"""Which session of the plan's week is next? The one after those that were done: by taps, or in words."""

from collections.abc import Sequence
from datetime import date, timedelta

from bot.domain.athlete import Athlete
from bot.domain.hurting import Off
from bot.domain.training import covers
from bot.services.coach import Coach
from bot.services.hurts import off_then
from bot.services.plans import KeptPlan
from bot.services.ports import Work
from bot.services.stand_in import ways

A_DAY = timedelta(days=1)
LOOKED_AT = 7
"""Days of the log in which a session done in words is looked for."""


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


def _since_the_last(
    work: Work, coach: Coach, athlete: Athlete, kept: KeptPlan, off: Sequence[Off], before: date
) -> tuple[int, tuple[date, ...]]:
    week, wishes = kept.plan.sessions, kept.plan.wishes
    last = work.sessions.last_of_plan(athlete.id, kept.id, before)
    if last is None:
        part, since = 0, athlete.day(kept.made_at)
    else:
        part, since = (last.part + 1, last.day + A_DAY) if last.covered else (last.part, last.day)
    made = kept.made_at.replace(microsecond=0)  # a message's time is in whole seconds
    days: list[date] = []
    ever_off = work.hurts.all(athlete.id)
    for one in reversed(work.history.days(athlete.id, limit=LOOKED_AT)):
        in_words = [kept.done for kept in one.sets if kept.session is None and kept.performed_at >= made]
        due = week[(part + len(days)) % len(week)].exercises
        if not since <= one.day < before:
            continue
        found = (*ways(coach, due, off, wishes), *ways(coach, due, off_then(ever_off, athlete, one.day), wishes))
        if any(covers(way, in_words) for way in found):
            days.append(one.day)
    return part, tuple(days)
