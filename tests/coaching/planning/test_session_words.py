"""Is it heard what is taken, not there, or how little time is left, and nothing else?"""

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
    "short on time": Short(30),
    "no time": Short(30),
    "make it shorter": Short(30),
}


@pytest.mark.parametrize("said", [said for said, meant in SAID.items() if meant is not None])
def test_it_is_heard(said: str) -> None:
    assert read_session_words(said, KNOWLEDGE) == SAID[said]


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
        "no",
    ],
)
def test_nothing_else_is(said: str) -> None:
    assert read_session_words(said, KNOWLEDGE) is None


@given(st.text(max_size=60))
def test_no_text_is_too_odd(said: str) -> None:
    found = read_session_words(said, KNOWLEDGE)
    assert found is None or isinstance(found, (Taken, Short))
