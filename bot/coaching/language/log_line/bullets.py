"""Which numbers only count the lines: `1. RDL`, `2) 60x8`, `A1) chin-ups`, `tempo 3-1-1`?"""

from bot.coaching.language.log_line.tokens import Kind, Token

CLOSING = (Kind.STOP, Kind.CLOSE)
LABELS = frozenset("abcdef")
"""`A1`, `B2`: exercises done in turn are lettered."""
BEHIND_LABEL = (Kind.CLOSE, Kind.STOP, Kind.COLON, Kind.GAP, Kind.MINUS)
FIRST = 1
TEMPO = "tempo"
BEATS = 3
"""A tempo has three or four: down, hold, up, hold."""
MOST_BEAT = 9


def without_bullets(tokens: list[Token]) -> list[Token]:
    tokens = _without_tempo(tokens)
    kept: list[Token] = []
    counted = 0
    at = 0
    while at < len(tokens):
        opens = not kept or kept[-1].kind is Kind.LINE
        label = _label(tokens, at) if opens or _labels_on(kept, tokens, at) else 0
        if label:
            kept.append(Token(Kind.BREAK, ";"))
            at += label
        elif _bullet(tokens, at) and (opens or (counted and tokens[at].value == counted + 1)):
            counted = int(tokens[at].value or 0)
            kept.append(tokens[at + 1]._replace(kind=Kind.BREAK))
            at += 2
        else:
            kept.append(tokens[at])
            at += 1
    return kept


def _bullet(tokens: list[Token], at: int) -> bool:
    """`2)`, `2.`: a number, its sign, and something behind it."""
    if tokens[at].kind is not Kind.NUMBER or at + 2 >= len(tokens):
        return False
    signed = tokens[at + 1].kind in CLOSING and tokens[at + 1].glued
    return signed and tokens[at].text.isdigit() and tokens[at + 2].kind not in (*CLOSING, Kind.LINE)


def _label(tokens: list[Token], at: int) -> int:
    """How long a label is: `A1)`, `B)`, `A1 pendlay row`; a bare letter needs its sign."""
    if tokens[at].kind is not Kind.WORD or tokens[at].text not in LABELS:
        return 0
    length = 1
    if at + 1 < len(tokens) and tokens[at + 1].kind is Kind.NUMBER and tokens[at + 1].glued:
        length = 2
    signed = at + length < len(tokens) and tokens[at + length].kind in BEHIND_LABEL
    if at + length + signed >= len(tokens):
        return 0
    following = tokens[at + length + signed]
    if signed and tokens[at + length].glued:
        return length + 1
    return length + signed if length > 1 and following.kind is Kind.WORD and not following.glued else 0


def _labels_on(kept: list[Token], tokens: list[Token], at: int) -> bool:
    """A second label on the line: `A1 rows 3x8, A2 chins 3x5`."""
    numbered = at + 1 < len(tokens) and tokens[at + 1].kind is Kind.NUMBER and tokens[at + 1].glued
    return numbered and kept[-1].kind in (Kind.COMMA, Kind.BREAK, Kind.SLASH, Kind.STOP, Kind.GAP)


def _without_tempo(tokens: list[Token]) -> list[Token]:
    """`tempo 3-1-1`, `3-1-1 tempo`; `tempo 311` is dropped beside its word elsewhere."""
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        beats = _beats(tokens, at)
        before = bool(kept) and kept[-1].text == TEMPO
        colon = len(kept) > 1 and kept[-1].kind is Kind.COLON and kept[-2].text == TEMPO
        behind = at + beats < len(tokens) and tokens[at + beats].text == TEMPO
        if not (beats and (before or colon or behind)):
            kept += tokens[at : at + max(beats, 1)]  # all of them: shorter ones end at the same place, in vain
        at += max(beats, 1)
    return kept


def _beats(tokens: list[Token], at: int) -> int:
    """The tokens of `3-1-1`, `3/1/1`, `3-0-1-0` that begin here; 0 where there is none."""
    length = 0
    while at + length < len(tokens) and _beat(tokens[at + length]):
        length += 1
        sign = at + length
        if not (sign + 1 < len(tokens) and tokens[sign].kind in (Kind.MINUS, Kind.SLASH) and _beat(tokens[sign + 1])):
            break
        length += 1
    return length if length >= 2 * BEATS - 1 else 0


def _beat(token: Token) -> bool:
    return token.text == "x" or (token.kind is Kind.NUMBER and token.value is not None and token.value <= MOST_BEAT)
