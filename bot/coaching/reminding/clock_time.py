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
EARLY = 5
"""Nobody who says "four at night" means the afternoon."""


def read_time(said: str) -> time | None:
    """A time of day, or None. A bare hour is on the 24-hour clock, unless a part of the day stands behind it."""
    text = " ".join(said.split()).lower()
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
