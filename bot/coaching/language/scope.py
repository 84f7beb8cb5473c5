"""Is a text about what is coached at all? Words that no phrasing about training has are strangers in it."""

from collections.abc import Iterable

from bot.coaching.language.names import Kind
from bot.coaching.language.reader import Read


class Scope:
    def __init__(self, at_home: Iterable[str]) -> None:
        self._at_home = frozenset(at_home)

    def strangers(self, read: Read) -> float:
        """The share of words that are at home elsewhere, names and numbers left out."""
        named = read.places(Kind.EXERCISE) | read.places(Kind.MUSCLE)
        words = [word for at, word in enumerate(read.words) if at not in named and not word[0].isdigit()]
        return sum(word not in self._at_home for word in words) / max(1, len(words))
