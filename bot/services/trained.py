"""Was the day's session done, or is it being done? With /workout, or in plain words."""

from datetime import date, datetime, timedelta

from bot.domain.athlete import Athlete
from bot.domain.session import Session
from bot.domain.training import covers
from bot.services.coach import Coach
from bot.services.next_session import planned_next
from bot.services.ports import Work
from bot.services.reminders import Reminder

UNDER_WAY = timedelta(minutes=90)
"""Whoever did a set within this time needs no call to train."""
LOOKED_AT = 7
"""Days of the log in which a session done in words is looked for."""


def is_trained(work: Work, coach: Coach, athlete: Athlete, reminder: Reminder, now: datetime) -> bool:
    """Whether today's session was done since the reminder was chosen, or is being done.

    Done is a session of today that was finished, or a log of today that covers the plan: at least half of the planned
    exercises have a working set. A session left over from another day does not count.
    """
    session = work.sessions.open(athlete.id)
    if session is not None and _lately(session, reminder, now):
        return True
    return _finished(work, athlete, reminder, now) or _in_words(work, coach, athlete, reminder, now)


def session_under_way(work: Work, athlete: Athlete, now: datetime) -> Session | None:
    """The open session, unless it was left: nothing was done in it for long."""
    session = work.sessions.open(athlete.id)
    return None if session is None or now - session.last_deed > UNDER_WAY else session


def last_trained(work: Work, coach: Coach, athlete: Athlete) -> date | None:
    """The last local date on which a session was done."""
    planned = planned_next(work, coach, athlete)
    session = work.sessions.last_finished(athlete.id)
    days = [session.day] if session else []
    for one in work.history.days(athlete.id, limit=LOOKED_AT):
        if covers(planned, [kept.done for kept in one.sets]):
            days.append(one.day)
    return max(days, default=None)


def _lately(session: Session, reminder: Reminder, now: datetime) -> bool:
    return now - session.last_deed <= UNDER_WAY and session.last_deed > reminder.set_at


def _finished(work: Work, athlete: Athlete, reminder: Reminder, now: datetime) -> bool:
    last = work.sessions.last_finished(athlete.id)
    if last is None or last.finished_at is None:
        return False
    if last.finished_at.replace(microsecond=0) <= reminder.set_at:  # a message's time is in whole seconds
        return False
    return last.day == athlete.day(now)


def _in_words(work: Work, coach: Coach, athlete: Athlete, reminder: Reminder, now: datetime) -> bool:
    today = work.history.on(athlete.id, athlete.day(now))
    return covers(
        planned_next(work, coach, athlete), [kept.done for kept in today if kept.performed_at > reminder.set_at]
    )
