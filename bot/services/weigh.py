"""What becomes of a message that tells a body weight? It is kept, unless the same words may be a set."""

from dataclasses import dataclass
from datetime import datetime

from bot.coaching.language.log_line import Action, LogContext
from bot.domain.logbook import WeighIn
from bot.services.coach import Coach
from bot.services.log_text import current_exercise
from bot.services.ports import Visit, Work


@dataclass(frozen=True, slots=True)
class Weighed:
    weighed: WeighIn
    before: WeighIn | None
    """The one before it."""


def weigh(work: Work, coach: Coach, visit: Visit, text: str, now: datetime) -> Weighed | None:
    """None where the text tells no body weight. With a pull-up on the card "bw 35" is 35 repetitions."""
    athlete = visit.athlete
    said = coach.logbook.weight(text, athlete.unit)
    if said is None or (not said.sure and _may_be_a_set(coach, visit, text, now)):
        return None
    before = work.weigh_ins.newest(athlete.id)
    weighed = work.weigh_ins.keep(athlete.id, said.load, at=now, day=athlete.day(now))
    return Weighed(weighed, before[0] if before else None)


def _may_be_a_set(coach: Coach, visit: Visit, text: str, now: datetime) -> bool:
    athlete = visit.athlete
    context = LogContext(athlete.unit, athlete.day(now), current_exercise(visit, now))
    return coach.log_reader.read(text, context).action is not Action.NONE
