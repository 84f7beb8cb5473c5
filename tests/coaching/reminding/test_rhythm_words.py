"""Are days and a time read as people write them, and nothing else; and is what is shown read as itself?"""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coaching.reminding.rhythm_words import Spoken, days_text, read_rhythm, rhythm_text
from bot.domain.reminding import EVERY_DAY, WEEKDAYS, WEEKEND, Rhythm

MON, TUE, WED, THU, FRI, SAT, SUN = range(7)
DAYS = st.frozensets(st.integers(0, 6), min_size=1)


@pytest.mark.parametrize(
    ("said", "days", "at"),
    [
        ("mon wed fri 18:30", {MON, WED, FRI}, time(18, 30)),
        ("every day 7", EVERY_DAY, time(7)),
        ("daily at 6 a.m.", EVERY_DAY, time(6)),
        ("weekdays 6.30pm", WEEKDAYS, time(18, 30)),
        ("tuesdays and thursdays at 7 in the evening", {TUE, THU}, time(19)),
        ("at 7 in the evening on tuesdays", {TUE}, time(19)),
        ("18:30 mon, wed & fri", {MON, WED, FRI}, time(18, 30)),
        ("Mon/Wed/Fri 18h30", {MON, WED, FRI}, time(18, 30)),
        ("mon-fri 7am", WEEKDAYS, time(7)),
        ("monday to friday at 7", WEEKDAYS, time(7)),
        ("fri – mon 9", {FRI, SAT, SUN, MON}, time(9)),
        ("mon-wed-fri 18:30", {MON, WED, FRI}, time(18, 30)),
        ("m w f 1830", {MON, WED, FRI}, time(18, 30)),
        ("mwf 1830", {MON, WED, FRI}, time(18, 30)),
        ("weekends noon", WEEKEND, time(12)),
        ("every monday morning at 7", {MON}, time(7)),
        ("saturdays 8 at night", {SAT}, time(20)),
        ("every day except sunday 7", EVERY_DAY - {SUN}, time(7)),
        ("weekdays but not wed, 17.00", WEEKDAYS - {WED}, time(17)),
        ("every day except sat-sun 7", WEEKDAYS, time(7)),
        ("wensday and thrusday 19", {WED, THU}, time(19)),
        ("remind me on sundays at 9 o'clock please", {SUN}, time(9)),
        ("MON. 9 P.M.", {MON}, time(21)),
        ("mondays 7pm", {MON}, time(19)),
        ("weekends at half past nine", WEEKEND, time(9, 30)),
        ("half past seven in the evening", None, time(19, 30)),
        ("fridays a quarter to 7", {FRI}, time(6, 45)),
        ("mon at quarter past eight", {MON}, time(8, 15)),
        ("every morning", EVERY_DAY, None),
        ("friday evening", {FRI}, None),
        ("18:30", None, time(18, 30)),
        ("every evening at 7", None, time(19)),
        ("at noon", None, time(12)),
        ("mon wed", {MON, WED}, None),
        ("every day", EVERY_DAY, None),
        ("tues", {TUE}, None),
        ("evry day 7", EVERY_DAY, time(7)),
        ("weekdys at 6pm", WEEKDAYS, time(18)),
        ("mnday frday 18.30", {MON, FRI}, time(18, 30)),
        ("mo we fr 18:30", {MON, WED, FRI}, time(18, 30)),
    ],
)
def test_what_is_read(said: str, days: set[int] | None, at: time | None) -> None:
    assert read_rhythm(said) == Spoken(None if days is None else frozenset(days), at)


@pytest.mark.parametrize(
    "said",
    [
        "",
        "   ",
        "half past never",
        "tomorrow 7",
        "every other day 7",
        "every 2 days 7",
        "3 times a week",
        "three times a week",
        "half past 7:30",
        "half past 25",
        "twice a week",
        "every day except",
        "every day except every day 7",
        "mon to 18:30",
        "- fri 7",
        "18:30 and 19:00",
        "mon 7 and 19",
        "today 7",
        "25:00 mon",
        "13pm fri",
        "mon 7 10 december",
        "mo mi fr 18:30",
        "deadlift 60x8",
        "٣ mon",
        "mon 7\x00",
        "mon " * 100,
        "18 in the morning",
        "7 in the morning evening",
    ],
)
def test_what_is_not_read(said: str) -> None:
    assert read_rhythm(said) is None


@given(DAYS, st.times())
def test_what_is_shown_is_read_as_itself(days: frozenset[int], at: time) -> None:
    rhythm = Rhythm(at.replace(second=0, microsecond=0), days)
    assert read_rhythm(rhythm_text(rhythm)) == Spoken(rhythm.days, rhythm.at)
    assert read_rhythm(days_text(days)) == Spoken(days, None)


PARTS = (
    "mon tuesday wed. thu's fri-sun - to except 7 18:30 pm at night evening in the every day weekdays , & 2 noon ’ ::"
)
WORDS = st.sampled_from(PARTS.split())


@given(st.text(max_size=150) | st.lists(WORDS, max_size=12).map(" ".join))
def test_any_text_is_a_rhythm_or_none(said: str) -> None:
    spoken = read_rhythm(said)
    assert spoken is None or spoken.days or spoken.at is not None
