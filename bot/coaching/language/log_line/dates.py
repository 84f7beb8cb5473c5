"""On which day were the sets done?"""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import zip_longest

from bot.coaching.language.log_line.tokens import Kind, Token
from bot.coaching.language.log_line.words import LogWords, PhraseBook

OLDEST = 60
"""Years. What is said to be older is a slip."""
FARTHEST = 30
"""`N days ago` beyond this is a memory, not an entry."""
SUFFIXES = ("st", "nd", "rd", "th")
LEADS = frozenset({"on", "last", "from", "the", "this", "date"})
"""Words before a date that go with it."""


SESSIONS = frozenset({"session", "workout", "training"})
BEFORE_DATE = frozenset(
    {"on", "date", "from", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun"}
)
"""`on 17/6`, `date: 17/6`, `Mon 16/11`."""
COUNTED = frozenset({"rep", "reps", "set", "sets", "one", "attempt", "try", "time", "pull", "lift"})
"""What the ordinal before counts, so that it is no day."""


@dataclass(frozen=True, slots=True)
class Dated:
    """The tokens that are left, and the days the text may mean: none is today, two is unclear."""

    tokens: list[Token]
    days: tuple[date, ...] = ()
    said: str = ""
    several: bool = False
    never: bool = False
    """A date was written that is no day, or is still to come."""


class Dates:
    def __init__(self, words: LogWords) -> None:
        self._days = PhraseBook({str(ago): (phrase,) for phrase, ago in words.days.items()} | _grouped(words))
        self._weekdays = words.weekdays
        self._months = words.months
        self._behind = frozenset({"day", "days", "of", "/", *SUFFIXES}) | self._months.keys()
        """What stands behind a number that begins a date, where it is no decimal."""
        self._openings = self._days.openings | self._weekdays.keys() | self._months.keys()

    def take(self, tokens: list[Token], today: date) -> Dated:
        if not any(self._may_begin(token, after) for token, after in zip_longest(tokens, tokens[1:])):
            return Dated([*tokens])
        words = [token.text if token.kind is Kind.WORD else "" for token in tokens]
        kept: list[Token] = []
        found: list[tuple[tuple[date, ...], str]] = []
        at = 0
        while at < len(tokens):
            days, length = self._at(tokens, words, at, today)
            if length:
                found.append((days, " ".join(token.text for token in tokens[at : at + length])))
                _drop_lead(kept)
            else:
                kept.append(tokens[at])
            at += length or 1
        distinct = {days for days, _ in found if days}
        days = found[0][0] if found else ()
        never = next((said for days, said in found if not days), None)
        said = never or (found[0][1] if found else "")
        return Dated(kept, days, said, several=len(distinct) > 1, never=never is not None)

    def without_denied(self, tokens: list[Token], today: date) -> list[Token]:
        """`not today, yesterday`: the day that it was not is left out."""
        words = [token.text if token.kind is Kind.WORD else "" for token in tokens]
        for at in range(len(tokens) - 1):
            begins = at + 1 + (words[at + 1] == "on")
            _, length = (
                self._at(tokens, words, begins, today) if words[at] == "not" and begins < len(tokens) else ((), 0)
            )
            if length:
                return [*tokens[: at + 1], *tokens[begins + length :]]
        return tokens

    def _may_begin(self, token: Token, after: Token | None) -> bool:
        if token.kind is Kind.WORD:
            return token.text in self._openings or token.text.removesuffix("s") in self._weekdays
        if token.kind is Kind.NUMBER and after is not None:
            return after.text in self._behind or "." in token.text
        return token.kind is Kind.DATE

    def _at(self, tokens: list[Token], words: list[str], at: int, today: date) -> tuple[tuple[date, ...], int]:
        token = tokens[at]
        if token.kind is Kind.DATE:
            return _written_out(token.text, today), 1
        if token.kind is Kind.NUMBER:
            return self._from_number(tokens, words, at, today)
        if token.kind is not Kind.WORD:
            return (), 0
        phrase = self._days.at(words, at)
        if phrase is not None:
            return (today - timedelta(days=int(phrase[0])),), phrase[1]
        if token.text.removesuffix("s") in self._weekdays and SESSIONS & {*words[at + 1 : at + 2]}:
            return (_weekday(today, self._weekdays[token.text.removesuffix("s")]),), 2  # `friday's session`
        if token.text in self._weekdays:
            return self._from_weekday(tokens, words, at, today)
        if token.text in self._months and at + 1 < len(tokens) and _day_number(tokens[at + 1]):
            length = 2 + _suffixed(tokens, at + 2)
            return _recent(today, _int(tokens[at + 1]), self._months[token.text]), length + _year(tokens, at + length)
        return (), 0

    def _from_weekday(
        self, tokens: list[Token], words: list[str], at: int, today: date
    ) -> tuple[tuple[date, ...], int]:
        """`Mon 16/11`, `Friday, November 20`: the date counts, and of two that it may mean the one on that weekday."""
        weekday = self._weekdays[tokens[at].text]
        behind = at + 1 + (at + 1 < len(tokens) and tokens[at + 1].kind is Kind.COMMA)
        dated = behind < len(tokens) and (
            tokens[behind].kind in (Kind.DATE, Kind.NUMBER) or tokens[behind].text in self._months
        )
        days, length = self._at(tokens, words, behind, today) if dated else ((), 0)
        if not length:
            return (_weekday(today, weekday),), 1
        fitting = tuple(day for day in days if day.weekday() == weekday)
        return fitting or days, behind + length - at

    def _from_number(self, tokens: list[Token], words: list[str], at: int, today: date) -> tuple[tuple[date, ...], int]:
        value = _int(tokens[at])
        if words[at + 1 : at + 3] in (["days", "ago"], ["day", "ago"]) and value <= FARTHEST:
            return (today - timedelta(days=value),), 3
        if _dotted(tokens, at):
            day, _, month = tokens[at].text.partition(".")
            return _recent(today, int(day), int(month)), 1
        if not _day_number(tokens[at]):
            return (), 0
        suffix = _suffixed(tokens, at + 1)
        after = at + 1 + suffix
        after += words[after : after + 1] == ["of"]
        times = at > 0 and tokens[at - 1].kind is Kind.TIMES  # `100x5 nov 24`
        if after < len(tokens) and words[after] in self._months and not times:
            length = after + 1 - at
            return _recent(today, value, self._months[words[after]]), length + _year(tokens, at + length)
        if suffix and at and _names_day(tokens, words, at):
            return _recent(today, value, None), 2
        return _slashed(tokens, at, today)


def _names_day(tokens: list[Token], words: list[str], at: int) -> bool:
    """`on the 7th`, or `the 7th` at the head of a line; `the 7th rep`, `failed the 7th` are no days."""
    lead = at - (words[at - 1] == "the")
    if words[at + 2 : at + 3] and words[at + 2] in COUNTED:
        return False
    return (lead > 0 and words[lead - 1] in ("on", "from")) or (lead < at and _heads(tokens, lead))


def _grouped(words: LogWords) -> dict[str, tuple[str, ...]]:
    grouped: dict[str, tuple[str, ...]] = {}
    for phrase, ago in words.days.items():
        grouped[str(ago)] = (*grouped.get(str(ago), ()), phrase)
    return grouped


def _drop_lead(kept: list[Token]) -> None:
    while kept and kept[-1].kind is Kind.WORD and kept[-1].text in LEADS:
        kept.pop()


def _weekday(today: date, weekday: int) -> date:
    """The most recent one before today; on a Sunday, `sunday` is a week ago."""
    return today - timedelta(days=(today.weekday() - weekday - 1) % 7 + 1)


def _int(token: Token) -> int:
    return int(token.value) if token.value is not None and token.value == int(token.value) else 0


def _day_number(token: Token) -> bool:
    return token.kind is Kind.NUMBER and 1 <= _int(token) <= 31


def _suffixed(tokens: list[Token], at: int) -> int:
    return int(at < len(tokens) and tokens[at].glued and tokens[at].text in SUFFIXES)


def _year(tokens: list[Token], at: int) -> int:
    """A year behind a date is passed over: entries are of the last twelve months."""
    comma = at < len(tokens) and tokens[at].kind is Kind.COMMA
    at += comma
    year = at < len(tokens) and tokens[at].kind is Kind.NUMBER and 2000 <= _int(tokens[at]) <= 2100
    return comma + 1 if year else 0


def _on(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _recent(today: date, day: int, month: int | None) -> tuple[date, ...]:
    """The latest such day that is not in the future."""
    for back in range(13 if month is None else 9):
        year, of = (
            (today.year - back, month) if month is not None else divmod(today.year * 12 + today.month - 1 - back, 12)
        )
        found = _on(year, of if month is not None else of + 1, day)
        if found is not None and found <= today:
            return (found,)
    return ()


def _written_out(text: str, today: date) -> tuple[date, ...]:
    sign = next(char for char in text if not char.isdigit())
    parts = [int(part) for part in text.split(sign)]
    if len(parts) == 2:
        return _recent(today, parts[0], parts[1])
    if parts[0] > 1000:
        found = [_on(parts[0], parts[1], parts[2])]
    else:
        year = parts[2] if parts[2] > 99 else 2000 + parts[2]
        found = [_on(year, parts[1], parts[0])]
        if sign == "/":
            found.append(_on(year, parts[0], parts[1]))
    oldest = today.year - OLDEST
    return tuple(dict.fromkeys(day for day in found if day is not None and oldest <= day.year and day <= today))


def _dotted(tokens: list[Token], at: int) -> bool:
    """`20.11 deadlift`: two decimals that no plate makes, before a name at the head of a line."""
    day, _, month = tokens[at].text.partition(".")
    named = at + 1 < len(tokens) and tokens[at + 1].kind in (Kind.EXERCISE, Kind.LINE, Kind.COLON, Kind.GAP)
    return (
        len(month) == 2
        and month.isdigit()
        and 1 <= int(month) <= 12
        and day.isdigit()
        and 1 <= int(day) <= 31
        and named
        and _heads(tokens, at)
    )


def _slashed(tokens: list[Token], at: int, today: date) -> tuple[tuple[date, ...], int]:
    """`11/19` at the head of a line that goes on with a name: the day is the number above twelve, or nobody knows."""
    trio = tokens[at : at + 3]
    if (
        [one.kind for one in trio] != [Kind.NUMBER, Kind.SLASH, Kind.NUMBER]
        or not trio[2].glued
        or not _heads(tokens, at)
    ):
        return (), 0
    first, second = _int(trio[0]), _int(trio[2])
    length = 3
    if [one.kind for one in tokens[at + 3 : at + 5]] == [Kind.SLASH, Kind.NUMBER] and tokens[at + 4].glued:
        if not 20 <= _int(tokens[at + 4]) <= today.year % 100:
            return (), 0
        length = 5
    following = tokens[at + length : at + length + 2]
    named = any(one.kind in (Kind.EXERCISE, Kind.WORD, Kind.LINE) for one in following)
    if not named or (first == second and length == 3):
        return (), 0
    days = [
        *(_recent(today, first, second) if second <= 12 else ()),
        *(_recent(today, second, first) if first <= 12 else ()),
    ]
    return (tuple(dict.fromkeys(days)), length) if days else ((), 0)


def _heads(tokens: list[Token], at: int) -> bool:
    before = [token for token in tokens[:at][-2:] if token.kind not in (Kind.BREAK, Kind.COMMA)]
    return not before or before[-1].kind is Kind.LINE or before[-1].text in BEFORE_DATE
