"""How is a set put right? In place: what it was corrected to, where and when it was done; or taken back, or moved."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.coaching.language.log_line import LogReading
from bot.domain.athlete import Athlete, noon_of
from bot.domain.records import News
from bot.domain.session import Session
from bot.domain.training import DoneSet, KeptSet
from bot.services.entries import Entry
from bot.services.news import before_these, news_of
from bot.services.ports import Work
from bot.services.undo import back_to, discard_emptied


@dataclass(frozen=True, slots=True)
class Corrected:
    """`before` and `after` hold only the sets that changed; `after` is empty where they were taken back."""

    before: tuple[DoneSet, ...]
    after: tuple[DoneSet, ...]
    day: date | None
    """The day they moved to."""
    entry: int | None = None
    """What an undo takes back."""
    news: tuple[News, ...] = ()
    """What of it is a new best."""


def correct(work: Work, athlete: Athlete, recent: tuple[Entry, ...], reading: LogReading, now: datetime) -> Corrected:
    """`recent` are the entries that the reading looked back at; its sets are what theirs must be afterwards."""
    if reading.day is not None:
        return _move(work, athlete, recent[-1], reading.day, now)
    kept = [one for entry in recent for one in entry.sets]
    changed = [(old, new) for old, new in pairs(kept, reading.sets) if old.done != new]
    amended = [(old, new) for old, new in changed if new is not None and not new.empty]
    if not changed:
        return Corrected((), (), None)
    places = [place_of(work, athlete, old, new) for old, new in amended]
    change = work.changes.begin(athlete.id, [old.id for old, _ in changed], now)
    better = [replace(old, done=new) for old, new in amended if _does_more(old.done, new)]
    before = before_these(work, athlete, [one.done for one in better])
    for (old, new), place in zip(amended, places, strict=True):
        work.changes.amend(athlete.id, change, old.id, new, position=place)
    for gone in {old.id for old, _ in changed} - {old.id for old, _ in amended}:
        work.changes.drop(athlete.id, change, gone, now)
    _follow(work, athlete, [old for old, _ in changed])
    news = news_of(work, athlete, better, before, kept[-1].day)
    return Corrected(tuple(old.done for old, _ in changed), tuple(new for _, new in amended), None, change, news)


def _does_more(old: DoneSet, new: DoneSet) -> bool:
    """More, less, or other work: not only told more fully."""
    return replace(old, rpe=new.rpe, note=new.note) != new


def _follow(work: Work, athlete: Athlete, sets: Sequence[KeptSet]) -> None:
    """The card goes to what was corrected, where that has a set to do again."""
    discard_emptied(work, athlete, sets)
    session = work.sessions.open(athlete.id)
    if session is not None:
        back_to(work, session, {one.done.exercise for one in sets})


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
    if day == entry.sets[-1].day:
        return Corrected((), (), None)
    noon = noon_of(day, athlete.zone)
    numbers = [one.id for one in entry.sets]
    change = work.changes.begin(athlete.id, numbers, now)
    work.changes.move(athlete.id, change, numbers, at=noon, day=day)
    _follow(work, athlete, entry.sets)
    sets = tuple(one.done for one in entry.sets)
    return Corrected(sets, sets, day, change)
