"""Is a misspelt word mended, and an ordinary one left alone?"""

import pytest

from bot.coaching.language.reader import known_words
from bot.coaching.language.spelling import Speller
from tests.coaching.understanding import LANGUAGE
from tests.knowledge import KNOWLEDGE

assert LANGUAGE.table is not None
SPELLER = Speller(known_words(LANGUAGE, KNOWLEDGE, LANGUAGE.table), LANGUAGE.words.guarded)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("deadlft", "deadlift"),
        ("daedlift", "deadlift"),
        ("dumbell", "dumbbell"),
        ("latisimus", "latissimus"),
        ("trapezuis", "trapezius"),
        ("brid", "bird"),
        ("pulldwon", "pulldown"),
    ],
)
def test_is_mended(said: str, meant: str) -> None:
    assert SPELLER.mend(said) == meant


@pytest.mark.parametrize("word", ["bread", "lots", "deadline", "row", "xyz", "grown", "qqqqqqqq"])
def test_is_left_alone(word: str) -> None:
    assert SPELLER.mend(word) == word
