"""Which reminders are due, and which local dates were served?"""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from bot.domain.athlete import Athlete
from bot.services.ports import Reminder
from bot.storage.conflicts import insert_new
from bot.storage.tables import HERE, athletes, reminder_runs, reminders, settings

REMINDER = (
    reminders.c.id,
    reminders.c.athlete_id,
    reminders.c.chat,
    reminders.c.at,
    reminders.c.due,
    reminders.c.set_at,
)

OF = select(*REMINDER).where(reminders.c.athlete_id == bindparam("athlete"))
CHANGE = (
    update(reminders)
    .where(reminders.c.athlete_id == bindparam("athlete"))
    .values(
        chat=bindparam("to_chat"),
        at=bindparam("new_at", type_=reminders.c.at.type),
        due=bindparam("new_due", type_=reminders.c.due.type),
        set_at=bindparam("chosen", type_=reminders.c.set_at.type),
        gone=False,
    )
)
ADD = insert(reminders)
OFF = delete(reminders).where(reminders.c.athlete_id == bindparam("athlete"))
DUE = (
    select(
        *REMINDER,
        athletes.c.telegram_id,
        athletes.c.name,
        settings.c.unit,
        settings.c.unit_chosen,
        settings.c.zone,
        settings.c.zone_chosen,
    )
    .join(athletes, athletes.c.id == reminders.c.athlete_id)
    .join(settings, settings.c.athlete_id == reminders.c.athlete_id)
    .where(HERE, reminders.c.due <= bindparam("now", type_=reminders.c.due.type))
    .order_by(reminders.c.due, reminders.c.id)
    .limit(bindparam("most"))
    .with_for_update(of=reminders, skip_locked=True)
)
RUN = select(
    reminders.c.athlete_id,
    bindparam("day", type_=reminder_runs.c.day.type),
    bindparam("now", type_=reminder_runs.c.at.type),
).where(reminders.c.id == bindparam("reminder"))
SERVE = {
    dialect: insert.from_select(["athlete_id", "day", "at"], RUN).returning(reminder_runs.c.athlete_id)
    for dialect, insert in insert_new(reminder_runs).items()
}
NEXT = (
    update(reminders)
    .where(reminders.c.id == bindparam("reminder"))
    .values(due=bindparam("next", type_=reminders.c.due.type))
)
REMEMBERED = timedelta(days=7)
"""A served date can come again only by a change of zone, which is a day at most."""
FORGET_RUNS = delete(reminder_runs).where(
    reminder_runs.c.athlete_id == bindparam("athlete"),
    reminder_runs.c.day < bindparam("oldest", type_=reminder_runs.c.day.type),
)


SERVE_AGAIN = delete(reminder_runs).where(
    reminder_runs.c.athlete_id == bindparam("athlete"),
    reminder_runs.c.day >= bindparam("from_day", type_=reminder_runs.c.day.type),
)


class SqlReminders:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, athlete: int) -> Reminder | None:
        row = self._connection.execute(OF, {"athlete": athlete}).one_or_none()
        return None if row is None else Reminder(*row)

    def set(self, athlete: int, chat: int, at: time, due: datetime, now: datetime) -> Reminder:
        change = {"athlete": athlete, "to_chat": chat, "new_at": at, "new_due": due, "chosen": now}
        if self._connection.execute(CHANGE, change).rowcount == 0:
            added = {"athlete_id": athlete, "chat": chat, "at": at, "due": due, "set_at": now}
            self._connection.execute(ADD, added)
        return Reminder(*self._connection.execute(OF, {"athlete": athlete}).one())

    def serve_again(self, athlete: int, day: date) -> None:
        self._connection.execute(SERVE_AGAIN, {"athlete": athlete, "from_day": day})

    def off(self, athlete: int) -> bool:
        return self._connection.execute(OFF, {"athlete": athlete}).rowcount > 0

    def due(self, now: datetime, limit: int) -> Sequence[tuple[Reminder, Athlete]]:
        return [_with_athlete(row) for row in self._connection.execute(DUE, {"now": now, "most": limit})]

    def claim(self, reminder: int, day: date, due: datetime, now: datetime) -> bool:
        serve = SERVE[self._connection.dialect.name]
        served = self._connection.execute(serve, {"reminder": reminder, "day": day, "now": now}).scalar_one_or_none()
        self._connection.execute(NEXT, {"reminder": reminder, "next": due})
        if served is None:
            return False
        self._connection.execute(FORGET_RUNS, {"athlete": served, "oldest": day - REMEMBERED})
        return True


def _with_athlete(row: Sequence[Any]) -> tuple[Reminder, Athlete]:
    number, athlete, chat, at, due, set_at, *about = row
    return Reminder(number, athlete, chat, at, due, set_at), Athlete(athlete, *about)
