"""Which time of day does a lifter mean? 18:30, 6.30pm, 1830, 7, 7 am, 7 in the evening."""

import re
from datetime import time

WRITTEN = re.compile(
    r"(?:at |@ ?)?(?P<hour>\d{1,2})(?:[:.h ]?(?P<minute>\d{2}))?"
    r"\s*(?P<half>[ap])?\.?(?:(?<=[ap.])m\.?)?(?: ?(?:uhr|o'?clock|h))?",
    re.IGNORECASE | re.ASCII,
)
NAMED = {"noon": time(12), "midday": time(12), "midnight": time(0)}
PART = re.compile(r" ?(?:in (?:the )?|at )?(?P<part>morning|afternoon|evening|night)s?")
IN_WORDS = "one two three four five six seven eight nine ten eleven twelve"
HOURS = {word: number for number, word in enumerate(IN_WORDS.split(), start=1)}
HOUR_WORD = re.compile(rf"\b(?:{'|'.join(HOURS)})\b")
FRACTION = re.compile(r"\b(?P<part>half|(?:a )?quarter) (?P<way>past|after|to|before) (?P<hour>\d{1,2})\b(?![:.h]\d)")
EARLY = 5
"""Nobody who says "four at night" means the afternoon."""


def in_figures(said: str) -> str:
    """Hours in words as numbers, in small letters: half past nine is 9:30, a quarter to 7 is 6:45."""
    return FRACTION.sub(_fraction, HOUR_WORD.sub(lambda found: str(HOURS[found[0]]), said.lower()))


def _fraction(found: re.Match[str]) -> str:
    minutes = 30 if found["part"] == "half" else 15
    hour, minute = int(found["hour"]), minutes
    if found["way"] in ("to", "before"):
        hour, minute = (hour - 1) % (12 if hour <= 12 else 24) or 12, 60 - minutes
    return f"{hour}:{minute:02}"


def read_time(said: str) -> time | None:
    """A time of day, or None. A bare hour is on the 24-hour clock, unless a part of the day stands behind it."""
    text = in_figures(" ".join(said.split()))
    if text in NAMED:
        return NAMED[text]
    part = PART.search(text)
    if part is not None:
        return _within(text[: part.start()] + text[part.end() :], part["part"])
    found = WRITTEN.fullmatch(text)
    if found is None:
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if found["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found["half"] == "p" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _within(said: str, part: str) -> time | None:
    """A time of the morning, the afternoon, the evening or the night."""
    at = None if PART.search(said) else read_time(said)
    if at is None or part == "morning":
        return at if at is None or at.hour < 12 else None
    if at.hour == 12:
        return at if part == "afternoon" else at.replace(hour=0)
    small = at.hour < 12 and not (part == "night" and at.hour < EARLY)
    return at.replace(hour=at.hour + 12) if small and at.hour != 0 else at
