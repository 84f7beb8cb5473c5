"""Does a text speak of pain or injury? Words first: missing pain is the worst thing to do."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.coaching.knowledge.pain import Advice, written_out
from bot.coaching.language.advice import emergencies
from bot.coaching.language.rows import BLANK, GAP, LONGEST_GAP, Rows
from bot.coaching.language.shapes import Pain
from bot.coaching.language.words import plain, tokens

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Signs:
    """`found` empty: no word of pain that is not `excused`.

    `readings` is the text in each of its readings, without what is excused and what names a lift.
    """

    found: tuple[str, ...] = ()
    guessed: bool = False
    """Found only by taking a word for a misspelt word of pain."""
    excused: bool = False
    readings: tuple[tuple[str, ...], ...] = ()


class PainWords:
    """`tree`: what leads to an emergency there is a sign by itself."""

    def __init__(self, words: Pain, tree: Mapping[str, Advice]) -> None:
        pairs = ((body, complaint) for body in words.body for complaint in words.complaints)
        beside = [f"{one} {GAP} {other}" for pair in pairs for one, other in (pair, pair[::-1])]
        self._signs = _by_first(one for row in words.signs for one in written_out(row))
        self._beside = _by_first(beside)
        self._emergencies = emergencies(tree)
        self._excused = _by_first(one for row in words.excused for one in written_out(row))
        self._going_on = Rows((row, "") for row in words.going_on)

    def look(self, *readings: Sequence[str], guess: Sequence[str] | None = None, named: Collection[int] = ()) -> Signs:
        """Signs in any of the readings of one text: as it was written, and as it was mended. `guess`: one more, with
        each strange word taken for a word of pain that it is near to; it counts where the others hold none.

        `named` are the places of words that name a lift: the chest of a chest-supported row does not hurt.
        """
        signs = self._look(readings, named)
        if signs.found or guess is None:
            return signs
        return replace(self._look((*readings, guess), named), guessed=True)

    def _look(self, readings: Sequence[Sequence[str]], named: Collection[int]) -> Signs:
        distinct = list(dict.fromkeys(map(tuple, readings)))
        excused = [set(self._places(words)) for words in distinct]
        left = [_without(words, places) for words, places in zip(distinct, excused, strict=True)]
        bare = tuple(_without(words, named) for words in left)
        signs = [sign for words in left for _, _, sign in _matches(words, self._signs)]
        signs += [sign for words in bare for _, _, sign in _matches(words, self._beside)]
        signs += [one.said for words in bare for one in self._emergencies.find(words)]
        return Signs(tuple(dict.fromkeys(signs)), excused=any(excused), readings=bare)

    def goes_on(self, *readings: Sequence[str]) -> bool:
        """Whether somebody who was told to stop asks to train, or says that it is over."""
        return any(True for words in readings for _ in self._going_on.find(words))

    def _places(self, words: Sequence[str]) -> Iterable[int]:
        return (at for start, end, _ in _matches(words, self._excused) for at in range(start, end))


def _without(words: Sequence[str], places: Collection[int]) -> tuple[str, ...]:
    return tuple(BLANK if at in places else word for at, word in enumerate(words))


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
