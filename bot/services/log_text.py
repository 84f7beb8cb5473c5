"""What becomes of a line of text that may be sets? It is kept, asked about, used to correct, or left for a question."""

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

from bot.coaching.language.log_line import Action, LogContext, LogReading
from bot.domain.athlete import Athlete, day_of
from bot.domain.errors import QuestionClosed
from bot.domain.training import DoneSet, Session
from bot.services.coach import Coach
from bot.services.correct import Corrected, correct
from bot.services.log_set import Logged, keep_sets
from bot.services.news import before_these, news_of
from bot.services.pending import answered, begun_line, pending_log, recorded, was_recorded, without_line
from bot.services.ports import Entry, Talk, Visit, Work
from bot.services.workout import card_of

STILL_TRAINING = timedelta(hours=3)
"""How long the exercise logged last, outside a session, is taken as the one meant."""

HALF_SAID = timedelta(minutes=10)
"""How long a load written alone waits for its repetitions."""

REMEMBERED = 8
"""How many entries back a correction can reach."""


class Lately(Sequence[DoneSet]):
    """The day's last sets, fetched when they are looked at: few texts look back.

    Entries with an exercise that has left the knowledge base are left out: nobody can name it any more.
    """

    def __init__(self, fetch: Callable[[], tuple[Entry, ...]], known: Container[str]) -> None:
        self._fetch = fetch
        self._known = known

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        return tuple(one for one in self._fetch() if all(kept.done.exercise in self._known for kept in one.sets))

    @cached_property
    def _sets(self) -> tuple[DoneSet, ...]:
        return tuple(kept.done for entry in self.entries for kept in entry.sets)

    def __len__(self) -> int:
        return len(self._sets)

    def __getitem__(self, index: Any) -> Any:
        return self._sets[index]


@dataclass(frozen=True, slots=True)
class Asked:
    """Nothing is kept until one of the options is pressed, or the line is written again."""

    question: str
    labels: tuple[str, ...]


def log_text(
    work: Work, coach: Coach, visit: Visit, chat: int, update: int, text: str, now: datetime
) -> Logged | Asked | Corrected | None:
    """None when the text is no log line. What it leaves in the chat's context is put there."""
    athlete, talk = visit.athlete, visit.talk
    today = day_of(now, athlete.zone)
    lately = Lately(lambda: work.log.entries(athlete.id, day=today, limit=REMEMBERED), coach.knowledge.exercises)
    context = LogContext(athlete.unit, today, current_exercise(visit, now), lately)
    reading = _continued(coach, talk, text, context, now) or coach.log_reader.read(text, context)
    match reading.action:
        case Action.RECORD if any(one.empty for one in reading.sets):
            return Asked("Zero is no set. What did you get?", ())
        case Action.RECORD if reading.sets:
            session = work.sessions.open(athlete.id)
            sets = _completed(work, coach, athlete, session, reading.sets, now)
            return _record(work, athlete, talk, chat, sets, reading.day, now, session)
        case Action.CORRECT:
            return correct(work, athlete, lately.entries, reading, now)
        case Action.ASK:
            return _ask(work, talk, chat, update, text, reading, context, now)
        case _:
            return None


def _completed(
    work: Work, coach: Coach, athlete: Athlete, session: Session | None, sets: tuple[DoneSet, ...], now: datetime
) -> tuple[DoneSet, ...]:
    """What goes without saying: the load on the card for its exercise, and each side where one is trained at a time."""
    card = card_of(work, athlete, session, now) if session and any(one.load is None for one in sets) else None
    offered = card.offer.load if card and card.offer else None
    exercise = card.item.plan.exercise if card and card.item else None
    return tuple(
        replace(
            one,
            load=offered if one.load is None and one.exercise == exercise and not one.warmup else one.load,
            per_side=one.per_side or _one_side_at_a_time(coach, one.exercise),
        )
        for one in sets
    )


def _one_side_at_a_time(coach: Coach, exercise: str) -> bool:
    known = coach.knowledge.exercises.get(exercise)
    return known is not None and known.per_side


def answer_log(
    work: Work, coach: Coach, athlete: Athlete, talk: Talk, chat: int, update: int, index: int, now: datetime
) -> Logged | None:
    """Keep the chosen reading; None for "neither". Raises QuestionClosed when that question is no longer open."""
    if talk.pending is None or talk.pending.get("update") != update:
        raise QuestionClosed(recorded=was_recorded(talk.pending, update))
    if index < 0:
        work.talks.put(chat, replace(talk, pending=None))
        return None
    chosen = answered(talk.pending, update, index)
    if chosen is None:
        raise QuestionClosed(recorded=False)
    session = work.sessions.open(athlete.id)
    sets = _completed(work, coach, athlete, session, chosen[0], now)
    answered_talk = replace(talk, pending=recorded(update))
    return _record(work, athlete, answered_talk, chat, sets, chosen[1], now, session)


def _continued(coach: Coach, talk: Talk, text: str, context: LogContext, now: datetime) -> LogReading | None:
    """A bare number after "how many reps at that load?": the line before it, finished."""
    begun = begun_line(talk.pending, context.current_exercise)
    fresh = talk.at is not None and now - talk.at < HALF_SAID
    if begun is None or not fresh or not text.strip().isdecimal():
        return None
    reading = coach.log_reader.read(f"{begun} x {text.strip()}", context)
    return reading if reading.action is Action.RECORD and len(reading.sets) == 1 else None


def current_exercise(visit: Visit, now: datetime) -> str | None:
    """The one on the card, else the one logged last, if that was lately."""
    fresh = visit.talk.at is not None and now - visit.talk.at < STILL_TRAINING
    return visit.open_exercise or (visit.talk.exercise_logged if fresh else None)


def _record(
    work: Work,
    athlete: Athlete,
    talk: Talk,
    chat: int,
    sets: tuple[DoneSet, ...],
    day: date | None,
    now: datetime,
    session: Session | None,
) -> Logged:
    """A question with options stays open: its line was not this one. A half-said line is finished or dropped."""
    pending = without_line(talk.pending)
    work.talks.put(chat, replace(talk, exercise_logged=sets[-1].exercise, waiting_for=None, pending=pending, at=now))
    return keep_on(work, athlete, sets, day, now, session)


def keep_on(
    work: Work, athlete: Athlete, sets: tuple[DoneSet, ...], day: date | None, now: datetime, session: Session | None
) -> Logged:
    """Keep sets on a local day: today's go into the open session, earlier ones beside it, at noon of their day."""
    today = day_of(now, athlete.zone)
    if day is None or day == today:
        return keep_sets(work, athlete, sets, now, session=session)
    noon = datetime.combine(day, time(12), ZoneInfo(athlete.zone)).astimezone(UTC)
    before = before_these(work, athlete, sets)
    entry = work.log.keep(athlete.id, sets, at=noon, day=day)
    return Logged(entry, day, None, news_of(work, athlete, entry.sets, before, day))


def _ask(
    work: Work,
    talk: Talk,
    chat: int,
    update: int,
    text: str,
    reading: LogReading,
    context: LogContext,
    now: datetime,
) -> Asked:
    pending = pending_log(update, reading, text, context)
    work.talks.put(chat, replace(talk, pending=pending, at=now))
    return Asked(reading.question or "How do you mean that?", tuple(option.label for option in reading.options))
