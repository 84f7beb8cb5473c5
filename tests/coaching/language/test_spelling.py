"""Is a misspelt word mended, and an ordinary one left alone?"""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as some
from rapidfuzz.distance import OSA

from bot.coaching.language.reader import known_words
from bot.coaching.language.spelling import SHORTEST, Speller
from tests.coaching.understanding import LANGUAGE
from tests.knowledge import KNOWLEDGE

assert LANGUAGE.table is not None
WORDS = known_words(LANGUAGE, KNOWLEDGE, LANGUAGE.table)
SPELLER = Speller(WORDS, LANGUAGE.words.guarded)
LONG_ENOUGH = sorted(word for word in WORDS if word.isalpha() and len(word) >= SHORTEST)


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


@settings(deadline=None)
@given(
    meant=some.sampled_from(LONG_ENOUGH),
    at=some.integers(0, 30),
    left_out=some.integers(0, 2),
    put_in=some.text(some.sampled_from("abelrsté"), max_size=1),
)
def test_every_word_one_slip_away_is_thought_of(meant: str, at: int, left_out: int, put_in: str) -> None:
    said = meant[:at] + put_in + meant[at + left_out :]
    assume(said not in WORDS)
    near = [word for word in LONG_ENOUGH if OSA.distance(said, word, score_cutoff=1) == 1]
    found = [word for word, _ in SPELLER.candidates(said)]
    if len(said) >= SHORTEST and near:
        assert found == near
    else:
        assert {OSA.distance(said, word) for word in found} <= {2}
