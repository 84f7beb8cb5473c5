"""Which numbers of a text count nothing that was lifted: `the cable one`, `l3 disc`, a word taken for a number?"""

from bot.coaching.language.log_line.dates import SUFFIXES
from bot.coaching.language.log_line.tokens import Kind, Token
from bot.coaching.language.log_line.words import LogWords

COUNTED = ("rep", "set", "kg", "lb", "second", "minute", "of", "times", "plate", "single", "rir")
"""The tags of words that a number stands before, or, misspelt, beside."""
SPINE = 5
"""`L1` to `L5` are vertebrae."""
LISTING = (Kind.COMMA, Kind.SLASH, Kind.TIMES)
CLOSING = (Kind.COMMA, Kind.SLASH, Kind.LINE, Kind.EXERCISE, Kind.STOP)
BESIDE = (Kind.NUMBER, Kind.TIMES, Kind.EXERCISE, Kind.AT, Kind.COMMA)
NO_NUMBER = "that"


class Idle:
    def __init__(self, words: LogWords) -> None:
        self._numbers = frozenset(words.numbers)
        self._done = frozenset(words.done)
        self._counted = _single(*(words.phrases[tag] for tag in COUNTED)) | {"more"}
        asides = (words.asides.before, words.asides.after)
        self._touching = _single(*words.phrases.values(), *asides, tuple(words.months)) | set(SUFFIXES)

    def without(self, tokens: list[Token]) -> list[Token]:
        """The text with such numbers as plain words."""
        return [
            self._word(tokens, at)
            if token.kind is Kind.WORD
            else self._figure(tokens, at)
            if token.kind is Kind.NUMBER
            else token
            for at, token in enumerate(tokens)
        ]

    def _figure(self, tokens: list[Token], at: int) -> Token:
        token = tokens[at]
        if self._within_word(tokens, at) or _vertebra(tokens, at):
            return token._replace(kind=Kind.WORD, text=NO_NUMBER)
        return token

    def _word(self, tokens: list[Token], at: int) -> Token:
        token = tokens[at]
        if token.text not in self._numbers:
            return token
        if token.said not in ("", token.text) and not self._beside(tokens, at):
            return token._replace(text=token.said)
        if token.text == "one" and not self._counts(tokens, at):
            return token._replace(text=NO_NUMBER)
        return token

    def _within_word(self, tokens: list[Token], at: int) -> bool:
        """`b4`, `4get`, `eli5`: letters that stand beside no number of a log touch it."""
        before = tokens[at - 1] if at and tokens[at].glued else None
        after = tokens[at + 1] if at + 1 < len(tokens) and tokens[at + 1].glued else None
        return any(
            one is not None and one.kind is Kind.WORD and one.text not in self._touching for one in (before, after)
        )

    def _beside(self, tokens: list[Token], at: int) -> bool:
        """Beside a misspelt number something shows that it is one."""
        beside = [*tokens[max(at - 1, 0) : at], *tokens[at + 1 : at + 2]]
        return any(one.kind in BESIDE or one.text in self._counted or one.text in self._numbers for one in beside)

    def _counts(self, tokens: list[Token], at: int) -> bool:
        """`one rep`, `one forty`, `two, one`, `did one pull up`; not `the cable one`, `one cue`."""
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        before = tokens[at - 1] if at else None
        if after is not None and after.text in ("of", "out"):
            return at + 2 < len(tokens) and self._number(tokens[at + 2])
        if after is not None and (after.kind is Kind.TIMES or after.text in self._counted or self._number(after)):
            return True
        if [token.text for token in tokens[at + 1 : at + 4]] == ["and", "a", "half"]:
            return True
        listed = before is not None and (before.kind in LISTING or self._number(before))
        if listed and (after is None or after.kind in CLOSING):
            return True
        leads = before is None or before.text in self._done or before.kind in (Kind.COMMA, Kind.PLUS)
        return leads and after is not None and after.kind is Kind.EXERCISE

    def _number(self, token: Token) -> bool:
        return token.kind is Kind.NUMBER or (token.kind is Kind.WORD and token.text in self._numbers)


def _vertebra(tokens: list[Token], at: int) -> bool:
    """`l5 disc`; in `l12 r10` and `l5 r5` it is a side."""
    if not (at > 0 and tokens[at].glued and tokens[at - 1].text == "l"):
        return False
    right = any(token.text in ("r", "right") for token in tokens)
    return not right and (tokens[at].value or 0) <= SPINE


def _single(*found: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for phrases in found for phrase in phrases for word in phrase.split())
