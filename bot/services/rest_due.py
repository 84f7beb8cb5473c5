"""Is a light week due for whoever writes sets and takes no session? By the weeks of their log; no session marks one."""

from collections.abc import Sequence
from datetime import date, timedelta
from statistics import median

from bot.coaching.knowledge.catalog import Knowledge
from bot.domain.athlete import Athlete
from bot.domain.planning import Level
from bot.services.coach import Coach
from bot.services.hard_sets import WEEK, monday_of
from bot.services.ports import Work

LOOKED_BACK = 52
"""Weeks."""
EASY = (2, 3)
"""A week of no more than so much of the usual sets was a light one, whatever it was meant as. Practice."""
SUNDAY = 6


def rest_due(work: Work, coach: Coach, athlete: Athlete, today: date, level: Level) -> int | None:
    """After how many weeks of hard training this week should be light, on a Sunday the one that follows; None where
    none is due, where sessions of the coach tell of it, and where a log from elsewhere hides which weeks were light.
    Told in one week of so many: whoever trains on is asked again when as many have passed."""
    rule = next((one for one in coach.knowledge.deloads.values() if one.level is level), None)
    by_sessions = work.sessions.last_finished(athlete.id) or work.sessions.open(athlete.id)
    if rule is None or by_sessions is not None or work.imports.newest(athlete.id) is not None:
        return None
    until = monday_of(today) + (WEEK if today.weekday() == SUNDAY else timedelta())
    weeks = _in_a_row(_sets(work, coach.knowledge, athlete, until), rule.weeks)
    return weeks if weeks and weeks % rule.weeks == 0 else None


def _sets(work: Work, knowledge: Knowledge, athlete: Athlete, until: date) -> Sequence[int]:
    """Working sets of the lifts of the book in each week before a Monday, the newest first."""
    first = until - WEEK * LOOKED_BACK
    found = [0] * LOOKED_BACK
    for day, exercises in work.progress.hard_sets(athlete.id, first, until - timedelta(days=1)).items():
        ago = (until - day - timedelta(days=1)) // WEEK
        found[ago] += sum(sets for exercise, sets in exercises.items() if exercise in knowledge.exercises)
    return found


def _in_a_row(sets: Sequence[int], usual_of: int) -> int:
    """Weeks, the newest first, up to the first in which nothing or little was done."""
    least, of = EASY
    usual = median(sets[:usual_of])
    easy = (at for at, one in enumerate(sets) if not one or one * of <= usual * least)
    return next(easy, len(sets))
