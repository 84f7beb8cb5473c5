"""Which exercises and muscles does a text name, however they are written?

Names are kept without spaces and plurals, so `lat pull-downs`, `latpulldown` and `lat pulldown` are one key; a span
of up to seven words is joined and looked up, the longest first. Misspelt words were mended before (spelling.py).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from bot.coaching.language.words import plain, singular, tokens

LONGEST_NAME = 7


class Kind(StrEnum):
    EXERCISE = "exercise"
    MUSCLE = "muscle"
    OTHER = "other"
    """Something that is not coached; its id is a group of not_covered.yaml."""


MASKS = {Kind.EXERCISE: "EXERCISE", Kind.MUSCLE: "MUSCLE", Kind.OTHER: "OTHER"}
"""Capitals: no word of a plain text can be taken for a mask."""


@dataclass(frozen=True, slots=True)
class Mention:
    kind: Kind
    ids: tuple[str, ...]
    """Several where the name is a family's: `rows`."""
    said: str
    start: int
    end: int


@dataclass(slots=True)
class Names:
    """Every name that is known, as a joined key, and what it stands for."""

    spellings: Mapping[str, str]
    keys: dict[str, tuple[Kind, tuple[str, ...]]] = field(default_factory=dict)
    _starts: set[str] = field(default_factory=set)

    def learn(self, kind: Kind, ids: tuple[str, ...], names: Iterable[str]) -> None:
        """Names of one thing; a name that is known already keeps its first meaning."""
        for name in names:
            key = "".join(self._canonical(tokens(plain(name))))
            if len(key) > 1:
                self.keys.setdefault(key, (kind, ids))
                self._starts.add(key[:2])

    def _canonical(self, words: Sequence[str]) -> list[str]:
        return [singular(self.spellings.get(word, word)) for word in words]

    def find(self, words: Sequence[str]) -> list[Mention]:
        """What is named, left to right, the longest name winning."""
        canonical, found, at = self._canonical(words), [], 0
        while at < len(canonical):
            mention = self._at(words, canonical, at)
            at = mention.end if mention else at + 1
            if mention:
                found.append(mention)
        return found

    def _at(self, words: Sequence[str], canonical: Sequence[str], at: int) -> Mention | None:
        joined, best = "", None
        for end in range(at, min(at + LONGEST_NAME, len(canonical))):
            joined += canonical[end]
            if end == at and len(joined) > 1 and joined[:2] not in self._starts:
                return None
            meaning = self.keys.get(joined)
            if meaning:
                best = Mention(meaning[0], meaning[1], " ".join(words[at : end + 1]), at, end + 1)
        return best


def masked(words: Sequence[str], mentions: Sequence[Mention]) -> list[str]:
    """The words with each name replaced by what kind of thing it is, and numbers by one sign."""
    out: list[str] = []
    at = 0
    for mention in mentions:
        out.extend(words[at : mention.start])
        out.append(MASKS[mention.kind])
        at = mention.end
    out.extend(words[at:])
    return ["NUMBER" if word[0].isdigit() else word for word in out]
