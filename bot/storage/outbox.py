"""Which calls wait to be made, which may go now, and how did they end?

A call that went well is deleted: the chat shows it, and nothing here needs it again. A refused one is kept with its
fault, for the operator, until the purge, without the file it may have brought. An order that is still to be
made (`orders`) is no call: nothing waits for it here.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    and_,
    bindparam,
    delete,
    exists,
    func,
    insert,
    literal_column,
    null,
    or_,
    select,
    update,
)

from bot.services.mail import OutboxRow, Sent
from bot.services.messages import DELETE, Outgoing, Priority
from bot.services.orders import Lane, Order
from bot.storage import presence, push_states
from bot.storage.asking import ask
from bot.storage.conflicts import insert_or_replace
from bot.storage.sent_pictures import SqlSentPictures
from bot.storage.tables import ONE, WAITING, outbox, screens

PUT = insert(outbox)

NOW = bindparam("now", type_=outbox.c.ready_at.type)
LANES: list[ColumnElement[str]] = [literal_column(f"'{lane}'") for lane in Lane]
TO_BE_MADE: ColumnElement[bool] = outbox.c.method.in_(LANES)
ahead = outbox.alias("ahead")
AHEAD = and_(ahead.c.ended_at.is_(None), ahead.c.best_effort.is_(False), ahead.c.method.not_in(LANES))
TAKEN = select(ahead.c.chat).where(AHEAD, ahead.c.leased_until > NOW)
OF_ITS_CHAT = exists().where(AHEAD, ahead.c.chat == outbox.c.chat, ahead.c.ready_at > NOW)
FIRST: ColumnElement[int] = literal_column(str(Priority.ANSWER.value))
BLOCKED = or_(
    outbox.c.chat.in_(TAKEN.where(ahead.c.priority == FIRST)),
    and_(outbox.c.priority > FIRST, outbox.c.chat.in_(TAKEN)),
    OF_ITS_CHAT.where(ahead.c.priority == outbox.c.priority, ahead.c.id < outbox.c.id),
    OF_ITS_CHAT.where(ahead.c.priority < outbox.c.priority),
)
"""Within a chat calls go one after another: those that are ready are leased together, for the lessee to keep in order;
nobody gets more of the chat before all of these ended, save that an answer waits for no reminder: a lessee may hold
that back for long. Only best-effort ones (answers to taps) neither wait nor are waited for. What is taken is listed
once, and no row looks further than to those before it: a chat may have thousands."""
NEXT = (
    select(
        outbox.c.id,
        outbox.c.chat,
        outbox.c.method,
        outbox.c.payload,
        outbox.c.priority,
        outbox.c.screen,
        outbox.c.edits_screen,
        outbox.c.best_effort,
        outbox.c.file_name,
        outbox.c.file,
        outbox.c.tries,
        outbox.c.until,
        outbox.c.picture,
        screens.c.message_id,
    )
    .outerjoin(screens, and_(screens.c.chat == outbox.c.chat, screens.c.name == outbox.c.screen))
    .where(
        outbox.c.ended_at.is_(None),
        outbox.c.method.not_in(LANES),
        outbox.c.ready_at <= NOW,
        or_(outbox.c.leased_until.is_(None), outbox.c.leased_until <= NOW),
        or_(outbox.c.best_effort, ~BLOCKED),
    )
    .order_by(outbox.c.priority, outbox.c.id)
    .limit(bindparam("most"))
)
NEXT_ANSWERS = NEXT.where(outbox.c.priority == literal_column(str(Priority.ANSWER.value)))
NEXT_BULK = NEXT.where(outbox.c.priority == literal_column(str(Priority.BULK.value)))
THESE = outbox.c.id.in_(bindparam("numbers", expanding=True))
LEASE = (
    update(outbox)
    .where(THESE)
    .values(leased_until=bindparam("lease_end", type_=outbox.c.leased_until.type), tries=outbox.c.tries + 1)
)
ONE_AT_A_TIME = select(func.pg_advisory_xact_lock(0x0B0C))

WENT = (
    delete(outbox)
    .where(THESE)
    .returning(outbox.c.id, outbox.c.chat, outbox.c.screen, outbox.c.method, outbox.c.put_at, outbox.c.until)
)
ID_IN = select(outbox.c.payload).where(THESE)
THIS = outbox.c.id == bindparam("number")
MOMENT = bindparam("moment", type_=outbox.c.ready_at.type)
AGAIN = update(outbox).where(THIS).values(ready_at=MOMENT, leased_until=null())
UNMADE = AGAIN.values(tries=outbox.c.tries - 1)
REFUSED = (
    update(outbox)
    .where(THIS, outbox.c.best_effort.is_(False))
    .values(
        ended_at=MOMENT,
        leased_until=null(),
        fault=bindparam("why", type_=outbox.c.fault.type),
        file_name=null(),
        file=null(),
    )
)
DROP_CHAT = delete(outbox).where(outbox.c.chat == bindparam("of"), WAITING)
HOW_MANY = select(func.count()).select_from(outbox).where(WAITING)
HOW_MANY_BULK = HOW_MANY.where(outbox.c.priority == literal_column(str(Priority.BULK.value)))
RELEASE = update(outbox).where(WAITING, outbox.c.leased_until.is_not(None)).values(leased_until=null())

UNDER = and_(outbox.c.chat == bindparam("of"), outbox.c.screen == bindparam("name"), outbox.c.ended_at.is_(None))
WITHDRAW = delete(outbox).where(UNDER, outbox.c.leased_until.is_(None))
ON_ITS_WAY = select(outbox.c.id).where(UNDER).limit(ONE)
FORGET = delete(screens).where(
    screens.c.chat == bindparam("of"),
    screens.c.name == bindparam("name"),
    screens.c.message_id == bindparam("message"),
)
SCREEN = select(screens.c.message_id).where(screens.c.chat == bindparam("of"), screens.c.name == bindparam("name"))
REMEMBER = insert_or_replace(screens)


class SqlOutbox:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, outgoing: Sequence[Outgoing], now: datetime) -> None:
        if outgoing:
            self._connection.execute(PUT, [_columns_of(call, now) for call in outgoing])

    def exchange(
        self, ended: Sequence[Sent], *, limit: int, now: datetime, until: datetime, bulk: int | None = None
    ) -> Sequence[OutboxRow]:
        if self._connection.dialect.name == "postgresql":
            self._connection.execute(ONE_AT_A_TIME)
        self._note(ended, now)
        rows = self._next(now, limit, bulk)
        if rows:
            self._connection.execute(LEASE, {"numbers": [row[0] for row in rows], "lease_end": until})
        return [_leased(row) for row in rows]

    def _next(self, now: datetime, limit: int, bulk: int | None) -> Sequence[Sequence[Any]]:
        if bulk is None:
            return self._connection.execute(NEXT, {"now": now, "most": limit}).all()
        answers = self._connection.execute(NEXT_ANSWERS, {"now": now, "most": limit}).all()
        room = min(bulk, limit - len(answers))
        return [*answers, *self._connection.execute(NEXT_BULK, {"now": now, "most": room})] if room > 0 else answers

    def _note(self, ended: Sequence[Sent], now: datetime) -> None:
        self._went([sent for sent in ended if sent.is_over], now)
        for sent in ended:
            if sent.gone:
                self._gone(sent.id, now)
            elif sent.instead is not None:
                self._made_anew(sent.id, sent.instead, now)
            elif sent.picture is not None:
                SqlSentPictures(self._connection).note(sent.picture, now)
            elif sent.fault is not None:
                self._refused(sent, now)
            elif sent.again_at is not None:
                self._connection.execute(AGAIN if sent.tried else UNMADE, {"number": sent.id, "moment": sent.again_at})

    def _went(self, sent: Sequence[Sent], now: datetime) -> None:
        if not sent:
            return
        made = {one.id: one.message_id for one in sent}
        newest: dict[tuple[int, str], int] = {}
        deleted: list[dict[str, object]] = []
        for number, chat, screen, method, put_at, until in self._connection.execute(
            WENT, {"numbers": list(made)}
        ).all():
            message = made[number]
            if message is None and until is not None and until < now:
                push_states.not_sent(self._connection, chat, put_at)
            if screen is None or message is None:
                continue
            if method == DELETE:
                deleted.append({"of": chat, "name": screen, "message": message})
            else:
                newest[chat, screen] = max(message, newest.get((chat, screen), 0))
        if newest:
            screens_made = [{"chat": chat, "name": name, "message_id": made} for (chat, name), made in newest.items()]
            self._connection.execute(REMEMBER[self._connection.dialect.name], screens_made)
        if deleted:
            self._connection.execute(FORGET, deleted)

    def _gone(self, number: int, now: datetime) -> None:
        found = self._connection.execute(WENT, {"numbers": [number]}).one_or_none()
        if found is not None:
            presence.chat_gone(self._connection, found.chat, now)
            self._connection.execute(DROP_CHAT, {"of": found.chat})

    def _made_anew(self, number: int, order: Order, now: datetime) -> None:
        """Telegram has not the picture that the call named."""
        unknown = self._connection.execute(ID_IN, {"numbers": [number]}).scalar_one_or_none()
        if unknown is not None and self._connection.execute(WENT, {"numbers": [number]}).first() is not None:
            SqlSentPictures(self._connection).forget(unknown["photo"])
            ask(self._connection, order, now)

    def _refused(self, sent: Sent, now: datetime) -> None:
        kept = self._connection.execute(REFUSED, {"number": sent.id, "why": sent.fault, "moment": now})
        if kept.rowcount == 0:
            self._connection.execute(WENT, {"numbers": [sent.id]})

    def waiting(self) -> int:
        return self._connection.execute(HOW_MANY).scalar_one()

    def waiting_bulk(self) -> int:
        return self._connection.execute(HOW_MANY_BULK).scalar_one()

    def withdraw(self, chat: int, screen: str) -> bool:
        under = {"of": chat, "name": screen}
        self._connection.execute(WITHDRAW, under)
        on_its_way = self._connection.execute(ON_ITS_WAY, under).first() is not None
        return on_its_way or self.screen(chat, screen) is not None

    def screen(self, chat: int, name: str) -> int | None:
        message: int | None = self._connection.execute(SCREEN, {"of": chat, "name": name}).scalar()
        return message

    def release(self) -> None:
        """On PostgreSQL other processes may hold leases, so there they run out by themselves."""
        if self._connection.dialect.name == "sqlite":
            self._connection.execute(RELEASE)


def _columns_of(call: Outgoing, now: datetime) -> dict[str, object]:
    name, content = call.file or (None, None)
    return {
        "chat": call.chat,
        "method": call.method,
        "payload": call.payload,
        "priority": call.priority.value,
        "screen": call.screen,
        "edits_screen": call.edits_screen,
        "best_effort": call.best_effort,
        "file_name": name,
        "file": content,
        "until": call.until,
        "picture": call.picture,
        "put_at": now,
        "ready_at": now,
    }


def _leased(row: Sequence[Any]) -> OutboxRow:
    number, chat, method, payload, priority, screen, edits_screen, best_effort, name, content, tries, *more = row
    until, picture, message = more
    file = None if name is None else (name, content)
    call = Outgoing(chat, method, payload, Priority(priority), screen, edits_screen, best_effort, file, until, picture)
    return OutboxRow(number, call, tries, message)
