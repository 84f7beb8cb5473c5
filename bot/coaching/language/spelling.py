"""Which words may have been meant by one that nobody knows?

What protects ordinary words is that they are known too: the vocabulary holds every word of every phrasing, those of
the subjects that are not coached included, and a guard list. A word one slip away is found by what both are with a
letter left out (the "symmetric delete" of SymSpell), so no list is walked; two slips are looked for in long words only.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain
from math import log
from zlib import crc32

from rapidfuzz import process
from rapidfuzz.distance import OSA

SHORTEST = 3
"""Words of up to two letters are left alone: nearly each is one slip away from another."""
SURE = 4
"""A word of so many letters is mended even where nothing beside it speaks for it."""
LONG, LONGEST = 8, 30
MOST = 8
OTHER_START = 0.4
"""What a changed first letter costs on top: people seldom miss it."""
SINGLE_NAME = 0.8
PLACE = (1 << 32) - 1

Meant = tuple[str, float]
"""A word and how well it stands for itself: its slips (each -1.5), its start, and how often it is said."""


class Speller:
    """`vocabulary`: how often each word is said. `guarded` words are known but never meant by another; `first` are
    meant before others as near."""

    def __init__(self, vocabulary: Mapping[str, int], guarded: Iterable[str], first: Iterable[str] = ()) -> None:
        self._first = frozenset(first)
        self._times = {word: times for word, times in vocabulary.items() if word.isalpha()}
        self._guarded = frozenset(guarded) - self._times.keys()
        self._words = sorted(word for word in self._times if len(word) >= SHORTEST)
        # What words are with a letter left out would be 100,000 strings in lists, 200 bytes each. As checksums in
        # order, a word's place in the lower half, it is 8 bytes; where two share one, it is a comparison more.
        near = (crc32(one.encode()) << 32 | at for at, word in enumerate(self._words) for one in _shorter(word))
        self._near = array("Q", sorted(near))
        self._long: dict[tuple[int, str], list[str]] = {}
        for word in self._words:
            if len(word) >= LONG - 2:
                for edge in {word[0], f"-{word[-1]}"}:
                    self._long.setdefault((len(word), edge), []).append(word)
        self.candidates = lru_cache(maxsize=20_000)(self._candidates)
        self._mended = lru_cache(maxsize=20_000)(self._mend)

    def knows(self, word: str) -> bool:
        return word in self._times or word in self._guarded

    def hears(self, word: str) -> bool:
        """Whether the word stands in a phrasing or a name, and not only on the guard list."""
        return word in self._times

    def mend(self, word: str) -> str:
        """The likeliest known word, or the word itself."""
        return self._mended(word) if SURE <= len(word) <= LONGEST and not self.knows(word) else word

    def _mend(self, word: str) -> str:
        return max(self.candidates(word), key=lambda one: (one[1], one[0]), default=(word, 0.0))[0]

    def _candidates(self, word: str) -> tuple[Meant, ...]:
        """Known words that are one slip away; of a long word, where there are none, two slips."""
        if not SHORTEST <= len(word) <= LONGEST or not word.isalpha():
            return ()
        near = {found for shorter in _shorter(word) for found in self._with(shorter)} - {word}
        one_away = [found for found in near if OSA.distance(word, found, score_cutoff=1) == 1]
        if one_away or len(word) < LONG:
            return tuple(self._weighed(word, found, 1) for found in sorted(one_away))
        return tuple(self._weighed(word, found, 2) for found in sorted(set(self._two_away(word))))

    def _with(self, shorter: str) -> Iterator[str]:
        """Known words that are, as they stand or with a letter left out, what is given, and now and then another."""
        first = crc32(shorter.encode()) << 32
        for at in range(bisect_left(self._near, first), len(self._near)):
            if self._near[at] > first | PLACE:
                break
            yield self._words[self._near[at] & PLACE]

    def _two_away(self, word: str) -> Iterator[str]:
        lengths = range(len(word) - 2, len(word) + 3)
        for edge in (word[0], f"-{word[-1]}"):
            choices = sorted(chain.from_iterable(self._long.get((length, edge), ()) for length in lengths))
            for found, *_ in process.extract(word, choices, scorer=OSA.distance, score_cutoff=2, limit=MOST):
                yield found

    def _weighed(self, word: str, found: str, slips: int) -> Meant:
        other_start = OTHER_START if word[0] != found[0] else 0.0
        named = SINGLE_NAME if found in self._first else 0.0
        return found, named - 1.5 * slips - other_start + 0.15 * log(self._times[found])


def _shorter(word: str) -> Iterator[str]:
    """The word, and the word with each of its letters left out."""
    yield word
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]
