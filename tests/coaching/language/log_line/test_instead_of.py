"""Is a set kept that is told with what it was done instead of, and nothing that only speaks of it?"""

import pytest

from bot.coaching.language.log_line import Action
from tests.coaching.language.log_line.lines import read, written


@pytest.mark.parametrize(
    "text",
    [
        "swapped to rdl 60x8",
        "I switched to rdl, 60x8",
        "moved on to rdl 60x8",
        "went to rdl 60x8",
        "switched deadlift for rdl 60x8",
        "swapped the deadlift out for the rdl 60x8",
        "replaced it with rdl 60x8",
        "changed deadlift to rdl 60x8",
        "skipped deadlift, did rdl 60x8",
        "skipped the deadlifts and did rdl 60x8",
    ],
)
@pytest.mark.parametrize("current", ["deadlift", None])
def test_the_set_is_kept_as_what_was_done(text: str, current: str | None) -> None:
    assert written(read(text, current)) == "Romanian deadlift: 60 kg × 8"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "swapped",
        "switched to rdl",
        "skipped deadlift",
        "skipped deadlift for 3 weeks",
        "skipped rows, should i do 3x8 pull ups",
        "switched to rdl 60x8?",
        "went from deadlift 100 to 120",
    ],
)
def test_without_a_set_of_it_nothing_is_kept(text: str) -> None:
    assert read(text, "deadlift").action is not Action.RECORD
