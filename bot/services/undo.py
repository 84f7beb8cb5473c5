"""How is a set taken back? Entry by entry, the newest first, or the one whose button was pressed."""

from datetime import datetime

from bot.domain.athlete import Athlete
from bot.domain.errors import NothingToUndo
from bot.domain.training import Session
from bot.services.ports import Entry, Work


def undo(work: Work, athlete: Athlete, now: datetime, entry_id: int | None = None) -> tuple[Entry, Session | None]:
    """Take back the newest entry, or a given one. Gives what was taken back and the open session, its card moved back.

    Raises NothingToUndo where there is none, it is taken back already, or it is somebody else's.
    """
    entry = work.log.last_entry(athlete.id) if entry_id is None else work.log.entry(athlete.id, entry_id)
    if entry is None or not work.log.undo(athlete.id, entry.id, now):
        raise NothingToUndo
    session = work.sessions.open(athlete.id)
    if session is not None:
        session = _back(work, session, entry)
    return entry, session


def _back(work: Work, session: Session, entry: Entry) -> Session:
    """Put the card on the exercise that now has a set to do again."""
    names = {kept.done.exercise for kept in entry.sets if kept.session == session.id}
    wanted = next((item.position for item in session.items if item.plan.exercise in names and not item.complete), None)
    if wanted is None or wanted == session.position:
        return session
    work.sessions.move(session.id, wanted)
    return session.at(wanted)
