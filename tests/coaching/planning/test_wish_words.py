"""Which wishes do words change, and which leave them as they are?"""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coaching.planning.wish_words import beyond, read_wishes
from bot.domain.planning import DAYS, MINUTES, Aim, Level, Site, Wishes
from tests.knowledge import KNOWLEDGE

GYM = frozenset(KNOWLEDGE.kits["full-gym"].has)
WISHES = Wishes(equipment=GYM, days=3)
CABLES = {"cable-station", "cable-row-station"}

SAID = {
    "3 days 45 minutes": {"minutes": 45},
    "4x a week": {"days": 4},
    "train twice": {"days": 2},
    "nine days": {},
    "every day": {"days": 6},
    "twice a day": {},
    "get my first chin-up with a door bar": {"aim": Aim.PULL_UP, "equipment": frozenset({"pull-up-bar"})},
    "I can't do a pull-up": {"aim": Aim.PULL_UP},
    "my back hurts": {"hurts": frozenset({Site.LOWER_BACK})},
    "9 days": {"days": 6},
    "5 minutes": {},
    "10 minutes": {"minutes": 20},
    "half an hour": {"minutes": 30},
    "an hour and a half": {"minutes": 90},
    "skip Thursday": {"days": 2},
    "skip leg day": {},
    "what if I miss one session": {"days": 2},
    "one more day": {"days": 4},
    "strength": {"aim": Aim.STRENGTH},
    "my first pull-up": {"aim": Aim.PULL_UP},
    "better posture": {"aim": Aim.HEALTH},
    "I am experienced": {"level": Level.ADVANCED},
    "my elbow hurts": {"hurts": frozenset({Site.ELBOW})},
    "sore low back and a bad knee": {"hurts": frozenset({Site.LOWER_BACK, Site.KNEE})},
    "no cable": {"equipment": GYM - CABLES},
    "without cables": {"equipment": GYM - CABLES},
    "only dumbbells": {"equipment": frozenset({"dumbbell"})},
    "just a barbell and a rack": {"equipment": frozenset({"barbell", "rack"})},
    "barbell at home": {"equipment": frozenset(KNOWLEDGE.kits["barbell-at-home"].has)},
    "no deadlifts": {"refused": frozenset({"deadlift"})},
    "no pull-ups": {"refused": frozenset({"pull-up"})},
    "I love chin-ups": {"loved": frozenset({"chin-up"})},
    "2 days, 30 min, only dumbbells": {"days": 2, "minutes": 30, "equipment": frozenset({"dumbbell"})},
}


@pytest.mark.parametrize("said", SAID)
def test_words_change_these_wishes_and_no_others(said: str) -> None:
    read = read_wishes(said, WISHES, KNOWLEDGE)
    changed = SAID[said]
    if changed:
        assert read == replace(WISHES, **changed)  # type: ignore[arg-type]
    else:
        assert read is None


@pytest.mark.parametrize(
    ("said", "far"), [("9 days", True), ("0 days", True), ("every day", True), ("5 min", False), ("10 min", True)]
)
def test_what_cannot_be_planned_is_known(said: str, far: bool) -> None:
    assert beyond(said) is far


def test_what_is_so_already_is_understood() -> None:
    assert read_wishes("3 days", WISHES, KNOWLEDGE) == WISHES
    assert read_wishes("size", WISHES, KNOWLEDGE) == WISHES


@pytest.mark.parametrize("said", ["", "hello", "what is the weather", "deadlift 100x8", "thanks"])
def test_words_about_something_else_are_none(said: str) -> None:
    assert read_wishes(said, WISHES, KNOWLEDGE) is None


@given(st.text(max_size=80))
def test_whatever_is_said_can_be_planned_or_is_nothing(said: str) -> None:
    read = read_wishes(said, WISHES, KNOWLEDGE)
    assert read is None or (read.days in DAYS and read.minutes in MINUTES)
