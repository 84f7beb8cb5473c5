"""Are names found joined, split and in the plural, the longest first?"""

import pytest

from bot.coaching.language.names import Kind, Names, masked

NAMES = Names({"db": "dumbbell", "1": "one"})
NAMES.learn(Kind.EXERCISE, ("one-arm-dumbbell-row",), ["one-arm dumbbell row"])
NAMES.learn(Kind.EXERCISE, ("pull-up",), ["pull-up"])
NAMES.learn(Kind.EXERCISE, ("lat-pulldown",), ["lat pulldown"])
NAMES.learn(Kind.EXERCISE, ("bent-over-row", "seated-cable-row"), ["row"])
NAMES.learn(Kind.MUSCLE, ("latissimus-dorsi",), ["lats"])
NAMES.learn(Kind.OTHER, ("cardio",), ["rowing machine", "pull-up"])


@pytest.mark.parametrize(
    ("said", "ids", "mask"),
    [
        ("pullups please", [("pull-up",)], "EXERCISE please"),
        ("pull ups", [("pull-up",)], "EXERCISE"),
        ("lat pull downs for lats", [("lat-pulldown",), ("latissimus-dorsi",)], "EXERCISE for MUSCLE"),
        ("1 arm db rows 3", [("one-arm-dumbbell-row",)], "EXERCISE NUMBER"),
        ("rows", [("bent-over-row", "seated-cable-row")], "EXERCISE"),
        ("rowing machine", [("cardio",)], "OTHER"),
        ("nothing here", [], "nothing here"),
    ],
)
def test_names_are_found_and_masked(said: str, ids: list[tuple[str, ...]], mask: str) -> None:
    words = said.split()
    found = NAMES.find(words)
    assert [one.ids for one in found] == ids
    assert " ".join(masked(words, found)) == mask


def test_a_name_keeps_its_first_meaning() -> None:
    assert NAMES.keys["pullup"] == (Kind.EXERCISE, ("pull-up",))
