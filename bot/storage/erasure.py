"""How is everything about an athlete deleted?

Tables are found by their columns, so that a new one is covered on the day it is made: `athlete_id` says whose a row
is, `chat` in which chat it belongs. A chat that another athlete shares keeps what is said in it.
"""

from sqlalchemy import Connection, bindparam, delete, exists, select, update

from bot.storage import broadcasts
from bot.storage.tables import athletes, chats, inbox, metadata, outbox, settings, timers, uploads, weekly_reports

other = chats.alias("other")
OWN_CHATS = select(chats.c.chat).where(
    chats.c.athlete_id == bindparam("athlete"),
    ~exists().where(other.c.chat == chats.c.chat, other.c.athlete_id != bindparam("athlete")),
)

HELD = tuple(
    select(table.c.athlete_id).where(table.c.athlete_id == bindparam("athlete")).with_for_update()
    for table in (settings, timers, uploads, chats, weekly_reports)
)
HELD_OF_CHAT = select(outbox.c.id).where(outbox.c.chat == bindparam("in_chat")).with_for_update()
"""Rows that whoever works beside the turns holds while something is put for the athlete: a push, a ring, a file, a
message to everybody, a week. They are waited for, so that what they put is seen here, and deleted with the rest."""

OWNED = tuple(
    delete(table).where(table.c.athlete_id == bindparam("athlete"))
    for table in reversed(metadata.sorted_tables)
    if "athlete_id" in table.c
)
SAID = tuple(
    delete(table).where(table.c.chat == bindparam("in_chat"))
    for table in metadata.sorted_tables
    if "chat" in table.c and "athlete_id" not in table.c and table is not inbox
)
ATHLETE = delete(athletes).where(athletes.c.id == bindparam("athlete"))

DEAD_LETTERS = (
    update(inbox)
    .where(inbox.c.chat == bindparam("in_chat"), inbox.c.ended_at.is_not(None))
    .values(chat=None, body=None, fault=None)
)
"""Dead letters become bare numbers, so that Telegram may hand one over again and it is still known. Waiting updates
are left: the first is the one that asks for this, and becomes a bare number when it is done; the others were written
after it, by someone who comes back."""


def forget(connection: Connection, athlete: int) -> None:
    of_athlete = {"athlete": athlete}
    own_chats = connection.execute(OWN_CHATS, of_athlete).scalars().all()
    for held in HELD:
        connection.execute(held, of_athlete).all()
    for chat in own_chats:
        connection.execute(HELD_OF_CHAT, {"in_chat": chat}).all()
    broadcasts.forget(connection, athlete)
    for statement in (*OWNED, ATHLETE):
        connection.execute(statement, of_athlete)
    for chat in own_chats:
        for said in (*SAID, DEAD_LETTERS):
            connection.execute(said, {"in_chat": chat})
