"""Which exercises and muscles does a text name, however they are written?

Names are kept without spaces and plurals, so `lat pull-downs`, `latpulldown` and `lat pulldown` are one key; a span
of up to eight words is joined and looked up, the longest first. Misspelt words were mended before (spelling.py).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from bot.coaching.language.words import plain, singular, tokens

LONGEST_NAME = 8
OPENING = 6
"""So many letters of a key tell whether it may go on to a name: all that keys begin with would be six times as many."""


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
    near: str = ""
    """The name of a lift without an entry of its own, as the knowledge base writes it; `ids` is the nearest one."""


@dataclass(slots=True)
class Names:
    """Every name that is known, as a joined key, and what it stands for."""

    spellings: Mapping[str, str]
    keys: dict[str, tuple[Kind, tuple[str, ...]]] = field(default_factory=dict)
    near: dict[str, str] = field(default_factory=dict)
    """Keys of names that stand for a neighbour, and how they are written."""
    _openings: set[str] = field(default_factory=set)
    """What keys begin with, up to `OPENING` letters: what is not among them leads to no name."""

    def learn(self, kind: Kind, ids: tuple[str, ...], names: Iterable[str]) -> None:
        """Names of one thing; a name that is known already keeps its first meaning."""
        for name in names:
            key = "".join(self.canonical(tokens(plain(name))))
            if len(key) > 1:
                self.keys.setdefault(key, (kind, ids))
                self._openings.update(key[:end] for end in range(1, min(OPENING, len(key)) + 1))

    def learn_near(self, ids: tuple[str, ...], names: Iterable[str]) -> None:
        """Names of lifts that have no entry: they lead to the nearest one, and it is said so."""
        for name in names:
            self.learn(Kind.EXERCISE, ids, (name,))
            self.near["".join(self.canonical(tokens(plain(name))))] = name

    def canonical(self, words: Sequence[str]) -> list[str]:
        """As keys are made of them: one spelling, no plural."""
        spellings = self.spellings
        return [singular(spellings.get(word, word)) for word in words]

    def find(self, words: Sequence[str], canonical: Sequence[str] | None = None) -> list[Mention]:
        """What is named, left to right, the longest name winning. `canonical`, where others with the same spellings
        have made it of the words."""
        canonical, found, at = canonical or self.canonical(words), list[Mention](), 0
        while at < len(canonical):
            mention = self._at(words, canonical, at) if canonical[at][:OPENING] in self._openings else None
            at = mention.end if mention else at + 1
            if mention:
                found.append(mention)
        return found

    def _at(self, words: Sequence[str], canonical: Sequence[str], at: int) -> Mention | None:
        joined, best, last, key = "", None, at, ""
        for end in range(at, min(at + LONGEST_NAME, len(canonical))):
            joined += canonical[end]
            if joined[:OPENING] not in self._openings:
                break
            meaning = self.keys.get(joined)
            if meaning:
                best, last, key = meaning, end + 1, joined
        return Mention(*best, " ".join(words[at:last]), at, last, self.near.get(key, "")) if best else None


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
