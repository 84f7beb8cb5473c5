"""What did the lifter weigh, and when?"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select

from bot.domain.logbook import WeighIn
from bot.domain.units import Load
from bot.storage.keys import new_key
from bot.storage.tables import STANDING, entries, weigh_ins

OF = weigh_ins.c
OWN = OF.athlete_id == bindparam("athlete")
ROWS = select(OF.id, OF.entry_id, OF.weight, OF.weight_unit, OF.weighed_at, OF.day).where(OWN, STANDING)
ALL = ROWS.order_by(OF.day, OF.id)
NEWEST = ROWS.order_by(OF.day.desc(), OF.id.desc()).limit(bindparam("most"))
PLACE = select(OF.day).where(OWN, OF.id == bindparam("before")).scalar_subquery()
OLDER = NEWEST.where((OF.day < PLACE) | ((OF.day == PLACE) & (OF.id < bindparam("before"))))
WEIGHED = ROWS.where(OF.entry_id == bindparam("entry"))
ENTER = insert(entries)
KEEP = insert(weigh_ins)


def weigh_in(row: Sequence[Any]) -> WeighIn:
    number, entry, weight, unit, weighed_at, day = row
    return WeighIn(number, entry, Load(weight, unit), weighed_at, day)


class SqlWeighIns:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep(self, athlete: int, weight: Load, *, at: datetime, day: date, replaces: int | None = None) -> WeighIn:
        entering = {"athlete_id": athlete, "kept_at": at, "replaces": replaces}
        entry = new_key(self._connection.execute(ENTER, entering))
        row = {"entry_id": entry, "athlete_id": athlete, "weight": weight.amount, "weight_unit": weight.unit}
        number = new_key(self._connection.execute(KEEP, {**row, "weighed_at": at, "day": day}))
        return WeighIn(number, entry, weight, at, day)

    def all(self, athlete: int) -> tuple[WeighIn, ...]:
        return tuple(map(weigh_in, self._connection.execute(ALL, {"athlete": athlete})))

    def newest(self, athlete: int, *, before: int | None = None, limit: int = 1) -> tuple[WeighIn, ...]:
        asked = {"athlete": athlete, "most": limit}
        rows = (
            self._connection.execute(NEWEST, asked)
            if before is None
            else self._connection.execute(OLDER, {**asked, "before": before})
        )
        return tuple(map(weigh_in, rows))
