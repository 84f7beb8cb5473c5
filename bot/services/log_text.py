"""What becomes of a line of text that may be sets? It is kept, asked about, used to correct, or left for a question."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import partial

from bot.coaching.language.log_line import Action, LogContext, LogReading, Option, brief
from bot.domain.athlete import Athlete, day_of, noon_of
from bot.domain.session import Session
from bot.domain.training import DoneSet
from bot.domain.units import Load
from bot.services.coach import Coach
from bot.services.correct import Corrected, correct
from bot.services.doubt import doubt
from bot.services.gym import own_bar
from bot.services.lately import Lately, lately, of_day
from bot.services.likely import with_likely
from bot.services.log_set import Logged, keep_sets
from bot.services.news import Before, before_these, news_of
from bot.services.own_lifts import OwnLifts
from bot.services.pain import back_to_training
from bot.services.pending import About, about_of, left_open, pending_log, question_of
from bot.services.ports import Talk, Visit, Work
from bot.services.tell_week import begin_weeks
from bot.services.usual_loads import UsualLoads
from bot.services.workout import Card, card_of, close_left_over

STILL_TRAINING = timedelta(hours=3)
"""How long the exercise logged last, outside a session, is taken as the one meant."""


LONGEST_LABEL = 40


@dataclass(frozen=True, slots=True)
class Asked:
    """Nothing is kept until one of the options is pressed, or the line is written again."""

    question: str
    labels: tuple[str, ...]
    kept: bool = False
    """It is about sets that are in the log already, which stay."""


@dataclass(frozen=True, slots=True)
class Line:
    """A text as it came in: by which update, in which message of which chat."""

    text: str
    update: int
    chat: int
    message: int | None


def log_text(work: Work, coach: Coach, visit: Visit, line: Line, now: datetime) -> Logged | Asked | Corrected | None:
    """None when the text is no log line. What it leaves in the chat's context is put there."""
    context = context_of(work, coach, visit, now)
    athlete = visit.athlete
    earlier = _of_an_earlier_day(work, coach, visit, line, context, now)
    if earlier is not None:
        return earlier
    reading = read_at(coach, line.text, context, athlete, now)
    return heard(work, coach, visit, line, reading, context, now)


def _of_an_earlier_day(
    work: Work, coach: Coach, visit: Visit, line: Line, context: LogContext, now: datetime
) -> Asked | Corrected | None:
    """ "Yesterday's last row was 9 not 8"; asked about where it may tell of a set more. None where it puts nothing
    right that is in the log of that day, and may tell of new sets."""
    found = coach.log_reader.looking_back.put_right_on(line.text, context.today)
    if found is None:
        return None
    last = of_day(work, visit.athlete, found.day)
    there = replace(context, today=found.day, current_exercise=None, last_sets=last)
    reading = coach.log_reader.read(found.text, there)
    day = f"{found.day:%A} {found.day.day} {found.day:%B}"
    if reading.action is Action.ASK and any(option.corrects for option in reading.options):
        return ask(work, visit.talk, line, reading, there, now, last)
    if reading.action is not Action.CORRECT or reading.sets == tuple(last):
        return (
            Asked(f"I find no such set in the log of {day}; /history shows it.", (), kept=True) if found.sure else None
        )
    if found.several:
        return Asked(f"Is that in the log of {day} already? /history changes it, set by set.", (), kept=True)
    if found.sure:
        return _corrected(work, coach, visit, line, reading, there, last, now)
    changed = [one for one in reading.sets if one not in last]
    label = f"Now {brief(changed)}" if changed else "Fewer sets"
    option = Option(label[:LONGEST_LABEL], reading.sets, corrects=True)
    asked = LogReading(Action.ASK, question=f"Shall I change what is in the log of {day}?", options=(option,))
    return ask(work, visit.talk, line, asked, there, now, last)


def context_of(work: Work, coach: Coach, visit: Visit, now: datetime) -> LogContext:
    athlete = visit.athlete
    today = athlete.day(now)
    own = OwnLifts(work, coach, athlete)
    bar, usual = partial(own_bar, work, athlete), UsualLoads(work, athlete, now)
    current = under_way(work, visit, now)
    return LogContext(athlete.unit, today, current, lately(work, athlete, now), own, usual, bar)


