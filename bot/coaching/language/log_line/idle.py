"""Which numbers of a text count nothing that was lifted: `the cable one`, `l3 disc`, a word taken for a number?"""

from bot.coaching.language.log_line.tokens import Kind, Token
from bot.coaching.language.log_line.words import LogWords

COUNTED = ("rep", "set", "kg", "lb", "second", "minute", "of", "times", "plate", "single", "rir")
"""The tags of words that a number stands before, or, misspelt, beside."""
SIDES = frozenset({"l", "r"})
SPINE = 5
"""`L1` to `L5` are vertebrae."""


def without_idle(tokens: list[Token], words: LogWords, known: frozenset[str]) -> list[Token]:
    """The text with such numbers as plain words. `known`: words that may touch a number."""
    counted = frozenset(word for tag in COUNTED for phrase in words.phrases[tag] for word in phrase.split()) | {"more"}
    return [_idle(tokens, at, words, counted, known) for at in range(len(tokens))]


def _idle(tokens: list[Token], at: int, words: LogWords, counted: frozenset[str], known: frozenset[str]) -> Token:
    token = tokens[at]
    if token.kind is Kind.NUMBER and (_vertebra(tokens, at) or _within_word(tokens, at, known)):
        return token._replace(kind=Kind.WORD, text="that")
    if token.kind is not Kind.WORD or token.text not in words.numbers:
        return token
    misspelt = token.said not in ("", token.text)
    if misspelt and not _beside(tokens, at, words, counted):
        return token._replace(text=token.said)
    if token.text == "one" and not _counts(tokens, at, words, counted):
        return token._replace(text="that")
    return token


def _vertebra(tokens: list[Token], at: int) -> bool:
    """`l5 disc`; in `l12 r10` and `l5 r5` it is a side."""
    beside = at > 0 and tokens[at].glued and tokens[at - 1].text == "l"
    right = any(token.text in ("r", "right") for token in tokens)
    return beside and not right and (tokens[at].value or 0) <= SPINE


def _within_word(tokens: list[Token], at: int, known: frozenset[str]) -> bool:
    """`b4`, `4get`, `eli5`: letters that stand beside no number of a log touch it."""
    before = tokens[at - 1] if at and tokens[at].glued else None
    after = tokens[at + 1] if at + 1 < len(tokens) and tokens[at + 1].glued else None
    return any(one is not None and one.kind is Kind.WORD and one.text not in known for one in (before, after))


def _beside(tokens: list[Token], at: int, words: LogWords, counted: frozenset[str]) -> bool:
    beside = [*tokens[max(at - 1, 0) : at], *tokens[at + 1 : at + 2]]
    return any(
        token.kind in (Kind.NUMBER, Kind.TIMES, Kind.EXERCISE, Kind.AT, Kind.COMMA)
        or token.text in counted
        or (token.kind is Kind.WORD and token.text in words.numbers)
        for token in beside
    )


def _counts(tokens: list[Token], at: int, words: LogWords, counted: frozenset[str]) -> bool:
    """`one rep`, `one forty`, `two, one`, `did one pull up`; not `the cable one`, `one cue`."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    before = tokens[at - 1] if at else None
    if after is not None and after.text in ("of", "out"):
        return at + 2 < len(tokens) and _number(tokens[at + 2], words)
    if after is not None and (after.kind is Kind.TIMES or after.text in counted or _number(after, words)):
        return True
    if after is not None and [token.text for token in tokens[at + 1 : at + 4]] == ["and", "a", "half"]:
        return True
    listed = before is not None and (before.kind in (Kind.COMMA, Kind.SLASH, Kind.TIMES) or _number(before, words))
    if listed and (after is None or after.kind in (Kind.COMMA, Kind.SLASH, Kind.LINE, Kind.EXERCISE, Kind.STOP)):
        return True
    leads = before is None or before.text in words.done or before.kind in (Kind.COMMA, Kind.PLUS)
    return leads and after is not None and after.kind is Kind.EXERCISE


def _number(token: Token, words: LogWords) -> bool:
    return token.kind is Kind.NUMBER or (token.kind is Kind.WORD and token.text in words.numbers)
