"""What is today's session, and what does its card show? /workout opens one or gives the open one back."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from bot.coaching.prescribing import Offer, offer
from bot.domain.athlete import Athlete
from bot.domain.errors import NoOpenSession, NothingLeft, ScreenOutdated
from bot.domain.gym import Gym
from bot.domain.logbook import Note
from bot.domain.session import Session, SessionItem, SessionState
from bot.domain.training import KeptSet
from bot.services.coach import Coach
from bot.services.hurts import hurting
from bot.services.next_session import next_session
from bot.services.ports import Work
from bot.services.prescribe import gym_of
from bot.services.rest import Rest, resting

NOTES_SHOWN = 2


@dataclass(frozen=True, slots=True)
class Card:
    """The session as it stands. `item` is None when nothing is left to do; `last_entry` is what an undo would take."""

    session: Session
    item: SessionItem | None
    last_time: tuple[KeptSet, ...]
    offer: Offer | None
    last_entry: int | None
    stale_days: int
    """Days since the session was started, where it was left over from then: 0 for one that goes on."""
    notes: tuple[Note, ...] = ()
    """The newest notes to the exercise, oldest first."""
    rest: Rest | None = None
    """What runs since the last set."""
    gym: Gym = field(default_factory=Gym)
    off: tuple[tuple[str, date], ...] = ()
    """Lifts that are off while they hurt, and since when; told until the first set, of the one on the card always."""
    first: bool = False
    """Nothing is done of it yet, and no session was finished before it."""


def workout(work: Work, coach: Coach, athlete: Athlete, now: datetime) -> Card:
    """The open session, however old, or a new one. An open one of another day without a set makes way for today's.
    Raises NothingLeft where every lift of it is off."""
    session = work.sessions.open(athlete.id)
    today = athlete.day(now)
    if session is not None and session.day != today and not session.sets:
        work.sessions.discard(session.id)
        session = None
    if session is None:
        todays = next_session(work, coach, athlete, now)
        if not todays.exercises:
            raise nothing_left(work, athlete)
        session = work.sessions.start(athlete.id, todays, now=now, day=today)
    return card_of(work, athlete, session, now)


def start_over(work: Work, coach: Coach, athlete: Athlete, session_id: int, now: datetime) -> Card | None:
    """Close the session left open, its sets kept, and start today's; None where every lift of that is off."""
    close_left_over(work, open_session(work, athlete, session_id), now)
    try:
        return workout(work, coach, athlete, now)
    except NothingLeft:
        return None


def nothing_left(work: Work, athlete: Athlete) -> NothingLeft:
    return NothingLeft(tuple({site: None for one in hurting(work, athlete) for site in sorted(one.sites)}))


def close_left_over(work: Work, session: Session, now: datetime) -> None:
    """Its sets stay; one without a set is gone."""
    if session.sets:
        work.sessions.finish(session.id, now)
    else:
        work.sessions.discard(session.id)


def take_on(work: Work, athlete: Athlete, session_id: int, now: datetime) -> Card:
    """Go on with it: one left over from an earlier day is today's session from now on. Its sets stay on their days."""
    session, today = open_session(work, athlete, session_id), athlete.day(now)
    if session.is_left_over(today, now):
        work.sessions.take_on(session.id, today)
        session = replace(session, day=today)
    return card_of(work, athlete, session, now)


def current_card(work: Work, athlete: Athlete, now: datetime) -> Card:
    """The card of the open session. Raises NoOpenSession."""
    session = work.sessions.open(athlete.id)
    if session is None:
        raise NoOpenSession
    return card_of(work, athlete, session, now)


def number_on_card(work: Work, athlete: Athlete, now: datetime) -> Card | None:
    """The card of the open session, where what it offers was advised."""
    session = work.sessions.open(athlete.id)
    if session is None or session.current is None or session.current.advice is None:
        return None
    return card_of(work, athlete, session, now)


def card_of(work: Work, athlete: Athlete, session: Session, now: datetime) -> Card:
    item, today = session.current, athlete.day(now)
    last: Sequence[KeptSet] = ()
    notes: tuple[Note, ...] = ()
    if item is not None:
        last = last_time_of(work, athlete, session, item)
        notes = work.notes.of(athlete.id, [item.plan.exercise], limit=NOTES_SHOWN)
    return Card(
        session=session,
        item=item,
        last_time=tuple(last),
        offer=None if item is None else offer(item, last),
        last_entry=max((kept.entry for kept in session.sets), default=None),
        stale_days=(today - session.day).days if session.is_left_over(today, now) else 0,
        notes=notes,
        rest=resting(work, athlete, session, now),
        gym=gym_of(work, athlete),
        off=tuple(
            (one.exercise, athlete.day(one.since))
            for one in hurting(work, athlete)
            if not session.sets or (item is not None and item.plan.exercise == one.exercise)
        ),
        first=not session.sets and work.sessions.last_finished(athlete.id) is None,
    )


def last_time_of(work: Work, athlete: Athlete, session: Session, item: SessionItem) -> Sequence[KeptSet]:
    """The working sets of the last day that its exercise was done, this session aside."""
    name = item.plan.exercise
    return work.history.last_time(athlete.id, [name], before_session=session.id).get(name, ())


def open_session(work: Work, athlete: Athlete, session_id: int) -> Session:
    """The athlete's session by id, open. Raises ScreenOutdated for any other: finished, gone, or somebody else's."""
    session = work.sessions.get(athlete.id, session_id)
    if session is None or session.state is not SessionState.OPEN:
        raise ScreenOutdated
    return session


def open_item(work: Work, athlete: Athlete, session_id: int, position: int) -> tuple[Session, SessionItem]:
    """The exercise on the card. Raises ScreenOutdated where the card has moved on."""
    session = open_session(work, athlete, session_id)
    if position != session.position or session.current is None:
        raise ScreenOutdated
    return session, session.current
