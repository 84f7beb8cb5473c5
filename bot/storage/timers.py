"""Which timers run, which are due, and which rang?"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, bindparam, delete, null, select, update

from bot.domain.athlete import Athlete
from bot.services.timers import Timer, TimerKind
from bot.storage.athletes import ABOUT
from bot.storage.conflicts import insert_or_replace
from bot.storage.tables import ONE, RUNNING, athletes, settings, timers

TIMER = (
    timers.c.athlete_id,
    timers.c.kind,
    timers.c.chat,
    timers.c.session_id,
    timers.c.since,
    timers.c.due,
)
PUT = insert_or_replace(timers)
OF = select(*TIMER).where(timers.c.athlete_id == bindparam("athlete"))
THIS = and_(timers.c.athlete_id == bindparam("athlete"), timers.c.kind == bindparam("which", type_=timers.c.kind.type))
STOP = delete(timers).where(THIS)
RANG = update(timers).where(THIS).values(due=null())
NEXT_DUE = select(timers.c.due).where(RUNNING).order_by(timers.c.due).limit(ONE)
DUE = (
    select(
        *TIMER,
        *ABOUT,
    )
    .join(athletes, athletes.c.id == timers.c.athlete_id)
    .join(settings, settings.c.athlete_id == timers.c.athlete_id)
    .where(RUNNING, timers.c.due <= bindparam("now", type_=timers.c.due.type))
    .order_by(timers.c.due, timers.c.athlete_id, timers.c.kind)
    .limit(bindparam("most"))
    .with_for_update(of=timers, skip_locked=True)
)


class SqlTimers:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.earliest: datetime | None = None

    def put(self, timers: Sequence[Timer]) -> None:
        self._connection.execute(PUT[self._connection.dialect.name], [_columns_of(one) for one in timers])
        put = [one.due for one in timers if one.due is not None]
        self.earliest = min(put if self.earliest is None else [self.earliest, *put])

    def of(self, athlete: int) -> Sequence[Timer]:
        return [Timer(*row) for row in self._connection.execute(OF, {"athlete": athlete})]

    def stop(self, athlete: int, kind: TimerKind) -> None:
        self._connection.execute(STOP, {"athlete": athlete, "which": kind})

    def next_due(self) -> datetime | None:
        found: datetime | None = self._connection.execute(NEXT_DUE).scalar_one_or_none()
        return found

    def due(self, now: datetime, limit: int) -> Sequence[tuple[Timer, Athlete]]:
        return [_with_athlete(row) for row in self._connection.execute(DUE, {"now": now, "most": limit})]

    def rang(self, athlete: int, kind: TimerKind) -> None:
        self._connection.execute(RANG, {"athlete": athlete, "which": kind})


def _columns_of(one: Timer) -> dict[str, object]:
    return {
        "athlete_id": one.athlete,
        "kind": one.kind,
        "chat": one.chat,
        "session_id": one.session,
        "since": one.since,
        "due": one.due,
    }


def _with_athlete(row: Sequence[Any]) -> tuple[Timer, Athlete]:
    return Timer(*row[: len(TIMER)]), Athlete(*row[len(TIMER) :])
