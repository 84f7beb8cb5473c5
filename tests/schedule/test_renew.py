"""Are all instants set anew at the first start under new rules of time zones, in steps, and only then?"""

from datetime import time, timedelta

import pytest

from bot.domain.reminding import Due, Rhythm
from bot.schedule.renew import renew
from bot.services import renew as services
from bot.services.messages import Person
from bot.services.ports import Work
from bot.storage.database import SqlDatabase
from tests.builders import NOW, TODAY

RIGHT = Due(TODAY, NOW)
WRONG = Due(TODAY, NOW - timedelta(hours=1))
PEOPLE = range(1, 6)
LOST = 3
"""Whose zone is no more."""


def dues(database: SqlDatabase) -> list[Due]:
    return database.run_now(lambda work: [work.reminders.all(number)[0].due for number in PEOPLE])


async def test_all_are_put_right_once(database: SqlDatabase, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(services, "AT_ONCE", 2)

    def by_old_rules(work: Work) -> None:
        for number in PEOPLE:
            athlete, _ = work.athletes.meet(Person(number, "x"), number, NOW)
            work.reminders.add(athlete.id, number, Rhythm(time(18, 30)), WRONG, NOW)
        work.athletes.choose_zone(LOST, "Atlantis/Capital")

    database.run_now(by_old_rules)
    await renew(database, "2026b", lambda: NOW)
    assert dues(database) == [WRONG if number == LOST else RIGHT for number in PEOPLE]
    database.run_now(lambda work: work.reminders.move(1, WRONG))
    await renew(database, "2026b", lambda: NOW)
    assert dues(database)[0] == WRONG, "by the same rules nothing is looked through again"
    await renew(database, "2026c", lambda: NOW)
    assert dues(database)[0] == RIGHT


async def test_what_was_put_off_keeps_its_instant(sqlite_database: SqlDatabase) -> None:
    def put_off(work: Work) -> None:
        athlete, _ = work.athletes.meet(Person(1, "x"), 1, NOW)
        reminder = work.reminders.add(athlete.id, 1, Rhythm(time(18, 30)), RIGHT, NOW)
        work.reminders.move(reminder.id, WRONG, again=True)

    sqlite_database.run_now(put_off)
    await renew(sqlite_database, "2026b", lambda: NOW)
    assert sqlite_database.run_now(lambda work: work.reminders.all(1)[0].due) == WRONG
