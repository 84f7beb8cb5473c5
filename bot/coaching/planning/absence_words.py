"""Do words ask of days that are not trained? "skip Thursday", "only once this week", "away for two weeks"."""

import re
from dataclasses import dataclass

_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "couple of": 2}
_TIMES = {"once": 1, "twice": 2, "thrice": 3, "one time": 1, "one day": 1, "one session": 1}
_MANY = r"(?<![\d.,])(?P<many>\d{1,3}(?:[.,]\d{1,2})?|an?|one|two|three|four|five|six|(?:a )?couple of)"
_SPANNED = rf"{_MANY}\s+(?:whole |full )?(?P<unit>days?|weeks?|months?|fortnights?)"
_SPAN = re.compile(rf"\b{_SPANNED}\b")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?"
_CANNOT = r"(?:do not|don't|cannot|can not|can't|cant|won't|wont|will not)(?: be able to)?"
_LEAVE = rf"(?:skip(?:ping)?|miss(?:ing)?|drop|lose|leave out|no (?:training|gym)|{_CANNOT} (?:train|come|make it))"
_OFF = re.compile(
    r"\b(?:away|holidays?|vacation|abroad|travell?(?:ing)?|on a trip|business trip"
    r"|(?:take|have) a break(?! between| in| after| from)|a break of"
    r"|(?:stop|quit|pause) (?:training|lifting|working out))\b"
)
_OFF_FOR = (
    re.compile(rf"\b{_SPANNED} (?:\w+ )?off\b"),
    re.compile(rf"\b(?:off|{_CANNOT} (?:train|lift|work out)|no training) (?:for )?(?:about )?{_SPANNED}\b"),
    re.compile(
        rf"\b(?:skip|miss|lose) (?:out on )?(?:the |this |next )?(?:{_MANY} )?(?:whole |full )?(?:weeks?|months?)\b"
    ),
)
_SORT = r"(?:training |back |gym )?"
_DAY_OFF = re.compile(
    rf"\b{_LEAVE}\b(?: on)? (?:my |the |this |next |today's |tomorrow's )*(?:"
    rf"(?P<days>{_WEEKDAY}(?:(?: and |, ){_WEEKDAY})*)|(?P<near>today|tomorrow)"
    rf"|{_MANY} {_SORT}(?:days?|sessions?|workouts?|trainings?)|{_SORT}(?:day|session|workout|training)|one$)"
    r"(?:\b|$)(?! a week| per week| every week| each week)"
)
_ONLY = re.compile(
    r"\b(?:only|just)\b.*\b(?P<times>once|twice|thrice|one (?:time|day|session)"
    r"|(?P<count>\d|two|three|four|five) (?:times|days|sessions|x))\b"
)
_THIS_WEEK = re.compile(r"\bthis week\b")
_HURT = re.compile(r"\b(?:hurts?|pain(?:ful)?|injur\w+|sore|aches?)\b")
_UNITS = {"d": 1, "w": 7, "m": 30, "f": 14}


@dataclass(frozen=True, slots=True)
class Away:
    """`days` without training; None where nobody said how many."""

    days: int | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """So many days of a week, each of its weekday (0 is Monday) where that is said; `near` counts days from today.

    `left` is how many sessions the week has instead, where that is what was said.
    """

    count: int = 1
    weekdays: frozenset[int] = frozenset()
    near: int | None = None
    left: int | None = None


def read_absence(said: str) -> Away | Skipped | None:
    """None for what is about anything else, such as a plan with fewer days."""
    text = " ".join(said.lower().replace("’", "'").replace("-", " ").split())
    return None if _HURT.search(text) else _skipped(text) or _away(text)


def _skipped(text: str) -> Skipped | None:
    only = _ONLY.search(text) if _THIS_WEEK.search(text) else None
    if only is not None:
        return Skipped(left=int(_number(only["count"])) if only["count"] else _TIMES[only["times"]])
    found = _DAY_OFF.search(text)
    if found is None:
        return None
    if found["near"] or re.search(r"'s", found[0]):
        return Skipped(near=int("tomorrow" in found[0]))
    if found["days"]:
        named = frozenset(_WEEKDAYS.index(day[:3]) for day in re.findall(_WEEKDAY, found["days"]))
        return Skipped(len(named), named)
    return Skipped(max(1, int(_number(found["many"]))) if found["many"] else 1)


def _away(text: str) -> Away | None:
    if not (_OFF.search(text) or any(words.search(text) for words in _OFF_FOR)):
        return None
    span = _SPAN.search(text)
    if span is not None:
        return Away(round(_number(span["many"]) * _UNITS[span["unit"][0]]))
    return Away(7 if re.search(r"\bweek\b", text) else 30 if re.search(r"\bmonth\b", text) else None)


def _number(said: str) -> float:
    if said[0].isdigit():
        return float(said.replace(",", "."))
    return _NUMBERS[said.removeprefix("a ") if said != "a" else said]
