"""Are turns of phrase rewritten, the same as one after the other, however they are looked for?"""

import re

import pytest

from bot.coaching.language.rewriting import Rewrites
from bot.coaching.language.words import plain
from tests.coaching.understanding import LANGUAGE, SENTENCES

OWN = Rewrites(LANGUAGE.words.rewrites)
TRICKY = [
    (r"\bone|two", "2"),
    (r"\b(a|b)c", r"\1d"),
    (r"\b(x)\1\b", "y"),
    (r"\b[a|(]z", "q"),
    (r"end$", "start"),
    (r"\bstart", "begun"),
]


def one_after_the_other(rewrites: list[tuple[str, str]], said: str) -> str:
    for pattern, new in rewrites:
        said = re.sub(pattern, new, said)
    return said


@pytest.mark.parametrize(
    "said", ["stwo one", "ac bc", "xx", "xxx", "(z az", "the end", "restart start", "nothing of it"]
)
def test_patterns_of_every_shape(said: str) -> None:
    assert Rewrites(TRICKY).apply(said) == one_after_the_other(TRICKY, said)


def test_every_sentence_is_rewritten_as_one_after_the_other() -> None:
    own = list(LANGUAGE.words.rewrites)
    said = [plain(sentence.text) for sentence in SENTENCES]
    assert [OWN.apply(text) for text in said] == [one_after_the_other(own, text) for text in said]
    assert any(OWN.apply(text) != text for text in said)


def test_nothing_to_rewrite() -> None:
    assert Rewrites([]).apply("wanna") == "wanna"
