"""What is there to say when it hurts? Entries of a tree: what to do now, whom to see, how fast, what to ask."""

import re
from enum import StrEnum
from itertools import product
from typing import Annotated

from pydantic import Field

from bot.coaching.knowledge.models import Claims, Line, Names, Shape, Slug

LONGEST_LABEL = 32
"""Letters that a button as wide as a phone shows whole."""

_ONE_OF = re.compile(r"\(([^()]*)\)")

Label = Annotated[str, Field(min_length=1, max_length=LONGEST_LABEL)]


class Urgency(StrEnum):
    """How fast help is needed, the fastest first."""

    EMERGENCY = "emergency"
    TODAY = "today"
    SOON = "soon"
    WATCH = "watch"


class Kind(StrEnum):
    """What an entry is in the tree; a text that speaks of several is about the first of these."""

    FLAG = "flag"
    """A sign that something may be serious."""
    MATTER = "matter"
    """What changes the answer, whatever hurts: a pregnancy, an operation, medicines."""
    RETURN = "return"
    """Training again after pain; there is one."""
    SITE = "site"
    MOMENT = "moment"
    """When it hurts."""
    START = "start"
    """The first question, where nothing else is known; there is one."""
    LEAF = "leaf"
    """Reached by a choice only."""


class Choice(Shape):
    """A button and the entry behind it."""

    label: Label
    to: Slug


class Advice(Shape):
    """One step of the tree. With `choices` it asks; without, it is a leaf and says whom to see, how fast, what to ask.

    `aliases` are rows of words that lead here: `(a|b)` is one or the other, `*` up to three other words.
    `then` says how training may come back.
    """

    id: Slug
    name: Line
    aliases: Names = ()
    kind: Kind
    urgency: Urgency
    stop: Claims = Field(min_length=1)
    who: Claims = ()
    when: Claims = ()
    question: Line | None = None
    choices: tuple[Choice, ...] = ()
    ask: Claims = ()
    more: Claims = ()
    then: Claims = ()

    @property
    def is_leaf(self) -> bool:
        return not self.choices

    @property
    def is_pressing(self) -> bool:
        return self.urgency in (Urgency.EMERGENCY, Urgency.TODAY)

    @property
    def holds(self) -> bool:
        """Whether neither less pain nor a wish to train takes it back."""
        return self.is_pressing or self.kind is Kind.FLAG

    @property
    def rows(self) -> tuple[str, ...]:
        """Every row of words that leads here, the choices within an alias written out."""
        return tuple(row for alias in self.aliases for row in written_out(alias))


def written_out(alias: str) -> list[str]:
    parts = _ONE_OF.split(alias)
    choices = [part.split("|") if at % 2 else [part] for at, part in enumerate(parts)]
    return [" ".join("".join(one).split()) for one in product(*choices)]
