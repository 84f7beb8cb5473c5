"""Are a lifter's pushes paused, and which did not come and are not told yet?"""

from datetime import date

from sqlalchemy import Connection, bindparam, select, update

from bot.services.reminders import Missed
from bot.storage.conflicts import insert_new
from bot.storage.tables import push_states

MOST = 32_767
"""What fits the column."""
OWN = push_states.c.athlete_id == bindparam("athlete")
BEGIN = insert_new(push_states)
PAUSED = select(push_states.c.paused_until).where(OWN)
PAUSE = update(push_states).where(OWN).values(paused_until=bindparam("until", type_=push_states.c.paused_until.type))
UNTOLD = select(push_states.c.missed, push_states.c.missed_from).where(OWN).with_for_update()
NOTE = (
    update(push_states)
    .where(OWN)
    .values(missed=bindparam("count"), missed_from=bindparam("first", type_=push_states.c.missed_from.type))
)


class SqlPushStates:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def paused_until(self, athlete: int) -> date | None:
        until: date | None = self._connection.execute(PAUSED, {"athlete": athlete}).scalar_one_or_none()
        return until

    def pause(self, athlete: int, until: date | None) -> None:
        self._begin(athlete)
        self._connection.execute(PAUSE, {"athlete": athlete, "until": until})

    def miss(self, athlete: int, missed: Missed) -> None:
        self._begin(athlete)
        before = self._untold(athlete)
        if before is not None:
            missed = Missed(min(before.count + missed.count, MOST), min(before.first, missed.first))
        self._note(athlete, missed.count, missed.first)

    def tell(self, athlete: int) -> Missed | None:
        untold = self._untold(athlete)
        if untold is not None:
            self._note(athlete, 0, None)
        return untold

    def _begin(self, athlete: int) -> None:
        self._connection.execute(BEGIN[self._connection.dialect.name], {"athlete_id": athlete})

    def _untold(self, athlete: int) -> Missed | None:
        row = self._connection.execute(UNTOLD, {"athlete": athlete}).one_or_none()
        return Missed(*row) if row is not None and row[0] else None

    def _note(self, athlete: int, count: int, first: date | None) -> None:
        self._connection.execute(NOTE, {"athlete": athlete, "count": count, "first": first})
