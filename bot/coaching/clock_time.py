"""Which time of day does a lifter mean? 18:30, 6.30pm, 1830, 7, 7 am."""

import re
from datetime import time

WRITTEN = re.compile(
    r"(?:at |@ ?)?(?P<hour>\d{1,2})(?:[:.h ]?(?P<minute>\d{2}))?"
    r"\s*(?P<half>[ap])?\.?(?:(?<=[ap.])m\.?)?(?: ?(?:uhr|o'?clock|h))?",
    re.IGNORECASE | re.ASCII,
)
NAMED = {"noon": time(12), "midday": time(12), "midnight": time(0)}


def read_time(said: str) -> time | None:
    """A time of day, or None. A bare hour is on the 24-hour clock."""
    text = " ".join(said.split()).lower()
    if text in NAMED:
        return NAMED[text]
    found = WRITTEN.fullmatch(text)
    if found is None:
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if found["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found["half"] == "p" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None
