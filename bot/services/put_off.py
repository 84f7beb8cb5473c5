"""What can be done with a push but start? Have it again later, or leave the day out."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.athlete import Athlete, day_of
from bot.domain.errors import PushOver, ScreenOutdated
from bot.domain.reminding import DAY, LATEST, Due, due_on, next_due
from bot.services.coach import Coach
from bot.services.ports import Work
from bot.services.remind import mine, paused_until
from bot.services.reminders import Reminder
from bot.services.trained import is_trained

MINUTES = (15, 60)
EVENING = time(20)
SOON = timedelta(minutes=15)
"""An evening that is nearer than this, or over, is in an hour."""
STANDS = timedelta(hours=16)
"""How long after its time a push can be put off: past midnight too, but not into the next day's."""


def put_off(work: Work, athlete: Athlete, number: int, day: date, minutes: int, now: datetime) -> datetime:
    """Push it again in so many minutes, or in the evening (0); when that is. Raises ReminderGone, PushOver."""
    reminder = _of_push(work, athlete, number, day, now)
    if minutes not in (*MINUTES, 0):
        raise ScreenOutdated
    at = now + timedelta(minutes=minutes) if minutes else evening(athlete, now)
    work.reminders.move(reminder.id, Due(day, at), again=True)
    return at


def standing_push(work: Work, coach: Coach, athlete: Athlete, now: datetime) -> tuple[Reminder, date] | None:
    """The push that came last, with its date, while it is fresh enough to be answered in words and the session is not
    begun; None without one."""
    session = work.sessions.open(athlete.id)
    if session is not None and session.day == athlete.day(now):
        return None
    came = [
        (due.at, one, due.day)
        for one in work.reminders.all(athlete.id)
        if not one.again and (due := _last_due(one, athlete, now)) is not None
    ]
    if not came:
        return None
    _, reminder, day = max(came, key=lambda push: push[0])
    return None if is_trained(work, coach, athlete, reminder, now) else (reminder, day)


def _last_due(reminder: Reminder, athlete: Athlete, now: datetime) -> Due | None:
    """Of today or yesterday evening, not longer ago than it is of use; none that was due before it was chosen."""
    today = day_of(now, athlete.zone)
    for day in (today, today - DAY):
        due = due_on(day, reminder.rhythm.at, athlete.zone) if day.weekday() in reminder.rhythm.days else None
        if due is not None and reminder.since <= due.at <= now <= due.at + LATEST and reminder.due.day > day:
            return due
    return None


def evening(athlete: Athlete, now: datetime) -> datetime:
    tonight = datetime.combine(now.astimezone(ZoneInfo(athlete.zone)).date(), EVENING, ZoneInfo(athlete.zone))
    return tonight if tonight - now >= SOON else now + timedelta(minutes=60)


def skip_day(work: Work, athlete: Athlete, number: int, day: date, now: datetime) -> Due:
    """No push of any reminder for that day any more, and no word of it later; what comes next.

    Raises ReminderGone, PushOver.
    """
    _of_push(work, athlete, number, day, now)
    work.reminders.skip(athlete.id, day)
    first = max(day + DAY, paused_until(work, athlete, now) or date.min)
    for one in work.reminders.all(athlete.id):
        if one.due.day == day:
            work.reminders.move(one.id, next_due(one.rhythm, athlete.zone, now, first=first))
    return min((one.due for one in work.reminders.all(athlete.id)), key=lambda due: due.at)


def _of_push(work: Work, athlete: Athlete, number: int, day: date, now: datetime) -> Reminder:
    reminder = mine(work, athlete, number)
    near = abs(day - day_of(now, athlete.zone)) <= DAY  # a forged one may be out of what can be counted with
    due = due_on(day, reminder.rhythm.at, athlete.zone) if near else None
    if due is None or not -DAY < now - due.at < STANDS:
        raise PushOver
    return reminder
