"""Which orders wait to be made? Rows of the outbox that are no calls yet, which the sender leaves alone."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, null, or_, select, update

from bot.services.messages import Outgoing, Priority
from bot.services.orders import Lane, Order, Wanted
from bot.storage import asking
from bot.storage.outbox import TO_BE_MADE, SqlOutbox
from bot.storage.tables import ONE, WAITING, outbox

NOW = bindparam("now", type_=outbox.c.ready_at.type)
NEXT = (
    select(
        outbox.c.id,
        outbox.c.chat,
        outbox.c.method,
        outbox.c.payload,
        outbox.c.file_name,
        outbox.c.priority,
        outbox.c.until,
        outbox.c.tries,
        outbox.c.put_at,
    )
    .where(
        WAITING,
        outbox.c.method.in_(bindparam("lanes", expanding=True)),
        outbox.c.ready_at <= NOW,
        or_(outbox.c.leased_until.is_(None), outbox.c.leased_until <= NOW),
    )
    .order_by(outbox.c.priority, outbox.c.id)
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
MADE = delete(outbox).where(THIS, WAITING, TO_BE_MADE)


class SqlOrders:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def ask(self, order: Order, now: datetime) -> bool:
        return asking.ask(self._connection, order, now)

    def claim(self, lanes: Collection[Lane], now: datetime, until: datetime) -> Wanted | None:
        row = self._connection.execute(NEXT, {"now": now, "lanes": [lane.value for lane in lanes]}).one_or_none()
        if row is None:
            return None
        number, chat, lane, payload, name, priority, useful, tries, asked_at = row
        self._connection.execute(CLAIM, {"wanted": number, "lease": until})
        about = payload.get("about", {})
        order = Order(payload["person"], chat, Lane(lane), name, about, Priority(priority), useful)
        return Wanted(number, order, tries, asked_at)

    def again(self, wanted: int, at: datetime) -> None:
        self._connection.execute(AGAIN, {"wanted": wanted, "moment": at})

    def made(self, wanted: int, calls: Sequence[Outgoing], now: datetime) -> bool:
        if self._connection.execute(MADE, {"wanted": wanted}).rowcount == 0:
            return False
        SqlOutbox(self._connection).put(calls, now)
        return True
