"""Which word was meant by a misspelt one?"""

from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

SHORTEST = 4
"""Words of three letters are one slip from too many others."""
TRIES = 40
"""Unknown words looked up in one text; a text with more is no log line, and looking costs time."""


class Spelling:
    """Slips of the fingers: one letter, or two neighbours swapped; two in long words. The first letter holds."""

    def __init__(self, targets: Iterable[str], known: frozenset[str]) -> None:
        self._by_letter: dict[str, list[str]] = {}
        for target in sorted(set(targets)):
            if len(target) >= SHORTEST:
                self._by_letter.setdefault(target[0], []).append(target)
        self._known = known

    def repair(self, word: str) -> str:
        if word in self._known or len(word) < SHORTEST - 1 or not word.isascii():
            return word
        slips = 1 if len(word) < 8 else 2
        targets = self._by_letter.get(word[0], ())
        found = process.extractOne(word, targets, scorer=OSA.distance, score_cutoff=slips)
        if found is None or (len(word) < SHORTEST and len(found[0]) != SHORTEST):
            return word
        return found[0]
