"""Which examples does a language give to learn from, and is the table built from them as they are now?"""

import re
from collections.abc import Iterator
from math import prod
from pathlib import Path

from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.language import table as tables
from bot.coaching.language.fit import Example, fingerprint, fit
from bot.coaching.language.intents import Intent
from bot.coaching.language.language import TABLE, Language
from bot.coaching.language.names import MASKS, Kind, Names
from bot.coaching.language.reader import Reader, known_names
from bot.coaching.language.shapes import MASK

LEAST = 6
"""Expansions of one phrase that are learnt from, where its longest choice is no longer: more teach nothing."""

_CHOICE = re.compile(r"\(([^()]*)\)")


NAMED = f"{Intent.OUT_OF_SCOPE.value}.named"
"""The label of phrasings that name what is not coached: the name tells the group."""


def label(intent: Intent, group: str | None = None) -> str:
    return f"{intent.value}.{group}" if group else intent.value


def expanded(phrase: str) -> list[str]:
    """`(do|perform) it (well|)` is four phrases; of many, so many that each choice is in one of them."""
    parts = _CHOICE.split(phrase)
    choices = [part.split("|") if at % 2 else [part] for at, part in enumerate(parts)]
    turns = min(prod(map(len, choices)), max(LEAST, *map(len, choices)))
    every = (
        "".join(one[(turn + place * (turn // len(one))) % len(one)] for place, one in enumerate(choices))
        for turn in range(turns)
    )
    return list(dict.fromkeys(" ".join(phrase.split()) for phrase in every))


def examples(language: Language, knowledge: Knowledge) -> list[Example]:
    names = known_names(language, knowledge)
    found = [example for label, phrase in _labelled(language) for example in _examples(label, phrase, language, names)]
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


def _examples(label: str, phrase: str, language: Language, names: Names) -> Iterator[Example]:
    every = expanded(phrase)
    reader = Reader(language, names)
    for text in every:
        words: list[str] = []
        at = 0
        for mask in [*MASK.finditer(text), None]:
            words += reader.read(text[at : mask.start() if mask else None]).masked
            if mask:
                words.append(MASKS[Kind(mask.group()[1:-1])])
                at = mask.end()
        named = label.startswith(Intent.OUT_OF_SCOPE) and MASKS[Kind.OTHER] in words
        yield Example(NAMED if named else label, tuple(words), len(every) ** -0.5)


def build(folder: Path, language: Language, knowledge: Knowledge) -> tables.Table:
    """Build the table of a language and keep it in its folder."""
    table = fit(examples(language, knowledge))
    tables.save(table, folder / TABLE)
    return table


def stale(language: Language, knowledge: Knowledge) -> bool:
    """Whether phrases or names have changed since the table was built."""
    return language.table is None or language.table.built_from != fingerprint(examples(language, knowledge))
