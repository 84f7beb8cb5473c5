"""Was the day's session done, or is it being done? With /workout, or in plain words."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from bot.domain.athlete import Athlete
from bot.domain.session import Session
from bot.domain.training import covers
from bot.services.coach import Coach
from bot.services.hurts import hurting, off_then
from bot.services.next_session import ways_to_do
from bot.services.part_due import done_in_words
from bot.services.ports import Work
from bot.services.reminders import Reminder
from bot.services.stand_in import ways

LOOKED_AT = 7
"""Days of the log in which a sample session done in words is looked for."""
UNDER_WAY = timedelta(minutes=90)
"""Whoever did a set within this time needs no call to train."""


def is_trained(work: Work, coach: Coach, athlete: Athlete, reminder: Reminder, now: datetime) -> bool:
    """Whether today's session was done since the reminder was chosen, or is being done.

    Done is a session of today that was finished with a working set, or a log of today that covers what the plan asked
    for today: at least half of its exercises have one. A session left over from another day does not count.
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
    session = work.sessions.last_finished(athlete.id)
    days = [session.day] if session is not None and session.worked else []
    return max((*days, *_days_in_words(work, coach, athlete)), default=None)


def _days_in_words(work: Work, coach: Coach, athlete: Athlete) -> Sequence[date]:
    kept, off = work.plans.current(athlete.id), hurting(work, athlete)
    if kept is not None:
        return done_in_words(work, coach, athlete, kept, off)
    found: list[date] = []
    ever_off = work.hurts.all(athlete.id)
    for one in work.history.days(athlete.id, limit=LOOKED_AT):
        done, then = [kept.done for kept in one.sets], off_then(ever_off, athlete, one.day)
        if any(covers(way, done) for lifts in (off, then) for way in ways(coach, coach.planned(), lifts, None)):
            found.append(one.day)
    return found


def _lately(session: Session, reminder: Reminder, now: datetime) -> bool:
    return now - session.last_deed <= UNDER_WAY and session.last_deed > reminder.set_at


def _finished(work: Work, athlete: Athlete, reminder: Reminder, now: datetime) -> bool:
    last = work.sessions.last_finished(athlete.id)
    if last is None or last.finished_at is None or not last.worked:
        return False
    if last.finished_at.replace(microsecond=0) <= reminder.set_at:  # a message's time is in whole seconds
        return False
    return last.day == athlete.day(now)


def _in_words(work: Work, coach: Coach, athlete: Athlete, reminder: Reminder, now: datetime) -> bool:
    today = athlete.day(now)
    done = [kept.done for kept in work.history.on(athlete.id, today) if kept.performed_at > reminder.set_at]
    return any(covers(way, done) for way in ways_to_do(work, coach, athlete, today))
