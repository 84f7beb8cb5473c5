"""Which weekdays and which time does a lifter mean? "mon wed fri 18:30", "weekdays 6.30pm", "daily at 7"; and how is
a rhythm written so that it is read as itself?"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from itertools import pairwise

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.coaching.reminding.clock_time import in_figures, read_time
from bot.domain.reminding import EVERY_DAY, WEEKDAYS, WEEKEND, Rhythm


def _words(several: str) -> frozenset[str]:
    return frozenset(several.split())


LONGEST = 120
"""Letters; nobody needs more for a week."""
NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SHORT = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
ALSO = {
    "m": 0, "w": 2, "f": 4, "mo": 0, "tu": 1, "we": 2, "th": 3, "fr": 4, "sa": 5, "su": 6,
    "weds": 2, "tues": 1, "thur": 3, "thurs": 3,
}  # fmt: skip
SEVERAL = {
    "day": EVERY_DAY,
    "days": EVERY_DAY,
    "daily": EVERY_DAY,
    "everyday": EVERY_DAY,
    "weekday": WEEKDAYS,
    "weekdays": WEEKDAYS,
    "workday": WEEKDAYS,
    "workdays": WEEKDAYS,
    "weekend": WEEKEND,
    "weekends": WEEKEND,
    "mwf": frozenset((0, 2, 4)),
}
RANGE = frozenset({"-", "–", "—", "to", "till", "until", "through", "thru"})
EXCEPT = frozenset({"except", "but", "not", "without"})
ABOUT_TIME = _words(
    "am pm a p m a.m p.m noon midday midnight morning mornings afternoon afternoons evening evenings night nights "
    "clock o'clock oclock uhr h"
)
PARTS = _words("morning mornings afternoon afternoons evening evenings night nights")
"""Alone they leave the hour to be asked."""
EMPTY = _words(
    ", & + / ; and at @ on in the every each all of week push me remind for my session training please around about "
    "local time"
)
"""Words and marks between the others."""
BETWEEN = _words("and , & + / ;")
"""Between two times they make two of them: `7 and 19` is not 7:19."""
OFTEN = ("every", "daily", "everyday", "weekday", "weekdays", "weekend", "weekends")
"""Words that may have a letter wrong, as `evry` and `weekdys`."""
OFTEN_FROM = 4
WORD = re.compile(r"\d[\d:.h]*|[a-z][a-z.'’]*|[-–—,&+/;@]|\S", re.ASCII)
SLIPS = {5: 1, 6: 2}
"""Letters that may be wrong in a weekday's name of so many letters, as written; in a longer one two, too."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """What was said of a rhythm: days, a time, or both."""

    days: frozenset[int] | None
    at: time | None


def read_rhythm(said: str) -> Spoken | None:
    """None for what is neither days nor a time, or has a word in it that is neither."""
    if len(said) > LONGEST:
        return None
    words = rhythm_words(said)
    items = [_item(word) for word in words]
    days, clock = _days(items), _clock(words, items)
    if days is None or clock is None or not (days or clock) or _counted(words) or _two_times(words):
        return None
    if clock and PARTS.issuperset(clock.split()):
        return Spoken(days or EVERY_DAY, None)
    at = read_time(clock) if clock else None
    return None if clock and at is None else Spoken(days or None, at)


def rhythm_words(said: str) -> list[str]:
    """In small letters, hours in figures, slips in the most usual ones mended."""
    return [_mended(word.rstrip(".").replace("’", "'") or word) for word in WORD.findall(in_figures(said))]


def _mended(word: str) -> str:
    if len(word) < OFTEN_FROM or word in EMPTY:
        return word
    near = process.extractOne(word, OFTEN, scorer=OSA.distance, score_cutoff=1)
    return word if near is None else near[0]


def rhythm_text(rhythm: Rhythm) -> str:
    """Every day 18:30, Weekdays 07:00, Mon Wed Fri 18:30."""
    return f"{days_text(rhythm.days)} {rhythm.at:%H:%M}"


def days_text(days: frozenset[int]) -> str:
    named = {EVERY_DAY: "Every day", WEEKDAYS: "Weekdays", WEEKEND: "Weekends"}
    return named.get(days) or " ".join(SHORT[day] for day in sorted(days))


Item = frozenset[int] | str
"""Weekdays, or a word that is no weekday: RANGE, EXCEPT, empty, or one about the time."""


def _item(word: str) -> Item:
    if word in SEVERAL:
        return SEVERAL[word]
    day = ALSO.get(word) if word in ALSO else _weekday(word)
    return word if day is None else frozenset((day,))


def names_days(word: str) -> bool:
    """A weekday, or several by one word."""
    return isinstance(_item(word), frozenset)


def _weekday(word: str) -> int | None:
    plain = word.removesuffix("'s").removesuffix("s") if len(word) > 3 else word
    if len(plain) < 3 or not plain.isalpha() or plain in ABOUT_TIME:
        return None
    starts = [number for number, name in enumerate(NAMES) if name.startswith(plain)]
    if starts:
        return starts[0]
    if len(plain) < min(SLIPS):
        return None
    slips = SLIPS[min(len(plain), max(SLIPS))]
    near = process.extractOne(plain, NAMES, scorer=OSA.distance, score_cutoff=slips)
    return None if near is None else near[2]


def _counted(words: Sequence[str]) -> bool:
    """`every 2 days`, `3 weeks`: a rhythm that is not one of weekdays."""
    return any(
        word.isdigit() and after in ("day", "days", "week", "weeks", "hours", "times")
        for word, after in pairwise(words)
    )


def _two_times(words: Sequence[str]) -> bool:
    figures = [word[0].isdigit() for word in words]
    places = [place for place, word in enumerate(words) if word in BETWEEN]
    return any(any(figures[:place]) and any(figures[place:]) for place in places)


def _days(items: Sequence[Item]) -> frozenset[int] | None:
    """The days named, ranges filled, exceptions left out; empty where none is named. None for an empty rest, or a
    range that does not go from a day to a day."""
    found, without, leaving = set[int](), set[int](), False
    for place, item in enumerate(items):
        if isinstance(item, frozenset):
            (without if leaving else found).update(item)
        elif item in EXCEPT:
            leaving = True
        elif item in RANGE:
            span = _span(items, place)
            if span is None:
                return None
            (without if leaving else found).update(span)
    if leaving and not without:
        return None
    rest = (found or EVERY_DAY) - without if without else found
    return frozenset(rest) if rest or not without else None


def _span(items: Sequence[Item], place: int) -> frozenset[int] | None:
    """`mon-fri` is five days, `mon-wed-fri` three."""
    around = items[max(place - 1, 0) : place + 2]
    if len(around) != 3:
        return None
    begin, _, end = around
    if not isinstance(begin, frozenset) or not isinstance(end, frozenset) or len(begin) != 1 or len(end) != 1:
        return None
    if any(item in RANGE for item in (*items[max(place - 2, 0) : place - 1], *items[place + 2 : place + 3])):
        return frozenset()
    first, last = min(begin), min(end)
    return frozenset((first + step) % 7 for step in range((last - first) % 7 + 1))


def _clock(words: Sequence[str], items: Sequence[Item]) -> str | None:
    """The words about the time; None where there is one that says nothing known."""
    said = []
    for word, item in zip(words, items, strict=True):
        if isinstance(item, frozenset) or word in RANGE or word in EXCEPT:
            continue
        if word[0].isdigit() or word in ABOUT_TIME:
            said.append(word)
        elif word not in EMPTY:
            return None
    return " ".join(said)
