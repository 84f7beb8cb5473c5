"""Which tables are there, what must hold in them, and which indexes keep them fast as they grow?

A partial index is used only where a query repeats its condition word for word, so conditions have names here
(`WORKING`, `WAITING`, ...) and queries use these.
"""

from bot.storage.tables.base import ONE, metadata
from bot.storage.tables.broadcasts import UNDER_WAY, broadcasts
from bot.storage.tables.hurts import hurts
from bot.storage.tables.log import (
    BY_MESSAGE,
    COUNTED,
    HELD,
    SAID,
    STANDING,
    TO_DO,
    WORKING,
    done_sets,
    entries,
    imports,
    notes,
    revisions,
    uploads,
    weigh_ins,
)
from bot.storage.tables.mail import DEAD, ENDED, OF_NOBODY, WAITING, inbox, outbox, screens, sent_pictures
from bot.storage.tables.people import athletes, chats, open_questions, settings, talks
from bot.storage.tables.plans import gyms, plans, weekly_reports
from bot.storage.tables.reminders import HERE, push_states, reminder_runs, reminders
from bot.storage.tables.sessions import FINISHED, OPEN, session_items, sessions, swapped_lifts
from bot.storage.tables.timers import RUNNING, timers

__all__ = [
    "BY_MESSAGE",
    "COUNTED",
    "DEAD",
    "ENDED",
    "FINISHED",
    "HELD",
    "HERE",
    "OF_NOBODY",
    "ONE",
    "OPEN",
    "RUNNING",
    "SAID",
    "STANDING",
    "TO_DO",
    "UNDER_WAY",
    "WAITING",
    "WORKING",
    "athletes",
    "broadcasts",
    "chats",
    "done_sets",
    "entries",
    "gyms",
    "hurts",
    "imports",
    "inbox",
    "metadata",
    "notes",
    "open_questions",
    "outbox",
    "plans",
    "push_states",
    "reminder_runs",
    "reminders",
    "revisions",
    "screens",
    "sent_pictures",
    "session_items",
    "sessions",
    "settings",
    "swapped_lifts",
    "talks",
    "timers",
    "uploads",
    "weekly_reports",
    "weigh_ins",
]
