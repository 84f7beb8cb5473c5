"""Is everybody's reminder pushed, whatever is wrong with one of them?"""

from collections.abc import Sequence
from datetime import datetime, time, timedelta

import pytest

from bot.domain.athlete import Athlete
from bot.domain.errors import StorageUnavailable
from bot.domain.reminding import Due, Rhythm
from bot.schedule.pushes import Pushes
from bot.services.messages import Outgoing, Person
from bot.services.ports import Work
from bot.services.push import Pushed, pass_over
from bot.services.reminders import Reminder
from bot.storage.database import SqlDatabase
from tests.builders import NOW

DAY = timedelta(days=1)
PEOPLE = range(1, 6)


class Pushing:
    """Pushes on a real database; the push of some people fails, after it has written something."""

    def __init__(self, database: SqlDatabase, *bad: int, fault: type[Exception] = ValueError) -> None:
        self.database = database
        self.bad = bad
        self.fault = fault
        self.commits = 0
        self.told: list[Pushed] = []
        self.pushes = Pushes(
            database, self._find, self._push, pass_over, lambda: NOW, on_commit=self._committed, at_once=10
        )
        database.run_now(self._remind_all)

    def _remind_all(self, work: Work) -> None:
        for number in PEOPLE:
            athlete, _ = work.athletes.meet(Person(number, f"person {number}"), number, NOW)
            work.reminders.add(athlete.id, number, Rhythm(time(18, 30)), Due(NOW.date(), NOW), NOW - DAY)

    def _find(self, work: Work, now: datetime, limit: int) -> Sequence[tuple[Reminder, Athlete]]:
        return work.reminders.due(now, limit)

    def _push(self, work: Work, reminder: Reminder, athlete: Athlete, now: datetime) -> Pushed:
        work.outbox.put([Outgoing(reminder.chat, "sendMessage", {})], now)
        if reminder.chat in self.bad:
            raise self.fault(f"something about {athlete.name}")
        work.reminders.move(reminder.id, Due(now.date() + DAY, now + DAY))
        return Pushed.SENT

    def _committed(self, pushed: Sequence[Pushed]) -> None:
        self.commits += 1
        self.told += pushed

    def pushed(self) -> list[int]:
        rows = self.database.run_now(lambda work: work.outbox.exchange([], limit=99, now=NOW, until=NOW + DAY))
        return [row.outgoing.chat for row in rows]

    def due(self, now: datetime) -> list[int]:
        return [one.chat for one, _ in self.database.run_now(lambda work: work.reminders.due(now, 99))]


async def test_all_are_pushed_in_one_transaction(database: SqlDatabase) -> None:
    pushing = Pushing(database)
    await pushing.pushes.look()
    assert pushing.pushed() == list(PEOPLE)
    assert pushing.due(NOW) == []
    assert pushing.commits == 1
    assert len(pushing.told) == len(PEOPLE)


async def test_one_that_fails_stops_nobody_else(database: SqlDatabase, caplog: pytest.LogCaptureFixture) -> None:
    pushing = Pushing(database, 2, 5)
    await pushing.pushes.look()
    assert pushing.pushed() == [1, 3, 4]
    assert len(pushing.told) == 3, "what was undone is not counted"
    assert pushing.due(NOW) == []
    assert sorted(pushing.due(NOW + DAY)) == list(PEOPLE)
    said = [record.getMessage() for record in caplog.records]
    assert len(said) == 2
    assert "of athlete 2 cannot be pushed and is passed over (ValueError" in said[0]
    assert "something about" not in caplog.text


async def test_one_in_a_zone_that_is_no_more_is_left_until_tomorrow(database: SqlDatabase) -> None:
    pushing = Pushing(database, 3)
    database.run_now(lambda work: work.athletes.choose_zone(3, "Atlantis/Capital"))
    await pushing.pushes.look()
    assert pushing.pushed() == [1, 2, 4, 5]
    assert pushing.due(NOW) == []
    assert sorted(pushing.due(NOW + DAY)) == list(PEOPLE)


async def test_while_storage_is_away_nobody_is_passed_over(sqlite_database: SqlDatabase) -> None:
    pushing = Pushing(sqlite_database, 1, fault=StorageUnavailable)
    with pytest.raises(StorageUnavailable):
        await pushing.pushes.look()
    assert pushing.due(NOW) == list(PEOPLE)
    assert pushing.pushed() == []


async def test_what_is_no_reminders_fault_ends_the_look(sqlite_database: SqlDatabase) -> None:
    pushing = Pushing(sqlite_database)
    with sqlite_database.engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE reminders RENAME COLUMN at TO later")
        connection.exec_driver_sql("ALTER TABLE reminders ADD COLUMN at TEXT DEFAULT 'never'")
    with pytest.raises(ValueError, match="never"):
        await pushing.pushes.look()
