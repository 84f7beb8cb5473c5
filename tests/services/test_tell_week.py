"""Is each week told once, on Sunday evening where the lifter is, however many look, travel, sleep or fail?"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.athlete import Athlete
from bot.services.finish_workout import finish_workout
from bot.services.log_set import keep_sets
from bot.services.messages import Person
from bot.services.orders import Lane
from bot.services.picture_orders import PictureOf, Shows, read_picture
from bot.services.tell_week import Told, begin_weeks, due_weeks, move_week_with_zone, set_weekly_report, tell_week
from bot.services.workout import workout
from bot.storage.database import SqlDatabase
from bot.storage.work import SqlWork
from tests.builders import deadlift
from tests.journeys.people import coach

MONDAY = date(2026, 11, 16)
TUESDAY = datetime(2026, 11, 17, 12, tzinfo=UTC)
EVENING = datetime(2026, 11, 22, 18, tzinfo=UTC)
"""Sunday at 18:00 in UTC."""
HOUR, WEEK = timedelta(hours=1), timedelta(days=7)
ANN = Person(11, "Ann")


@pytest.fixture
def work(database: SqlDatabase) -> Iterator[SqlWork]:
    with database.engine.connect() as connection:
        yield SqlWork(connection)


@pytest.fixture
def ann(work: SqlWork) -> Athlete:
    athlete, _ = work.athletes.meet(ANN, ANN.id, TUESDAY)
    return athlete


def train(work: SqlWork, athlete: Athlete, at: datetime) -> None:
    keep_sets(work, athlete, [deadlift()], at, session=None)


def look(work: SqlWork, now: datetime) -> list[Told]:
    return [tell_week(work, report, athlete, now) for report, athlete in due_weeks(work, 100, now, 10)]


def ordered(work: SqlWork, now: datetime) -> list[PictureOf]:
    found = []
    while (wanted := work.orders.claim(list(Lane), now, now + WEEK)) is not None:
        found.append(read_picture(wanted.order.about))
    return found


def test_it_begins_with_the_first_set_and_comes_once(work: SqlWork, ann: Athlete) -> None:
    assert look(work, EVENING) == []
    train(work, ann, TUESDAY)
    assert look(work, EVENING - HOUR / 60) == []
    assert look(work, EVENING + HOUR / 60) == [Told.SENT]
    assert look(work, EVENING + HOUR / 30) == []
    assert ordered(work, EVENING + HOUR) == [PictureOf(Shows.WEEK, week=MONDAY, pushed=True)]
    train(work, ann, EVENING + HOUR)
    assert look(work, EVENING + WEEK) == [Told.SENT]
    assert ordered(work, EVENING + WEEK) == [PictureOf(Shows.WEEK, week=MONDAY + WEEK, pushed=True)]


def test_late_it_comes_by_monday_morning_and_then_no_more(work: SqlWork, ann: Athlete) -> None:
    train(work, ann, TUESDAY)
    assert look(work, EVENING + 11 * HOUR) == [Told.SENT]
    train(work, ann, TUESDAY + WEEK)
    assert look(work, EVENING + WEEK + 13 * HOUR) == [Told.LEFT_OUT]
    train(work, ann, TUESDAY + 2 * WEEK)
    report = work.weekly_reports.of(ann.id)
    assert report is not None
    assert report.due == EVENING + 2 * WEEK


def test_after_three_weeks_away_only_the_last_is_told(work: SqlWork, ann: Athlete) -> None:
    train(work, ann, TUESDAY)
    train(work, ann, TUESDAY + 3 * WEEK)
    assert look(work, EVENING + 3 * WEEK + HOUR) == [Told.SENT]
    [told] = ordered(work, EVENING + 3 * WEEK + HOUR)
    assert told.week == MONDAY + 3 * WEEK


def test_two_empty_weeks_are_told_and_then_nobody_is_pestered(work: SqlWork, ann: Athlete) -> None:
    train(work, ann, TUESDAY)
    said = [look(work, EVENING + number * WEEK)[0] for number in range(5)]
    assert said == [Told.SENT, Told.SENT, Told.SENT, Told.LEFT_OUT, Told.LEFT_OUT]
    train(work, ann, TUESDAY + 5 * WEEK)
    assert look(work, EVENING + 5 * WEEK) == [Told.SENT]


def test_switched_off_it_does_not_come_and_on_again_it_does(work: SqlWork, ann: Athlete) -> None:
    train(work, ann, TUESDAY)
    set_weekly_report(work, ann, on=False)
    assert look(work, EVENING) == [Told.LEFT_OUT]
    set_weekly_report(work, ann, on=True)
    train(work, ann, TUESDAY + WEEK)
    assert look(work, EVENING + WEEK) == [Told.SENT]


def moved(work: SqlWork, athlete: Athlete, zone: str, now: datetime) -> Athlete:
    work.athletes.choose_zone(athlete.id, zone)
    there = replace(athlete, zone=zone)
    move_week_with_zone(work, there, now)
    return there


def test_it_is_six_where_they_are(work: SqlWork, ann: Athlete) -> None:
    train(work, ann, TUESDAY)
    moved(work, ann, "Asia/Tokyo", TUESDAY)
    assert look(work, EVENING - 9 * HOUR - HOUR / 60) == []
    assert look(work, EVENING - 9 * HOUR) == [Told.SENT]


def test_a_second_six_o_clock_further_west_tells_it_no_second_time(work: SqlWork, ann: Athlete) -> None:
    train(work, ann, TUESDAY)
    assert look(work, EVENING) == [Told.SENT]
    moved(work, ann, "America/New_York", EVENING + HOUR)
    assert look(work, EVENING + 5 * HOUR) == [Told.LEFT_OUT]
    train(work, ann, TUESDAY + WEEK)
    assert look(work, EVENING + 5 * HOUR + WEEK) == [Told.SENT]


def test_a_six_o_clock_that_was_flown_over_comes_at_once(work: SqlWork, ann: Athlete) -> None:
    train(work, ann, TUESDAY)
    moved(work, ann, "Asia/Tokyo", EVENING - 5 * HOUR)
    assert look(work, EVENING - 5 * HOUR) == [Told.SENT]
    assert look(work, EVENING) == []


def test_who_is_known_by_a_set_begins_once(work: SqlWork, ann: Athlete) -> None:
    begin_weeks(work, ann, TUESDAY)
    begin_weeks(work, ann, TUESDAY + WEEK)
    report = work.weekly_reports.of(ann.id)
    assert report is not None
    assert report.due == EVENING


def test_who_blocked_the_bot_is_told_nothing(work: SqlWork, ann: Athlete) -> None:
    train(work, ann, TUESDAY)
    work.athletes.present(ann.id, here=False, now=TUESDAY)
    assert look(work, EVENING) == []
    work.athletes.present(ann.id, here=True, now=EVENING + 20 * HOUR)
    assert look(work, EVENING + 20 * HOUR) == [Told.LEFT_OUT]


def in_session(work: SqlWork, athlete: Athlete, at: datetime) -> int:
    """One set of a session that goes on."""
    session = workout(work, coach(), athlete, at).session
    keep_sets(work, athlete, [deadlift()], at, session=session)
    return session.id


def test_it_does_not_come_in_the_middle_of_a_session(work: SqlWork, ann: Athlete) -> None:
    train(work, ann, TUESDAY)
    session = in_session(work, ann, EVENING - HOUR)
    assert look(work, EVENING) == [Told.WAITS]
    assert look(work, EVENING + HOUR / 10) == [], "it is not looked at again at every tick"
    finish_workout(work, coach(), ann, session, EVENING + HOUR / 7)
    assert look(work, EVENING + HOUR / 6) == [Told.SENT]
    assert look(work, EVENING + HOUR) == []
    [told] = ordered(work, EVENING + HOUR)
    assert told.week == MONDAY


def test_a_session_that_was_left_holds_it_up_no_longer(work: SqlWork, ann: Athlete) -> None:
    train(work, ann, TUESDAY)
    in_session(work, ann, EVENING - HOUR / 2)
    assert [look(work, EVENING + n * HOUR / 6)[0] for n in range(6)] == [Told.WAITS] * 6
    assert look(work, EVENING + 1.5 * HOUR) == [Told.SENT]


def test_who_trains_all_night_is_told_in_the_morning_all_the_same(work: SqlWork, ann: Athlete) -> None:
    train(work, ann, TUESDAY)
    session = in_session(work, ann, EVENING)
    for n in range(71):
        now = EVENING + n * HOUR / 6
        keep_sets(work, ann, [deadlift()], now, session=work.sessions.get(ann.id, session))
        assert look(work, now) == [Told.WAITS], n
    assert look(work, EVENING + 71.9 * HOUR / 6) == [Told.SENT]
    assert look(work, EVENING + 80 * HOUR / 6) == []


def test_who_writes_set_after_set_is_not_interrupted(work: SqlWork, ann: Athlete) -> None:
    train(work, ann, TUESDAY)
    train(work, ann, EVENING - HOUR / 6)
    assert look(work, EVENING) == [Told.WAITS]
    assert look(work, EVENING + HOUR / 2) == [Told.SENT]
