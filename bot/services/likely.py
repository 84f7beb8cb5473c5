"""Which readings are likely where a line leaves something out? What was done last, else what the session asks."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bot.coaching.language.log_line import Action, LogContext, LogReading, Option, Wants, brief
from bot.coaching.language.log_line.answers import instead
from bot.domain.athlete import Athlete
from bot.domain.training import DoneSet, RepRange
from bot.services.coach import Coach
from bot.services.next_session import planned_next
from bot.services.ports import Work

MOST = 3
"""Buttons."""
LOOKED_AT = 8
"""Exercises done last; of some the line can be no set."""
MOST_PLANNED = 4
"""A range of repetitions this wide is offered number by number."""


def with_likely(
    work: Work, coach: Coach, athlete: Athlete, line: str, reading: LogReading, context: LogContext
) -> LogReading:
    """A question without a reading of its own gets those of the lifter's log; only such as are sets without a doubt."""
    if reading.missed and reading.wants is Wants.REPS and not reading.options:
        return replace(reading, options=tuple(_fewer(work, coach, athlete, line, reading, context)))
    if reading.options or reading.said:
        return reading
    match reading.wants:
        case Wants.EXERCISE:
            options = _lifts(work, coach, athlete, line, context)
        case Wants.REPS:
            options = _counts(work, coach, athlete, line, context)
        case _:
            return reading
    return replace(reading, options=tuple(options))


def _lifts(work: Work, coach: Coach, athlete: Athlete, line: str, context: LogContext) -> Iterator[Option]:
    done = [one.exercise for one in work.bests.exercises(athlete.id)][:LOOKED_AT]
    left = MOST
    for exercise in done or [one.exercise for one in planned_next(work, coach, athlete)]:
        known = coach.knowledge.exercises.get(exercise)
        found = _read(coach, f"{known.name} {line}", context) if known is not None else None
        if found is not None and known is not None and left:
            left -= 1
            yield Option(known.name, found.sets, found.day)


def _counts(work: Work, coach: Coach, athlete: Athlete, line: str, context: LogContext) -> Iterator[Option]:
    """The repetitions done last at that load, else those planned."""
    one = _read(coach, f"{line} x 1", context)
    if one is None or one.sets[-1].reps is None:
        return
    for reps in list(dict.fromkeys(_reps(work, coach, athlete, one.sets[-1])))[: MOST_PLANNED + 1]:
        found = _read(coach, f"{line} x {reps}", context)
        if found is not None:
            yield Option(brief(found.sets), found.sets, found.day)


def _fewer(
    work: Work, coach: Coach, athlete: Athlete, line: str, reading: LogReading, context: LogContext
) -> Iterator[Option]:
    """`missed 2` of eight to ten: six, seven or eight."""
    one = _read(coach, instead(line, reading.said, "1") or "", context)
    asked = None if one is None else _asked_of(work, coach, athlete, one.sets[-1].exercise)
    if asked is None:
        return
    counts = range(asked.low - reading.missed, asked.high - reading.missed + 1)
    for count in counts if len(counts) <= MOST_PLANNED + 1 else (counts[0], counts[-1]):
        found = _read(coach, instead(line, reading.said, str(count)) or "", context) if count > 0 else None
        if found is not None:
            yield Option(brief(found.sets), found.sets, found.day)


def _asked_of(work: Work, coach: Coach, athlete: Athlete, exercise: str) -> RepRange | None:
    """By the session that runs, else by the one that is next."""
    session = work.sessions.open(athlete.id)
    plans = [item.plan for item in session.items] if session is not None else planned_next(work, coach, athlete)
    return next((plan.reps for plan in plans if plan.exercise == exercise), None)


def _reps(work: Work, coach: Coach, athlete: Athlete, one: DoneSet) -> Iterable[int]:
    last = work.history.last_time(athlete.id, [one.exercise]).get(one.exercise, ())
    done = [kept.done.reps for kept in last if kept.done.load == one.load and kept.done.reps]
    if done:
        return done[:MOST]
    planned = next((item.reps for item in planned_next(work, coach, athlete) if item.exercise == one.exercise), None)
    if planned is None or planned.high - planned.low > MOST_PLANNED:
        return ()
    return range(planned.low, planned.high + 1)


def _read(coach: Coach, text: str, context: LogContext) -> LogReading | None:
    """What is on a belt must have been said to be on it."""
    reading = coach.log_reader.read(text, context)
    sure = reading.sets and not any(one.bodyweight and one.load is not None and "+" not in text for one in reading.sets)
    return reading if reading.action is Action.RECORD and sure else None
