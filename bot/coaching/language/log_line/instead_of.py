"""Which words before a set tell only what it was done instead of? `swapped to rows 60x8`, `skipped rows, did rdl`."""

from collections.abc import Sequence

from bot.coaching.language.log_line.tokens import Kind, Token

LEFT = frozenset({"swapped", "switched", "moved", "changed", "replaced", "went"})
SKIPPED = frozenset({"skipped"})
BETWEEN = frozenset({"on", "over", "out", "it", "this", "that", "the", "my", "from", "then", "and", "a"})
"""Words that may stand before the lift that was left, or the one that was done."""
TO = frozenset({"to", "for", "with"})
JOINTS = (Kind.COMMA, Kind.STOP, Kind.LINE)


def without_what_was_left(tokens: list[Token]) -> list[Token]:
    """What follows such words, where that is a lift with its numbers; else the tokens as they are."""
    at = _said(tokens, 0, LEFT)
    if at:
        at = _past(tokens, at)
        end = _said(tokens, at, TO)
        return _if_a_set(tokens, _past(tokens, end)) if end > at else tokens
    at = _said(tokens, 0, SKIPPED)
    skipped = _past(tokens, at) if at else 0
    joined = tokens[skipped : skipped + 1]
    if not skipped or tokens[skipped - 1].kind is not Kind.EXERCISE or not joined:
        return tokens
    return _if_a_set(tokens, skipped + (joined[0].kind in JOINTS), telling=True)


def _said(tokens: Sequence[Token], at: int, words: frozenset[str]) -> int:
    """The place behind one of the words, as it was written, perhaps behind an `i`; where it stood, if it is none."""
    first = at + (at == 0 and bool(tokens) and tokens[0].said.lower() == "i")
    return first + 1 if first < len(tokens) and tokens[first].said.lower() in words else at


def _past(tokens: Sequence[Token], at: int) -> int:
    """Behind words between, and one lift that ends them where no number follows it."""
    while at < len(tokens) and tokens[at].kind is Kind.WORD and tokens[at].text in BETWEEN:
        at += 1
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    left = at < len(tokens) and tokens[at].kind is Kind.EXERCISE and following is not None
    return at + 1 if left and following is not None and _ends(following) else at


def _ends(token: Token) -> bool:
    return token.kind in JOINTS or token.text in TO or token.text in BETWEEN


def _if_a_set(tokens: list[Token], at: int, *, telling: bool = False) -> list[Token]:
    """`telling`: words such as `did` may stand before the lift."""
    rest = tokens[at:]
    lifts = [place for place, token in enumerate(rest) if token.kind is Kind.EXERCISE]
    leads = lifts and (lifts[0] == 0 or (telling and all(token.kind is Kind.WORD for token in rest[: lifts[0]])))
    return rest if leads and any(token.kind is Kind.NUMBER for token in rest[lifts[0] :]) else tokens
