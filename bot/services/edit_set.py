"""How is a set of the history changed? Its count, its load, or it is deleted and put back; by its owner alone."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain.athlete import Athlete
from bot.domain.errors import BadLoad, ScreenOutdated, SetGone
from bot.domain.training import DoneSet, KeptSet
from bot.domain.units import Load
from bot.services.correct import place_of
from bot.services.log_set import MOST_REPS, advance
from bot.services.ports import Work
from bot.services.undo import back_to, discard_emptied, standing

MOST_SECONDS = 36_000


def set_of(work: Work, athlete: Athlete, kept_id: int) -> KeptSet:
    """Raises SetGone where it is taken back, or somebody else's."""
    found = work.history.kept(athlete.id, kept_id)
    if found is None:
        raise SetGone
    return found


def sets_of(work: Work, athlete: Athlete, entry_id: int) -> Sequence[KeptSet]:
    """What stands of an entry, of its edit, or of what a change was made to, taken back or not.

    Raises SetGone where nothing does.
    """
    entry = standing(work, athlete, entry_id)
    if entry is not None and entry.sets:
        return entry.sets
    touched = [one.id for one in entry.changed] if entry else work.changes.touched(athlete.id, entry_id)
    changed = (work.history.kept(athlete.id, one) for one in touched)
    found = tuple(one for one in changed if one is not None)
    if not found:
        raise SetGone
    return found


def change_count(work: Work, athlete: Athlete, kept_id: int, count: int, now: datetime) -> KeptSet:
    """Repetitions, or seconds where it was counted in them."""
    kept = set_of(work, athlete, kept_id)
    timed = kept.done.seconds is not None
    if not 1 <= count <= (MOST_SECONDS if timed else MOST_REPS):
        raise ScreenOutdated
    done = replace(kept.done, seconds=count) if timed else replace(kept.done, reps=count)
    return _amended(work, athlete, kept, done, now)


def change_load(work: Work, athlete: Athlete, kept_id: int, load: Load, now: datetime) -> KeptSet:
    """0 is nothing on the belt. Raises BadLoad where the exercise needs more than that."""
    kept = set_of(work, athlete, kept_id)
    if load.amount <= 0 and not kept.done.bodyweight:
        raise BadLoad(str(load))
    return _amended(work, athlete, kept, replace(kept.done, load=load if load.amount else None), now)


def _amended(work: Work, athlete: Athlete, kept: KeptSet, done: DoneSet, now: datetime) -> KeptSet:
    if done == kept.done:
        return kept
    position = place_of(work, athlete, kept, done)
    change = work.changes.begin(athlete.id, [kept.id], now)
    work.changes.amend(athlete.id, change, kept.id, done, position=position)
    return replace(kept, done=done)


def delete_set(work: Work, athlete: Athlete, kept_id: int, now: datetime) -> KeptSet:
    """The open session asks for it again; a finished one that held nothing else is none any more."""
    kept = set_of(work, athlete, kept_id)
    change = work.changes.begin(athlete.id, [kept.id], now)
    work.changes.drop(athlete.id, change, kept.id, now)
    discard_emptied(work, athlete, [kept])
    session = work.sessions.open(athlete.id)
    if session is not None and kept.session == session.id:
        back_to(work, session, {kept.done.exercise})
    return kept


def put_back(work: Work, athlete: Athlete, kept_id: int) -> KeptSet:
    """Raises SetGone where there is none such; one that stands already is left as it is."""
    work.changes.put_back(athlete.id, kept_id)
    kept = set_of(work, athlete, kept_id)
    session = work.sessions.open(athlete.id)
    if session is not None and kept.session == session.id:
        advance(work, session)
    return kept
