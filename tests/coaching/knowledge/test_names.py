"""When are two written names the same?"""

import pytest

from bot.coaching.knowledge.names import clash_key, normalise


@pytest.mark.parametrize(
    ("name", "normal"),
    [
        ("Pull-Up", "pull up"),
        ("  Bent-over   ROW ", "bent over row"),
        ("farmer's carry", "farmers carry"),
        ("farmer’s carry", "farmers carry"),
        ("45° back extension", "45 back extension"),
        ("Überzug", "uberzug"),
        ("!?", ""),
    ],
)
def test_normal_form(name: str, normal: str) -> None:
    assert normalise(name) == normal


@pytest.mark.parametrize(("one", "other"), [("pull-ups", "Pullup"), ("lat pull downs", "latpulldown"), ("DL", "d l")])
def test_spaces_hyphens_and_plurals_make_no_other_name(one: str, other: str) -> None:
    assert clash_key(one) == clash_key(other)


@pytest.mark.parametrize(("one", "other"), [("GMs", "GM"), ("chin-up", "pull-up")])
def test_other_names_stay_apart(one: str, other: str) -> None:
    assert clash_key(one) != clash_key(other)
