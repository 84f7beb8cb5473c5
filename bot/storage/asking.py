"""How is an order put down? A row of the outbox that is no call yet."""

from datetime import datetime

from sqlalchemy import Connection, bindparam, insert, select

from bot.services.orders import Order
from bot.storage.tables import ONE, WAITING, outbox
from bot.storage.types import EPOCH

ON_ITS_WAY = (
    select(outbox.c.id)
    .where(
        outbox.c.chat == bindparam("of"),
        outbox.c.priority == bindparam("as_soon"),
        WAITING,
        outbox.c.file_name.startswith(bindparam("begins", type_=outbox.c.file_name.type)),
    )
    .limit(ONE)
)
ASK = insert(outbox)
NOT_MADE_YET = b""
"""And ready at once, whatever Telegram's clock says: an order has the moment of its message."""


def ask(connection: Connection, order: Order, now: datetime) -> bool:
    """False where an answer of that name is still on its way to the chat: it is one with that."""
    asked = {"of": order.chat, "as_soon": order.priority.value, "begins": order.name}
    if connection.execute(ON_ITS_WAY, asked).first() is not None:
        return False
    payload = {"person": order.telegram_id, "about": dict(order.about)}
    row: dict[str, object] = {"chat": order.chat, "method": order.lane.value, "payload": payload}
    row |= {"priority": order.priority.value}
    row |= {"file_name": order.name, "file": NOT_MADE_YET, "until": order.until, "put_at": now, "ready_at": EPOCH}
    connection.execute(ASK, row)
    return True
