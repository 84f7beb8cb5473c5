"""Which of many rows of words stand in a text? `(a|b)` is one or the other, `*` up to three other words.

A row is a pattern over the joined words. Only rows that begin with a word of the text are tried.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.coaching.language.words import plain, singular, tokens

GAP = "*"
LONGEST_GAP = 3
BLANK = "-"
"""In place of a word that does not count."""

_PART = re.compile(r"\(([^()]*)\)|\*|[^()*]+")


@dataclass(frozen=True, slots=True)
class Found:
    """What a row stands for, the words that it was found in, and the place of the first of them."""

    meaning: str
    said: str
    start: int
    words: int

    @property
    def end(self) -> int:
        return self.start + self.words


class Rows:
    """A row's pattern is made when a text first holds the word that it begins with: most are never needed.

    `exact`: plurals are words of their own; `pops` is said of a joint, `pop` of much else.
    """

    def __init__(self, rows: Iterable[tuple[str, str]], *, exact: bool = False) -> None:
        self._canonical: Callable[[str], str] = str if exact else singular
        self._by_opening: dict[str, list[tuple[str, str]]] = {}
        self._patterns: dict[str, re.Pattern[str]] = {}
        for row in rows:
            for opening in _openings(row[0], self._canonical):
                self._by_opening.setdefault(opening, []).append(row)

    def find(self, words: Sequence[str]) -> Iterator[Found]:
        if self._by_opening.keys().isdisjoint(canonical := [self._canonical(word) for word in words]):
            return
        text = "".join(f" {word or BLANK}" for word in canonical)
        tried = dict.fromkeys(row for word in canonical for row in self._by_opening.get(word, ()))
        for row, meaning in tried:
            for match in self._pattern(row).finditer(text):
                start, length = text.count(" ", 0, match.start()), match[0].count(" ")
                yield Found(meaning, " ".join(words[start : start + length]), start, length)

    def _pattern(self, row: str) -> re.Pattern[str]:
        if row not in self._patterns:
            self._patterns[row] = re.compile(_pattern(row, self._canonical))
        return self._patterns[row]


def outside(found: Iterable[Found], others: Rows, words: Sequence[str]) -> list[Found]:
    """Those that do not stand within one of the other rows."""
    within = [(one.start, one.end) for one in others.find(words)]
    return [one for one in found if not any(start <= one.start and one.end <= end for start, end in within)]


def _parts(row: str, canonical: Callable[[str], str]) -> Iterator[list[list[str]] | None]:
    """Each part as what may stand there, word by word; None for a gap."""
    for part in _PART.finditer(row):
        if part[0] == GAP:
            yield None
        elif part[0].strip():
            yield [[canonical(word) for word in tokens(plain(one))] for one in (part[1] or part[0]).split("|")]


def _pattern(row: str, canonical: Callable[[str], str]) -> str:
    found = "".join(
        f"(?: \\S+){{0,{LONGEST_GAP}}}?" if part is None else _one_of(part) for part in _parts(row, canonical)
    )
    return f"{found}(?![^ ])"


def _one_of(choices: Sequence[Sequence[str]]) -> str:
    """The longest first, so that a row takes all the words that it can."""
    written = sorted({"".join(f" {word}" for word in words) for words in choices}, key=len, reverse=True)
    return f"(?:{'|'.join(written)})"


def _openings(row: str, canonical: Callable[[str], str]) -> set[str]:
    """The words that a row may begin with: of several parts, where those before may be empty."""
    found: set[str] = set()
    for part in _parts(row, canonical):
        found |= {words[0] for words in part or () if words}
        if part and all(part):
            break
    return found
