"""What was kept last, for a lifter who says that it is wrong and not how?"""

from datetime import datetime, timedelta

from bot.services.entries import Entry
from bot.services.ports import Visit, Work
from bot.services.undo import RECENT

AT_ONCE = timedelta(minutes=10)
"""How long a bare "no" is about what was kept."""


def kept_last(work: Work, visit: Visit, now: datetime, *, at_once: bool) -> Entry | None:
    """Sets, a body weight or a change of the last hours. None where the chat has gone on to something else since, and,
    for what is only about it `at_once`, after some minutes."""
    newest = work.log.last_entry(visit.athlete.id)
    if newest is None or newest.note is not None:
        return None
    spoken = visit.talk.at or newest.at
    said_later = spoken > newest.at and not _dated(newest, visit)
    fresh = now - max(spoken, newest.at) <= (AT_ONCE if at_once else RECENT)
    return newest if fresh and not said_later else None


def _dated(entry: Entry, visit: Visit) -> bool:
    """Kept for another day than it was said on."""
    sets = entry.sets or entry.changed
    return bool(sets) and visit.talk.at is not None and sets[-1].day != visit.athlete.day(visit.talk.at)
