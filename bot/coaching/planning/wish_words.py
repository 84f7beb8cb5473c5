"""Which wishes do words change? "3 days of 45 minutes", "no cable", "skip Thursday", "my elbow hurts"."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.planning.wish_hurts import patterns_of_hurts, sites_named, with_what_hurts
from bot.coaching.planning.wish_things import LOVE, WITHOUT, named_pieces, with_things
from bot.domain.planning import DAYS, MINUTES, Aim, Level, Site, Wishes

__all__ = ["beyond", "clauses", "named_pieces", "of_days", "read_wishes", "sites_named"]

_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "once": 1, "twice": 2, "thrice": 3}
_NUMBER = rf"(?<![\d.])(\d+|{'|'.join(_NUMBERS)})"
_NUMBERS |= {"a": 1, "an": 1, "every day": 7, "daily": 7}
_DAYS = re.compile(rf"\b{_NUMBER}\s*(?:x|days?|times|sessions?|workouts?)\b")
_OFTEN = re.compile(r"\b(once|twice|thrice|every day|daily)\b(?! a day)")
_WEEKDAYS = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)(?:s|day|sday|nesday|rs?day|rs|urday|days)?\b")
_MINUTES = re.compile(r"(?<![\d.])\b(\d{1,3})\s*(?:m|min|mins|minutes?)\b")
_HOURS = re.compile(r"\b(\d(?:\.5)?)\s*(?:h|hrs?|hours?)\b")
_HOURS_AND_MINUTES = re.compile(r"\b(\d)\s*(?:h|hrs?|hours?)\s*(?:and )?(\d{1,2})(?:\s*(?:m|min|mins|minutes?))?\b")
_HOUR = {r"\bhalf an hour\b": 30, r"\bhour and a half\b": 90, r"\b(?:an|one) hour\b": 60}
_FEWER = re.compile(
    r"\b(?:skip|miss|drop|lose|leave out)\b.*\b(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|satur|sat|sun)(?:day)?"
    r"|(?<!leg )(?<!legs )(?<!arm )(?<!chest )(?<!push )day|session|one|workout)\b"
)
_MORE = re.compile(r"\b(?:one|a) (?:more|extra) (?:day|session|workout)\b|\banother (?:day|session|workout)\b")
_AIMS = {
    Aim.PULL_UP: r"\b(?:first )?(?:pull|chin)[ -]?ups?\b(?! bars?\b)",
    Aim.STRENGTH: r"\b(?:strength|strong(?:er)?|power)\b",
    Aim.SIZE: r"\b(?:size|muscle|mass|big(?:ger)?|hypertrophy|wid(?:e|er|th))\b",
    Aim.HEALTH: r"\b(?:health|healthy|posture|desk)\b",
}
_FIRST_PULL_UP = re.compile(r"\bfirst (?:pull|chin)[ -]?ups?\b|\b(?:can't|cannot|can not) do an? (?:pull|chin)[ -]?up")
_LEVELS = {
    Level.NOVICE: r"\b(?:beginner|novice|new to|just started|starter)\b",
    Level.INTERMEDIATE: r"\bintermediate\b",
    Level.ADVANCED: r"\b(?:advanced|experienced)\b",
}
_YEARS = re.compile(
    rf"\b{_NUMBER[:-1]}|\d+\.\d+|half a|a|an)(?:(?<=\d)\s*|\s+)(years?|yrs?|y|months?|weeks)\b(?! off| away| old| plan)"
)
_AGE = re.compile(r"\byears? old\b|\byo\b|\bold\b|\bage\b")
HALF_A_YEAR, THREE_YEARS = 6, 36
"""Months: as the screen asks it."""
_CLAUSE = re.compile(r"[,;.\n+&]+|\bbut\b|(?=\b(?:no(?! longer)|without|minus)\b)")


def read_wishes(said: str, wishes: Wishes, knowledge: Knowledge, *, anew: bool = False) -> Wishes | None:
    """The wishes as these words change them; None where they say nothing of a plan. What is out of range is brought
    to the nearest that can be planned. `anew`: "with dumbbells" is said of all that is there, not of one thing more."""
    changed = _read(said, wishes, knowledge, anew=anew)
    return changed if changed != wishes or _said_the_same(said, wishes, knowledge) else None


def _read(said: str, wishes: Wishes, knowledge: Knowledge, *, anew: bool = False) -> Wishes:
    parts = clauses(said)
    for part in parts:
        for read in (_of_time, _of_aim):
            wishes = read(part, wishes, knowledge)
    wishes = replace(wishes, hurts=with_what_hurts(parts, wishes.hurts))
    named = {found[1] for part in parts for found in _WEEKDAYS.finditer(part)}
    if len(named) > 1 and not any(_FEWER.search(part) for part in parts):
        wishes = replace(wishes, days=_within(len(named), DAYS))
    return with_things(parts, wishes, knowledge, anew=anew)


def clauses(said: str) -> list[str]:
    """The parts of what was said, each read by itself, in small letters: a "no" begins one."""
    text = said.lower().replace("-", " ").replace("’", "'")
    text = re.sub(r"(?<=\d)(?:\.(?=\d)|,(?=\d ?[yh]))", "\0", text)
    parts = (" ".join(part.replace("\0", ".").split()) for part in _CLAUSE.split(text))
    return [part for part in parts if part]


def patterns(clause: str, *, before: bool = False) -> Iterator[re.Pattern[str]]:
    """What is read of a clause, so that what is left of it can be told; `before`: a place that may hurt was named."""
    yield from (_FEWER, _MORE, _DAYS, _OFTEN, _WEEKDAYS, _HOURS_AND_MINUTES, _MINUTES, _HOURS, *map(re.compile, _HOUR))
    if not _AGE.search(clause):
        yield _YEARS
    yield _FIRST_PULL_UP
    if not WITHOUT.search(clause):
        yield from map(re.compile, _aims(clause).values())
    yield from map(re.compile, _LEVELS.values())
    yield from patterns_of_hurts(clause, before=before)


def _said_the_same(said: str, wishes: Wishes, knowledge: Knowledge) -> bool:
    """Whether something was asked for that is so already: it is understood all the same."""
    other = Wishes(
        aim=next(one for one in Aim if one is not wishes.aim),
        level=next(one for one in Level if one is not wishes.level),
        days=DAYS.start if wishes.days != DAYS.start else DAYS.stop - 1,
        minutes=MINUTES.start if wishes.minutes != MINUTES.start else MINUTES.stop - 1,
        hurts=frozenset(Site),
    )
    return _read(said, other, knowledge) != other


def _of_time(text: str, wishes: Wishes, _: Knowledge) -> Wishes:
    minutes = _minutes(text)
    if minutes is not None:
        wishes = replace(wishes, minutes=_within(minutes, MINUTES))
    change = -1 if _FEWER.search(text) else 1 if _MORE.search(text) else 0
    often = None if change else _DAYS.search(text) or _OFTEN.search(text)
    if often is not None:
        return replace(wishes, days=_within(_NUMBERS.get(often[1]) or int(often[1]), DAYS))
    return replace(wishes, days=_within(wishes.days + change, DAYS))


def beyond(said: str) -> bool:
    """Whether these words ask for more or fewer days or minutes than can be planned."""
    text = " ".join(said.lower().replace("-", " ").split())
    days, minutes = _DAYS.search(text) or _OFTEN.search(text), _minutes(text)
    number = None if days is None else _NUMBERS.get(days[1]) or int(days[1])
    return (number is not None and number not in DAYS) or (minutes is not None and minutes not in MINUTES)


def of_days(said: str) -> bool:
    """Whether these words are about the days of a week."""
    text = " ".join(said.lower().replace("-", " ").split())
    return any(words.search(text) for words in (_DAYS, _OFTEN, _FEWER, _MORE))


def _minutes(text: str) -> int | None:
    both = _HOURS_AND_MINUTES.search(text)
    if both is not None:
        return 60 * int(both[1]) + int(both[2])
    written = _MINUTES.search(text)
    if written is not None:
        return int(written[1])
    hours = _HOURS.search(text)
    if hours is not None:
        return int(float(hours[1]) * 60)
    return next((minutes for words, minutes in _HOUR.items() if re.search(words, text)), None)


def _within(number: int, bounds: range) -> int:
    return min(max(number, bounds.start), bounds.stop - 1)


def _of_aim(text: str, wishes: Wishes, _: Knowledge) -> Wishes:
    if _FIRST_PULL_UP.search(text):
        wishes = replace(wishes, aim=Aim.PULL_UP)
    elif not WITHOUT.search(text):  # "no pull-ups" is no aim
        wishes = replace(
            wishes, aim=next((aim for aim, words in _aims(text).items() if re.search(words, text)), wishes.aim)
        )
    level = next((level for level, words in _LEVELS.items() if re.search(words, text)), None)
    return replace(wishes, level=level or _by_years(text) or wishes.level)


def _aims(text: str) -> Mapping[Aim, str]:
    """To love pull-ups is no aim."""
    return {aim: words for aim, words in _AIMS.items() if aim is not Aim.PULL_UP or not LOVE.search(text)}


def _by_years(text: str) -> Level | None:
    """`3 years`, `lifting for 8 months`: for how long; nobody's age."""
    found = None if _AGE.search(text) else _YEARS.search(text)
    if found is None:
        return None
    number = 0.5 if found[1] == "half a" else float(_NUMBERS.get(found[1]) or found[1])
    months = number * {"y": 12, "m": 1, "w": 0.25}[found[2][0]]
    return Level.NOVICE if months < HALF_A_YEAR else Level.INTERMEDIATE if months <= THREE_YEARS else Level.ADVANCED
