"""What is today's session in less time, before it is begun? The same as a running one is cut down to."""

from dataclasses import dataclass
from datetime import datetime

from bot.coaching.planning.shortening import Shortened, shorten
from bot.domain.athlete import Athlete
from bot.domain.planning import PlanSession
from bot.services.change_session import Shorter, shorten_session
from bot.services.coach import Coach
from bot.services.next_session import next_session
from bot.services.ports import Work
from bot.services.workout import nothing_left, workout


@dataclass(frozen=True, slots=True)
class InShort:
    """`minutes` is what there is; the session of `found` says how long it takes."""

    title: str
    minutes: int
    found: Shortened


def in_short(work: Work, coach: Coach, athlete: Athlete, minutes: int, now: datetime) -> InShort:
    """Nothing is opened. Raises NothingLeft where every lift of it is off."""
    todays = next_session(work, coach, athlete, now)
    if not todays.exercises:
        raise nothing_left(work, athlete)
    asked = PlanSession("", tuple(one.plan for one in todays.exercises), 0)
    title = todays.title or coach.program.name
    return InShort(title, minutes, shorten(asked, minutes, coach.knowledge))


def start_in_short(work: Work, coach: Coach, athlete: Athlete, minutes: int, now: datetime) -> Shorter:
    """Raises NothingLeft where every lift of it is off."""
    opened = workout(work, coach, athlete, now)
    return shorten_session(work, coach, athlete, opened.session.id, minutes, now)
