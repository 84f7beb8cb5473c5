"""When does a lifter's day begin? At an hour they choose, so that a session past midnight is the evening's."""

from dataclasses import replace

from bot.domain.athlete import LATEST_TURN, Athlete
from bot.domain.errors import ScreenOutdated
from bot.services.ports import Work


def turn_day(work: Work, athlete: Athlete, hour: int) -> Athlete:
    """Sets that are kept already stay on their day. Raises ScreenOutdated for an hour that is not offered."""
    if not 0 <= hour <= LATEST_TURN:
        raise ScreenOutdated
    work.athletes.turn_day(athlete.id, hour)
    return replace(athlete, day_turns=hour)
