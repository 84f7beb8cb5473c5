"""How is what was kept taken back? Entry by entry, the newest first, or the one whose button was pressed."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.domain.athlete import Athlete
from bot.domain.errors import NothingToUndo, ScreenOutdated
from bot.domain.session import Session, SessionState
from bot.domain.training import KeptSet
from bot.services.entries import Entry
from bot.services.log_set import advance
from bot.services.ports import Work

RECENT = timedelta(hours=3)
"""How old an entry may be for a word such as "oops" to be about it; /undo and the buttons have no such limit."""


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back, what stands again in its place (it had been edited), and the open session."""

    entry: Entry
    before: Entry | None
    session: Session | None


def undo(work: Work, athlete: Athlete, now: datetime, entry_id: int | None = None, *, wholly: bool = False) -> Undone:
    """Take back the newest entry, or a given one; an edit goes back to what it changed. The card moves back with it.

    An entry whose message was edited since goes with its edit. `wholly`: no earlier version of it comes back.
    Raises NothingToUndo where there is none, it is taken back already, or it is somebody else's.
    """
    newest = work.log.last_entry(athlete.id)
    entry = newest if entry_id is None else standing(work, athlete, entry_id)
    if entry is None:
        raise NothingToUndo
    if entry.changed:
        return _reverted(work, athlete, entry, now)
    if not work.log.undo(athlete.id, entry.id, now):
        raise NothingToUndo
    brings = entry_id in (None, entry.id) and not wholly
    before = work.log.bring_back(athlete.id, entry.id) if brings else None
    return Undone(entry, before, _card_back(work, athlete, entry, newest))


def _reverted(work: Work, athlete: Athlete, change: Entry, now: datetime) -> Undone:
    """The card goes to what lost a set by it, and on from what is complete by it."""
    before = work.sessions.open(athlete.id)
    restored = work.changes.revert(athlete.id, change.id, now)
    session = work.sessions.open(athlete.id)
    if before is not None and session is not None:
        had, has = (Counter(kept.done.exercise for kept in one.sets) for one in (before, session))
        session = advance(work, back_to(work, session, {exercise for exercise in had if had[exercise] > has[exercise]}))
    return Undone(replace(change, changed=restored), None, session)


def standing(work: Work, athlete: Athlete, entry_id: int) -> Entry | None:
    """An entry, or what stands in its place where its message was edited, perhaps several times."""
    latest: int | None = entry_id
    while latest is not None:
        entry = work.log.entry(athlete.id, latest)
        if entry is not None:
            return entry
        latest = work.log.in_place_of(athlete.id, latest)
    return None


def _card_back(work: Work, athlete: Athlete, entry: Entry, newest: Entry | None) -> Session | None:
    """To what was taken back, where that was the last thing done, or was changed."""
    discard_emptied(work, athlete, entry.sets)
    session = work.sessions.open(athlete.id)
    last = set() if newest is None else {newest.id} | {kept.entry for kept in newest.changed}
    if session is None or entry.id not in last:
        return session
    return back_to(work, session, {kept.done.exercise for kept in entry.sets if kept.session == session.id})


def undo_of_session(work: Work, athlete: Athlete, session_id: int, entry_id: int, now: datetime) -> Session:
    """Take back an entry from the card of its session. Raises ScreenOutdated where the card is not that session's."""
    entry, before = work.log.entry(athlete.id, entry_id), work.sessions.open(athlete.id)
    if entry is None or before is None or before.id != session_id:
        raise ScreenOutdated
    if not entry.sets or any(kept.session != session_id for kept in entry.sets):
        raise ScreenOutdated
    return undo(work, athlete, now, entry_id).session or before


def undo_lately(work: Work, athlete: Athlete, now: datetime) -> Undone:
    """What "oops" means: the newest entry, if it was kept within the last hours. Raises NothingToUndo."""
    newest = work.log.last_entry(athlete.id)
    if newest is None or now - work.log.kept_at(athlete.id, newest.id) > RECENT:
        raise NothingToUndo
    return undo(work, athlete, now)


def back_to(work: Work, session: Session, exercises: Collection[str]) -> Session:
    """Put the card on the first of these exercises that has a set to do again."""
    wanted = next((one.position for one in session.items if one.plan.exercise in exercises and not one.complete), None)
    if wanted is None or wanted == session.position:
        return session
    work.sessions.move(session.id, wanted)
    return session.at(wanted)


def discard_emptied(work: Work, athlete: Athlete, sets: Sequence[KeptSet]) -> None:
    """A finished session whose last set is taken back is no session any more."""
    for number in {kept.session for kept in sets if kept.session is not None}:
        session = work.sessions.get(athlete.id, number)
        if session is not None and session.state is SessionState.FINISHED and not session.sets:
            work.sessions.discard(number)
