"""Is no more of a wave written than goes out before the next look, and the soonest first?"""

from datetime import time, timedelta

import pytest

from bot.domain.reminding import Due, Rhythm
from bot.services.messages import Outgoing, Person, Priority
from bot.services.ports import Work
from bot.services.wave import due_reminders, most_waiting
from bot.storage.database import SqlDatabase
from tests.builders import NOW, TODAY

PEOPLE = range(1, 9)
DAILY = Rhythm(time(18, 30))


def remind(work: Work) -> None:
    """Who comes later is due sooner."""
    for number in PEOPLE:
        athlete, _ = work.athletes.meet(Person(number, f"Person {number}"), number, NOW)
        work.reminders.add(athlete.id, number, DAILY, Due(TODAY, NOW - timedelta(seconds=number)), NOW)


@pytest.mark.parametrize(
    ("waiting", "answers", "expected"),
    [(0, 0, [8, 7, 6]), (0, 50, [8, 7, 6]), (3, 0, [8, 7]), (4, 9, [8]), (5, 0, []), (50, 0, [])],
)
def test_the_soonest_as_far_as_there_is_room(
    database: SqlDatabase, waiting: int, answers: int, expected: list[int]
) -> None:
    database.run_now(remind)
    calls = [Outgoing(99, "sendMessage", {}, Priority.BULK)] * waiting + [Outgoing(98, "sendMessage", {})] * answers
    database.run_now(lambda work: work.outbox.put(calls, NOW))
    found = database.run_now(lambda work: due_reminders(work, 5, NOW, 3))
    assert [one.chat for one, _ in found] == expected


def test_as_much_as_goes_out_between_two_looks_and_some_more() -> None:
    assert most_waiting(25, 20) == 751
    assert most_waiting(0.01, 0.1) == 2
