"""Which files wait to be read, or for what their lifter says?"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, bindparam, delete, func, insert, null, select, update

from bot.coaching.importing.shapes import Answers, DateOrder
from bot.domain.units import Unit
from bot.services.uploads import Todo, Upload
from bot.storage.keys import new_key
from bot.storage.tables import ONE, TO_DO, athletes, uploads

FIND = select(
    uploads.c.id,
    uploads.c.athlete_id,
    athletes.c.telegram_id,
    uploads.c.chat,
    uploads.c.file_id,
    uploads.c.name,
    uploads.c.unit,
    uploads.c.date_order,
    uploads.c.todo,
    uploads.c.look,
    uploads.c.tries,
).join(athletes, athletes.c.id == uploads.c.athlete_id)
OWN = FIND.where(uploads.c.athlete_id == bindparam("athlete"), uploads.c.id == bindparam("upload"))
NEXT = (
    FIND.where(TO_DO, uploads.c.ready_at <= bindparam("now", type_=uploads.c.ready_at.type))
    .order_by(uploads.c.ready_at)
    .limit(ONE)
    .with_for_update(of=uploads, skip_locked=True)
)
THIS = uploads.c.id == bindparam("upload")
READY = bindparam("ready", type_=uploads.c.ready_at.type)
PUT = insert(uploads)
CLAIM = update(uploads).where(THIS).values(ready_at=READY, tries=uploads.c.tries + 1)
ANSWER = (
    update(uploads)
    .where(THIS)
    .values(
        unit=func.coalesce(bindparam("said_unit", type_=uploads.c.unit.type), uploads.c.unit),
        date_order=func.coalesce(bindparam("said_order", type_=uploads.c.date_order.type), uploads.c.date_order),
        todo=Todo.LOOK,
        look=uploads.c.look + 1,
        ready_at=READY,
        tries=0,
    )
)
BRING = (
    update(uploads)
    .where(THIS, uploads.c.todo.is_(None), uploads.c.look == bindparam("seen"))
    .values(todo=Todo.IMPORT, ready_at=READY, tries=0)
)
AGAIN = update(uploads).where(THIS).values(ready_at=READY)
AS_CLAIMED = and_(
    THIS, uploads.c.todo == bindparam("was", type_=uploads.c.todo.type), uploads.c.look == bindparam("seen")
)
SHOWN = update(uploads).where(AS_CLAIMED).values(todo=null())
DONE = delete(uploads).where(AS_CLAIMED)
DROP = delete(uploads).where(uploads.c.athlete_id == bindparam("athlete"))
DROP_ONE = DROP.where(THIS)
WAITING = select(func.count()).select_from(uploads).where(TO_DO)
RELEASE = update(uploads).where(TO_DO).values(ready_at=READY)
PURGE = delete(uploads).where(uploads.c.sent_at < bindparam("before", type_=uploads.c.sent_at.type))


class SqlUploads:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, athlete: int, chat: int, file_id: str, name: str, now: datetime) -> int:
        self._connection.execute(DROP, {"athlete": athlete})
        sent = {"athlete_id": athlete, "chat": chat, "file_id": file_id, "name": name, "sent_at": now}
        return new_key(self._connection.execute(PUT, {**sent, "todo": Todo.LOOK, "ready_at": now}))

    def find(self, athlete: int, upload: int) -> Upload | None:
        row = self._connection.execute(OWN, {"athlete": athlete, "upload": upload}).one_or_none()
        return None if row is None else _upload(row)

    def answer(self, upload: int, *, unit: Unit | None, order: DateOrder | None, now: datetime) -> None:
        said = {"said_unit": unit, "said_order": order}
        self._connection.execute(ANSWER, {"upload": upload, "ready": now, **said})

    def bring(self, upload: int, look: int, now: datetime) -> bool:
        return self._connection.execute(BRING, {"upload": upload, "seen": look, "ready": now}).rowcount == 1

    def claim(self, now: datetime, until: datetime) -> Upload | None:
        row = self._connection.execute(NEXT, {"now": now}).one_or_none()
        if row is None:
            return None
        self._connection.execute(CLAIM, {"upload": row[0], "ready": until})
        return _upload(row)

    def again(self, upload: int, at: datetime) -> None:
        self._connection.execute(AGAIN, {"upload": upload, "ready": at})

    def shown(self, claimed: Upload) -> bool:
        return self._connection.execute(SHOWN, _as_claimed(claimed)).rowcount == 1

    def done(self, claimed: Upload) -> bool:
        return self._connection.execute(DONE, _as_claimed(claimed)).rowcount == 1

    def drop(self, athlete: int, upload: int | None = None) -> bool:
        if upload is None:
            return self._connection.execute(DROP, {"athlete": athlete}).rowcount > 0
        return self._connection.execute(DROP_ONE, {"athlete": athlete, "upload": upload}).rowcount > 0

    def waiting(self) -> int:
        return self._connection.execute(WAITING).scalar_one()

    def release(self, now: datetime) -> None:
        if self._connection.dialect.name == "sqlite":
            self._connection.execute(RELEASE, {"ready": now})

    def purge(self, before: datetime) -> int:
        return self._connection.execute(PURGE, {"before": before}).rowcount


def _upload(row: Sequence[Any]) -> Upload:
    number, athlete, telegram_id, chat, file_id, name, unit, order, todo, look, tries = row
    return Upload(number, athlete, telegram_id, chat, file_id, name, Answers(unit, order), todo, look, tries)


def _as_claimed(one: Upload) -> dict[str, object]:
    return {"upload": one.id, "was": one.todo, "seen": one.look}
