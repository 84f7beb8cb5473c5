"""How does a session end? With what was done, what it adds up to, and what was a best."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from bot.domain.athlete import Athlete
from bot.domain.errors import ScreenOutdated
from bot.domain.records import News
from bot.domain.session import Session, SessionState
from bot.domain.training import volume_kg
from bot.services.coach import Coach
from bot.services.news import news_of_session
from bot.services.next_session import next_time
from bot.services.ports import Work
from bot.services.todays import Asked
from bot.services.workout import Card, card_of, open_session


@dataclass(frozen=True, slots=True)
class Finished:
    session: Session
    bests: tuple[News, ...]
    volume_kg: Decimal
    sets: int
    first: bool
    """No session was finished before this one, and nothing is in the log from before its day."""
    next_time: tuple[Asked, ...] = ()
    """Its lifts, with what is advised for the next time."""


def finish_workout(work: Work, coach: Coach, athlete: Athlete, session_id: int, now: datetime) -> Finished | None:
    """Close the session; None when it held no set and so is gone without a trace."""
    session = open_session(work, athlete, session_id)
    if not session.sets:
        work.sessions.discard(session.id)
        return None
    first = work.sessions.last_finished(athlete.id) is None and work.progress.begun(athlete.id) == session.day
    work.sessions.finish(session.id, now)
    done = [kept.done for kept in session.sets]
    working = [one for one in done if not one.warmup]
    following = next_time(work, coach, athlete, session)
    news = news_of_session(work, athlete, session)
    return Finished(session, news, volume_kg(done), len(working), first, following)


def is_finished(work: Work, athlete: Athlete, session_id: int) -> bool:
    session = work.sessions.get(athlete.id, session_id)
    return session is not None and session.state is SessionState.FINISHED


def reopen(work: Work, athlete: Athlete, session_id: int, now: datetime) -> Card:
    """Go on with the session finished last. Raises ScreenOutdated where another is open or it is not the last."""
    last = work.sessions.last_finished(athlete.id)
    if last is None or last.id != session_id or work.sessions.open(athlete.id) is not None:
        raise ScreenOutdated
    work.sessions.reopen(session_id)
    session = work.sessions.get(athlete.id, session_id)
    if session is None or session.state is not SessionState.OPEN:
        raise ScreenOutdated
    return card_of(work, athlete, session, now)
