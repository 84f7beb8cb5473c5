"""Is a reminder due when it is due, is each local date of each served once, and is none mixed up with another?"""

from datetime import time, timedelta

import pytest
from sqlalchemy import Connection, func, select

from bot.domain.reminding import Due, Rhythm
from bot.services.mail import Sent
from bot.services.messages import Outgoing
from bot.services.reminders import Missed, Reminder
from bot.storage.tables import reminder_runs
from bot.storage.work import SqlWork
from tests.builders import NOW, TODAY
from tests.storage.people import ANN, BEN

EVENING = Rhythm(time(18, 30))
MORNING = Rhythm(time(7), frozenset({0, 6}))
DAY = timedelta(days=1)
TODAYS, TOMORROWS = Due(TODAY, NOW), Due(TODAY + DAY, NOW + DAY)


def add(work: SqlWork, athlete: int, rhythm: Rhythm = EVENING, due: Due = TODAYS, chat: int = ANN.id) -> Reminder:
    return work.reminders.add(athlete, chat, rhythm, due, NOW)


def test_several_an_athlete_each_as_it_was_set(work: SqlWork, ann: int) -> None:
    assert work.reminders.all(ann) == ()
    first, second = add(work, ann), add(work, ann, MORNING, TOMORROWS)
    assert work.reminders.all(ann) == (first, second)
    assert work.reminders.get(ann, second.id) == second
    work.reminders.change(first.id, ANN.id, MORNING, TOMORROWS, NOW + DAY)
    changed, other = work.reminders.all(ann)
    assert other == second
    assert (changed.id, changed.rhythm, changed.due, changed.set_at) == (first.id, MORNING, TOMORROWS, NOW + DAY)


def test_dropped_is_dropped_and_the_others_stay(work: SqlWork, ann: int) -> None:
    first, second = add(work, ann), add(work, ann, MORNING)
    assert work.reminders.claim(first.id, TODAY, NOW)
    assert work.reminders.drop(ann, first.id)
    assert not work.reminders.drop(ann, first.id)
    assert [one.id for one, _ in work.reminders.due(NOW, 10)] == [second.id]


def test_nobody_reaches_somebody_elses(work: SqlWork, ann: int) -> None:
    ben, _ = work.athletes.meet(BEN, BEN.id, NOW)
    anns = add(work, ann)
    assert work.reminders.get(ben.id, anns.id) is None
    assert not work.reminders.drop(ben.id, anns.id)
    assert work.reminders.all(ann) == (anns,)


def test_due_ones_come_oldest_first_with_their_athlete(work: SqlWork, ann: int) -> None:
    ben, _ = work.athletes.meet(BEN, BEN.id, NOW)
    work.athletes.turn_day(ben.id, 2)
    late = add(work, ben.id, due=Due(TODAY - DAY, NOW - DAY), chat=BEN.id)
    on_time = add(work, ann)
    ben_now, athlete = work.athletes.find(BEN.id), work.athletes.find(ANN.id)
    assert ben_now is not None
    assert ben_now.day_turns == 2
    assert work.reminders.due(NOW, 10) == [(late, ben_now), (on_time, athlete)]
    assert work.reminders.due(NOW, 1) == [(late, ben_now)]
    assert work.reminders.due(NOW - timedelta(seconds=1), 10) == [(late, ben_now)]


def test_a_date_is_served_once_by_each(work: SqlWork, ann: int) -> None:
    first, second = add(work, ann), add(work, ann, MORNING)
    assert work.reminders.claim(first.id, TODAY, NOW)
    assert not work.reminders.claim(first.id, TODAY, NOW)
    assert work.reminders.claim(second.id, TODAY, NOW)
    work.reminders.change(first.id, ANN.id, MORNING, TODAYS, NOW)
    assert work.reminders.claim(first.id, TODAY, NOW), "chosen anew for the same day"


def test_moved_is_moved(work: SqlWork, ann: int) -> None:
    first, second = add(work, ann), add(work, ann, MORNING)
    work.reminders.move(first.id, TOMORROWS, again=True)
    moved, other = work.reminders.all(ann)
    assert (moved.due, moved.again) == (TOMORROWS, True)
    assert other == second


