"""How is a set put right? In place: what it was corrected to, where and when it was done; or taken back, or moved."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from bot.coaching.language.log_line import LogReading
from bot.domain.athlete import Athlete
from bot.domain.training import DoneSet, KeptSet, Session
from bot.services.entries import Entry
from bot.services.ports import Work
from bot.services.undo import back_to


@dataclass(frozen=True, slots=True)
class Corrected:
    """`before` and `after` hold only the sets that changed; `after` is empty where they were taken back."""

    before: tuple[DoneSet, ...]
    after: tuple[DoneSet, ...]
    day: date | None
    """The day they moved to."""
    entry: int | None = None
    """What an undo takes back."""


def correct(work: Work, athlete: Athlete, recent: tuple[Entry, ...], reading: LogReading, now: datetime) -> Corrected:
    """`recent` are the entries that the reading looked back at; its sets are what theirs must be afterwards."""
    if reading.day is not None:
        return _move(work, athlete, recent[-1], reading.day, now)
    kept = [one for entry in recent for one in entry.sets]
    changed = [(old, new) for old, new in pairs(kept, reading.sets) if old.done != new]
    if not changed:
        return Corrected((), (), None)
    change = work.changes.begin(athlete.id, [old.id for old, _ in changed], now)
    for old, new in changed:
        if new is None or new.empty:
            work.changes.drop(athlete.id, old.id, now)
        else:
            work.changes.amend(athlete.id, old.id, new, position=place_of(work, athlete, old, new))
    session = work.sessions.open(athlete.id)
    if session is not None:
        back_to(work, session, {old.done.exercise for old, _ in changed})
    after = tuple(new for _, new in changed if new is not None and not new.empty)
    return Corrected(tuple(old.done for old, _ in changed), after, None, change)


def pairs(kept: Sequence[KeptSet], after: Sequence[DoneSet]) -> Iterator[tuple[KeptSet, DoneSet | None]]:
    """Each kept set with what becomes of it; None for one that goes. The earlier of equal sets stays."""
    waiting = list(after)
    for index, one in enumerate(kept):
        if waiting and (one.done == waiting[0] or len(kept) - index <= len(waiting)):
            yield one, waiting.pop(0)
        else:
            yield one, None


def place_of(work: Work, athlete: Athlete, old: KeptSet, new: DoneSet) -> int | None:
    """Where in its session the set belongs now: it stays, unless it is another exercise."""
    session = work.sessions.get(athlete.id, old.session) if old.session is not None else None
    if session is None:
        return None
    if new.exercise == old.done.exercise:
        return next((item.position for item in session.items if old.id in {one.id for one in item.done}), None)
    return _asked_for(session, new.exercise)


def _asked_for(session: Session, exercise: str) -> int | None:
    return next((item.position for item in session.items if item.plan.exercise == exercise), None)


def _move(work: Work, athlete: Athlete, entry: Entry, day: date, now: datetime) -> Corrected:
    """To noon of another local day, out of today's session."""
    noon = datetime.combine(day, time(12), ZoneInfo(athlete.zone)).astimezone(UTC)
    numbers = [one.id for one in entry.sets]
    change = work.changes.begin(athlete.id, numbers, now)
    work.changes.move(athlete.id, numbers, at=noon, day=day)
    session = work.sessions.open(athlete.id)
    if session is not None:
        back_to(work, session, {one.done.exercise for one in entry.sets})
    sets = tuple(one.done for one in entry.sets)
    return Corrected(sets, sets, day, change)
