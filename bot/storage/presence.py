"""Does a chat take messages? Kept on the chat, and on its reminders so that what is due never walks past the gone.
Timers of a session end with it: the next set starts new ones."""

from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, update

from bot.storage.tables import chats, reminders, timers

MARK = update(chats).values(gone_at=bindparam("since", type_=chats.c.gone_at.type))
HUSH = update(reminders).values(gone=bindparam("silent"))

MARK_ATHLETE = MARK.where(chats.c.athlete_id == bindparam("athlete"))
HUSH_ATHLETE = HUSH.where(reminders.c.athlete_id == bindparam("athlete"))
MARK_CHAT = MARK.where(chats.c.chat == bindparam("of"))
HUSH_CHAT = HUSH.where(reminders.c.chat == bindparam("of"))
STOP_ATHLETE = delete(timers).where(timers.c.athlete_id == bindparam("athlete"))
STOP_CHAT = delete(timers).where(timers.c.chat == bindparam("of"))


def of_athlete(connection: Connection, athlete: int, gone_since: datetime | None) -> None:
    """All chats of an athlete: gone since then, or here (None)."""
    connection.execute(MARK_ATHLETE, {"athlete": athlete, "since": gone_since})
    connection.execute(HUSH_ATHLETE, {"athlete": athlete, "silent": gone_since is not None})
    if gone_since is not None:
        connection.execute(STOP_ATHLETE, {"athlete": athlete})


def of_chat(connection: Connection, chat: int, gone_since: datetime | None) -> None:
    """One chat, whoever is in it."""
    connection.execute(MARK_CHAT, {"of": chat, "since": gone_since})
    connection.execute(HUSH_CHAT, {"of": chat, "silent": gone_since is not None})
    if gone_since is not None:
        connection.execute(STOP_CHAT, {"of": chat})
