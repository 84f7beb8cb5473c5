"""Which word was meant by one that nobody knows?

A misspelt word is moved to the nearest known one. What protects ordinary words is that they are known too: the
vocabulary holds every word of every phrasing, those of the subjects that are not coached included, and a guard list.
"""

from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

SHORTEST = 4
"""Words of up to three letters are left alone: nearly each is one slip away from another."""


LONG, LONGEST = 8, 30


class Speller:
    """`guarded` words are known but never meant by another; `first` are meant before others as near."""

    def __init__(self, vocabulary: Iterable[str], guarded: Iterable[str], first: Iterable[str] = ()) -> None:
        self._first = frozenset(first)
        heard = {word for word in vocabulary if word.isalpha()}
        self._known = {*heard, *guarded}
        self._near: dict[tuple[int, str], list[str]] = {}
        for word in sorted(word for word in heard if len(word) >= SHORTEST):
            for length in range(len(word) - 2, len(word) + 3):
                for edge in {word[0], f"-{word[-1]}"}:
                    self._near.setdefault((length, edge), []).append(word)
        self.mend = lru_cache(maxsize=20_000)(self._mend)

    def knows(self, word: str) -> bool:
        return word in self._known

    def _mend(self, word: str) -> str:
        """The nearest known word, or the word itself. One slip in a short word, two in a long one.

        A word with one slip keeps its first letter or its last, so only such words are compared.
        """
        if not SHORTEST <= len(word) <= LONGEST or self.knows(word) or not word.isalpha():
            return word
        slips = 2 if len(word) >= LONG else 1
        near = [
            found
            for edge in (word[0], f"-{word[-1]}")
            for found in process.extract(
                word, self._near.get((len(word), edge), ()), scorer=OSA.distance, score_cutoff=slips, limit=8
            )
        ]
        return (
            min(near, key=lambda one: (one[1], one[0] not in self._first, one[0][0] != word[0], one[0]))[0]
            if near
            else word
        )
