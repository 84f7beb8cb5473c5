"""Which reminders are there, which are due, and which local dates were served?"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from bot.domain.athlete import Athlete
from bot.domain.reminding import Due, Rhythm
from bot.services.reminders import Reminder
from bot.storage.athletes import ABOUT
from bot.storage.conflicts import insert_new
from bot.storage.tables import HERE, ONE, athletes, reminder_runs, reminders, settings

REMINDER = (
    reminders.c.id,
    reminders.c.athlete_id,
    reminders.c.chat,
    reminders.c.at,
    reminders.c.days,
    reminders.c.day,
    reminders.c.due,
    reminders.c.again,
    reminders.c.set_at,
    reminders.c.since,
)
OWN = reminders.c.athlete_id == bindparam("athlete")
THIS = reminders.c.id == bindparam("reminder")
NOW = bindparam("now", type_=reminders.c.due.type)

ALL = select(*REMINDER).where(OWN).order_by(reminders.c.id)
ONE_OF = select(*REMINDER).where(OWN, THIS)
ADD = insert(reminders).returning(reminders.c.id)
MOVE = (
    update(reminders)
    .where(THIS)
    .values(
        day=bindparam("new_day", type_=reminders.c.day.type),
        due=bindparam("new_due", type_=reminders.c.due.type),
        again=bindparam("put_off", type_=reminders.c.again.type),
    )
)
CHANGE = MOVE.values(
    chat=bindparam("to_chat"),
    at=bindparam("new_at", type_=reminders.c.at.type),
    days=bindparam("new_days"),
    set_at=bindparam("chosen", type_=reminders.c.set_at.type),
    since=bindparam("chosen", type_=reminders.c.set_at.type),
    gone=False,
)
DROP = delete(reminders).where(OWN, THIS)
WITH_ATHLETE = (
    select(*REMINDER, *ABOUT)
    .join(athletes, athletes.c.id == reminders.c.athlete_id)
    .join(settings, settings.c.athlete_id == reminders.c.athlete_id)
    .limit(bindparam("most"))
    .with_for_update(of=(reminders, settings), skip_locked=True)
)
"""With a row of which their athlete has one: who serves a reminder serves with it what else of theirs is due, and two
that held one each would wait for each other."""
DUE = WITH_ATHLETE.where(HERE, reminders.c.due <= NOW).order_by(reminders.c.due, reminders.c.id)
OF_OTHER_RULES = WITH_ATHLETE.where(
    reminders.c.id > bindparam("after"), reminders.c.rules != bindparam("version")
).order_by(reminders.c.id)
LOOKED_THROUGH = (
    update(reminders).where(reminders.c.id.in_(bindparam("numbers", expanding=True))).values(rules=bindparam("version"))
)

DAY = bindparam("day", type_=reminder_runs.c.day.type)
RUN = select(reminders.c.id, DAY, reminders.c.athlete_id, NOW).where(THIS)
CLAIM = {
    dialect: insert.from_select(["reminder_id", "day", "athlete_id", "at"], RUN).returning(reminder_runs.c.day)
    for dialect, insert in insert_new(reminder_runs).items()
}
OF_REMINDER = reminder_runs.c.reminder_id == bindparam("reminder")
SERVE_AGAIN = delete(reminder_runs).where(OF_REMINDER, reminder_runs.c.day >= DAY)
REMEMBERED = timedelta(days=7)
"""A served date can come again only by a change of zone, which is a day at most; of one a week the last is known."""
FORGET_RUNS = delete(reminder_runs).where(OF_REMINDER, reminder_runs.c.day < DAY)
OF_ATHLETE = reminder_runs.c.athlete_id == bindparam("athlete")
LAST_CLAIMED = (
    select(reminder_runs.c.day)
    .where(OF_ATHLETE, reminder_runs.c.day < DAY, reminder_runs.c.skipped.is_(False))
    .order_by(reminder_runs.c.day.desc())
    .limit(ONE)
)
SKIP = update(reminder_runs).where(
    OF_ATHLETE, reminder_runs.c.day == bindparam("of_day", type_=reminder_runs.c.day.type)
)
SKIP = SKIP.values(skipped=True)


class SqlReminders:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self, athlete: int) -> tuple[Reminder, ...]:
        return tuple(_reminder(row) for row in self._connection.execute(ALL, {"athlete": athlete}))

    def get(self, athlete: int, reminder: int) -> Reminder | None:
        row = self._connection.execute(ONE_OF, {"athlete": athlete, "reminder": reminder}).one_or_none()
        return None if row is None else _reminder(row)

    def add(self, athlete: int, chat: int, rhythm: Rhythm, due: Due, now: datetime) -> Reminder:
        row = {"athlete_id": athlete, "chat": chat, "at": rhythm.at, "days": _mask(rhythm.days)}
        row |= {"day": due.day, "due": due.at, "set_at": now, "since": now}
        number: int = self._connection.execute(ADD, row).scalar_one()
        return Reminder(number, athlete, chat, rhythm, due, again=False, set_at=now, since=now)

    def change(self, reminder: int, chat: int, rhythm: Rhythm, due: Due, now: datetime) -> None:
        change = {**_moved(reminder, due, again=False), "to_chat": chat, "chosen": now}
        self._connection.execute(CHANGE, {**change, "new_at": rhythm.at, "new_days": _mask(rhythm.days)})
        self._connection.execute(SERVE_AGAIN, {"reminder": reminder, "day": due.day})

    def move(self, reminder: int, due: Due, *, again: bool = False) -> None:
        self._connection.execute(MOVE, _moved(reminder, due, again=again))

    def drop(self, athlete: int, reminder: int) -> bool:
        return self._connection.execute(DROP, {"athlete": athlete, "reminder": reminder}).rowcount > 0

    def due(self, now: datetime, limit: int) -> Sequence[tuple[Reminder, Athlete]]:
        return [_with_athlete(row) for row in self._connection.execute(DUE, {"now": now, "most": limit})]

    def claim(self, reminder: int, day: date, now: datetime) -> bool:
        claim = CLAIM[self._connection.dialect.name]
        new = self._connection.execute(claim, {"reminder": reminder, "day": day, "now": now}).scalar_one_or_none()
        if new is not None:
            self._connection.execute(FORGET_RUNS, {"reminder": reminder, "day": day - REMEMBERED})
        return new is not None

    def last_claimed(self, athlete: int, before: date) -> date | None:
        day: date | None = self._connection.execute(
            LAST_CLAIMED, {"athlete": athlete, "day": before}
        ).scalar_one_or_none()
        return day

    def skip(self, athlete: int, day: date) -> None:
        self._connection.execute(SKIP, {"athlete": athlete, "of_day": day})

    def of_other_rules(self, rules: str, after: int, limit: int) -> Sequence[tuple[Reminder, Athlete]]:
        asked = {"version": rules, "after": after, "most": limit}
        return [_with_athlete(row) for row in self._connection.execute(OF_OTHER_RULES, asked)]

    def looked_through(self, reminders: Sequence[int], rules: str) -> None:
        self._connection.execute(LOOKED_THROUGH, {"numbers": list(reminders), "version": rules})


def _moved(reminder: int, due: Due, *, again: bool) -> dict[str, object]:
    return {"reminder": reminder, "new_day": due.day, "new_due": due.at, "put_off": again}


def _mask(days: frozenset[int]) -> int:
    return sum(1 << day for day in days)


def _reminder(row: Sequence[Any]) -> Reminder:
    number, athlete, chat, at, mask, day, due, again, set_at, since = row
    rhythm = Rhythm(at, frozenset(day for day in range(7) if mask >> day & 1))
    return Reminder(number, athlete, chat, rhythm, Due(day, due), again, set_at, since)


def _with_athlete(row: Sequence[Any]) -> tuple[Reminder, Athlete]:
    reminder = _reminder(row[: len(REMINDER)])
    return reminder, Athlete(*row[len(REMINDER) :])
