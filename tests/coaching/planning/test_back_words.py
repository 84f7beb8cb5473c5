"""Is it understood that something is fine again, and nothing else taken for it?"""

import pytest

from bot.coaching.planning.back_words import Back, IsOff, read_back_words, read_off_words
from bot.domain.planning import Site

NOWHERE: frozenset[Site] = frozenset()


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("put the deadlift back", Back("deadlift", NOWHERE, put=True)),
        ("Put deadlift back in please.", Back("deadlift", NOWHERE, put=True)),
        ("bring back the pull-ups", Back("pull-ups", NOWHERE, put=True)),
        ("put it back", Back("", NOWHERE, put=True)),
        ("deadlift is fine again", Back("deadlift", NOWHERE, put=False)),
        ("pull ups are ok now", Back("pull ups", NOWHERE, put=False)),
        ("my elbow is fine again", Back("elbow", frozenset({Site.ELBOW}), put=False)),
        ("my lower back doesn't hurt anymore", Back("lower back", frozenset({Site.LOWER_BACK}), put=False)),
        ("my back is much better now", Back("back", frozenset({Site.LOWER_BACK}), put=False)),
        ("put the back extension back", Back("back extension", NOWHERE, put=True)),
        ("the back extensions are fine again", Back("back extensions", NOWHERE, put=False)),
        ("bring back the hip thrust", Back("hip thrust", NOWHERE, put=True)),
        ("my left elbow is fine again", Back("left elbow", frozenset({Site.ELBOW}), put=False)),
        ("elbow fine again", Back("elbow", frozenset({Site.ELBOW}), put=False)),
        ("elbow's ok now", Back("elbow", frozenset({Site.ELBOW}), put=False)),
        ("it doesn't hurt any more", Back("", NOWHERE, put=False)),
    ],
)
def test_what_is_fine_again(said: str, meant: Back) -> None:
    assert read_back_words(said) == meant


@pytest.mark.parametrize(
    "said",
    [
        "my elbow is fine",
        "is the deadlift fine again?",
        "is the deadlift fine again",
        "is my elbow ok now",
        "elbow not ok now",
        "my elbow is not fine again",
        "elbow hurts but ok now",
        "hope my elbow is fine again",
        "never fine again",
        "put 20 kg back",
        "how do i put the bar back",
        "my elbow is fine again, what weight",
        "deadlift 100x8",
        "my back",
        "",
    ],
)
def test_what_says_something_else(said: str) -> None:
    assert read_back_words(said) is None


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("can i deadlift", IsOff("deadlift", asks=True)),
        ("Should I do deadlifts today?", IsOff("deadlifts", asks=True)),
        ("the deadlift is fine", IsOff("deadlift")),
        ("deadlift pain free", IsOff("deadlift")),
        ("rows felt good", IsOff("rows")),
        ("which lifts are off?", IsOff()),
        ("what's off", IsOff()),
        ("can i deadlift with a sore back", IsOff("deadlift with a sore back", asks=True)),
        ("can i deadlift 100x8", None),
        ("deadlift", None),
        ("my back hurts", None),
        ("what is off the floor", None),
    ],
)
def test_what_is_asked_or_said_of_a_lift_that_may_be_off(said: str, meant: IsOff | None) -> None:
    assert read_off_words(said) == meant
