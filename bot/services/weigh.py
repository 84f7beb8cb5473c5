"""What becomes of a message that tells a body weight? It is kept, unless the same words may be a set."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from bot.coaching.language.log_line import Action, LogContext
from bot.domain.athlete import Athlete, noon_of
from bot.domain.errors import BadWeight
from bot.domain.logbook import WeighIn
from bot.domain.units import Load, kilograms
from bot.services.coach import Coach
from bot.services.log_text import current_exercise
from bot.services.ports import Visit, Work
from bot.services.undo import RECENT


@dataclass(frozen=True, slots=True)
class Weighed:
    weighed: WeighIn
    before: WeighIn | None
    """The one before it."""
    first: bool = False
    """There is no other, of an earlier or a later day."""


DIGIT = re.compile("[0-9]")
NEAR = Decimal("0.2")
"""A correction is at most so much, of what was said first, away from it."""


def weigh(work: Work, coach: Coach, visit: Visit, text: str, now: datetime) -> Weighed | None:
    """None where the text tells no body weight. With a pull-up on the card "bw 35" is 35 repetitions. Raises BadWeight
    for one that nobody has."""
    if not DIGIT.search(text):
        return None
    athlete = visit.athlete
    today = athlete.day(now)
    undated, day = coach.log_reader.looking_back.without_date(text, today)
    said = coach.logbook.weight(text, athlete.unit) or coach.logbook.weight(undated, athlete.unit)
    if said is None:
        _refuse_unlikely(coach, visit, undated, now)
        return None
    if not said.sure and _read(coach, visit, undated, now) is not Action.NONE:
        return None
    return _keep(work, athlete, said.load, day or today, now)


def reweigh(work: Work, coach: Coach, visit: Visit, text: str, now: datetime) -> Weighed | None:
    """`make that 83`, `that was yesterday`, right after a body weight; None where the text or the time is another."""
    athlete = visit.athlete
    value, unit, day = coach.log_reader.looking_back.put_right(text, athlete.day(now))
    if value is None and day is None:
        return None
    newest = work.log.last_entry(athlete.id)
    weighed = newest.weighed if newest is not None else None
    if weighed is None:
        return None
    dated = weighed.weighed_at == noon_of(weighed.day, athlete.zone)
    if now - weighed.weighed_at > RECENT and not dated:
        return None
    load = Load(value, unit or weighed.weight.unit) if value is not None else weighed.weight
    off = abs(kilograms(load) - kilograms(weighed.weight))
    if off > NEAR * kilograms(weighed.weight) or not work.log.undo(athlete.id, weighed.entry, now):
        return None
    return _keep(work, athlete, load, day or weighed.day, now, replaces=weighed.entry)


def _keep(
    work: Work, athlete: Athlete, load: Load, day: date, now: datetime, *, replaces: int | None = None
) -> Weighed:
    """On an earlier day at its noon, and held against what was weighed before."""
    others = work.weigh_ins.all(athlete.id)
    before = [one for one in others if one.day <= day]
    at = now if day == athlete.day(now) else noon_of(day, athlete.zone)
    weighed = work.weigh_ins.keep(athlete.id, load, at=at, day=day, replaces=replaces)
    return Weighed(weighed, before[-1] if before else None, first=not others)


def _refuse_unlikely(coach: Coach, visit: Visit, text: str, now: datetime) -> None:
    unlikely = coach.logbook.unlikely(text, visit.athlete.unit)
    if unlikely is not None and _read(coach, visit, text, now) is not Action.RECORD:
        raise BadWeight(unlikely)


def _read(coach: Coach, visit: Visit, text: str, now: datetime) -> Action:
    athlete = visit.athlete
    context = LogContext(athlete.unit, athlete.day(now), current_exercise(visit, now))
    return coach.log_reader.read(text, context).action
