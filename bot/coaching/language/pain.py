"""Does a text speak of pain or injury? Words first: missing pain is the worst thing to do."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.coaching.knowledge.pain import Advice
from bot.coaching.language.advice import emergencies
from bot.coaching.language.rows import BLANK, LONGEST_GAP, Rows
from bot.coaching.language.shapes import Pain


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
        self._signs, self._excused, self._body, self._complaints = (
            Rows(((row, "") for row in rows), exact=True)
            for rows in (words.signs, words.excused, words.body, words.complaints)
        )
        self._going_on, self._over, self._own, self._despite, self._allowed = (
            Rows((row, "") for row in rows)
            for rows in (words.going_on, words.over, words.own_question, words.despite, words.allowed)
        )
        self._emergencies = emergencies(tree)

    def look(self, *readings: Sequence[str], guess: Sequence[str] | None = None, named: Collection[int] = ()) -> Signs:
        """Signs in any of the readings of one text: as it was written, and as it was mended.

        `guess`: one more, with each strange word taken for a word of pain that it is near to. Where the others hold no
        sign, that there is pain is a guess; where they do, what it leads to counts as well. `named` are the places of
        words that name a lift: the chest of a chest-supported row does not hurt.
        """
        signs = self._look(readings, named)
        if guess is None or tuple(guess) in map(tuple, readings):
            return signs
        return replace(self._look((*readings, guess), named), guessed=not signs.found)

    def _look(self, readings: Sequence[Sequence[str]], named: Collection[int]) -> Signs:
        distinct = list(dict.fromkeys(map(tuple, readings)))
        excused = [{at for one in self._excused.find(words) for at in range(one.start, one.end)} for words in distinct]
        left = [_without(words, places) for words, places in zip(distinct, excused, strict=True)]
        bare = tuple(_without(words, named) for words in left)
        signs = [one.said for words in left for one in self._signs.find(words)]
        signs += [said for words in bare for said in self._beside(words)]
        signs += [one.said for words in bare for one in self._emergencies.find(words)]
        return Signs(tuple(dict.fromkeys(signs)), excused=any(excused), readings=bare)

    def _beside(self, words: Sequence[str]) -> Iterator[str]:
        """A part of the body and a complaint, at most so many words apart."""
        complaints = list(self._complaints.find(words))
        for body in self._body.find(words) if complaints else ():
            for one in complaints:
                first, then = sorted((body, one), key=lambda found: found.start)
                if 0 <= then.start - first.end <= LONGEST_GAP:
                    yield " ".join(words[first.start : then.end])

    def goes_on(self, *readings: Sequence[str], holds: bool) -> bool:
        """Whether somebody who was told to stop asks to train. What `holds` counts even in a question of its own, such
        as how many sets to do, where words of training despite it stand beside."""
        if _stands(self._own, readings) and not (holds and self.is_despite(*readings)):
            return False
        return _stands(self._going_on, readings)

    def is_despite(self, *readings: Sequence[str]) -> bool:
        """Whether words of training despite it stand in a text: now, still, one more."""
        return _stands(self._despite, readings)

    def asks_leave(self, *readings: Sequence[str]) -> bool:
        """Whether it is asked if one may."""
        return _stands(self._allowed, readings)

    def is_over(self, *readings: Sequence[str]) -> bool:
        """Whether they say that the pain is gone."""
        return _stands(self._over, readings)


def _stands(rows: Rows, readings: Iterable[Sequence[str]]) -> bool:
    return any(True for words in readings for _ in rows.find(words))


def _without(words: Sequence[str], places: Collection[int]) -> tuple[str, ...]:
    return tuple(BLANK if at in places else word for at, word in enumerate(words))


def hurting(words: Pain) -> Iterable[str]:
    """Signs of a single word: misspelt, they are looked for before any other word."""
    return [sign for sign in words.signs if sign.isalpha()]
