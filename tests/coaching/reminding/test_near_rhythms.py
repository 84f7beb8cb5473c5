"""Is it seen what weekdays and a time cannot say, and is what comes near it near?"""

from datetime import UTC, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coaching.reminding.near_rhythms import Kind, read_near
from bot.coaching.reminding.rhythm_words import days_text

NOW = datetime(2026, 11, 26, 23, 30, tzinfo=UTC)
"""A Thursday."""


@pytest.mark.parametrize(
    ("said", "kind", "first", "at"),
    [
        ("every other day", Kind.EVERY_SO_MANY_DAYS, "Mon Wed Fri Sun", None),
        ("every second day at 18:00", Kind.EVERY_SO_MANY_DAYS, "Mon Wed Fri Sun", time(18)),
        ("alternate days 7", Kind.EVERY_SO_MANY_DAYS, "Mon Wed Fri Sun", time(7)),
        ("every third day 7pm", Kind.EVERY_SO_MANY_DAYS, "Mon Thu", time(19)),
        ("three times a week", Kind.TIMES_A_WEEK, "Mon Wed Fri", None),
        ("twice a week at 18:00", Kind.TIMES_A_WEEK, "Mon Thu", time(18)),
        ("4x/week 7", Kind.TIMES_A_WEEK, "Mon Tue Thu Fri", time(7)),
        ("every other monday 18:00", Kind.EVERY_SO_MANY_WEEKS, "Mon", time(18)),
        ("every two weeks", Kind.EVERY_SO_MANY_WEEKS, "Mon", None),
        ("tomorrow at 7", Kind.ONCE, "Fri", time(7)),
        ("remind me tomorow morning at 7", Kind.ONCE, "Fri", time(7)),
        ("to train today at 23:45", Kind.ONCE, "Thu", time(23, 45)),
        ("tonight", Kind.ONCE, "Thu", None),
        ("this evening at 8", Kind.ONCE, "Thu", time(20)),
        ("in an hour", Kind.ONCE, "Fri", time(0, 30)),
        ("in half an hour", Kind.ONCE, "Fri", time(0)),
        ("in 20 minutes", Kind.ONCE, "Thu", time(23, 50)),
        ("in 2 days", Kind.ONCE, "Sat", None),
    ],
)
def test_what_comes_near(said: str, kind: Kind, first: str, at: time | None) -> None:
    near = read_near(said)
    assert near is not None
    days, when = near.from_now(NOW)
    assert (near.kind, days_text(days[0]), when) == (kind, first, at)


@pytest.mark.parametrize(
    "said",
    [
        "",
        "mon wed 7",
        "every hour",
        "tomorrow to deadlift",
        "how many times a week should I train",
        "three times 60",
        "every other day mon 7",
        "in 20 sets",
    ],
)
def test_what_says_none_of_these(said: str) -> None:
    assert read_near(said) is None


PARTS = "every other day tomorrow in 999 days twice a week 7 pm mon 3 times x / at"
WORDS = st.sampled_from(PARTS.split())
MOMENTS = st.datetimes(max_value=datetime(9000, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - given its zone beside


@given(st.text(max_size=130) | st.lists(WORDS, max_size=10).map(" ".join), MOMENTS)
def test_any_text_is_near_or_none(said: str, now: datetime) -> None:
    near = read_near(said)
    if near is not None:
        assert all(near.from_now(now)[0])
