"""Do all zones push once a date around every change of a year's clocks? The whole year is `make chaos`."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from tests.domain.audit import audit, expected, stretches, zones

YEAR = 2026


def test_around_every_change_of_the_year_each_date_has_its_push_once() -> None:
    report = audit(zones(), YEAR, around_changes=True)
    assert report.faults == []
    assert report.zones > 500
    assert report.kinds > 50
    assert report.cases > 15_000


def test_years_in_which_whole_dates_were_left_out() -> None:
    for zone, year in (("Pacific/Apia", 2011), ("Pacific/Kwajalein", 1993), ("America/Nuuk", 2024)):
        report = audit([zone], year, around_changes=True)
        assert report.faults == []


def test_the_second_reckoning_sees_what_a_plain_one_gets_wrong() -> None:
    """Python's own answer to a time in a gap is half an hour off here; of a time that comes twice it knows both."""
    year = datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)
    berlin = stretches("Europe/Berlin", *year)
    gap, twice = datetime(2026, 3, 29, 2, 30), datetime(2026, 10, 25, 2, 30)  # noqa: DTZ001
    assert expected(berlin, gap.date(), gap.time()) == datetime(2026, 3, 29, 1, 0, tzinfo=UTC)
    assert gap.replace(tzinfo=ZoneInfo("Europe/Berlin")).astimezone(UTC) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    assert expected(berlin, twice.date(), twice.time()) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
