"""What happens when a push is due? It is claimed and put into the outbox in one transaction, or left out and told."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.coaching.knowledge.pain import Advice
from bot.coaching.prescribing import Offer, offer
from bot.domain.athlete import Athlete
from bot.domain.reminding import DAY, LATEST, Due, next_due, passed
from bot.domain.session import Session, SessionItem
from bot.domain.training import KeptSet, PlannedExercise
from bot.domain.units import Load
from bot.services.coach import Coach
from bot.services.messages import Outgoing
from bot.services.next_session import items_of, next_session
from bot.services.pain import flag_in_mind
from bot.services.ports import Work
from bot.services.reminders import Missed, Reminder
from bot.services.trained import is_trained, last_trained

TOGETHER = timedelta(minutes=10)
"""Reminders due so near each other come as one push."""
STILL = timedelta(days=7)
"""A session that was not done longer ago than this is nobody's to do any more."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One exercise of it, with what its card would offer and the working sets of the last day it was done.
    `step` is what is more or less than then."""

    plan: PlannedExercise
    offer: Offer
    last_time: tuple[KeptSet, ...]
    step: Load | None = None


@dataclass(frozen=True, slots=True)
class Push:
    """The day's session, pushed: what the lifter sees at their time. Nothing is opened by it."""

    reminder: Reminder
    due: Due
    zone: str
    title: str
    minutes: int
    exercises: tuple[Asked, ...]
    """What is left of the open session, or today's."""
    open_session: int | None
    stale_days: int
    still_to_do: date | None
    """The day of the last push after which nothing was trained."""
    missed: Missed | None
    all_off: bool = False
    """Every lift of it is off while it hurts."""
    flag: Advice | None = None
    """The red flag that stands: no session is offered then."""


class Pushed(StrEnum):
    """What became of a reminder that was due."""

    SENT = "sent"
    LATE = "late"
    """Too late to be of use: it is told instead."""
    NEEDLESS = "needless"
    """The day was served already, or trained, or over before the lifter chose anew or was back."""


def send_due(
    work: Work,
    coach: Coach,
    word: Callable[[Push], Sequence[Outgoing]],
    reminder: Reminder,
    athlete: Athlete,
    now: datetime,
) -> Pushed:
    """Claim one that is due, with its message or the note that it did not come, all in this transaction.

    Of several dates that have passed meanwhile the last is sent, unless it is too late to be of use. One whose
    session is done, or being done, is claimed and not sent.
    """
    dues = _passed(reminder, athlete, now)
    if not dues:  # by other rules of time zones than those it was stored under
        work.reminders.move(reminder.id, next_due(reminder.rhythm, athlete.zone, now, first=reminder.due.day))
        return Pushed.NEEDLESS
    fresh = [due for due in dues if _claim(work, reminder, due, now)]
    last = dues[-1]
    first = last.day + DAY
    if reminder.again:  # what is put off may come in a pause
        first = max(first, work.push_states.paused_until(athlete.id) or first)
    work.reminders.move(reminder.id, next_due(reminder.rhythm, athlete.zone, now, first=first))
    in_time = last in fresh and now - last.at <= LATEST and last.at >= reminder.since
    _note_missed(work, coach, athlete, reminder, fresh[:-1] if in_time else fresh)
    if not in_time:
        return Pushed.LATE if any(due.at >= reminder.since for due in fresh) else Pushed.NEEDLESS
    if is_trained(work, coach, athlete, reminder, now):
        return Pushed.NEEDLESS
    work.outbox.put(word(_push(work, coach, athlete, reminder, last, now)), now)
    for other in work.reminders.all(athlete.id):
        if other.id != reminder.id and not other.again and other.chat == reminder.chat:
            _serve_with(work, coach, athlete, other, max(now, last.at + TOGETHER), now)
    return Pushed.SENT


