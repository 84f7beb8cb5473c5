"""Is a time of day read as people write it, and nothing else?"""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coaching.reminding.clock_time import read_time


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ("18:30", time(18, 30)),
        ("6.30pm", time(18, 30)),
        ("1830", time(18, 30)),
        ("630", time(6, 30)),
        ("7", time(7)),
        ("at 7 am", time(7)),
        ("6 p.m.", time(18)),
        ("18h30", time(18, 30)),
        ("18h", time(18)),
        ("12am", time(0)),
        ("12pm", time(12)),
        ("noon", time(12)),
        ("0:05", time(0, 5)),
        ("7 o'clock", time(7)),
        ("7 in the evening", time(19)),
        ("3 in the afternoon", time(15)),
        ("12 in the afternoon", time(12)),
        ("half past six", time(6, 30)),
        ("a quarter to nine in the evening", time(20, 45)),
        ("quarter past 12", time(12, 15)),
        ("9 at night", time(21)),
        ("12 at night", time(0)),
        ("2 at night", time(2)),
        ("18:30 in the evening", time(18, 30)),
        ("7:15 in the morning", time(7, 15)),
    ],
)
def test_a_time(said: str, at: time) -> None:
    assert read_time(said) == at


@pytest.mark.parametrize(
    "said",
    [
        "",
        "24:00",
        "18:61",
        "13pm",
        "0am",
        "7:5",
        "half past never",
        "half six",
        "٣",
        "18:30:00",
        "1e1",
        "18 in the morning",
        "in the evening",
        "7 pm pm",
    ],
)
def test_no_time(said: str) -> None:
    assert read_time(said) is None


@given(st.times())
def test_what_is_written_plainly_comes_back(at: time) -> None:
    assert read_time(f"{at:%H:%M}") == at.replace(second=0, microsecond=0)


@given(st.text(max_size=40))
def test_any_text_is_a_time_or_none(said: str) -> None:
    read_time(said)
