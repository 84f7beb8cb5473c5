"""What ended a set too early? Asked with one tap after a miss; it changes what is advised next."""

from datetime import datetime

from bot.domain.athlete import Athlete
from bot.domain.errors import ScreenOutdated
from bot.domain.session import Session, SessionItem
from bot.domain.training import GaveOut
from bot.services.ports import Work
from bot.services.workout import Card, card_of, open_session


def note_gave_out(
    work: Work, athlete: Athlete, session_id: int, position: int, what: GaveOut | None, now: datetime
) -> Card:
    """None takes it back. Raises ScreenOutdated where the session is not open, or asks for no such exercise."""
    session = open_session(work, athlete, session_id)
    if not 0 <= position < len(session.items):
        raise ScreenOutdated
    work.sessions.note_gave_out(session.id, position, what)
    return card_of(work, athlete, open_session(work, athlete, session_id), now)


def missed_last(session: Session) -> SessionItem | None:
    """The exercise of the newest set, where that fell short of what is asked, and why is not said yet."""
    newest = max((kept for item in session.items for kept in item.working), key=lambda kept: kept.id, default=None)
    if newest is None or (newest.done.bodyweight and newest.done.reps is None):
        return None
    item = next(one for one in session.items if newest in one.done)
    count = newest.done.seconds if item.plan.timed else newest.done.reps
    asked = item.plan.reps.low if item.advice is None else min(item.plan.reps.low, item.advice.reps)
    short = count is not None and count < asked
    return item if short and item.gave_out is None else None