def under_way(work: Work, visit: Visit, now: datetime) -> str | None:
    """The exercise that a line without a name is about; where all of the open session is done, the one lifted last."""
    if visit.open_session is not None and visit.open_exercise is None:
        session = work.sessions.open(visit.athlete.id)
        newest = max(session.sets, key=lambda kept: kept.id, default=None) if session else None
        if newest is not None:
            return newest.done.exercise
    return current_exercise(visit, now)


def heard(
    work: Work, coach: Coach, visit: Visit, line: Line, reading: LogReading, context: LogContext, now: datetime
) -> Logged | Asked | Corrected | None:
    """What becomes of a line that was read."""
    athlete, talk, last = visit.athlete, visit.talk, context.last_sets
    match reading.action:
        case Action.RECORD if any(one.empty for one in reading.sets):
            return Asked("Zero is no set. What did you get?", ())
        case Action.RECORD if reading.sets:
            session = work.sessions.open(athlete.id) if visit.open_session is not None else None
            if reading.repeats and isinstance(last, Lately):
                reading = replace(reading, day=last.day)
            sets = completed(work, coach, athlete, session, reading.sets, now)
            before = before_these(work, athlete, sets)
            question = doubt(work, coach.knowledge, athlete, sets, before)
            if question is not None:
                return ask(work, talk, line, doubted(reading, sets, question), context, now)
            return record(work, athlete, talk, line, sets, reading.day, now, session, before)
        case Action.CORRECT if isinstance(last, Lately):
            return _corrected(work, coach, visit, line, reading, context, last, now)
        case Action.ASK:
            likely = with_likely(work, coach, athlete, line.text, reading, context)
            return ask(work, talk, line, likely, context, now, last if isinstance(last, Lately) else None)
        case _:
            return None


def _corrected(
    work: Work,
    coach: Coach,
    visit: Visit,
    line: Line,
    reading: LogReading,
    context: LogContext,
    last: Lately,
    now: datetime,
) -> Asked | Corrected:
    if unanswered(visit.talk, now):
        return Asked("Your last line is not in the log yet. Answer what I asked of it, or write it again.", ())
    new = [one for one in reading.sets if one not in last]
    question = doubt(work, coach.knowledge, visit.athlete, new, before_these(work, visit.athlete, new))
    if question is not None:
        option = Option(brief(reading.sets), reading.sets, reading.day, corrects=True)
        asked = LogReading(Action.ASK, question=question, options=(option,))
        return ask(work, visit.talk, line, asked, context, now, last)
    return correct(work, visit.athlete, last.entries, reading, now)


def unanswered(talk: Talk, now: datetime) -> bool:
    """Whether a line of new sets waits for an answer: what is put right is that one, and it is not kept."""
    about = about_of(talk.pending)
    return question_of(talk.pending, now) is not None and not about.corrects and about.entry is None


def read_at(coach: Coach, text: str, context: LogContext, athlete: Athlete, now: datetime) -> LogReading:
    """In the small hours the day has not turned for us, but perhaps for the lifter: a day named then is asked about."""
    reading = coach.log_reader.read(text, context)
    tomorrow = day_of(now, athlete.zone)
    if reading.action not in (Action.RECORD, Action.CORRECT) or reading.day is None or tomorrow == context.today:
        return reading
    other = coach.log_reader.read(text, replace(context, today=tomorrow)).day or tomorrow
    if other == reading.day:
        return reading
    moves = reading.action is Action.CORRECT
    options = tuple(
        Option(f"{day:%A} {day.day} {day:%B}", reading.sets, day, corrects=moves) for day in (other, reading.day)
    )
    return LogReading(Action.ASK, question="It is past midnight. Which day was that?", options=options)


def doubted(reading: LogReading, sets: tuple[DoneSet, ...], question: str) -> LogReading:
    """The same as a question, with the sets as its one answer."""
    option = Option(brief(sets), sets, reading.day)
    return LogReading(Action.ASK, day=reading.day, question=question, options=(option,))


