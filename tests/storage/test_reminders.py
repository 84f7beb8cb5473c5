"""Is a reminder due when it is due, and is each local date served once?"""

from datetime import time, timedelta

import pytest
from sqlalchemy import Connection, func, select

from bot.services.mail import Sent
from bot.services.messages import Outgoing
from bot.storage.tables import reminder_runs
from bot.storage.work import SqlWork
from tests.builders import NOW, TODAY
from tests.storage.people import ANN, BEN

EVENING = time(18, 30)
DAY = timedelta(days=1)


def test_one_reminder_an_athlete(work: SqlWork, ann: int) -> None:
    assert work.reminders.of(ann) is None
    first = work.reminders.set(ann, ANN.id, EVENING, NOW, NOW)
    assert work.reminders.of(ann) == first
    changed = work.reminders.set(ann, ANN.id, time(7), NOW + DAY, NOW)
    assert work.reminders.of(ann) == changed
    assert (changed.id, changed.at, changed.due) == (first.id, time(7), NOW + DAY)


def test_off_is_off(work: SqlWork, ann: int) -> None:
    work.reminders.set(ann, ANN.id, EVENING, NOW, NOW)
    assert work.reminders.off(ann)
    assert not work.reminders.off(ann)
    assert work.reminders.due(NOW, 10) == []


def test_due_ones_come_oldest_first_with_their_athlete(work: SqlWork, ann: int) -> None:
    ben, _ = work.athletes.meet(BEN, BEN.id, NOW)
    late = work.reminders.set(ben.id, BEN.id, EVENING, NOW - DAY, NOW)
    on_time = work.reminders.set(ann, ANN.id, EVENING, NOW, NOW)
    athlete = work.athletes.find(ANN.id)
    assert work.reminders.due(NOW, 10) == [(late, ben), (on_time, athlete)]
    assert work.reminders.due(NOW, 1) == [(late, ben)]
    assert work.reminders.due(NOW - timedelta(seconds=1), 10) == [(late, ben)]


def test_a_date_is_served_once_and_the_next_instant_is_noted_either_way(work: SqlWork, ann: int) -> None:
    reminder = work.reminders.set(ann, ANN.id, EVENING, NOW, NOW)
    assert work.reminders.claim(reminder.id, TODAY, NOW + DAY, NOW)
    assert work.reminders.due(NOW, 10) == []
    again = work.reminders.set(ann, ANN.id, time(19), NOW, NOW)
    assert not work.reminders.claim(again.id, TODAY, NOW + 2 * DAY, NOW)
    moved = work.reminders.of(ann)
    assert moved is not None
    assert moved.due == NOW + 2 * DAY


def test_off_and_on_again_does_not_serve_a_date_twice(work: SqlWork, ann: int) -> None:
    first = work.reminders.set(ann, ANN.id, EVENING, NOW, NOW)
    assert work.reminders.claim(first.id, TODAY, NOW + DAY, NOW)
    work.reminders.off(ann)
    second = work.reminders.set(ann, ANN.id, EVENING, NOW, NOW)
    assert not work.reminders.claim(second.id, TODAY, NOW + DAY, NOW)


def test_a_reminder_that_is_gone_is_not_claimed(work: SqlWork) -> None:
    assert not work.reminders.claim(404, TODAY, NOW + DAY, NOW)


def test_served_dates_do_not_pile_up(work: SqlWork, connection: Connection, ann: int) -> None:
    reminder = work.reminders.set(ann, ANN.id, EVENING, NOW, NOW)
    for days in range(30):
        assert work.reminders.claim(reminder.id, TODAY + days * DAY, NOW + (days + 1) * DAY, NOW)
    assert connection.execute(select(func.count()).select_from(reminder_runs)).scalar_one() == 8


@pytest.mark.parametrize("told", ["by the person", "by the wire"])
def test_who_blocked_the_bot_is_left_out_until_they_are_back(work: SqlWork, ann: int, told: str) -> None:
    reminder = work.reminders.set(ann, ANN.id, EVENING, NOW, NOW)
    if told == "by the person":
        work.athletes.present(ann, here=False, now=NOW)
    else:
        work.outbox.put([Outgoing(ANN.id, "sendMessage", {})], NOW)
        (row,) = work.outbox.exchange([], limit=1, now=NOW, until=NOW + DAY)
        work.outbox.exchange([Sent(row.id, gone=True)], limit=1, now=NOW, until=NOW + DAY)
    assert work.reminders.due(NOW, 10) == []
    athlete, _ = work.athletes.meet(ANN, ANN.id, NOW)
    assert work.reminders.due(NOW, 10) == [(reminder, athlete)]
