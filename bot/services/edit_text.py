"""What becomes of a set when the message that said it is edited? The entry changes with it, and can go back."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.coaching.language.log_line import Action, LogContext
from bot.domain.athlete import Athlete, noon_of
from bot.domain.records import News
from bot.domain.training import DoneSet
from bot.services.coach import Coach
from bot.services.correct import Corrected
from bot.services.doubt import doubt
from bot.services.entries import Entry
from bot.services.lately import before_entry
from bot.services.log_set import Logged, advance, place_in
from bot.services.log_text import Asked, Line, ask, completed, doubted, log_text, read_at
from bot.services.news import before_these, news_of
from bot.services.own_lifts import OwnLifts
from bot.services.ports import Visit, Work
from bot.services.undo import back_to
from bot.services.usual_loads import UsualLoads


@dataclass(frozen=True, slots=True)
class Edited:
    before: Entry
    after: Entry
    news: tuple[News, ...] = ()
    """What of it is a new best."""


@dataclass(frozen=True, slots=True)
class Unread:
    """The edit says no set, and its entry stays."""

    entry: Entry


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The edit says the same sets."""


def edit_text(
    work: Work, coach: Coach, visit: Visit, line: Line, now: datetime
) -> Edited | Unread | Unchanged | Asked | Logged | Corrected | None:
    """`now` is when the message was first sent. None where it had said no entry that still stands."""
    athlete, talk = visit.athlete, visit.talk
    entry = work.log.said(athlete.id, line.message) if line.message is not None else None
    if entry is None:
        asked = talk.pending is not None and line.message is not None and talk.pending.get("message") == line.message
        return log_text(work, coach, visit, line, now) if asked else None
    first = entry.sets[0]
    last = before_entry(work, athlete, entry)
    own, usual = OwnLifts(work, coach, athlete), UsualLoads(work, athlete, now)
    context = LogContext(athlete.unit, athlete.day(now), first.done.exercise, last, own, usual)
    reading = read_at(coach, line.text, context, athlete, now)
    if reading.action is Action.ASK:
        return ask(work, talk, line, reading, context, now, entry=entry.id)
    if reading.action is not Action.RECORD or any(one.empty for one in reading.sets):
        return Unread(entry)
    sets = completed(work, coach, athlete, None, _with_loads(entry, reading.sets), now)
    day = reading.day or first.day
    if sets == tuple(one.done for one in entry.sets) and day == first.day:
        return Unchanged()
    question = doubt(work, coach.knowledge, athlete, sets, before_these(work, athlete, sets))
    if question is not None:
        return ask(work, talk, line, doubted(replace(reading, day=day), sets, question), context, now, entry=entry.id)
    return replace_entry(work, athlete, entry, sets, day, now, line.message)


def replace_entry(
    work: Work,
    athlete: Athlete,
    before: Entry,
    sets: tuple[DoneSet, ...],
    day: date,
    now: datetime,
    message: int | None,
) -> Edited:
    """The new sets stand where and when the old ones were done; on another day, at its noon and in no session."""
    first = before.sets[0]
    at, number = (first.performed_at, first.session) if day == first.day else (noon_of(day, athlete.zone), None)
    session = work.sessions.get(athlete.id, number) if number is not None else None
    work.log.undo(athlete.id, before.id, now)
    others = before_these(work, athlete, sets)
    after = work.log.keep(
        athlete.id,
        sets,
        at=at,
        day=day,
        session=number,
        positions=[place_in(session, one.exercise) for one in sets],
        message=message,
        replaces=before.id,
    )
    _follow(work, athlete, before, after)
    return Edited(before, after, news_of(work, athlete, after.sets, others, day))


def _with_loads(entry: Entry, sets: tuple[DoneSet, ...]) -> tuple[DoneSet, ...]:
    """A load that went without saying, as the card had it, goes without saying again."""
    loads = {one.done.exercise: one.done.load for one in entry.sets if not one.done.warmup}
    return tuple(
        replace(one, load=loads.get(one.exercise)) if one.load is None and not one.bodyweight else one for one in sets
    )


def _follow(work: Work, athlete: Athlete, before: Entry, after: Entry) -> None:
    """The card goes back to what lost a set, and on from what is complete."""
    session = work.sessions.open(athlete.id)
    if session is None:
        return
    old, new = (Counter(one.done.exercise for one in entry.sets) for entry in (before, after))
    advance(work, back_to(work, session, {exercise for exercise in old if old[exercise] > new[exercise]}))
