"""Which wishes do words change? "3 days of 45 minutes", "no cable", "skip Thursday", "my elbow hurts"."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.knowledge.names import normalise
from bot.domain.planning import DAYS, MINUTES, Aim, Level, Site, Wishes

_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "once": 1, "twice": 2, "thrice": 3}
_NUMBER = rf"(\d+|{'|'.join(_NUMBERS)})"
_NUMBERS |= {"every day": 7, "daily": 7}
_DAYS = re.compile(rf"\b{_NUMBER}\s*(?:x|days?|times|sessions?|workouts?)\b")
_OFTEN = re.compile(r"\b(once|twice|thrice|every day|daily)\b(?! a day)")
_MINUTES = re.compile(r"\b(\d{2,3})\s*(?:m|min|mins|minutes?)\b")
_HOUR = {r"\bhalf an hour\b": 30, r"\bhour and a half\b": 90, r"\b(?:an|one|1) hour\b": 60}
_FEWER = re.compile(
    r"\b(?:skip|miss|drop|lose|leave out)\b.*\b(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|satur|sat|sun)(?:day)?"
    r"|(?<!leg )(?<!legs )(?<!arm )(?<!chest )(?<!push )day|session|one|workout)\b"
)
_MORE = re.compile(r"\b(?:one|a) (?:more|extra) (?:day|session|workout)\b|\banother (?:day|session|workout)\b")
_AIMS = {
    Aim.PULL_UP: r"\b(?:first )?(?:pull|chin)[ -]?ups?\b",
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
_SITES = {
    Site.LOWER_BACK: r"\b(?:lower|low|my|bad|sore) back\b",
    Site.SHOULDER: r"\bshoulders?\b",
    Site.ELBOW: r"\belbows?\b",
    Site.WRIST: r"\bwrists?\b",
    Site.HIP: r"\bhips?\b",
    Site.KNEE: r"\bknees?\b",
    Site.NECK: r"\bneck\b",
}
_HURT = re.compile(r"\b(?:hurts?|sore|pain(?:ful)?|bad|injured|aches?)\b")
_WITHOUT = re.compile(r"\b(no|without|not|minus|hate|refuse)\b")
_ONLY = re.compile(r"\b(only|just)\b")
_LOVE = re.compile(r"\b(love|like|more|with)\b")
_DOOR = re.compile(r"\bdoor(?:way)?(?: pull up)? bar\b")
_BAND = re.compile(r"\bbands?\b")
_LONGEST_NAME = 5
_SORTS = ("cable", "machine", "dumbbell", "barbell", "band")


def read_wishes(said: str, wishes: Wishes, knowledge: Knowledge) -> Wishes | None:
    """The wishes as these words change them; None where they say nothing of a plan. What is out of range is brought
    to the nearest that can be planned."""
    text = " ".join(said.lower().replace("-", " ").split())
    changed = wishes
    for read in (_of_time, _of_aim, _of_what_hurts, _of_things):
        changed = read(text, changed, knowledge)
    return changed if changed != wishes or _said_the_same(text, wishes, knowledge) else None


def _said_the_same(text: str, wishes: Wishes, knowledge: Knowledge) -> bool:
    """Whether something was asked for that is so already: it is understood all the same."""
    other = Wishes(
        aim=next(one for one in Aim if one is not wishes.aim),
        level=next(one for one in Level if one is not wishes.level),
        days=DAYS.start if wishes.days != DAYS.start else DAYS.stop - 1,
        minutes=MINUTES.start if wishes.minutes != MINUTES.start else MINUTES.stop - 1,
    )
    plain = other
    for read in (_of_time, _of_aim, _of_what_hurts, _of_things):
        plain = read(text, plain, knowledge)
    return plain != other


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
    days, minutes = _DAYS.search(text) or _OFTEN.search(text), _MINUTES.search(text)
    number = None if days is None else _NUMBERS.get(days[1]) or int(days[1])
    return (number is not None and number not in DAYS) or (minutes is not None and int(minutes[1]) not in MINUTES)


def of_days(said: str) -> bool:
    """Whether these words are about the days of a week."""
    text = " ".join(said.lower().replace("-", " ").split())
    return any(words.search(text) for words in (_DAYS, _OFTEN, _FEWER, _MORE))


def _minutes(text: str) -> int | None:
    written = _MINUTES.search(text)
    if written is not None:
        return int(written[1])
    return next((minutes for words, minutes in _HOUR.items() if re.search(words, text)), None)


def _within(number: int, bounds: range) -> int:
    return min(max(number, bounds.start), bounds.stop - 1)


def _of_aim(text: str, wishes: Wishes, _: Knowledge) -> Wishes:
    if _FIRST_PULL_UP.search(text):
        wishes = replace(wishes, aim=Aim.PULL_UP)
    elif not (_WITHOUT.search(text) or _LOVE.search(text)):  # "no pull-ups" is no aim
        aim = next((aim for aim, words in _AIMS.items() if re.search(words, text)), wishes.aim)
        wishes = replace(wishes, aim=aim)
    level = next((level for level, words in _LEVELS.items() if re.search(words, text)), wishes.level)
    return replace(wishes, level=level)


def _of_what_hurts(text: str, wishes: Wishes, _: Knowledge) -> Wishes:
    if not _HURT.search(text):
        return wishes
    sites = {site for site, words in _SITES.items() if re.search(words, text)}
    return replace(wishes, hurts=wishes.hurts | sites)


def _of_things(text: str, wishes: Wishes, knowledge: Knowledge) -> Wishes:
    """Equipment that is not there, or all that is there; lifts that are refused or loved."""
    kit = next((one.has for one in knowledge.kits.values() if normalise(one.name) in normalise(text)), None)
    if kit is None and _DOOR.search(text):
        kit = knowledge.kits["door-bar-and-band"].has if _BAND.search(text) else ("pull-up-bar",)
    if kit is not None and not _WITHOUT.search(text):
        return replace(wishes, equipment=frozenset(kit))
    pieces = named_pieces(text, knowledge)
    lifts = frozenset(_named(text, knowledge.exercise_aliases))
    if _WITHOUT.search(text):
        return replace(wishes, equipment=wishes.equipment - pieces, refused=wishes.refused | lifts)
    if _ONLY.search(text) and pieces:
        return replace(wishes, equipment=pieces)
    if _LOVE.search(text):
        return replace(wishes, equipment=wishes.equipment | pieces, loved=wishes.loved | lifts)
    return wishes


def named_pieces(text: str, knowledge: Knowledge) -> frozenset[str]:
    """Ids of the equipment that words name: one piece by its name, or all of a sort."""
    names = {name: id for name, id in knowledge.equipment_aliases.items() if " " in name}
    whole = frozenset(_named(text, names))
    left = normalise(text)
    for name, id in names.items():
        if id in whole:
            left = left.replace(name, " ")
    return whole | frozenset(_named(left, knowledge.equipment_aliases)) | _sorts(left, knowledge)


def _sorts(text: str, knowledge: Knowledge) -> frozenset[str]:
    """All pieces of a sort: "no machines" is no smith machine, too."""
    sorts = {word for word in _SORTS if re.search(rf"\b{word}s?\b", text)}
    return frozenset(
        piece.id
        for piece in knowledge.equipment.values()
        if any(sorts & set(normalise(name).split()) for name in (piece.name, *piece.aliases))
    )


def _named(text: str, names: Mapping[str, str]) -> Iterator[str]:
    """What these words name; the longest name at each place."""
    words = re.findall(r"[a-z0-9']+", text)
    place = 0
    while place < len(words):
        for length in range(min(_LONGEST_NAME, len(words) - place), 0, -1):
            name = normalise(" ".join(words[place : place + length]))
            found = names.get(name) or names.get(name.removesuffix("s"))
            if found is not None:
                yield found
                place += length - 1
                break
        place += 1
