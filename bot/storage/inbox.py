"""Which updates are accepted, which is handled next, and which never will be?

Chats take turns: an update is given a lap when it is accepted, the present one or the one after its chat's last, and
laps are handled in order. So a claim reads its few rows off an index, however many one chat has waiting.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, exists, func, null, select, update

from bot.services.mail import InboxRow
from bot.storage.conflicts import insert_new
from bot.storage.tables import ENDED, WAITING, inbox, outbox

PRESENT_LAP = select(func.min(inbox.c.lap)).where(WAITING)
LAST_LAPS = (
    select(inbox.c.chat, func.max(inbox.c.lap), func.max(inbox.c.update_id))
    .where(inbox.c.chat.in_(bindparam("of", expanding=True)), WAITING)
    .group_by(inbox.c.chat)
)
LAP_OF_LATER = select(func.min(inbox.c.lap)).where(
    inbox.c.chat == bindparam("of"), inbox.c.update_id > bindparam("number"), WAITING
)
ACCEPT = {dialect: insert.execution_options(preserve_rowcount=True) for dialect, insert in insert_new(inbox).items()}

COLUMNS = (inbox.c.update_id, inbox.c.chat, inbox.c.body, inbox.c.received_at, inbox.c.tries)
IN_TURN = select(*COLUMNS).where(WAITING).order_by(inbox.c.lap, inbox.c.update_id).limit(bindparam("most"))
OF_CHATS = IN_TURN.where(inbox.c.chat.in_(bindparam("of", expanding=True)))

earlier = inbox.alias("earlier")
FRONT = (
    select(inbox.c.update_id).where(WAITING).order_by(inbox.c.lap, inbox.c.update_id).limit(bindparam("window"))
).subquery("front")
HEADS = (
    select(inbox.c.chat)
    .where(
        inbox.c.update_id.in_(select(FRONT.c.update_id)),
        inbox.c.ended_at.is_(None),
        ~exists().where(
            earlier.c.chat == inbox.c.chat, earlier.c.update_id < inbox.c.update_id, earlier.c.ended_at.is_(None)
        ),
    )
    .order_by(inbox.c.lap, inbox.c.update_id)
    .limit(bindparam("most"))
    .with_for_update(of=inbox, skip_locked=True)
)
WINDOW = 8
"""How many times the rows asked for are looked at for heads: other claimers hold some, and some wait behind a head."""

THESE = inbox.c.update_id.in_(bindparam("numbers", expanding=True))
MOMENT = bindparam("moment", type_=inbox.c.ended_at.type)
DONE = update(inbox).where(THESE).values(ended_at=MOMENT, chat=null(), body=null())
SET_ASIDE = (
    update(inbox)
    .where(inbox.c.update_id == bindparam("number"), WAITING)
    .values(ended_at=MOMENT, fault=bindparam("why", type_=inbox.c.fault.type))
)
COUNT_TRY = update(inbox).where(THESE).values(tries=inbox.c.tries + 1)
HOW_MANY = select(func.count()).select_from(inbox).where(WAITING)
LAST = select(func.max(inbox.c.update_id))
PURGE = delete(inbox).where(ENDED, inbox.c.received_at < bindparam("before", type_=inbox.c.received_at.type))
PURGE_OUTBOX = delete(outbox).where(ENDED, outbox.c.ended_at < bindparam("before", type_=outbox.c.ended_at.type))


class SqlInbox:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def accept(self, updates: Sequence[tuple[int, int, bytes]], now: datetime) -> int:
        if not updates:
            return 0
        in_order = sorted(updates)
        rows = [
            {"update_id": number, "chat": chat, "body": body, "received_at": now, "lap": lap}
            for (number, chat, body), lap in zip(in_order, self._laps(in_order), strict=True)
        ]
        return self._connection.execute(ACCEPT[self._connection.dialect.name], rows).rowcount

    def _laps(self, updates: Sequence[tuple[int, int, bytes]]) -> Iterable[int]:
        present = self._connection.execute(PRESENT_LAP).scalar_one() or 0
        chats = {chat for _, chat, _ in updates}
        waiting = {
            chat: (lap, newest) for chat, lap, newest in self._connection.execute(LAST_LAPS, {"of": list(chats)})
        }
        for number, chat, _ in updates:
            last, newest = waiting.get(chat, (present - 1, -1))
            if number < newest:  # it comes late: with the next one of its chat, and before it
                yield self._connection.execute(LAP_OF_LATER, {"of": chat, "number": number}).scalar_one()
                continue
            waiting[chat] = (max(present, last + 1), number)
            yield waiting[chat][0]

    def claim(self, limit: int) -> Sequence[InboxRow]:
        if self._connection.dialect.name == "sqlite":  # one thread, one connection: nobody to be locked out
            return [InboxRow(*row) for row in self._connection.execute(IN_TURN, {"most": limit})]
        heads = self._connection.execute(HEADS, {"most": limit, "window": WINDOW * limit}).scalars().all()
        if not heads:
            return []
        # Whoever holds the head of a chat holds the chat: nobody takes what is behind it.
        return [InboxRow(*row) for row in self._connection.execute(OF_CHATS, {"of": heads, "most": limit})]

    def done(self, updates: Sequence[int], now: datetime) -> None:
        """What is left of a handled update is its number, so that it is known when it is handed over again."""
        if updates:
            self._connection.execute(DONE, {"numbers": list(updates), "moment": now})

    def set_aside(self, update: int, fault: str, now: datetime) -> bool:
        return self._connection.execute(SET_ASIDE, {"number": update, "why": fault, "moment": now}).rowcount > 0

    def count_try(self, updates: Sequence[int]) -> None:
        if updates:
            self._connection.execute(COUNT_TRY, {"numbers": list(updates)})

    def waiting(self) -> int:
        return self._connection.execute(HOW_MANY).scalar_one()

    def last_update(self) -> int | None:
        newest: int | None = self._connection.execute(LAST).scalar_one()
        return newest

    def purge(self, before: datetime) -> int:
        purged = [
            self._connection.execute(statement, {"before": before}).rowcount for statement in (PURGE, PURGE_OUTBOX)
        ]
        return sum(purged)
