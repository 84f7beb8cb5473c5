"""When is the day's session pushed? Set, shown, dropped, and pushed when it is due."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

from bot.coaching.clock_time import read_time
from bot.coaching.knowledge.models import Program
from bot.domain.athlete import Athlete, day_of
from bot.domain.errors import BadTime
from bot.domain.reminding import LATEST, next_due
from bot.domain.training import KeptSet, PlannedExercise
from bot.services.coach import Coach
from bot.services.messages import Outgoing
from bot.services.ports import Reminder, Work


def remind(work: Work, athlete: Athlete, chat: int, said: str, now: datetime) -> Reminder:
    """Push the day's session every day at a local time, in place of any earlier one. Raises BadTime."""
    at = read_time(said)
    if at is None:
        raise BadTime(said)
    work.reminders.serve_again(athlete.id, day_of(now, athlete.zone))
    return work.reminders.set(athlete.id, chat, at, next_due(at, athlete.zone, now), now)


def move_with_zone(work: Work, athlete: Athlete, now: datetime) -> Reminder | None:
    """After a change of zone: the same local time, in the new place."""
    reminder = work.reminders.of(athlete.id)
    if reminder is None:
        return None
    due = next_due(reminder.at, athlete.zone, now)
    return work.reminders.set(athlete.id, reminder.chat, reminder.at, due, reminder.set_at)


@dataclass(frozen=True, slots=True)
class Push:
    """The day's session, pushed: what the lifter sees at their time. Nothing is opened by it."""

    chat: int
    at: time
    program: Program
    exercises: tuple[PlannedExercise, ...]
    """What is left of the open session, or today's."""
    last_time: Mapping[str, tuple[KeptSet, ...]]
    """Per exercise, the working sets of the last day it was done."""
    open_session: int | None
    stale_days: int


class Pushed(StrEnum):
    """What became of a reminder that was due."""

    SENT = "sent"
    LATE = "late"
    """Too late to be of use."""
    NEEDLESS = "needless"
    """The day was served already, or trained."""


def send_due(
    work: Work,
    coach: Coach,
    word: Callable[[Push], Sequence[Outgoing]],
    reminder: Reminder,
    athlete: Athlete,
    now: datetime,
) -> Pushed:
    """Claim one that is due and put its push into the outbox, both in this transaction.

    One that is too late to be of use, or whose session is done already, is claimed and not sent.
    """
    again = next_due(reminder.at, athlete.zone, now)
    fresh = work.reminders.claim(reminder.id, day_of(reminder.due, athlete.zone), again, now)
    if not fresh or _trained(work, athlete, reminder, now):
        return Pushed.NEEDLESS
    if now - reminder.due > LATEST:
        return Pushed.LATE
    work.outbox.put(word(_push(work, coach, athlete, reminder, now)), now)
    return Pushed.SENT


def pass_over(work: Work, reminder: Reminder, athlete: Athlete, now: datetime) -> None:
    """Leave one that cannot be pushed until its next day, so that it stands in nobody's way."""
    try:
        day, again = day_of(reminder.due, athlete.zone), next_due(reminder.at, athlete.zone, now)
    except (LookupError, ValueError, OSError):  # the zone may be what is wrong with it
        day, again = reminder.due.date(), now + timedelta(days=1)
    work.reminders.claim(reminder.id, day, again, now)


def _push(work: Work, coach: Coach, athlete: Athlete, reminder: Reminder, now: datetime) -> Push:
    session = work.sessions.open(athlete.id)
    if session is not None and not session.sets:
        session = None
    left = tuple(item.plan for item in session.items if not item.complete) if session else coach.planned()
    names = [plan.exercise for plan in left]
    return Push(
        chat=reminder.chat,
        at=reminder.at,
        program=coach.program,
        exercises=left,
        last_time=work.history.last_time(athlete.id, names, before_session=session.id if session else None),
        open_session=session.id if session else None,
        stale_days=max(0, (athlete.day(now) - session.day).days) if session else 0,
    )


def _trained(work: Work, athlete: Athlete, reminder: Reminder, now: datetime) -> bool:
    """Whether today's session was done since the reminder was chosen; one left over from another day does not count."""
    last = work.sessions.last_finished(athlete.id)
    if last is None or last.finished_at is None:
        return False
    if last.finished_at.replace(microsecond=0) <= reminder.set_at:  # a message's time is in whole seconds
        return False
    return last.day == athlete.day(now)
