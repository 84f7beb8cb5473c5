"""Is it heard when days are not trained, and nothing else taken for it?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coaching.planning.absence_words import Away, Skipped, read_absence

SAID = {
    "what if I go on holiday": Away(),
    "what if I'm away for two weeks": Away(14),
    "what happens if I skip a week": Away(7),
    "I take a week off": Away(7),
    "what if I miss this week": Away(7),
    "what if I take a break of a month": Away(30),
    "what if I can't train for 10 days": Away(10),
    "what happens when I stop training": Away(),
    "what if I'm travelling for a couple of weeks": Away(14),
    "holiday": Away(),
    "a fortnight off": Away(14),
    "away for 1.5 weeks": Away(10),
    "away for 2,5 weeks": Away(18),
    "away for 1.5 months": Away(45),
    "what if I only train once this week": Skipped(left=1),
    "what if this week I just train twice": Skipped(left=2),
    "what if I only do 2 sessions this week": Skipped(left=2),
    "skip Thursday": Skipped(1, frozenset({3})),
    "what if I skip mon and wed": Skipped(2, frozenset({0, 2})),
    "what if I can't come on Friday": Skipped(1, frozenset({4})),
    "what if I miss a session": Skipped(),
    "what if I skip the next workout": Skipped(),
    "what happens if I skip a training day": Skipped(),
    "what if I skip two sessions": Skipped(2),
    "what if I skip today": Skipped(near=0),
    "what if I skip tomorrow's session": Skipped(near=1),
}


@pytest.mark.parametrize("said", SAID)
def test_it_is_heard(said: str) -> None:
    assert read_absence(said) == SAID[said]


@pytest.mark.parametrize(
    "said",
    [
        "",
        "what if I skip leg day",
        "what if I skip warm ups",
        "what if I skip deadlifts",
        "twice a week",
        "what if I train twice",
        "what if I train only once a week",
        "what if I skip a day every week",
        "no deadlifts this week",
        "what if I miss a rep",
        "what happens if I take a break between sets",
        "what if I miss one rep",
        "what if I can't train because my elbow hurts",
        "what if the bar is an inch off",
        "how many days a week",
        "3 days 45 minutes",
    ],
)
def test_nothing_else_is(said: str) -> None:
    assert read_absence(said) is None


@given(st.text(max_size=60))
def test_no_text_is_too_odd(said: str) -> None:
    assert read_absence(said) is None or isinstance(read_absence(said), (Away, Skipped))
