"""Is a daily local time found on every date, once, whatever the clocks do?"""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.athlete import day_of
from bot.domain.reminding import next_due


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
    due = next_due(at, zone, datetime.fromisoformat(after).replace(tzinfo=UTC))
    assert due == datetime.fromisoformat(local).astimezone(UTC)
    assert due.astimezone(ZoneInfo(zone)).isoformat(timespec="minutes") == local


@pytest.mark.parametrize(
    "zone", ["Europe/Berlin", "America/New_York", "America/Santiago", "Africa/Casablanca", "Asia/Gaza"]
)
@pytest.mark.parametrize("at", [time(0), time(0, 30), time(2, 30), time(23, 59)])
def test_a_year_has_every_date_once(zone: str, at: time) -> None:
    moment, end = datetime(2026, 1, 1, 12, tzinfo=UTC), datetime(2027, 1, 1, 12, tzinfo=UTC)
    days: list[date] = []
    while moment < end:
        moment = next_due(at, zone, moment)
        days.append(day_of(moment, zone))
    first = days[0]
    assert days == [first + timedelta(days=index) for index in range(len(days))]
