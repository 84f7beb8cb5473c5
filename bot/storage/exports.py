"""Which exports wait to be made? Rows of the outbox that are no calls yet, which the sender leaves alone."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, insert, literal_column, null, or_, select, update

from bot.services.exports import EXPORT, Export, Wanted
from bot.services.messages import Outgoing, Priority
from bot.storage.outbox import SqlOutbox
from bot.storage.tables import ONE, WAITING, outbox

NOW = bindparam("now", type_=outbox.c.ready_at.type)
IS_EXPORT = outbox.c.method == literal_column(f"'{EXPORT}'")
ANSWERS = outbox.c.priority == literal_column(str(Priority.ANSWER.value))
ON_ITS_WAY = (
    select(outbox.c.id)
    .where(
        outbox.c.chat == bindparam("of"),
        ANSWERS,
        WAITING,
        outbox.c.file_name.startswith(bindparam("begins", type_=outbox.c.file_name.type)),
    )
    .limit(ONE)
)
ASK = insert(outbox)
NEXT = (
    select(outbox.c.id, outbox.c.chat, outbox.c.payload, outbox.c.file_name, outbox.c.tries)
    .where(
        WAITING,
        ANSWERS,
        IS_EXPORT,
        outbox.c.ready_at <= NOW,
        or_(outbox.c.leased_until.is_(None), outbox.c.leased_until <= NOW),
    )
    .order_by(outbox.c.id)
    .limit(ONE)
    .with_for_update(skip_locked=True)
)
THIS = outbox.c.id == bindparam("wanted")
CLAIM = (
    update(outbox)
    .where(THIS)
    .values(leased_until=bindparam("lease", type_=outbox.c.leased_until.type), tries=outbox.c.tries + 1)
)
AGAIN = (
    update(outbox).where(THIS).values(ready_at=bindparam("moment", type_=outbox.c.ready_at.type), leased_until=null())
)
MADE = delete(outbox).where(THIS, WAITING, IS_EXPORT)
NOT_MADE_YET = b""


class SqlExports:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def ask(self, telegram_id: int, chat: int, export: Export, now: datetime) -> bool:
        if self._connection.execute(ON_ITS_WAY, {"of": chat, "begins": export}).first() is not None:
            return False
        wanted = {"chat": chat, "method": EXPORT, "payload": {"person": telegram_id}, "file_name": export.value}
        self._connection.execute(
            ASK,
            {**wanted, "priority": Priority.ANSWER.value, "file": NOT_MADE_YET, "put_at": now, "ready_at": now},
        )
        return True

    def claim(self, now: datetime, until: datetime) -> Wanted | None:
        row = self._connection.execute(NEXT, {"now": now}).one_or_none()
        if row is None:
            return None
        number, chat, payload, name, tries = row
        self._connection.execute(CLAIM, {"wanted": number, "lease": until})
        return Wanted(number, payload["person"], chat, Export(name), tries)

    def again(self, wanted: int, at: datetime) -> None:
        self._connection.execute(AGAIN, {"wanted": wanted, "moment": at})

    def made(self, wanted: int, calls: Sequence[Outgoing], now: datetime) -> bool:
        if self._connection.execute(MADE, {"wanted": wanted}).rowcount == 0:
            return False
        SqlOutbox(self._connection).put(calls, now)
        return True
