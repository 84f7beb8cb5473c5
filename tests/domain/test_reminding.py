"""Is a local time on chosen weekdays found on every date, once, whatever the clocks do?"""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.reminding import EVERY_DAY, Rhythm, due_on, next_due, next_dues, passed

DAY = timedelta(days=1)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "at", "after", "local"),
    [
        ("Europe/Berlin", time(18, 30), "2026-11-22T12:00", "2026-11-22T18:30+01:00"),
        ("Europe/Berlin", time(18, 30), "2026-11-22T17:30", "2026-11-23T18:30+01:00"),
        ("Europe/Berlin", time(2, 30), "2026-03-28T12:00", "2026-03-29T03:00+02:00"),
        ("Europe/Berlin", time(2, 30), "2026-10-24T12:00", "2026-10-25T02:30+02:00"),
        ("Africa/Cairo", time(0, 30), "2026-04-23T12:00", "2026-04-24T01:00+03:00"),
        ("Australia/Lord_Howe", time(2, 15), "2026-10-03T12:00", "2026-10-04T02:30+11:00"),
        ("Asia/Kolkata", time(7), "2026-11-22T12:00", "2026-11-23T07:00+05:30"),
        ("UTC", time(0), "2026-12-31T12:00", "2027-01-01T00:00+00:00"),
    ],
)
def test_the_next_instant(zone: str, at: time, after: str, local: str) -> None:
    due = next_due(Rhythm(at), zone, utc(after))
    assert due.at == datetime.fromisoformat(local).astimezone(UTC)
    assert due.at.astimezone(ZoneInfo(zone)).isoformat(timespec="minutes") == local
    assert due.day == datetime.fromisoformat(local).date()


def test_a_time_jumped_over_at_midnight_is_still_that_evenings() -> None:
    """Greenland 2024: on Saturday 30 March the clocks went from 23:00 to 00:00."""
    due = next_due(Rhythm(time(23, 30)), "America/Nuuk", utc("2024-03-30T12:00"))
    assert (due.day, due.at) == (date(2024, 3, 30), utc("2024-03-31T01:00"))
    following = next_due(Rhythm(time(23, 30)), "America/Nuuk", due.at, first=due.day + DAY)
    assert following.day == date(2024, 3, 31)


def test_a_date_that_a_zone_leaves_out_has_none() -> None:
    """Samoa went from Thursday 29 December 2011 to Saturday."""
    for at in (time(0), time(18, 30)):
        assert due_on(date(2011, 12, 30), at, "Pacific/Apia") is None
        assert next_due(Rhythm(at), "Pacific/Apia", utc("2011-12-30T09:59")).day == date(2011, 12, 31)


@pytest.mark.parametrize(
    ("days", "after", "found"),
    [
        ({0, 2, 4}, "2026-11-22T12:00", "2026-11-23"),  # a Sunday
        ({0, 2, 4}, "2026-11-23T12:00", "2026-11-23"),
        ({0, 2, 4}, "2026-11-23T18:30", "2026-11-25"),
        ({6}, "2026-11-22T18:30", "2026-11-29"),
        ({6}, "2026-11-22T18:29", "2026-11-22"),
    ],
)
def test_only_on_its_weekdays(days: set[int], after: str, found: str) -> None:
    assert next_due(Rhythm(time(18, 30), frozenset(days)), "UTC", utc(after)).day == date.fromisoformat(found)


def test_not_before_the_first_day() -> None:
    rhythm = Rhythm(time(18, 30), frozenset({0}))
    due = next_due(rhythm, "UTC", utc("2026-11-22T12:00"), first=date(2026, 11, 24))
    assert [one.day.day for one in next_dues(rhythm, "UTC", due, 3)] == [30, 7, 14]


def test_what_has_passed_is_told_date_by_date() -> None:
    rhythm = Rhythm(time(18, 30))
    first = date(2026, 11, 20)
    assert [due.day.day for due in passed(rhythm, "UTC", first, utc("2026-11-22T18:29"))] == [20, 21]
    assert [due.day.day for due in passed(rhythm, "UTC", first, utc("2026-11-22T18:30"))] == [20, 21, 22]
    assert passed(rhythm, "UTC", first, utc("2026-11-20T18:00")) == ()


@pytest.mark.parametrize("days", [frozenset[int](), EVERY_DAY | {7}, frozenset({-1})])
def test_no_weekdays_no_rhythm(days: frozenset[int]) -> None:
    with pytest.raises(ValueError, match="no weekdays"):
        Rhythm(time(7), days)