def test_a_reminder_that_is_gone_is_not_claimed(work: SqlWork) -> None:
    assert not work.reminders.claim(404, TODAY, NOW)


def test_the_last_date_that_was_served_and_wanted(work: SqlWork, ann: int) -> None:
    first, second = add(work, ann), add(work, ann, MORNING)
    assert work.reminders.last_claimed(ann, TODAY) is None
    work.reminders.claim(first.id, TODAY - 2 * DAY, NOW)
    work.reminders.claim(second.id, TODAY - DAY, NOW)
    work.reminders.claim(second.id, TODAY, NOW)
    assert work.reminders.last_claimed(ann, TODAY) == TODAY - DAY
    work.reminders.skip(ann, TODAY - DAY)
    assert work.reminders.last_claimed(ann, TODAY) == TODAY - 2 * DAY


def test_served_dates_do_not_pile_up(work: SqlWork, connection: Connection, ann: int) -> None:
    reminder = add(work, ann)
    for days in range(30):
        assert work.reminders.claim(reminder.id, TODAY + days * DAY, NOW)
    assert connection.execute(select(func.count()).select_from(reminder_runs)).scalar_one() == 8


@pytest.mark.parametrize("told", ["by the person", "by the wire"])
def test_who_blocked_the_bot_is_left_out_until_they_are_back(work: SqlWork, ann: int, told: str) -> None:
    both = [add(work, ann), add(work, ann, MORNING)]
    if told == "by the person":
        work.athletes.present(ann, here=False, now=NOW)
    else:
        work.outbox.put([Outgoing(ANN.id, "sendMessage", {})], NOW)
        (row,) = work.outbox.exchange([], limit=1, now=NOW, until=NOW + DAY)
        work.outbox.exchange([Sent(row.id, gone=True)], limit=1, now=NOW, until=NOW + DAY)
    assert work.reminders.due(NOW, 10) == []
    work.athletes.meet(ANN, ANN.id, NOW + DAY)
    back = [reminder for reminder, _ in work.reminders.due(NOW, 10)]
    assert [one.id for one in back] == [one.id for one in both]
    assert {one.since for one in back} == {NOW + DAY}


def test_under_other_rules_each_is_looked_through_once(work: SqlWork, ann: int) -> None:
    numbers = [add(work, ann, due=Due(TODAY, NOW + DAY * count)).id for count in range(3)]
    assert [one.id for one, _ in work.reminders.of_other_rules("2026a", 0, 2)] == numbers[:2]
    work.reminders.looked_through(numbers[:2], "2026a")
    assert [one.id for one, _ in work.reminders.of_other_rules("2026a", 0, 2)] == numbers[2:]
    assert [one.id for one, _ in work.reminders.of_other_rules("2026b", numbers[0], 5)] == numbers[1:]


def test_a_pause_and_its_end(work: SqlWork, ann: int) -> None:
    assert work.push_states.paused_until(ann) is None
    work.push_states.pause(ann, TODAY)
    work.push_states.pause(ann, TODAY + DAY)
    assert work.push_states.paused_until(ann) == TODAY + DAY
    work.push_states.pause(ann, None)
    assert work.push_states.paused_until(ann) is None


def test_what_was_missed_is_told_once(work: SqlWork, ann: int) -> None:
    assert work.push_states.tell(ann) is None
    work.push_states.miss(ann, Missed(1, TODAY))
    work.push_states.miss(ann, Missed(2, TODAY - DAY))
    assert work.athletes.visit(ANN, ANN.id, NOW).missed == Missed(3, TODAY - DAY)
    assert work.push_states.tell(ann) == Missed(3, TODAY - DAY)
    assert work.push_states.tell(ann) is None
    assert work.athletes.visit(ANN, ANN.id, NOW).missed is None


def test_a_count_stays_within_its_column(work: SqlWork, ann: int) -> None:
    work.push_states.miss(ann, Missed(32_000, TODAY))
    work.push_states.miss(ann, Missed(32_000, TODAY))
    assert work.push_states.tell(ann) == Missed(32_767, TODAY)
