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


class Speller:
    def __init__(self, vocabulary: Iterable[str], guarded: Iterable[str]) -> None:
        targets = sorted({word for word in vocabulary if len(word) >= SHORTEST and word.isalpha()})
        self._known = {*targets, *guarded}
        self._by_length: dict[int, list[str]] = {}
        for word in targets:
            for length in range(len(word) - 2, len(word) + 3):
                self._by_length.setdefault(length, []).append(word)
        self.mend = lru_cache(maxsize=20_000)(self._mend)

    def knows(self, word: str) -> bool:
        return len(word) < SHORTEST or word in self._known

    def _mend(self, word: str) -> str:
        """The nearest known word, or the word itself. One slip in a short word, two in a long one."""
        if self.knows(word) or not word.isalpha() or len(word) > 30:
            return word
        for slips in (1, 2) if len(word) >= 8 else (1,):
            near = process.extract(
                word, self._by_length.get(len(word), ()), scorer=OSA.distance, score_cutoff=slips, limit=4
            )
            if near:
                return min(near, key=lambda one: (one[1], one[0][0] != word[0], one[0]))[0]
        return word
