"""Does a chat take messages? Kept on the chat, and on its reminders and weeks so that what is due never walks past the
gone.
Timers of a session end with it: the next set starts new ones."""

from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, update

from bot.storage.tables import chats, reminders, timers, weekly_reports

MARK = update(chats).values(gone_at=bindparam("since", type_=chats.c.gone_at.type))
HUSH = update(reminders).values(gone=True)
RESUME = (
    update(reminders)
    .where(reminders.c.athlete_id == bindparam("athlete"), reminders.c.gone)
    .values(gone=False, since=bindparam("back", type_=reminders.c.since.type))
)
"""What was due while they were gone was not missed."""

WEEKS = update(weekly_reports).values(gone=bindparam("away"))
WEEKS_OF_ATHLETE = WEEKS.where(weekly_reports.c.athlete_id == bindparam("athlete"))
WEEKS_OF_CHAT = WEEKS.where(weekly_reports.c.chat == bindparam("of"))

MARK_ATHLETE = MARK.where(chats.c.athlete_id == bindparam("athlete"))
HUSH_ATHLETE = HUSH.where(reminders.c.athlete_id == bindparam("athlete"))
MARK_CHAT = MARK.where(chats.c.chat == bindparam("of"))
HUSH_CHAT = HUSH.where(reminders.c.chat == bindparam("of"))
STOP_ATHLETE = delete(timers).where(timers.c.athlete_id == bindparam("athlete"))
STOP_CHAT = delete(timers).where(timers.c.chat == bindparam("of"))


def of_athlete(connection: Connection, athlete: int, *, here: bool, now: datetime) -> None:
    """All chats of an athlete, gone or back from now on."""
    connection.execute(MARK_ATHLETE, {"athlete": athlete, "since": None if here else now})
    connection.execute(WEEKS_OF_ATHLETE, {"athlete": athlete, "away": not here})
    if here:
        connection.execute(RESUME, {"athlete": athlete, "back": now})
        return
    connection.execute(HUSH_ATHLETE, {"athlete": athlete})
    connection.execute(STOP_ATHLETE, {"athlete": athlete})


def chat_gone(connection: Connection, chat: int, now: datetime) -> None:
    """One chat, whoever is in it."""
    connection.execute(MARK_CHAT, {"of": chat, "since": now})
    connection.execute(HUSH_CHAT, {"of": chat})
    connection.execute(WEEKS_OF_CHAT, {"of": chat, "away": True})
    connection.execute(STOP_CHAT, {"of": chat})
