"""What may the files in `knowledge/language/<language>/` hold? Frozen shapes of them; an unknown key is refused."""

import re
from collections.abc import Mapping
from typing import Annotated

from pydantic import AfterValidator, Field

from bot.coaching.knowledge.models import Goal, Line, Names, Shape, Slug
from bot.coaching.language.intents import Intent

MASK = re.compile(r"\{[^}]*\}")
MASKS_IN_PHRASES = frozenset({"{exercise}", "{muscle}", "{other}"})


def _phrase(phrase: str) -> str:
    unknown = {mask for mask in MASK.findall(phrase) if mask not in MASKS_IN_PHRASES}
    if unknown:
        raise ValueError(f"{phrase!r}: {', '.join(sorted(unknown))} is none of {', '.join(sorted(MASKS_IN_PHRASES))}")
    if phrase.count("(") != phrase.count(")"):
        raise ValueError(f"{phrase!r}: a bracket is left open; choices are written (one|another)")
    return phrase


def _pattern(pattern: str) -> str:
    try:
        re.compile(pattern)
    except re.error as error:
        raise ValueError(f"{pattern!r}: cannot be read as a pattern: {error}") from None
    return pattern


Phrase = Annotated[Line, AfterValidator(_phrase)]
Pattern = Annotated[str, AfterValidator(_pattern)]


class Phrases(Shape):
    """`<intent>.yaml`: how people ask. `{exercise}` and `{muscle}` stand for any name, `(a|b|)` for a choice."""

    phrases: tuple[Phrase, ...] = Field(min_length=1)


class Remarks(Shape):
    """A kind of small talk and what is said to it."""

    reply: Names = Field(min_length=1)
    phrases: tuple[Phrase, ...] = Field(min_length=1)


class SmallTalk(Shape):
    groups: dict[Slug, Remarks]


class NotCovered(Shape):
    """A kind of thing that is not coached: what it is called, how people ask for it, what is said to them.

    `mixed`: false where a name of it settles the matter even beside an exercise (drugs); true where it does not.
    """

    reply: Names = Field(min_length=1)
    names: tuple[Line, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    mixed: bool = True


class NotCoveredGroups(Shape):
    """`carriers`: how people ask of any of the names."""

    carriers: tuple[Phrase, ...] = ()
    groups: dict[Slug, NotCovered]


class Pain(Shape):
    """Words of pain and injury. In a row `*` stands for up to three other words, `(a|b)` for one of several."""

    phrases: tuple[Phrase, ...] = Field(min_length=1)
    signs: tuple[Line, ...] = Field(min_length=1)
    body: tuple[Line, ...] = ()
    complaints: tuple[Line, ...] = ()
    """Beside a part of the body, within three words of it, these are signs."""
    excused: tuple[Line, ...] = ()
    """Rows of words that only sound like pain, or say that there is none."""
    going_on: tuple[Line, ...] = ()
    """Rows of words that, after an answer to pain, ask whether to train on, ..."""
    over: tuple[Line, ...] = ()
    """... or say that the pain is over, ..."""
    own_question: tuple[Line, ...] = ()
    """... unless these stand beside them: then it is a question of its own, ..."""
    despite: tuple[Line, ...] = ()
    """... which after a red flag is one of training despite it where these stand in it, too: now, still, one more."""
    allowed: tuple[Line, ...] = ()
    """How it is asked whether one may: a mere "should I" may be about something else, "can I" is about training on."""
    present: tuple[Line, ...] = ()
    """Rows of words that say that it hurts now, in one clause of a text, ..."""
    not_present: tuple[Line, ...] = ()
    """... and what takes that back."""
    asking: tuple[Line, ...] = ()
    """Words that open a clause that only asks, ..."""
    telling: tuple[Line, ...] = ()
    """... and rows of words that tell of one's own pain all the same."""
    deeds: tuple[Line, ...] = ()
    """Words beside which a lift that is named was done."""
    no_place: tuple[Line, ...] = ()
    """Rows of words that hold the name of a place and mean none: `came back`."""


class Stories(Shape):
    """`stories.yaml`: what people say around a question and that asks for nothing."""

    openings: tuple[Phrase, ...] = Field(min_length=1)
    closings: tuple[Phrase, ...] = Field(min_length=1)
    asides: tuple[Phrase, ...] = Field(min_length=1)


class Words(Shape):
    spellings: Mapping[str, str]
    rewrites: tuple[tuple[Pattern, str], ...] = ()
    families: Mapping[Line, tuple[Slug, ...]]
    """Names that stand for several exercises or muscles: `rows`."""
    implied: Mapping[Line, Slug] = {}
    """Rows of words that speak of a lift without its name: `hips * first`. They count where none is named."""
    guarded: tuple[str, ...] = ()
    pointing: tuple[str, ...] = Field(min_length=1)
    """Words that point at what was spoken of: it, that, them."""
    whole: tuple[str, ...] = Field(min_length=1)
    """Words that say that the whole back or all of training is meant, not what was spoken of."""
    coached: tuple[str, ...] = ()
    """Words of these that are coached: beside something that is not, the question may be about them."""
    fillers: tuple[str, ...] = Field(min_length=1)
    """Words that ask for nothing: a text of a name and these is a bare name."""
    ordinals: Mapping[str, int]
    asking: tuple[str, ...] = Field(min_length=1)
    """Words that a question begins with, and ..."""
    joining: tuple[str, ...] = Field(min_length=1)
    """... words that join it to the one before."""


class Thresholds(Shape):
    """When the coach is sure. Chosen on tests/sentences, with `python -m bot ask --measure`."""

    answer: float = Field(gt=0, lt=1)
    """A reading this likely is answered ..."""
    ahead: float = Field(ge=1)
    """... when it is this many times as likely as the next."""
    offer: float = Field(gt=0, lt=1)
    """Readings this likely are offered as buttons, when together they are as likely as `offered`."""
    offered: float = Field(gt=0, lt=1)
    which: float = Field(gt=0, lt=1)
    """Where no lift is named and the question needs one, it is asked for when the reading is this likely."""
    named: float = Field(gt=0, lt=1)
    """Where a lift or a muscle is named, the likeliest three are offered when the first of them is this likely."""
    pain: float = Field(gt=0, lt=1)
    """Pain this likely is answered as pain, whatever else is likelier."""
    strange: float = Field(gt=0, lt=1)
    """With this share of words that nobody knows, nothing is understood."""
    elsewhere: float = Field(gt=0, lt=1)
    """With this share of words that nobody uses about training, what names no lift and no muscle is not answered."""
    decline: float = Field(gt=0, lt=1)
    """Something that is not coached, this likely, is declined; below it the coach says that it does not know."""


class Wording(Shape):
    """Labels of parts and buttons, and whole sentences that are no knowledge."""

    asks: dict[Intent, Line]
    """What a button for this question says about an exercise or a muscle."""
    titles: dict[Intent, Line]
    goals: dict[Goal, Line]
    sentences: dict[Slug, Line]
    stands_out: tuple[Line, ...] = ()
    """Words of an answer to pain that the eye must meet first."""
