"""Is a lifter's place read in a sentence, and is nothing else taken for one?"""

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coaching.reminding.place_words import Where, read_near, read_place, read_where

NOW = datetime(2026, 11, 26, 23, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("my time is 14:20", Where(clock=time(14, 20))),
        ("It’s 2:20 pm here", Where(clock=time(14, 20))),
        ("my clock says 9.13 now", Where(clock=time(9, 13))),
        ("UTC+2", Where(offset=timedelta(hours=2))),
        ("gmt -5:30", Where(offset=-timedelta(hours=5, minutes=30))),
        ("my time zone is Tokyo", Where(town="tokyo")),
        ("set timezone to cet", Where(town="cet")),
        ("I live in Lisbon.", Where(town="lisbon")),
        ("my time zone", Where()),
    ],
)
def test_said_unasked(text: str, where: Where) -> None:
    assert read_where(text) == where == read_place(text)


@pytest.mark.parametrize(
    "text", ["", "14:20", "it's 14:20", "it is 3 sets", "my time is short", "tokyo", "i'm in pain", "utc+99", "100x5"]
)
def test_not_said_unasked(text: str) -> None:
    assert read_where(text) is None


@pytest.mark.parametrize(
    ("text", "where"),
    [("14:20", Where(clock=time(14, 20))), ("2pm", Where(clock=time(14))), ("São Paulo", Where(town="São Paulo"))],
)
def test_an_answer(text: str, where: Where) -> None:
    assert read_place(text) == where


@pytest.mark.parametrize(("text", "town"), [("I'm in Tokyo", "tokyo"), ("near Munich", "munich"), ("Tokyo", None)])
def test_what_may_be_a_town(text: str, town: str | None) -> None:
    assert read_near(text) == town


@pytest.mark.parametrize(
    ("where", "hours"),
    [
        (Where(clock=time(0, 12)), [1]),
        (Where(clock=time(12, 12)), [-11, 13]),
        (Where(clock=time(10, 12)), [-13 + 24]),
        (Where(offset=timedelta(hours=5.5)), [5.5]),
        (Where(town="tokyo"), []),
    ],
)
def test_how_far_from_utc(where: Where, hours: list[float]) -> None:
    assert [one / timedelta(hours=1) for one in where.offsets(NOW)] == hours


@given(st.text(max_size=80) | st.from_regex(r"(?:my time is |utc\+|it's )\d{0,4}:?\d{0,3}(?: here)?", fullmatch=True))
def test_any_text_can_be_read(text: str) -> None:
    where = read_place(text)
    assert all(abs(one) < timedelta(days=1) for one in where.offsets(NOW))