def completed(
    work: Work, coach: Coach, athlete: Athlete, session: Session | None, sets: tuple[DoneSet, ...], now: datetime
) -> tuple[DoneSet, ...]:
    """What goes without saying: the load on the card for its exercise, that of today's last set for one that is done
    with, and each side where one is trained at a time."""
    card = card_of(work, athlete, session, now) if session and any(one.load is None for one in sets) else None
    return tuple(
        replace(
            one,
            load=_load_in(card, one.exercise) if card and one.load is None and not one.warmup else one.load,
            per_side=one.per_side or _one_side_at_a_time(coach, one.exercise),
        )
        for one in sets
    )


def _load_in(card: Card, exercise: str) -> Load | None:
    if card.item is not None and card.item.plan.exercise == exercise:
        return card.offer.load if card.offer else None
    done = (kept.done for kept in reversed(card.session.sets) if not kept.done.warmup)
    return next((one.load for one in done if one.exercise == exercise and one.load and not one.bodyweight), None)


def _one_side_at_a_time(coach: Coach, exercise: str) -> bool:
    known = coach.knowledge.exercises.get(exercise)
    return known is not None and known.per_side


def current_exercise(visit: Visit, now: datetime) -> str | None:
    """The one on the card, else the one logged last, if that was lately."""
    fresh = visit.talk.at is not None and now - visit.talk.at < STILL_TRAINING
    return visit.open_exercise or (visit.talk.exercise_logged if fresh else None)


def record(
    work: Work,
    athlete: Athlete,
    talk: Talk,
    line: Line,
    sets: tuple[DoneSet, ...],
    day: date | None,
    now: datetime,
    session: Session | None,
    before: Before | None = None,
) -> Logged:
    """A question with options stays open: its line was not this one. A half-said line is finished or dropped."""
    pending = left_open(talk.pending, line.message)
    kept = replace(talk, exercise_logged=sets[-1].exercise, waiting_for=None, pending=pending, at=now)
    work.talks.put(line.chat, back_to_training(kept))
    return keep_on(work, athlete, sets, day, now, session, line.message, before)


def keep_on(
    work: Work,
    athlete: Athlete,
    sets: tuple[DoneSet, ...],
    day: date | None,
    now: datetime,
    session: Session | None,
    message: int | None = None,
    before: Before | None = None,
) -> Logged:
    """Keep sets on a local day: today's go into the open session, earlier ones beside it, at noon of their day. A
    session left over from an earlier day is none that goes on: it is closed by today's set, which stands beside it."""
    if day is None or day == athlete.day(now):
        if session is not None and session.is_left_over(athlete.day(now), now):
            close_left_over(work, session, now)
            beside = keep_sets(work, athlete, sets, now, session=None, message=message, before=before)
            return replace(beside, closed=session.day if session.sets else None)
        return keep_sets(work, athlete, sets, now, session=session, message=message, before=before)
    held = before_these(work, athlete, sets) if before is None else before
    entry = work.log.keep(athlete.id, sets, at=noon_of(day, athlete.zone), day=day, message=message, kept_at=now)
    begin_weeks(work, athlete, now)
    return Logged(entry, day, None, news_of(work, athlete, entry.sets, held, day))


def ask(
    work: Work,
    talk: Talk,
    line: Line,
    reading: LogReading,
    context: LogContext,
    now: datetime,
    last: Lately | None = None,
    entry: int | None = None,
) -> Asked:
    """Leave a question open. `last` are the sets that it may correct, `entry` what its answer replaces."""
    looks_back = last is not None and any(option.corrects for option in reading.options)
    about = About(line.message, entry, last.numbers if last is not None and looks_back else ())
    pending = pending_log(line.update, reading, line.text, context, now, about)
    work.talks.put(line.chat, replace(talk, pending=pending, waiting_for=None, at=now))
    labels = tuple(option.label for option in reading.options)
    return Asked(reading.question or "How do you mean that?", labels, kept=looks_back or entry is not None)
