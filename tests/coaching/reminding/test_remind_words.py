"""Is it told apart what is wanted behind /remind: one more, another time, none, a pause?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coaching.reminding.remind_words import Deed, Wish, read_wish


@pytest.mark.parametrize(
    ("said", "wish"),
    [
        ("", Wish(Deed.SHOW)),
        ("list", Wish(Deed.SHOW)),
        ("mon wed fri 18:30", Wish(Deed.SET, "mon wed fri 18:30")),
        ("mon to fri 7", Wish(Deed.SET, "mon to fri 7")),
        ("on mondays 7", Wish(Deed.SET, "on mondays 7")),
        ("half past never", Wish(Deed.SET, "half past never")),
        ("off", Wish(Deed.DROP)),
        ("OFF all", Wish(Deed.DROP, which="all")),
        ("off 18:30", Wish(Deed.DROP, which="18:30")),
        ("drop 2", Wish(Deed.DROP, which="2")),
        ("change 18:30 to 19:00", Wish(Deed.CHANGE, "19:00", "18:30")),
        ("change 2 to tue thu", Wish(Deed.CHANGE, "tue thu", "2")),
        ("change to 19:00", Wish(Deed.CHANGE, "19:00")),
        ("change 18:30", Wish(Deed.CHANGE, "18:30")),
        ("change 2", Wish(Deed.SET, "change 2")),
        ("change", Wish(Deed.SHOW)),
        ("?", Wish(Deed.SHOW)),
        ("off forever", Wish(Deed.DROP)),
        ("2 to 19:00", Wish(Deed.CHANGE, "19:00", "2")),
        ("pause", Wish(Deed.PAUSE)),
        ("pause until 5 january", Wish(Deed.PAUSE, "until 5 january")),
        ("holiday 2 weeks", Wish(Deed.PAUSE, "2 weeks")),
        ("resume", Wish(Deed.RESUME)),
        ("on", Wish(Deed.RESUME)),
    ],
)
def test_what_is_wanted(said: str, wish: Wish) -> None:
    assert read_wish(said) == wish


@given(st.text(max_size=80))
def test_any_text_is_a_wish(said: str) -> None:
    assert read_wish(said).deed in Deed
