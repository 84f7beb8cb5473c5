"""How is a set kept? By a tap on the card, or as sets read from a line of text; once, in the session they belong to."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.coaching.prescribing import mark, offer
from bot.domain.athlete import Athlete
from bot.domain.errors import ScreenOutdated
from bot.domain.records import News
from bot.domain.session import Session, SessionItem
from bot.domain.training import DoneSet
from bot.domain.units import Load
from bot.services.coach import Coach
from bot.services.entries import Entry
from bot.services.news import Before, before_these, news_of
from bot.services.ports import Work
from bot.services.rest import keep_time
from bot.services.tell_week import begin_weeks
from bot.services.workout import Card, card_of, last_time_of, open_item, start_over

MOST_REPS = 1000


@dataclass(frozen=True, slots=True)
class Logged:
    """`card` is the open session after it; None outside a session."""

    entry: Entry
    day: date
    card: Card | None
    news: tuple[News, ...] = ()
    """What of it is a new best."""
    closed: date | None = None
    """The day of a session left over, which was closed by it."""


def log_set(
    work: Work, athlete: Athlete, session_id: int, position: int, number: int, reps: int, said: int, now: datetime
) -> Logged:
    """Keep one set of the exercise on the card. `number` must be the set that is due, so a second tap cannot count,
    and `said` the mark of what is offered, so an old card cannot mean another exercise or load."""
    session, done = _tapped(work, athlete, session_id, position, number, reps, said)
    return keep_sets(work, athlete, [done], now, session=session)


def log_on_left_over(
    work: Work,
    coach: Coach,
    athlete: Athlete,
    session_id: int,
    position: int,
    number: int,
    reps: int,
    said: int,
    now: datetime,
) -> Logged:
    """A tap on the card of a session left over: the set is today's, so that one is closed, today's begins, and it is
    kept there; beside any session where every lift of today's is off."""
    session, done = _tapped(work, athlete, session_id, position, number, reps, said)
    todays = start_over(work, coach, athlete, session.id, now)
    into = None if todays is None else todays.session
    return replace(keep_sets(work, athlete, [done], now, session=into), closed=session.day)


def _tapped(
    work: Work, athlete: Athlete, session_id: int, position: int, number: int, reps: int, said: int
) -> tuple[Session, DoneSet]:
    session, item = open_item(work, athlete, session_id, position)
    if number != item.next_set or not 1 <= reps <= MOST_REPS:
        raise ScreenOutdated
    offered = offer(item, last_time_of(work, athlete, session, item))
    if said != mark(item.plan.exercise, offered.load):
        raise ScreenOutdated
    return session, _prescribed(item, reps, offered.load)


def _prescribed(item: SessionItem, reps: int, load: Load | None) -> DoneSet:
    return DoneSet(
        exercise=item.plan.exercise,
        reps=None if item.plan.timed else reps,
        seconds=reps if item.plan.timed else None,
        load=load,
        bodyweight=item.plan.bodyweight,
        per_side=item.plan.per_side,
    )


def keep_sets(
    work: Work,
    athlete: Athlete,
    sets: Sequence[DoneSet],
    now: datetime,
    *,
    session: Session | None,
    message: int | None = None,
    before: Before | None = None,
) -> Logged:
    """Keep sets as one entry of today, each with the session's exercise it belongs to, and move the card on.
    The rest after them begins. `before`: what they are held against, where it was asked already."""
    day = athlete.day(now)
    held = before_these(work, athlete, sets) if before is None else before
    positions = [place_in(session, done.exercise) for done in sets]
    number = session.id if session else None
    entry = work.log.keep(athlete.id, sets, at=now, day=day, session=number, positions=positions, message=message)
    new = news_of(work, athlete, entry.sets, held, day)
    begin_weeks(work, athlete, now)
    if session is None:
        return Logged(entry, day, None, new)
    session = _taken_up(work, _lifted_is_chosen(work, session, positions), positions)
    session = _follow(work, session, positions)
    session = advance(work, session.with_sets(entry.sets, positions))
    keep_time(work, athlete, session, entry.sets, positions, now)
    return Logged(entry, day, card_of(work, athlete, session, now), new)


def _lifted_is_chosen(work: Work, session: Session, positions: Sequence[int | None]) -> Session:
    """A load chosen on the card holds until a set is kept; from then on the load of that set does."""
    chosen = {item.position for item in session.items if item.load is not None} & set(positions)
    for position in chosen:
        work.sessions.choose_load(session.id, position, None)
    return session.without_loads(chosen)


def _taken_up(work: Work, session: Session, positions: Sequence[int | None]) -> Session:
    """An exercise left aside is taken up again by doing it."""
    again = {item.position for item in session.items if item.skipped} & set(positions)
    for position in again:
        work.sessions.skip(session.id, position, skipped=False)
    return session.taken_up(again)


def _follow(work: Work, session: Session, positions: Sequence[int | None]) -> Session:
    """The card goes to the exercise that was named, if the session asks for it."""
    place = positions[-1]
    if place is None or place == session.position or session.items[place].complete:
        return session
    work.sessions.move(session.id, place)
    return session.at(place)


def place_in(session: Session | None, exercise: str) -> int | None:
    """Where in the session an exercise stands: on the card if it is that one, else wherever it is."""
    if session is None:
        return None
    wanted = [item.position for item in session.items if item.plan.exercise == exercise]
    return session.position if session.position in wanted else next(iter(wanted), None)


def advance(work: Work, session: Session) -> Session:
    """Move the card to the next exercise with something left, if the present one has nothing left."""
    if session.current is not None:
        return session
    position = session.next_position()
    if position != session.position:
        work.sessions.move(session.id, position)
    return session.at(position)
