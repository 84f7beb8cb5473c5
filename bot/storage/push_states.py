"""Are a lifter's pushes paused, and which did not come and are not told yet?"""

from datetime import date, datetime

from sqlalchemy import Connection, bindparam, func, select, update

from bot.services.reminders import Missed
from bot.storage.conflicts import insert_new
from bot.storage.tables import push_states, reminder_runs, reminders

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

SERVED_WITH = (
    select(reminder_runs.c.athlete_id, func.max(reminder_runs.c.day))
    .join(reminders, reminders.c.id == reminder_runs.c.reminder_id)
    .where(
        reminders.c.chat == bindparam("of"),
        reminder_runs.c.at == bindparam("moment", type_=reminder_runs.c.at.type),
        reminder_runs.c.skipped.is_(False),
    )
    .group_by(reminder_runs.c.athlete_id)
)
"""A date is claimed at the moment at which its push is put into the outbox; of several the last is the one pushed."""


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


def not_sent(connection: Connection, chat: int, put_at: datetime) -> None:
    """A call that was of no use any more before it could be sent. Where it was a push, it is to be told that it did
    not come; one that was put off came before."""
    for athlete, day in connection.execute(SERVED_WITH, {"of": chat, "moment": put_at}).all():
        SqlPushStates(connection).miss(athlete, Missed(1, day))
