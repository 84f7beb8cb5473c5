"""Which words mean something in a line, and which numbers have nothing to do with the sets?"""

from collections.abc import Mapping

from bot.coaching.language.log_line.tokens import Kind, Token
from bot.coaching.language.log_line.words import LogWords, PhraseBook

AFTER_NUMBER = frozenset({"k", "s", "m", "r", "e", "l", "f", "ps", "lt", "rt", "#", '"', "'"})
"""Letters that mean something only where a number, or its unit, stands before them."""


HANDS = {"l": "left", "r": "right"}
ABOUT = frozenset({"about", "around", "approx", "is", "was", "ca"})


class Marks:
    def __init__(self, words: LogWords) -> None:
        self._tags = PhraseBook(words.phrases)
        self._ordinals = frozenset(words.ordinals)
        self._before = PhraseBook({"aside": words.asides.before})
        self._after = PhraseBook({"aside": words.asides.after})

    def without_asides(self, tokens: list[Token]) -> list[Token]:
        """Drop `seat 4`, `rested 3 min`, `2 min rest`, `week 3`, `80 kg max`."""
        words = [token.text if token.kind is Kind.WORD else "" for token in tokens]
        kept: list[Token] = []
        at = 0
        while at < len(tokens):
            length = self._aside(tokens, words, at) if words[at] or any(words[at + 1 : at + 2]) else 0
            if length == 0:
                kept.append(tokens[at])
            at += length or 1
        return kept

    def mark(self, tokens: list[Token]) -> list[Token]:
        """Words with a meaning become MARK tokens; `by` and `times` become the times sign."""
        words = [token.text if token.kind is Kind.WORD else "" for token in tokens]
        kept: list[Token] = []
        hands = _hands(tokens, words)
        at = 0
        while at < len(tokens):
            if at in hands:
                kept.append(Token(Kind.MARK, hands[at], tokens[at].glued, None, words[at]))
                at += 1 + (tokens[at + 1].kind is Kind.COLON)
                continue
            found = self._tags.at(words, at) if words[at] else None
            if found is None or (words[at] in AFTER_NUMBER and found[1] == 1 and not _measured(kept)):
                kept.append(tokens[at])
                at += 1
                continue
            tag, length = found
            said = " ".join(words[at : at + length])
            if said == "r" and any(one.marks("left") for one in kept[-4:]):
                tag = "right"  # `12L 12R`; elsewhere the letter is short for reps
            if said == "by" and not _measured(kept):
                kept.append(tokens[at])  # `by myself`
                at += 1
                continue
            kind = Kind.TIMES if tag == "times" else Kind.MARK
            kept.append(Token(kind, tag, tokens[at].glued, None, said))
            at += length
        return kept

    def _told_in_order(self, words: list[str]) -> bool:
        """`first set 9, second 8, third 6`."""
        return sum(word in self._ordinals for word in words) > 1

    def _aside(self, tokens: list[Token], words: list[str], at: int) -> int:
        if words[at]:
            if words[at] == "set" and self._told_in_order(words):
                return 0
            found = self._before.at(words, at) if not (at and words[at - 1] in ("last", "final", "first")) else None
            return 0 if found is None else _number_after(tokens, at + found[1], found[1])
        if tokens[at].kind is not Kind.NUMBER or at + 1 >= len(tokens):
            return 0
        if tokens[at + 1].glued and words[at + 1] in ("st", "nd", "rd", "th"):
            return 2
        unit = 2 if words[at + 1] in ("kg", "kgs", "lb", "lbs", "pounds", "kilos") else 1
        if at + unit >= len(tokens) or not words[at + unit]:
            return 0
        found = self._after.at(words, at + unit)
        if found is None or (unit == 2 and words[at + unit] != "max"):
            return 0
        return unit + found[1]


def _hands(tokens: list[Token], words: list[str]) -> Mapping[int, str]:
    """`L 24x12 R 24x12`: both letters, each before its numbers, the first before any."""
    first = next((at for at, token in enumerate(tokens) if token.kind is Kind.NUMBER), 0)
    found = {at: HANDS[word] for at, word in enumerate(words) if word in HANDS and _numbered(tokens, at + 1)}
    return found if {*found.values()} == {*HANDS.values()} and min(found) < first else {}


def _numbered(tokens: list[Token], at: int) -> bool:
    at += at < len(tokens) and tokens[at].kind is Kind.COLON
    return at < len(tokens) and tokens[at].kind is Kind.NUMBER


def _number_after(tokens: list[Token], at: int, length: int) -> int:
    """How much goes with a word such as `seat`: its number, unless that number begins a set."""
    if at < len(tokens) and (tokens[at].kind in (Kind.COLON, Kind.STOP) or tokens[at].text in ABOUT):
        at, length = at + 1, length + 1
    if at >= len(tokens) or tokens[at].kind not in (Kind.NUMBER, Kind.CLOCK):
        return 0
    after = tokens[at + 1 : at + 2]
    if after and after[0].kind in (Kind.TIMES, Kind.COMMA, Kind.SLASH, Kind.AT):
        return (
            0
            if after[0].kind is not Kind.COMMA or (after[0].glued and tokens[at + 2 : at + 3] and tokens[at + 2].glued)
            else length + 1
        )
    unit = bool(after) and after[0].text in _DROPPED_UNITS
    if unit and tokens[at - 1].text == "set":
        return 0
    return length + 1 + unit


_DROPPED_UNITS = {
    "min",
    "mins",
    "minutes",
    "minute",
    "m",
    "s",
    "sec",
    "secs",
    "seconds",
    "kg",
    "lb",
    "lbs",
    "hours",
    "h",
    "'",
    '"',
    "cm",
    "in",
}


def _measured(kept: list[Token]) -> bool:
    return bool(kept) and kept[-1].kind in (Kind.NUMBER, Kind.MARK, Kind.TIMES, Kind.OPEN, Kind.SLASH, Kind.CLOCK)
