"""Is a text about what is coached at all? Words that no phrasing about training has are strangers in it."""

from collections.abc import Iterable

from bot.coaching.language.names import Kind
from bot.coaching.language.reader import Read

A_FEW = 2
"""One strange word is a word that nobody wrote a phrase with; several are another subject."""


class Scope:
    def __init__(self, at_home: Iterable[str]) -> None:
        self._at_home = frozenset(at_home)

    def strangers(self, read: Read) -> float:
        """The share of words that are at home elsewhere, names and numbers left out; 0 where they are only one."""
        named = read.places(Kind.EXERCISE) | read.places(Kind.MUSCLE)
        words = [word for at, word in enumerate(read.words) if at not in named and not word[0].isdigit()]
        strange = sum(word not in self._at_home for word in words)
        return strange / len(words) if strange >= A_FEW else 0.0
