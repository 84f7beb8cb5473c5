"""Are several rhythms in one message told apart, and one never taken for several?"""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coaching.reminding.rhythm_words import rhythm_text
from bot.coaching.reminding.several_rhythms import read_rhythms
from bot.domain.reminding import EVERY_DAY, Rhythm

RHYTHMS = st.builds(
    lambda at, days: Rhythm(at.replace(second=0, microsecond=0), days),
    st.times(),
    st.frozensets(st.integers(0, 6), min_size=1),
)


@pytest.mark.parametrize(
    ("said", "texts"),
    [
        ("mondays 7pm, thursdays 8pm", ["Mon 19:00", "Thu 20:00"]),
        ("mon 7am thu 7pm", ["Mon 07:00", "Thu 19:00"]),
        ("7pm mon and 8pm thu", ["Mon 19:00", "Thu 20:00"]),
        ("on monday and wednesday at half past six, saturday morning at 10", ["Mon Wed 06:30", "Sat 10:00"]),
        ("weekdays except wed 7; sat 9", ["Mon Tue Thu Fri 07:00", "Sat 09:00"]),
        ("mon wed 7 and 19", ["Mon Wed 07:00", "Mon Wed 19:00"]),
        ("7 and 19:00 every day", ["Every day 07:00", "Every day 19:00"]),
    ],
)
def test_several(said: str, texts: list[str]) -> None:
    assert [rhythm_text(one) for one in read_rhythms(said)] == texts


@pytest.mark.parametrize(
    "said",
    ["", "mon wed fri 18:30", "18:30", "7 and 19", "mon 7 mon 7", "mon 7, thu", "mon 7, thu never", "mon 7 " * 30],
)
def test_not_several(said: str) -> None:
    assert read_rhythms(said) == ()


@given(st.lists(RHYTHMS, min_size=2, max_size=4, unique=True))
def test_what_is_shown_is_read_as_itself(rhythms: list[Rhythm]) -> None:
    said = ", ".join(map(rhythm_text, rhythms))
    assert read_rhythms(said) == (tuple(rhythms) if len(said) <= 120 else ())


PARTS = "mon thursdays 7 19:00 pm noon and , ; except - in the morning every day weekdays ’"
WORDS = st.sampled_from(PARTS.split())


@given(st.text(max_size=130) | st.lists(WORDS, max_size=14).map(" ".join))
def test_any_text_is_several_or_none(said: str) -> None:
    assert len(read_rhythms(said)) != 1
    assert all(one.days <= EVERY_DAY and one.at < time.max for one in read_rhythms(said))
