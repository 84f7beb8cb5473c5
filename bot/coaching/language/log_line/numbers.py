"""Which numbers are written as words, or with a comma for the decimal point?"""

from collections.abc import Mapping
from decimal import Decimal

from bot.coaching.language.log_line.tokens import Kind, Token, number

DECIMALS = {"5", "25", "75", "50", "125", "375", "625", "875", "0", "00"}
"""What follows a decimal comma: plates come in halves and quarters, some dumbbells in eighths."""
MOST_REPS = 30
"""A number above this before a comma is no count of repetitions."""

FRACTIONS = frozenset({"and", "point", "1"})
"""How a fraction begins: `and a half`, `point five`, `1/2`."""
MINUTES = frozenset({"minute", "minutes", "min", "mins"})
TIMES = {"twice": 2, "thrice": 3}
ONCE = MINUTES | {"plate"} | TIMES.keys()
"""Words that `a` counts, or that count themselves."""
KILOS = frozenset({"kg", "kgs", "kilo", "kilos", "lb", "lbs", "pound", "pounds"})
GOING_ON = KILOS | {"for", "x", "by"}
POINTING = frozenset(
    {
        "last",
        "first",
        "second",
        "third",
        "that",
        "this",
        "the",
        "next",
        "each",
        "every",
        "final",
        "other",
        "heavy",
        "top",
    }
)
"""In `the last one` nothing is counted."""


def spelled(tokens: list[Token], numbers: Mapping[str, int]) -> list[Token]:
    """`three fifteen` is 315, `sixty two point five` 62.5, `sixty and a half` 60.5."""
    kept: list[Token] = []
    tokens = _articles(tokens)
    at = 0
    while at < len(tokens):
        value, length = _value(tokens, at, numbers) if _opens(tokens, at, numbers) else (None, 0)
        if value is None:
            kept.append(tokens[at])
            at += 1
            continue
        said = " ".join(token.text for token in tokens[at : at + length])
        kept.append(number(value, said, tokens[at].glued))
        at += length
    return kept


def _articles(tokens: list[Token]) -> list[Token]:
    """`a minute` is `1 minute`, `a plate` `1 plate`, `a minute and a half` `1 and a half minute`, `twice` `2 times`."""
    if not any(token.text in ONCE for token in tokens):
        return tokens
    kept = [*tokens]
    for at in range(len(tokens) - 1, -1, -1):
        if kept[at].text in TIMES:
            count = TIMES[kept[at].text]
            said = kept[at].text
            kept[at : at + 1] = [number(Decimal(count), said, kept[at].glued), kept[at]._replace(text="times")]
            continue
        if at == 0 or kept[at].text not in ONCE or kept[at].kind is not Kind.WORD:
            continue
        if [token.text for token in kept[at + 1 : at + 4]] == ["and", "a", "half"]:
            kept[at : at + 4] = [*kept[at + 1 : at + 4], kept[at]]
        if kept[at - 1].kind is Kind.WORD and kept[at - 1].text == "a":
            kept[at - 1] = number(Decimal(1), "1", kept[at - 1].glued)
    return kept


def _opens(tokens: list[Token], at: int, numbers: Mapping[str, int]) -> bool:
    """A number in words, or one in digits that goes on in words."""
    token = tokens[at]
    if token.kind is Kind.NUMBER:
        return at + 1 < len(tokens) and tokens[at + 1].text in FRACTIONS
    return token.kind is Kind.WORD and token.text in numbers


def _value(tokens: list[Token], at: int, numbers: Mapping[str, int]) -> tuple[Decimal | None, int]:
    if tokens[at].text == "one" and at and tokens[at - 1].text in POINTING:
        return None, 0
    values, joined = _words(tokens, at, numbers)
    if tokens[at].kind is Kind.NUMBER and tokens[at].value is not None:
        value, length = tokens[at].value, 1
    elif values and tokens[at].text not in ("oh", "couple", "dozen"):
        value, length = _composed(values, joined=joined == 1)
        length += 0 < joined < length
    elif values and tokens[at].text in ("couple", "dozen"):
        return Decimal(values[0]), 1
    else:
        return None, 0
    fraction, more = _fraction(tokens, at + length, numbers)
    if tokens[at].kind is Kind.NUMBER and not more:
        return None, 0
    return (value or Decimal(0)) + fraction, length + more


