"""Which updates were put aside, and which of them is to run again?"""

from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, func, null, select, update

from bot.services.dead_letters import DeadLetter, Replay
from bot.storage.tables import DEAD, WAITING, inbox

COLUMNS = (
    inbox.c.update_id,
    inbox.c.chat,
    inbox.c.received_at,
    inbox.c.ended_at,
    inbox.c.fault,
    inbox.c.body,
)
THIS = inbox.c.update_id == bindparam("number")
LIST = select(*COLUMNS).where(DEAD).order_by(inbox.c.update_id).limit(bindparam("most"))
GET = select(*COLUMNS).where(DEAD, THIS)
PRESENT_LAP = select(func.coalesce(func.min(inbox.c.lap), 0)).where(WAITING).scalar_subquery()
REPLAY = update(inbox).where(THIS, DEAD).values(ended_at=null(), fault=null(), tries=0, lap=bindparam("present_lap"))
"""Its row is locked by it: of two that ask at once the second finds no dead letter any more. The present lap is at most
that of anything its chat has waiting, which came later."""
ENDED_AT = select(inbox.c.ended_at).where(THIS)


class SqlDeadLetters:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def list(self, limit: int) -> Sequence[DeadLetter]:
        return [DeadLetter(*row) for row in self._connection.execute(LIST, {"most": limit})]

    def get(self, update: int) -> DeadLetter | None:
        row = self._connection.execute(GET, {"number": update}).one_or_none()
        return None if row is None else DeadLetter(*row)

    def replay(self, update: int) -> Replay:
        lap = self._connection.execute(select(PRESENT_LAP)).scalar_one()
        if self._connection.execute(REPLAY, {"number": update, "present_lap": lap}).rowcount:
            return Replay.WAITING
        row = self._connection.execute(ENDED_AT, {"number": update}).one_or_none()
        if row is None:
            return Replay.UNKNOWN
        return Replay.WAITS_ALREADY if row.ended_at is None else Replay.HANDLED
