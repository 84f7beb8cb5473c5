"""Is it heard what is taken, not there, or how little time is left, and nothing else?"""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coaching.planning.session_words import Short, Taken, read_session_words
from tests.knowledge import KNOWLEDGE

SAID = {
    "taken": Taken(),
    "It's taken.": Taken(),
    "busy": Taken(),
    "the machine is taken": Taken(),
    "machine's busy right now": Taken(),
    "someone is on it": Taken(),
    "all racks are taken": Taken(frozenset({"rack"})),
    "the rack is busy": Taken(frozenset({"rack"})),
    "somebody is using the smith machine": None,
    "no cable": Taken(frozenset({"cable-station", "cable-row-station"})),
    "there is no barbell here": Taken(frozenset({"barbell"})),
    "the dumbbells are gone": Taken(frozenset({"dumbbell"})),
    "30 minutes": Short(30),
    "I only have 25 min left": Short(25),
    "just 45 mins": Short(45),
    "05 min": Short(10),
    "1 hour": Short(60),
    "1h": Short(60),
    "one hour": Short(60),
    "an hour": Short(60),
    "I have an hour today": Short(60),
    "i have an hour after all": Short(60),
    "more time after all": Short(90),
    "I've got more time now": Short(90),
    "I've got about an hour": Short(60),
    "45 min": Short(45),
    "half an hour": Short(30),
    "I only have half an hour": Short(30),
    "a half hour left": Short(30),
    "I have 40 minutes": Short(40),
    "three quarters of an hour": Short(45),
    "a quarter of an hour left": Short(15),
    "1.5 hours": Short(90),
    "an hour and a half": Short(90),
    "1h15": Short(75),
    "1 hour 20 minutes": Short(80),
    "2 hours": Short(90),
    "120 minutes": Short(90),
    "only 5 minutes left": Short(10),
    "short on time": Short(30),
    "no time": Short(30),
    "make it shorter": Short(30),
}


@pytest.mark.parametrize("said", [said for said, meant in SAID.items() if meant is not None])
def test_it_is_heard(said: str) -> None:
    found = read_session_words(said, KNOWLEDGE)
    assert (replace(found, told=True) if isinstance(found, Short) else found) == SAID[said]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("30 minutes", False),
        ("an hour", False),
        ("1h15", False),
        ("no time today", False),
        ("only 2 minutes", False),
        ("i only have 30 minutes", True),
        ("I just have 20 mins", True),
        ("i've only got half an hour", True),
        ("only 30 minutes", True),
        ("30 minutes left", True),
        ("40 min today", True),
        ("short on time", True),
        ("make it short", True),
        ("more time after all", False),
    ],
)
def test_a_mere_time_is_told_apart_from_all_the_time_there_is(said: str, *, told: bool) -> None:
    found = read_session_words(said, KNOWLEDGE)
    assert isinstance(found, Short)
    assert found.told is told


def test_a_machine_by_its_name_is_that_machine() -> None:
    found = read_session_words("somebody is using the smith machine", KNOWLEDGE)
    assert isinstance(found, Taken)
    assert "smith-machine" in found.pieces


@pytest.mark.parametrize(
    "said",
    [
        "",
        "deadlift 30",
        "30",
        "how do I row when the rack is taken?",
        "no pain no gain",
        "is the machine better than the barbell",
        "my energy is gone",
        "100x8",
        "rest 2 minutes",
        "2 min",
        "in an hour",
        "an hour ago",
        "how long does an hour take",
        "hours",
        "no",
    ],
)
def test_nothing_else_is(said: str) -> None:
    assert read_session_words(said, KNOWLEDGE) is None


@given(st.text(max_size=60))
def test_no_text_is_too_odd(said: str) -> None:
    found = read_session_words(said, KNOWLEDGE)
    assert found is None or isinstance(found, (Taken, Short))
