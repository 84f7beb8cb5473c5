"""How much of a wave of reminders is put at a time? What goes out before the next look; the rest waits where it is due.

So what is soonest goes first, however many are due, each is looked at again just before it goes, and nothing is late
in the outbox without having been looked at.
"""

import math
from collections.abc import Sequence
from datetime import datetime

from bot.domain.athlete import Athlete
from bot.services.ports import Work
from bot.services.reminders import Reminder

SPARE = 1.5
"""A look may come late."""


def most_waiting(rate: float, seconds: float) -> int:
    """What goes out at so many a second between two looks, with some to spare."""
    return math.ceil(SPARE * rate * seconds) + 1


def due_reminders(work: Work, most: int, now: datetime, limit: int) -> Sequence[tuple[Reminder, Athlete]]:
    """So many of those due that at most `most` wait to be sent."""
    room = min(limit, most - work.outbox.waiting_bulk())
    return work.reminders.due(now, room) if room > 0 else ()
