"""By which marks is a phrasing recognised? Words, pairs and triples of words, and pieces of words."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

VERSION = 2
"""Goes up when the marks change: a table built from others is stale."""

WORD, PAIR, TRIPLE, PIECE = 1.0, 0.9, 0.6, 0.45
LONGEST_WORD = 30
"""What is longer is no word, and its pieces are not kept."""
REMEMBERED = 4096
"""Words whose pieces are kept: more than a language has about training, and at most 10 MB of them."""
EDGES = frozenset("<>")
"""They bound a phrasing and mark nothing by themselves."""


def marks(words: Sequence[str]) -> Iterator[tuple[str, float]]:
    """Every mark of a masked phrasing and how much its kind counts, some of them more than once."""
    bounded = ["<", *words, ">"]
    yield from ((word, 0.0 if word in EDGES else WORD) for word in bounded)
    yield from ((pair, PAIR) for pair in _pairs(bounded))
    yield from ((triple, TRIPLE) for triple in _triples(bounded))
    yield from ((piece, PIECE) for word in words for piece in _pieces(word))


def distinct_marks(words: Sequence[str]) -> set[str]:
    """The same marks, each once."""
    bounded = ["<", *words, ">"]
    return set(words).union(_pairs(bounded), _triples(bounded), *map(_pieces, words))


def _pairs(bounded: Sequence[str]) -> list[str]:
    return [f"{one} {other}" for one, other in pairwise(bounded)]


def _triples(bounded: Sequence[str]) -> list[str]:
    return [" ".join(three) for three in zip(bounded, bounded[1:], bounded[2:], strict=False)]


def _pieces(word: str) -> tuple[str, ...]:
    return _cut(word) if 3 <= len(word) <= LONGEST_WORD and not word.isupper() else ()


@lru_cache(maxsize=REMEMBERED)
def _cut(word: str) -> tuple[str, ...]:
    edged = f"_{word}_"
    return tuple(f"~{edged[at : at + size]}" for size in (3, 4) for at in range(len(edged) - size + 1))
