"""Is the day that a pause ends read as people write it, and never one that is over?"""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coaching.reminding.day_ahead import read_day_ahead

TODAY = date(2026, 11, 26)
"""A Thursday."""


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("until 5 january", date(2027, 1, 5)),
        ("5 jan", date(2027, 1, 5)),
        ("January 5th, 2027", date(2027, 1, 5)),
        ("the 5th of january", date(2027, 1, 5)),
        ("24.12.", date(2026, 12, 24)),
        ("24.12.2026", date(2026, 12, 24)),
        ("2027-01-05", date(2027, 1, 5)),
        ("29 feb", date(2028, 2, 29)),
        ("25 november", date(2027, 11, 25)),
        ("2 weeks", date(2026, 12, 10)),
        ("for two weeks", date(2026, 12, 10)),
        ("a week", date(2026, 12, 3)),
        ("10 days", date(2026, 12, 6)),
        ("3d", date(2026, 11, 29)),
        ("one month", date(2026, 12, 26)),
        ("tomorrow", date(2026, 11, 27)),
        ("until next monday", date(2026, 11, 30)),
        ("sat", date(2026, 11, 28)),
        ("thursday", date(2026, 12, 3)),
        ("until christmas", date(2026, 12, 25)),
        ("until the new year", date(2027, 1, 1)),
        ("till next year", date(2027, 1, 1)),
    ],
)
def test_a_day_ahead(said: str, day: date) -> None:
    assert read_day_ahead(said, TODAY) == day


@pytest.mark.parametrize(
    "said",
    ["", "until", "yesterday", "today", "26 november 2026", "2026-11-25", "30 february", "0 days", "5", "soon",
     "32.1.", "0000-01-01", "many weeks", "5 foo", "2 weeks 3 days", "easter"],
)  # fmt: skip
def test_no_day_ahead(said: str) -> None:
    assert read_day_ahead(said, TODAY) is None


@given(st.dates(date(2020, 1, 1), date(2100, 1, 1)), st.integers(1, 360))
def test_what_is_written_plainly_comes_back(today: date, ahead: int) -> None:
    day = today + timedelta(days=ahead)
    for written in (day.isoformat(), f"{day.day}.{day.month}.{day.year}", f"{day:%d %B %Y}", f"{ahead} days"):
        assert read_day_ahead(written, today) == day


WORDS = "until for 2 31 february 9999 . .. - week mon 5th of the a 99.99. 0"
PARTS = st.sampled_from(WORDS.split())


@given(st.text(max_size=60) | st.lists(PARTS, max_size=6).map(" ".join), st.dates())
def test_any_text_is_a_day_ahead_or_none(said: str, today: date) -> None:
    if today < date.max - timedelta(days=40_000):
        day = read_day_ahead(said, today)
        assert day is None or day > today
