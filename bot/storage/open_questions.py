"""Which questions wait for the maintainer?"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, func, insert, select

from bot.services.heard import Heard
from bot.services.open_questions import OpenQuestion, Why
from bot.storage.tables import open_questions
from bot.storage.types import storable

MOST_OF_ONE = 50
"""So many one person can have open: a flood of one must not hide what others ask."""

ASKED = open_questions.c
SAME = select(func.count()).where(ASKED.athlete_id == bindparam("athlete"), ASKED.text == bindparam("said"))
HOW_MANY = select(func.count()).where(ASKED.athlete_id == bindparam("athlete"))
KEEP = insert(open_questions)
OPEN = select(ASKED.id, ASKED.chat, ASKED.text, ASKED.why, ASKED.within, ASKED.reading, ASKED.asked_at).order_by(
    ASKED.id
)
CLOSE = delete(open_questions).where(ASKED.id.in_(bindparam("ids", expanding=True)))
PURGE = delete(open_questions).where(ASKED.asked_at < bindparam("before", type_=ASKED.asked_at.type))


class SqlOpenQuestions:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep(self, athlete: int, chat: int, question: Heard, why: Why, now: datetime) -> bool:
        said = storable(question.text.strip())
        if self._connection.execute(SAME, {"athlete": athlete, "said": said}).scalar_one():
            return False
        if self._connection.execute(HOW_MANY, {"athlete": athlete}).scalar_one() >= MOST_OF_ONE:
            return False
        asked = {"athlete_id": athlete, "chat": chat, "text": said, "why": why, "asked_at": now}
        self._connection.execute(KEEP, {**asked, "within": question.within, "reading": question.reading})
        return True

    def open(self) -> Sequence[OpenQuestion]:
        return [OpenQuestion(*row) for row in self._connection.execute(OPEN)]

    def close(self, ids: Sequence[int]) -> int:
        return self._connection.execute(CLOSE, {"ids": list(ids)}).rowcount if ids else 0

    def purge(self, before: datetime) -> int:
        return self._connection.execute(PURGE, {"before": before}).rowcount
