"""Which notes did the lifter leave to which exercise?"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select

from bot.domain.logbook import Note
from bot.storage.keys import new_key
from bot.storage.tables import STANDING, entries, notes
from bot.storage.types import storable

OF = notes.c
OWN = OF.athlete_id == bindparam("athlete")
ROWS = select(OF.id, OF.entry_id, OF.exercise, OF.text, OF.noted_at, OF.day).where(OWN, STANDING)
TO = ROWS.where(OF.exercise.in_(bindparam("exercises", expanding=True))).order_by(OF.id.desc()).limit(bindparam("most"))
ONE_OF = ROWS.where(OF.id == bindparam("note"))
NEWEST = ROWS.order_by(OF.id.desc()).limit(bindparam("most"))
OLDER = NEWEST.where(OF.id < bindparam("before"))
NOTED = ROWS.where(OF.entry_id == bindparam("entry"))
ENTER = insert(entries)
KEEP = insert(notes)


def note(row: Sequence[Any]) -> Note:
    return Note(*row)


class SqlNotes:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep(self, athlete: int, exercise: str, text: str, *, at: datetime, day: date) -> Note:
        entry = new_key(self._connection.execute(ENTER, {"athlete_id": athlete, "kept_at": at}))
        row = {"entry_id": entry, "athlete_id": athlete, "exercise": exercise, "text": text}
        number = new_key(self._connection.execute(KEEP, {**row, "noted_at": at, "day": day}))
        return Note(number, entry, exercise, storable(text), at, day)

    def of(self, athlete: int, exercises: Sequence[str], *, limit: int) -> tuple[Note, ...]:
        asked = {"athlete": athlete, "exercises": list(exercises), "most": limit}
        return tuple(reversed([note(row) for row in self._connection.execute(TO, asked)]))

    def get(self, athlete: int, note_id: int) -> Note | None:
        row = self._connection.execute(ONE_OF, {"athlete": athlete, "note": note_id}).one_or_none()
        return None if row is None else note(row)

    def newest(self, athlete: int, *, before: int | None = None, limit: int) -> tuple[Note, ...]:
        asked = {"athlete": athlete, "most": limit}
        rows = (
            self._connection.execute(NEWEST, asked)
            if before is None
            else self._connection.execute(OLDER, {**asked, "before": before})
        )
        return tuple(map(note, rows))
