"""Are stored instants still right, now that a government or a new tzdata changed the rules of time zones?"""

from datetime import datetime

from bot.domain.athlete import Athlete
from bot.domain.reminding import due_on, next_due
from bot.services.ports import Work
from bot.services.reminders import Reminder

AT_ONCE = 500


def renew_some(work: Work, rules: str, after: int, now: datetime) -> int | None:
    """Set the instants of reminders with a number above `after` by these rules, on the local dates they are for.

    The last number looked through; None when all are.
    """
    found = work.reminders.of_other_rules(rules, after, AT_ONCE)
    for reminder, athlete in found:
        if not reminder.again:  # "in an hour" is an hour by any rules
            _renew(work, reminder, athlete, now)
    numbers = [reminder.id for reminder, _ in found]
    if numbers:
        work.reminders.looked_through(numbers, rules)
    return numbers[-1] if numbers else None


def _renew(work: Work, reminder: Reminder, athlete: Athlete, now: datetime) -> None:
    try:
        due = due_on(reminder.due.day, reminder.rhythm.at, athlete.zone)
        due = due or next_due(reminder.rhythm, athlete.zone, now, first=reminder.due.day)
    except (LookupError, ValueError, OSError):  # a zone that is no more is told of when the reminder is due
        return
    if due != reminder.due:
        work.reminders.move(reminder.id, due)
