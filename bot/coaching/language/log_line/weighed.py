"""Does a text, or a sentence beside the sets, tell what the lifter weighs?"""

from bot.coaching.language.log_line.tokens import Kind, Token

BODY_WEIGHT = frozenset({"bw", "bodyweight", "weight", "weigh", "weighed", "weighing"})
LEADING = BODY_WEIGHT | {"my", "i", "at", "today", "body", "is", "morning", "this", "was", "now", "currently"}
TRAILING = frozenset({"this", "morning", "today", "now", "tonight", "evening", "currently"})
LIGHTEST = 40
"""A number below this, without a unit, is none that a lifter weighs."""
OWN_WEIGHT = frozenset({"bw", "bodyweight", "body", "my", "weigh", "weighed", "weighing"})
PARTING = {Kind.STOP, Kind.LINE, Kind.BREAK, Kind.OPEN, Kind.CLOSE}


def tells_body_weight(tokens: list[Token]) -> bool:
    """`bodyweight 82.5kg`, `187 lbs this morning` with it, and no more."""
    said = [token for token in tokens if token.kind is not Kind.COLON]
    while said and said[0].text in LEADING:
        said.pop(0)
    while said and said[-1].text in TRAILING:
        said.pop()
    led = len(said) < len(tokens) and len(said) in (1, 2) and any(token.text in BODY_WEIGHT for token in tokens)
    heavy = led and len(said) == 1 and (said[0].value or 0) > LIGHTEST
    return led and said[0].kind is Kind.NUMBER and (len(said) == 2 or heavy)


def without_body_weight(tokens: list[Token]) -> list[Token]:
    """`bodyweight 81 kg` on a line or in a sentence of its own, beside the sets."""
    if BODY_WEIGHT.isdisjoint(token.text for token in tokens):
        return tokens
    kept: list[Token] = []
    for sentence in _sentences(tokens):
        said = [one for one in sentence if one.kind not in PARTING]
        own = not OWN_WEIGHT.isdisjoint(one.text for one in said)
        if not (own and tells_body_weight(said)):
            kept.extend(sentence)
    return kept if any(token.kind is Kind.NUMBER for token in kept) else tokens


def _sentences(tokens: list[Token]) -> list[list[Token]]:
    """Each with the sign that ends it."""
    found: list[list[Token]] = [[]]
    for token in tokens:
        found[-1].append(token)
        if token.kind in PARTING:
            found.append([])
    return found
