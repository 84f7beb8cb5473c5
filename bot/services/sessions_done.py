"""How many sessions were done on which day? By taps, in words, or both."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta

from bot.domain.athlete import Athlete
from bot.services.coach import Coach
from bot.services.hurts import hurting
from bot.services.part_due import days_of_a_part
from bot.services.ports import Work

EVER = datetime(1, 1, 2, tzinfo=UTC)
A_DAY = timedelta(days=1)


def sessions_done(work: Work, coach: Coach, athlete: Athlete, first: date, last: date) -> Counter[date]:
    """By day, from `first` to `last`: a day with a working set is one session, more only where as many were finished
    that were done by half. One that went on past midnight is of the day that it is of.

    Sets in words are a session of the plan in force by `days_of_a_part`; of whoever has none, or before it, any are.
    """
    words = work.history.in_words(athlete.id, first, last + A_DAY, EVER, limit=(last - first).days + 1)
    kept = work.plans.current(athlete.id)
    made = None if kept is None else athlete.day(kept.made_at)
    by_plan = {day: lifts for day, lifts in words.items() if made is not None and day > made}
    days = words.keys() - by_plan.keys()
    if kept is not None:
        days |= days_of_a_part(work, coach, athlete, kept, hurting(work, athlete), by_plan)
    found = Counter(dict.fromkeys(days, 1))
    for day, covered in work.sessions.covered(athlete.id, first, last).items():
        found[day] = max(1, covered)
    return found
