"""For which level is a lifter taken? The plan's, else by the age of the log: everywhere the same."""

from datetime import date, timedelta

from bot.domain.athlete import Athlete
from bot.domain.planning import Level
from bot.services.ports import Work

NOVICE_FOR = timedelta(days=183)
"""Without a plan the level goes by the age of the log: under half a year is a novice, as in a plan's wishes."""


def level_of(work: Work, athlete: Athlete, today: date) -> Level:
    """The plan's, where there is one."""
    kept = work.plans.current(athlete.id)
    return kept.plan.wishes.level if kept is not None else level_by_log(work, athlete, today)


def level_by_log(work: Work, athlete: Athlete, today: date) -> Level:
    begun = work.progress.begun(athlete.id)
    return Level.NOVICE if begun is None or today - begun < NOVICE_FOR else Level.INTERMEDIATE
