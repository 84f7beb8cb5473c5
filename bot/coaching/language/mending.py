"""Which word was meant, given the words beside it? `ull ups` are pull-ups, `on ows` is on rows."""

from collections.abc import Container, Sequence

from bot.coaching.language.names import MASKS, Names
from bot.coaching.language.spelling import LONGEST, SURE, Speller

IN_A_NAME = 2.0
"""What it counts for a word that it makes a name together with the words beside it, ..."""
PAIRED = 0.9
"""... and that it stands beside its neighbour in phrasings too."""
ENOUGH = PAIRED - 1.5
"""A short word is changed only for something that speaks for it this much; one on the guard list only for a name."""
START, END = "<", ">"


class Mender:
    """`pairs` holds pairs of words as phrasings have them, names masked."""

    def __init__(self, speller: Speller, names: Names, pairs: Container[str]) -> None:
        self._speller = speller
        self._names = names
        self._pairs = pairs

    def mend(self, words: Sequence[str]) -> list[str]:
        """The words, those that nobody knows replaced by what they were most likely meant to be."""
        mended = list(map(self._speller.mend, words))
        for at, word in enumerate(words):
            if len(word) <= LONGEST and not self._speller.hears(word):
                mended[at] = self._meant(word, mended, at)
        return mended

    def _meant(self, word: str, words: Sequence[str], at: int) -> str:
        candidates = self._speller.candidates(word)
        if not candidates:
            return words[at]
        scored = [(weight, *self._beside(found, words, at), found) for found, weight in candidates]
        if self._speller.knows(word):
            scored = [one for one in scored if one[1]]
        best, found = max(
            ((weight + named + paired, found) for weight, named, paired, found in scored), default=(0.0, "")
        )
        sure = len(word) >= SURE and not self._speller.knows(word)
        return found if found and (sure or best >= ENOUGH) else words[at]

    def _beside(self, found: str, words: Sequence[str], at: int) -> tuple[float, float]:
        """What the neighbours say for it: by a name that they make together, and as words that stand side by side."""
        around = [*words[max(0, at - 3) : at], found, *words[at + 1 : at + 4]]
        place = at - max(0, at - 3)
        mentions = self._names.find(around)
        spans = [one for one in mentions if one.start <= place < one.end]
        named = IN_A_NAME if spans and spans[0].end - spans[0].start > 1 else 0.0
        masked = MASKS[spans[0].kind] if spans else found
        left = spans[0].start - 1 if spans else place - 1
        right = spans[0].end if spans else place + 1
        before = around[left] if left >= 0 else START
        after = around[right] if right < len(around) else END
        paired = (f"{before} {masked}" in self._pairs) + (f"{masked} {after}" in self._pairs)
        return named, PAIRED * paired
