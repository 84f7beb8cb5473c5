"""Which examples does a language give to learn from, and is the table built from them as they are now?"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from math import gcd, prod
from pathlib import Path

from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.language import table as tables
from bot.coaching.language.fit import Example, fingerprint, fit
from bot.coaching.language.intents import Intent
from bot.coaching.language.language import TABLE, Language
from bot.coaching.language.names import MASKS, Kind
from bot.coaching.language.reader import Reader, known_names, words_of
from bot.coaching.language.shapes import MASK

TOLD, TOLD_WEIGHT = 1, 0.6
"""How many times a phrasing is learnt inside a story, and what that counts beside the phrasing alone."""
STRIDE = 7919
"""A prime, so that every story meets every kind of question."""
LEAST = 6
"""Expansions of one phrase that are learnt from, where its longest choice is no longer: more teach nothing."""

_CHOICE = re.compile(r"\(([^()]*)\)")


NAMED = f"{Intent.OUT_OF_SCOPE.value}.named"
"""The label of phrasings that name what is not coached: the name tells the group."""


def label(intent: Intent, group: str | None = None) -> str:
    return f"{intent.value}.{group}" if group else intent.value


def expanded(phrase: str) -> list[str]:
    """`(do|perform) it (well|)` is four phrases; of many, so many that each choice is in one of them."""
    parts = [part.split("|") if at % 2 else [part] for at, part in enumerate(_CHOICE.split(phrase))]
    sizes = [len(part) for part in parts]
    every, most = prod(sizes), max(LEAST, *sizes)
    stride = next(step for step in count(max(1, every // most)) if gcd(step, every) == 1)
    numbers = range(every) if every <= most else ((turn * stride) % every for turn in range(most))
    chosen = (" ".join("".join(_chosen(parts, number)).split()) for number in numbers)
    return list(dict.fromkeys(chosen))


def _chosen(parts: Sequence[Sequence[str]], number: int) -> Iterator[str]:
    """One wording of all that the choices make, by its number."""
    for part in parts:
        number, at = divmod(number, len(part))
        yield part[at]


def examples(language: Language, knowledge: Knowledge) -> list[Example]:
    """Every phrasing in each of its wordings, and some of these with what people say around a question."""
    reader = Reader(language, known_names(language, knowledge))
    plain = [one for label, phrase in _labelled(language) for one in _examples(label, phrase, reader)]
    found = [*plain, *_in_stories(plain, _Told.by(language, reader))]
    return list({(e.label, e.words): e for e in found if e.words}.values())


def _labelled(language: Language) -> Iterator[tuple[str, str]]:
    for intent, phrases in language.phrases.items():
        yield from ((label(intent), phrase) for phrase in phrases)
    for phrase in language.pain.phrases:
        yield label(Intent.PAIN_OR_INJURY), phrase
    for id, remarks in language.small_talk.groups.items():
        yield from ((label(Intent.SMALL_TALK, id), phrase) for phrase in remarks.phrases)
    for id, group in language.not_covered.groups.items():
        yield from ((label(Intent.OUT_OF_SCOPE, id), phrase) for phrase in group.phrases)
    yield from ((NAMED, carrier) for carrier in language.not_covered.carriers)


def coached(language: Language) -> Iterator[str]:
    """Phrasings about training, and what people say to a coach besides."""
    for intent, phrases in language.phrases.items():
        yield from phrases if intent is not Intent.OUT_OF_SCOPE else ()
    yield from language.pain.phrases
    for remarks in language.small_talk.groups.values():
        yield from remarks.phrases


def others(language: Language) -> Iterator[str]:
    """Phrasings about what is not coached."""
    yield from language.phrases[Intent.OUT_OF_SCOPE]
    for group in language.not_covered.groups.values():
        yield from group.phrases
    yield from language.not_covered.carriers


def _examples(label: str, phrase: str, reader: Reader) -> Iterator[Example]:
    every = expanded(phrase)
    for text in every:
        words = _masked(text, reader)
        named = label.startswith(Intent.OUT_OF_SCOPE) and MASKS[Kind.OTHER] in words
        yield Example(NAMED if named else label, words, len(every) ** -0.5)


def _masked(text: str, reader: Reader) -> tuple[str, ...]:
    words: list[str] = []
    at = 0
    for mask in [*MASK.finditer(text), None]:
        words += reader.read(text[at : mask.start() if mask else None]).masked
        if mask:
            words.append(MASKS[Kind(mask.group()[1:-1])])
            at = mask.end()
    return tuple(words)


@dataclass(frozen=True, slots=True)
class _Told:
    """What is said around a question, masked as questions are."""

    openings: Sequence[tuple[str, ...]]
    closings: Sequence[tuple[str, ...]]
    asides: Sequence[tuple[str, ...]]

    @classmethod
    def by(cls, language: Language, reader: Reader) -> "_Told":
        told = language.stories
        return cls(*([_masked(text, reader) for text in part] for part in (told.openings, told.closings, told.asides)))

    def around(self, words: tuple[str, ...], turn: int) -> tuple[str, ...]:
        """The question with something around it, another thing at each turn. A lift stands in it once at most."""
        opening, closing = self._one(self.openings, words, turn), self._one(self.closings, words, turn)
        match turn % 4:
            case 0:
                return (*opening, *words)
            case 1:
                return (*words, *closing)
            case 2:
                return (*opening, *self._one(self.asides, words, turn), *words)
            case _:
                return (*opening, *words, *closing)

    @staticmethod
    def _one(told: Sequence[tuple[str, ...]], words: tuple[str, ...], turn: int) -> tuple[str, ...]:
        named = any(word.isupper() for word in words)
        fits = [one for one in told if not (named and any(word.isupper() for word in one))]
        return fits[(turn * STRIDE) % len(fits)]


def _in_stories(plain: Sequence[Example], told: _Told) -> Iterator[Example]:
    for turn, one in enumerate(plain):
        for again in range(TOLD):
            yield Example(one.label, told.around(one.words, turn * TOLD + again), one.weight * TOLD_WEIGHT, plain=False)


def build(folder: Path, language: Language, knowledge: Knowledge) -> tables.Table:
    """Build the table of a language and keep it in its folder."""
    table = fit(*_learnt_from(language, knowledge))
    tables.save(table, folder / TABLE)
    return table


def stale(language: Language, knowledge: Knowledge) -> bool:
    """Whether phrases or names have changed since the table was built."""
    return language.table is None or language.table.built_from != fingerprint(*_learnt_from(language, knowledge))


def _learnt_from(language: Language, knowledge: Knowledge) -> tuple[list[Example], Counter[str], Counter[str]]:
    heard, elsewhere = Counter(words_of(coached(language))), Counter(words_of(others(language)))
    return examples(language, knowledge), heard, elsewhere
