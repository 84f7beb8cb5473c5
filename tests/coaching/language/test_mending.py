"""Is a misspelt word mended to what stands well beside its neighbours?"""

import pytest

from bot.coaching.language.measure import judged
from tests.coaching.slips import slipped
from tests.coaching.understanding import SENTENCES, UNDERSTANDER
from tests.knowledge import KNOWLEDGE

MENDED = [
    ("do ull ups work the lats", ("pull-up",)),
    ("how do i breathe on ows", ("bent-over-row", "one-arm-dumbbell-row", "seated-cable-row")),
    ("bird dgs form", ("bird-dog",)),
    ("ltapulldown grip", ("lat-pulldown",)),
    ("what dose the dedlift train", ("deadlift",)),
    ("seatd cabel rwo mistaeks", ("seated-cable-row",)),
]
LEFT_ALONE = ["bread for dinner", "my boat is slow", "the lift in our building", "a long road to town"]


@pytest.mark.parametrize(("text", "exercises"), MENDED)
def test_a_name_is_found_through_its_slips(text: str, exercises: tuple[str, ...]) -> None:
    assert UNDERSTANDER.understand(text).subject.exercises == exercises


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_ordinary_words_become_no_lift(text: str) -> None:
    assert not UNDERSTANDER.understand(text).subject


def test_a_slip_in_every_word_costs_little() -> None:
    """Ten points at most, of all labelled sentences, over three kinds of bad luck."""

    def right(seed: int | None) -> float:
        texts = ((one, one.text if seed is None else slipped(one.text, seed)) for one in SENTENCES)
        verdicts = [judged(one, UNDERSTANDER.understand(text, one.after), KNOWLEDGE) for one, text in texts]
        return verdicts.count("right") / len(verdicts)

    clean = right(None)
    assert max(clean - right(seed) for seed in (1, 2, 3)) <= 0.10
