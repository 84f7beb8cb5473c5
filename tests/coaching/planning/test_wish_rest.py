"""What of a wish is told as left out, and what is told to go with a barbell?"""

import pytest

from bot.coaching.planning.wish_rest import hurts_all_over, not_understood, went_along
from tests.knowledge import KNOWLEDGE


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("get big, dumbbells, twice a week", ()),
        ("home gym with barbell and rack", ()),
        ("strength, 3 years, full gym", ()),
        ("i have dumbbells up to 20 kg and a bench", ()),
        ("3 days, 45 min, dumbbells and a bench, my elbow hurts, love chin-ups", ()),
        ("no deadlifts no rows", ()),
        ("lose weight, 3 days", ("lose weight",)),
        ("i only have a towel and a door", ("towel and a door",)),
        ("bigger shoulders and abs, 2 days", ("shoulders and abs",)),
        ("deadlifts, 2 days", ("deadlifts",)),
        ("my elbow is better but still hurts", ()),
        ("it hurts", ("hurts",)),
        ("asdf", ("asdf",)),
        ("a, b1, b2, b3, b4, b5, b6", ("b1", "b2", "b3", "b4")),
        ("", ()),
    ],
)
def test_what_changes_nothing_is_told(said: str, left: tuple[str, ...]) -> None:
    assert not_understood(said, KNOWLEDGE) == left


def test_what_needs_the_plates_goes_with_the_barbell_unless_it_is_named() -> None:
    assert went_along("no barbell", KNOWLEDGE) == {"hex-bar", "landmine"}
    assert went_along("no barbell, with a trap bar", KNOWLEDGE) == {"landmine"}
    assert went_along("no barbell, no trap bar", KNOWLEDGE) == {"landmine"}
    assert not not_understood("no barbell, no trap bar", KNOWLEDGE)
    assert not went_along("no cable", KNOWLEDGE)


@pytest.mark.parametrize(
    ("said", "all_over"), [("everything hurts", True), ("sore everywhere", True), ("my elbow hurts", False)]
)
def test_where_everything_hurts_there_is_nothing_to_plan_around(said: str, all_over: bool) -> None:
    assert hurts_all_over(said) is all_over
