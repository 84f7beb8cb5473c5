"""Which of many rows of words stand in a text? `(a|b)` is one or the other, `*` up to three other words; plurals alike.

A row is a pattern over the joined words. Only rows that begin with a word of the text are tried.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.coaching.language.words import plain, singular, tokens

GAP = "*"
LONGEST_GAP = 3
BLANK = "-"
"""In place of a word that does not count."""

_PART = re.compile(r"\(([^()]*)\)|\*|[^()*]+")


@dataclass(frozen=True, slots=True)
class Found:
    """What a row stands for, and the words of the text that it was found in."""

    meaning: str
    said: str
    at: int

    @property
    def words(self) -> int:
        return len(self.said.split())


class Rows:
    def __init__(self, rows: Iterable[tuple[str, str]]) -> None:
        self._by_opening: dict[str, list[tuple[re.Pattern[str], str]]] = {}
        for row, meaning in rows:
            pattern = re.compile(_pattern(row))
            for opening in _openings(row):
                self._by_opening.setdefault(opening, []).append((pattern, meaning))

    def find(self, words: Sequence[str]) -> Iterator[Found]:
        if self._by_opening.keys().isdisjoint(canonical := [singular(word) for word in words]):
            return
        text = "".join(f" {word or BLANK}" for word in canonical)
        tried = {id(row): row for word in canonical for row in self._by_opening.get(word, ())}
        for pattern, meaning in tried.values():
            for match in pattern.finditer(text):
                yield Found(meaning, match[0].strip(), match.start())


def _parts(row: str) -> Iterator[list[list[str]] | None]:
    """Each part as what may stand there, word by word; None for a gap."""
    for part in _PART.finditer(row):
        if part[0] == GAP:
            yield None
        elif part[0].strip():
            yield [[singular(word) for word in tokens(plain(one))] for one in (part[1] or part[0]).split("|")]


def _pattern(row: str) -> str:
    found = "".join(f"(?: \\S+){{0,{LONGEST_GAP}}}?" if part is None else _one_of(part) for part in _parts(row))
    return f"{found}(?![^ ])"


def _one_of(choices: Sequence[Sequence[str]]) -> str:
    """The longest first, so that a row takes all the words that it can."""
    written = sorted({"".join(f" {word}" for word in words) for words in choices}, key=len, reverse=True)
    return f"(?:{'|'.join(written)})"


def _openings(row: str) -> set[str]:
    first = next(part for part in _parts(row) if part is not None)
    return {words[0] for words in first if words}
