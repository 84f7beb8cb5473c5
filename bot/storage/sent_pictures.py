"""Which pictures has Telegram already, and under which id?"""

from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, select

from bot.services.sent_pictures import SentPicture
from bot.storage.conflicts import insert_or_replace
from bot.storage.tables import sent_pictures

FIND = select(sent_pictures.c.file_id).where(
    sent_pictures.c.bot == bindparam("of"), sent_pictures.c.name == bindparam("seen")
)
NOTE = insert_or_replace(sent_pictures)
FORGET = delete(sent_pictures).where(sent_pictures.c.file_id == bindparam("unknown"))
PURGE = delete(sent_pictures).where(sent_pictures.c.noted_at < bindparam("before", type_=sent_pictures.c.noted_at.type))


class SqlSentPictures:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def find(self, bot: int, name: str) -> str | None:
        found: str | None = self._connection.execute(FIND, {"of": bot, "seen": name}).scalar()
        return found

    def note(self, sent: SentPicture, now: datetime) -> None:
        row = {"bot": sent.bot, "name": sent.name, "file_id": sent.file_id, "noted_at": now}
        self._connection.execute(NOTE[self._connection.dialect.name], row)

    def forget(self, file_id: str) -> None:
        self._connection.execute(FORGET, {"unknown": file_id})

    def purge(self, before: datetime) -> int:
        return self._connection.execute(PURGE, {"before": before}).rowcount
