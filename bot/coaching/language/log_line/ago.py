"""Which words of time that mostly tell of a habit, a plan or a memory name the day of a set?

`a week ago` does where it opens or ends a message that tells of one thing, `this monday` where it ends one and is over;
`last week` names seven.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from bot.coaching.language.log_line.tokens import Kind, Token
from bot.coaching.language.log_line.words import LogWords

WEEK = 7
MOST_WEEKS = 4
ENDS = frozenset({Kind.COMMA, Kind.STOP, Kind.LINE, Kind.BREAK})
COMPARING = frozenset({"up", "down", "from", "than", "compared", "since", "to"})
"""What is said of another day then is not the set."""
ONE = frozenset({"a", "one", "1"})


class Ago:
    def __init__(self, words: LogWords) -> None:
        self._weekdays = words.weekdays

    def dated(self, tokens: Sequence[Token], today: date) -> list[Token]:
        """The tokens with a date in place of such words; as they were where there are none, or they compare."""
        for at in (0, *range(1, len(tokens))):
            day, length = self._at(tokens, at, today)
            if length and _alone(tokens, at, length):
                return [*tokens[:at], day_token(day), *tokens[at + length :]]
        return [*tokens]

    def without_last_week(self, tokens: Sequence[Token]) -> list[Token] | None:
        """None where `last week` does not say when it was."""
        for at in range(len(tokens) - 1):
            if [one.text for one in tokens[at : at + 2]] == ["last", "week"] and _alone(tokens, at, 2):
                return [*tokens[:at], *tokens[at + 2 :]]
        return None

    def _at(self, tokens: Sequence[Token], at: int, today: date) -> tuple[date, int]:
        words = [token.text for token in tokens[at : at + 3]]
        if words[1:] in (["week", "ago"], ["weeks", "ago"]):
            weeks = 1 if words[0] in ONE else int(tokens[at].value or 0)
            return today - timedelta(days=WEEK * weeks), 3 if 1 <= weeks <= MOST_WEEKS else 0
        if at and words[:1] == ["this"] and words[1:2] and words[1] in self._weekdays:
            back = today.weekday() - self._weekdays[words[1]]
            return today - timedelta(days=back), 2 if back > 0 else 0
        return today, 0


def day_token(day: date) -> Token:
    return Token(Kind.DATE, day.isoformat(), said=day.isoformat())


def last_week(today: date) -> list[date]:
    """Monday to Sunday of the week before."""
    monday = today - timedelta(days=today.weekday() + WEEK)
    return [monday + timedelta(days=more) for more in range(WEEK)]


def _alone(tokens: Sequence[Token], at: int, length: int) -> bool:
    """It opens the text or ends it, compares nothing, and its clause is the only one with numbers, or has none."""
    rest = [*tokens[:at], *tokens[at + length :]]
    if not (at == 0 or at + length == len(tokens)) or any(token.text in COMPARING for token in rest):
        return False
    before = max((place for place in range(at) if tokens[place].kind in ENDS), default=-1)
    own = tokens[before + 1 : at] if at else rest
    others = tokens[: before + 1] if at else ()
    return not (_numbered(own) and _numbered(others))


def _numbered(tokens: Sequence[Token]) -> bool:
    return any(token.kind is Kind.NUMBER for token in tokens)
