"""Which signs, numbers and words is a text made of?

Tokens, like the items made of them, are tuples: a line makes dozens, and frozen dataclasses take thrice as long.
"""

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    NUMBER = "number"
    WORD = "word"
    MARK = "mark"  # words with a meaning in a line; `text` is the tag
    EXERCISE = "exercise"  # `text` is the id, or one of `?row`, `?other`
    DATE = "date"  # `text` is year-month-day parts as typed: "17.6", "2026-11-20"
    CLOCK = "clock"  # 1:10; `value` is the seconds
    ODD = "odd"  # digits that are no number: 1_000, 1e5
    TIMES = "x"
    AT = "@"
    PLUS = "+"
    MINUS = "-"  # directly before a digit
    DOT = "·"
    COMMA = ","
    SLASH = "/"
    COLON = ":"
    GAP = "|"  # a dash, a bar: it separates, no more
    STOP = "."
    BREAK = ";"
    LINE = "line"
    OPEN = "("
    CLOSE = ")"
    PERCENT = "%"
    QUESTION = "?"
    STAR = "*"  # a star that opens the text: "*7" puts something right


class Token(NamedTuple):
    """`glued`: no blank stood before it. `said`: what was typed, for the trace and for questions."""

    kind: Kind
    text: str
    glued: bool = False
    value: Decimal | None = None
    said: str = ""

    def marks(self, *tags: str) -> bool:
        return self.kind is Kind.MARK and self.text in tags


def number(value: Decimal, said: str, glued: bool = False) -> Token:
    return Token(Kind.NUMBER, said, glued, value, said)
