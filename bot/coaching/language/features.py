"""By which marks is a phrasing recognised? Words, pairs and triples of words, and pieces of words."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

VERSION = 1
"""Goes up when the marks change: a table built from others is stale."""

WORD, PAIR, TRIPLE, PIECE = 1.0, 0.9, 0.6, 0.45


def marks(words: Sequence[str]) -> Iterator[tuple[str, float]]:
    """Every mark of a masked phrasing, some of them more than once."""
    bounded = ["<", *words, ">"]
    last = ""
    before = ""
    for word in bounded:
        yield word, WORD if word not in "<>" else 0.0
        if last:
            yield f"{last} {word}", PAIR
        if before:
            yield f"{before} {last} {word}", TRIPLE
        before, last = last, word
        if not word.isupper():
            for piece in _pieces(word):
                yield piece, PIECE


@lru_cache(maxsize=20_000)
def _pieces(word: str) -> tuple[str, ...]:
    edged = f"_{word}_"
    if len(word) < 3:
        return ()
    return tuple(f"~{edged[at : at + size]}" for size in (3, 4) for at in range(len(edged) - size + 1))
