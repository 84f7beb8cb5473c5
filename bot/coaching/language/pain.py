"""Does a text speak of pain or injury, and is it urgent? Words first: missing pain is the worst thing to do."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.coaching.language.shapes import Pain
from bot.coaching.language.words import plain, tokens

GAP = "*"
LONGEST_GAP = 3

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Signs:
    """`found` empty: no word of pain that is not `excused`."""

    found: tuple[str, ...] = ()
    urgent: bool = False
    excused: bool = False


NO_SIGNS = Signs()


class PainWords:
    def __init__(self, words: Pain) -> None:
        pairs = ((body, complaint) for body in words.body for complaint in words.complaints)
        beside = [f"{one} {GAP} {other}" for pair in pairs for one, other in (pair, pair[::-1])]
        self._signs = _by_first((*words.signs, *beside))
        self._flags = _by_first(words.red_flags)
        self._excused = _by_first(words.excused)
        self._openings = frozenset((*self._signs, *self._flags, *self._excused))

    def look(self, *readings: Sequence[str]) -> Signs:
        """Signs in any of the readings of one text: as it was written, and as it was mended."""
        readings = tuple(words for words in dict.fromkeys(map(tuple, readings)) if not self._openings.isdisjoint(words))
        if not readings:
            return NO_SIGNS
        found = tuple(dict.fromkeys(sign for words in readings for sign in self._pain(words)))
        urgent = any(True for words in readings for _ in _matches(words, self._flags))
        excused = any(True for words in readings for _ in _matches(words, self._excused))
        return Signs(found, urgent, excused)

    def _pain(self, words: Sequence[str]) -> Iterable[str]:
        left = list(words)
        for start, end, _ in list(_matches(words, self._excused)):
            left[start:end] = [""] * (end - start)
        return [sign for _, _, sign in _matches(left, self._signs)]


def hurting(words: Pain) -> Iterable[str]:
    """Signs of a single word: misspelt, they are looked for before any other word."""
    return [sign for sign in words.signs if sign.isalpha()]


def _by_first(rows: Iterable[str]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        parts = tuple(word for part in row.split() for word in ([GAP] if part == GAP else tokens(plain(part))))
        found.setdefault(parts[0], []).append(parts)
    return found


def _matches(words: Sequence[str], rows: dict[str, list[Row]]) -> Iterable[tuple[int, int, str]]:
    for start, word in enumerate(words):
        if word not in rows:
            continue
        for row in rows[word]:
            end = _end(words, start, row)
            if end is not None:
                yield start, end, " ".join(row)


def _end(words: Sequence[str], at: int, row: Row) -> int | None:
    """Where the row ends when it begins at `at`; None when it does not stand there."""
    for place, part in enumerate(row):
        if part == GAP:
            rest = row[place + 1 :]
            if not rest:
                return at
            ends = (_end(words, at + gap, rest) for gap in range(LONGEST_GAP + 1))
            return next((end for end in ends if end is not None), None)
        if at >= len(words) or words[at] != part:
            return None
        at += 1
    return at
