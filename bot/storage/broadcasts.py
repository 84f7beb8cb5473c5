"""Which message to everybody goes out, to whom next, and how far is it?

The outbox holds a few of its calls at a time; each is remembered in its chat under the broadcast's name once Telegram
took it, so how many did is counted and not guessed.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, bindparam, delete, func, insert, select, update

from bot.services.broadcasts import Broadcast, Progress, State, progress_screen, screen_of
from bot.storage.keys import new_key
from bot.storage.tables import UNDER_WAY, WAITING, athletes, broadcasts, chats, outbox, screens

B = broadcasts.c
COLUMNS = (
    B.id,
    B.athlete_id,
    B.chat,
    B.text,
    B.state,
    B.written_at,
    B.confirmed_at,
    B.total,
    B.put,
    B.last_chat,
)
THIS = B.id == bindparam("broadcast")
DRAFT = insert(broadcasts).values(state=State.DRAFT)
DROP_DRAFTS = delete(broadcasts).where(B.athlete_id == bindparam("athlete"), B.state == State.DRAFT)
GET = select(*COLUMNS).where(THIS, B.athlete_id == bindparam("athlete"))
CONFIRM = (
    update(broadcasts)
    .where(THIS, B.state == State.DRAFT)
    .values(
        state=State.SENDING,
        confirmed_at=bindparam("now", type_=B.confirmed_at.type),
        total=bindparam("people"),
    )
)
DROP = delete(broadcasts).where(THIS, B.state == State.DRAFT)
STOP = update(broadcasts).where(THIS, B.state == State.SENDING).values(state=State.STOPPING)
OLDEST = select(*COLUMNS).where(UNDER_WAY).order_by(B.id).limit(1).with_for_update(of=broadcasts, skip_locked=True)
ADVANCE = update(broadcasts).where(THIS).values(last_chat=bindparam("newest_chat"), put=B.put + bindparam("more"))
END = update(broadcasts).where(THIS).values(state=bindparam("ended", type_=B.state.type))
PURGE = (
    delete(broadcasts)
    .where(B.state.not_in([State.SENDING, State.STOPPING]), B.written_at < bindparam("before", type_=B.written_at.type))
    .returning(B.id, B.chat)
)

EVERYBODY = chats.join(athletes, and_(athletes.c.id == chats.c.athlete_id, athletes.c.telegram_id == chats.c.chat))
GETS_IT = (
    chats.c.chat > bindparam("after"),
    chats.c.gone_at.is_(None),
    chats.c.athlete_id != bindparam("writer"),
    athletes.c.met_at <= bindparam("until", type_=athletes.c.met_at.type),
)
AUDIENCE = select(func.count()).select_from(EVERYBODY).where(*GETS_IT)
NEXT = (
    select(chats.c.chat)
    .select_from(EVERYBODY)
    .where(*GETS_IT)
    .order_by(chats.c.chat)
    .limit(bindparam("most"))
    .with_for_update(of=chats, read=True, key_share=True)
)
"""Held until it is in the outbox: whoever deletes everything of a chat meanwhile waits, and deletes that too."""

NAME = bindparam("name", type_=screens.c.name.type)
REACHED = select(func.count()).select_from(screens).where(screens.c.name == NAME)
FORGET = delete(screens).where(screens.c.name == NAME)
FORGET_IN_CHAT = FORGET.where(screens.c.chat == bindparam("in_chat"))
OF_OUTBOX = select(
    func.count().filter(outbox.c.ended_at.is_(None)), func.count().filter(outbox.c.ended_at.is_not(None))
).where(outbox.c.screen == NAME)
OF_AUTHOR = select(B.id).where(B.athlete_id == bindparam("athlete"))
WORDS_OF_IT = delete(outbox).where(outbox.c.screen == NAME)
TAKE_BACK = delete(outbox).where(WAITING, outbox.c.screen == NAME, outbox.c.leased_until.is_(None))


class SqlBroadcasts:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def draft(self, athlete: int, chat: int, text: str, now: datetime) -> int:
        self._connection.execute(DROP_DRAFTS, {"athlete": athlete})
        written = {"athlete_id": athlete, "chat": chat, "text": text, "written_at": now}
        return new_key(self._connection.execute(DRAFT, written))

    def get(self, athlete: int, broadcast: int) -> Broadcast | None:
        row = self._connection.execute(GET, {"broadcast": broadcast, "athlete": athlete}).one_or_none()
        return None if row is None else _broadcast(row)

    def audience(self, athlete: int, until: datetime) -> int:
        return self._connection.execute(AUDIENCE, {"after": 0, "writer": athlete, "until": until}).scalar_one()

    def confirm(self, broadcast: int, total: int, now: datetime) -> bool:
        given = {"broadcast": broadcast, "people": total, "now": now}
        return self._connection.execute(CONFIRM, given).rowcount > 0

    def drop(self, broadcast: int) -> bool:
        return self._connection.execute(DROP, {"broadcast": broadcast}).rowcount > 0

    def stop(self, broadcast: int) -> bool:
        if self._connection.execute(STOP, {"broadcast": broadcast}).rowcount == 0:
            return False
        self._connection.execute(TAKE_BACK, {"name": screen_of(broadcast)})
        return True

    def under_way(self) -> Broadcast | None:
        row = self._connection.execute(OLDEST).one_or_none()
        return None if row is None else _broadcast(row)

    def next_chats(self, broadcast: Broadcast, limit: int) -> Sequence[int]:
        given = {"after": broadcast.last_chat, "writer": broadcast.athlete, "until": broadcast.confirmed_at}
        return self._connection.execute(NEXT, {**given, "most": limit}).scalars().all()

    def advance(self, broadcast: int, *, last_chat: int, count: int) -> None:
        self._connection.execute(ADVANCE, {"broadcast": broadcast, "newest_chat": last_chat, "more": count})

    def progress(self, broadcast: int) -> Progress:
        name = {"name": screen_of(broadcast)}
        waiting, refused = self._connection.execute(OF_OUTBOX, name).one()
        return Progress(self._connection.execute(REACHED, name).scalar_one(), refused, waiting)

    def end(self, broadcast: int, state: State) -> None:
        self._connection.execute(END, {"broadcast": broadcast, "ended": state})
        self._connection.execute(FORGET, {"name": screen_of(broadcast)})

    def purge(self, before: datetime) -> int:
        purged = self._connection.execute(PURGE, {"before": before}).all()
        for number, chat in purged:
            self._connection.execute(FORGET_IN_CHAT, {"in_chat": chat, "name": progress_screen(number)})
        return len(purged)


def forget(connection: Connection, athlete: int) -> None:
    """What an author wrote is on its way to others, or refused there: it goes with them."""
    for number in connection.execute(OF_AUTHOR, {"athlete": athlete}).scalars().all():
        for statement in (WORDS_OF_IT, FORGET):
            connection.execute(statement, {"name": screen_of(number)})


def _broadcast(row: Sequence[Any]) -> Broadcast:
    return Broadcast(*row)