def _words(tokens: list[Token], at: int, numbers: Mapping[str, int]) -> tuple[list[int], int]:
    """The number words that begin here, and how many of them stand before an `and` that joins them; 0 without one."""
    values: list[int] = []
    joined = 0
    for token in tokens[at : at + 6]:
        if token.kind is Kind.WORD and token.text in numbers:
            values.append(numbers[token.text])
        elif token.text == "and" and values[-1:] == [100] and _goes_on(tokens, at + len(values), numbers):
            joined = len(values)
        else:
            break
    return values, joined


def _goes_on(tokens: list[Token], at: int, numbers: Mapping[str, int]) -> bool:
    """`one hundred and forty`, `a hundred and five kilos`; in `five at a hundred and five at ninety` a set begins."""
    value = numbers.get(tokens[at + 1].text, 0) if at + 1 < len(tokens) else 0
    return 10 <= value < 100 or (value > 0 and at + 2 < len(tokens) and tokens[at + 2].text in GOING_ON)


def _composed(values: list[int], *, joined: bool = False) -> tuple[Decimal, int]:
    """The longest number at the front: 60 2 → 62; 3 15 → 315; 1 30 5 → 135; 2 0 5 → 205; 2 100 20 5 → 225."""
    first = values[0]
    second = values[1] if len(values) > 1 else None
    if second is None or first > 100:
        return Decimal(first), 1
    if first == 100:
        rest, used = _composed(values[1:]) if joined and second < 100 else (Decimal(0), 0)
        return first + rest, 1 + used
    if first >= 20:
        return (Decimal(first + second), 2) if 1 <= second <= 9 else (Decimal(first), 1)
    if not 1 <= first <= 9:
        return Decimal(first), 1
    if second == 100 or second == 0:
        rest, used = _composed(values[2:]) if len(values) > 2 and values[2] < 100 else (Decimal(0), 0)
        return Decimal(first * 100) + rest, 2 + used
    if second >= 10:
        rest, used = _composed(values[1:])
        return Decimal(first * 100) + rest, 1 + used
    return Decimal(first), 1


def _fraction(tokens: list[Token], at: int, numbers: Mapping[str, int]) -> tuple[Decimal, int]:
    """What may follow a number: `and a half`, `point five`, `1/2`."""
    words = [token.text for token in tokens[at : at + 3]]
    if words == ["and", "a", "half"]:
        return Decimal("0.5"), 3
    if words[:1] == ["point"] and len(words) > 1 and words[1] in numbers and numbers[words[1]] < 10:
        two = words[1:3] == ["two", "five"]
        return (Decimal("0.25"), 3) if two else (Decimal(numbers[words[1]]) / 10, 2)
    if words == ["1", "/", "2"] and tokens[at + 1].glued and tokens[at + 2].glued and not tokens[at].glued:
        return Decimal("0.5"), 3
    return Decimal(0), 0


def decimal_commas(tokens: list[Token]) -> list[Token]:
    """`62,5` is one number where a load stands; `8,8,7` is three."""
    if not any(token.kind is Kind.COMMA and token.glued for token in tokens):
        return [*tokens]
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        if _decimal(tokens, at, kept[-1] if kept else None):
            said = f"{tokens[at].text},{tokens[at + 2].text}"
            kept.append(number(Decimal(said.replace(",", ".")), said, tokens[at].glued))
            at += 3
        else:
            kept.append(tokens[at])
            at += 1
    return kept


def _decimal(tokens: list[Token], at: int, before: Token | None) -> bool:
    trio = tokens[at : at + 3]
    if [one.kind for one in trio] != [Kind.NUMBER, Kind.COMMA, Kind.NUMBER] or not (trio[1].glued and trio[2].glued):
        return False
    if (
        trio[2].text not in DECIMALS
        or not trio[0].text.isdigit()
        or (before is not None and before.kind is Kind.COMMA and trio[0].glued)
    ):
        return False
    after = tokens[at + 3] if at + 3 < len(tokens) else None
    if after is not None and after.kind is Kind.COMMA and after.glued and at + 4 < len(tokens) and tokens[at + 4].glued:
        return False
    return _load_place(trio[0], before, after, tokens[at + 4 : at + 5])


def _load_place(whole: Token, before: Token | None, after: Token | None, later: list[Token]) -> bool:
    if whole.value is not None and whole.value > MOST_REPS:
        return True
    if before is not None and (
        before.kind in (Kind.AT, Kind.PLUS, Kind.MINUS) or before.marks("at", "rpe", "bodyweight")
    ):
        return True
    if after is None:
        return False
    product = after.kind is Kind.NUMBER and bool(later) and later[0].kind is Kind.TIMES
    return product or after.kind is Kind.TIMES or after.marks("kg", "lb")