def _serve_with(work: Work, coach: Coach, athlete: Athlete, other: Reminder, until: datetime, now: datetime) -> None:
    """What is due of another reminder until then needs no push of its own; what was put off comes all the same."""
    dues = passed(other.rhythm, athlete.zone, other.due.day, until) if other.due.at <= until else ()
    if not dues:
        return
    fresh = [due for due in dues if _claim(work, other, due, now)]
    _note_missed(work, coach, athlete, other, [due for due in fresh if due.at < now - LATEST and due != dues[-1]])
    work.reminders.move(other.id, next_due(other.rhythm, athlete.zone, dues[-1].at, first=dues[-1].day + DAY))


def pass_over(work: Work, reminder: Reminder, athlete: Athlete, now: datetime) -> None:
    """Leave one that cannot be pushed until its next day, so that it stands in nobody's way."""
    work.reminders.claim(reminder.id, reminder.due.day, now)
    try:
        due = next_due(reminder.rhythm, athlete.zone, now, first=reminder.due.day + DAY)
    except (LookupError, ValueError, OSError):  # the zone may be what is wrong with it
        due = Due(now.date() + DAY, now + DAY)
    work.reminders.move(reminder.id, due)


def _passed(reminder: Reminder, athlete: Athlete, now: datetime) -> tuple[Due, ...]:
    """What was due until now: what was put off first, with its date, then the dates that follow."""
    if reminder.again:
        return (reminder.due, *passed(reminder.rhythm, athlete.zone, reminder.due.day + DAY, now))
    return passed(reminder.rhythm, athlete.zone, reminder.due.day, now)


def _claim(work: Work, reminder: Reminder, due: Due, now: datetime) -> bool:
    """What was put off was claimed when it came first."""
    put_off = reminder.again and due == reminder.due
    return work.reminders.claim(reminder.id, due.day, now) or put_off


def _note_missed(work: Work, coach: Coach, athlete: Athlete, reminder: Reminder, dues: Sequence[Due]) -> None:
    """To be told once. Nobody misses what came due before they chose anew, or a push for a day they trained on."""
    last = last_trained(work, coach, athlete) if dues else None
    untold = [due.day for due in dues if due.at >= reminder.since and not (last and last >= due.day)]
    if untold:
        work.push_states.miss(athlete.id, Missed(len(untold), untold[0]))


def _push(work: Work, coach: Coach, athlete: Athlete, reminder: Reminder, due: Due, now: datetime) -> Push:
    session, today = work.sessions.open(athlete.id), athlete.day(now)
    if session is not None and not session.sets:
        session = None
    following = next_session(work, coach, athlete, now)
    items = session.items if session else items_of(following)
    program = coach.knowledge.programs.get(session.program if session else following.program)
    title = (session.title if session else following.title) or (program.name if program else coach.program.name)
    return Push(
        reminder=reminder,
        due=due,
        zone=athlete.zone,
        title=title,
        minutes=following.minutes,
        exercises=asked_of(work, athlete, [item for item in items if not item.complete], session),
        open_session=session.id if session else None,
        stale_days=(today - session.day).days if session and session.is_left_over(today, now) else 0,
        still_to_do=None if session else _still_to_do(work, athlete, due.day),
        missed=work.push_states.tell(athlete.id),
        all_off=not items,
        flag=flag_in_mind(work.talks.get(reminder.chat), coach.knowledge.pain, now),
    )


def asked_of(work: Work, athlete: Athlete, items: Sequence[SessionItem], session: Session | None) -> tuple[Asked, ...]:
    """`session` is the open one that they are of."""
    names = [item.plan.exercise for item in items]
    before = work.history.last_time(athlete.id, names, before_session=session.id if session else None)
    last = [before.get(name, ()) for name in names]
    return tuple(
        Asked(item.plan, offer(item, sets), sets, item.advice.reason.step if item.advice else None)
        for item, sets in zip(items, last, strict=True)
    )


def _still_to_do(work: Work, athlete: Athlete, day: date) -> date | None:
    """The last date that was pushed and neither skipped nor trained on since."""
    pushed = work.reminders.last_claimed(athlete.id, day)
    if pushed is None or day - pushed > STILL:
        return None
    newest = work.history.days(athlete.id, limit=1)
    return None if newest and newest[0].day >= pushed else pushed
