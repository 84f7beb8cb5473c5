"""Until which day does a lifter mean? 5 january, monday, 2 weeks, 24.12., 2027-01-05, tomorrow."""

import re
from datetime import date, timedelta

from bot.coaching.reminding.rhythm_words import NAMES

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10}
DAYS_IN = {"day": 1, "days": 1, "d": 1, "week": 7, "weeks": 7, "w": 7, "wk": 7, "month": 30, "months": 30}
SPAN = re.compile(r"(?P<count>\d{1,3}|[a-z]+) ?(?P<unit>[a-z]+)")
WRITTEN = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
DOTTED = re.compile(r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.?(?P<year>\d{4})?")
DAY_MONTH = re.compile(r"(?P<day>\d{1,2})(?:st|nd|rd|th)? (?:of )?(?P<name>[a-z]{3,9})\.?(?: (?P<year>\d{4}))?")
MONTH_DAY = re.compile(r"(?P<name>[a-z]{3,9})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?(?: (?P<year>\d{4}))?")
NAMED = {
    "christmas": (12, 25),
    "xmas": (12, 25),
    "new year": (1, 1),
    "new year's": (1, 1),
    "new years": (1, 1),
    "year": (1, 1),
}
"""Month and day; `next year` begins with its first."""
LEAD = re.compile(r"(?:(?:until|till|til|to|for|by|the|on|next|back|from now) )+")


def read_day_ahead(said: str, today: date) -> date | None:
    """A day after today, or None. A date without a year is the next such one."""
    text = " ".join(re.sub(r"[,!]", " ", said.lower()).split())
    text = LEAD.sub("", f"{text} ", count=1).strip() if LEAD.match(f"{text} ") else text
    found = _span(text, today) or _weekday(text, today) or _dated(text, today)
    return found if found is not None and found > today else None


def _span(text: str, today: date) -> date | None:
    if text in ("tomorrow", "week", "month"):
        return today + timedelta(days=DAYS_IN.get(text, 1))
    found = SPAN.fullmatch(text)
    if found is None or found["unit"] not in DAYS_IN:
        return None
    count = int(found["count"]) if found["count"].isdigit() else COUNTS.get(found["count"], 0)
    return today + timedelta(days=count * DAYS_IN[found["unit"]])


def _weekday(text: str, today: date) -> date | None:
    names = [number for number, name in enumerate(NAMES) if len(text) > 2 and name.startswith(text)]
    return today + timedelta(days=(names[0] - today.weekday() - 1) % 7 + 1) if names else None


def _dated(text: str, today: date) -> date | None:
    if text in NAMED:
        month, day = NAMED[text]
        return _next(today, day, month, None)
    for form in (WRITTEN, DOTTED, DAY_MONTH, MONTH_DAY):
        found = form.fullmatch(text)
        if found is not None:
            parts = found.groupdict()
            month = int(parts["month"]) if "month" in parts else _month(parts["name"])
            return _next(today, int(parts["day"]), month, int(parts["year"]) if parts["year"] else None)
    return None


def _month(name: str) -> int:
    """From 1; 0 for none."""
    return next((number for number, month in enumerate(MONTHS, start=1) if month.startswith(name)), 0)


def _next(today: date, day: int, month: int, year: int | None) -> date | None:
    for candidate in (year,) if year is not None else range(today.year, today.year + 5):
        try:
            found = date(candidate, month, day)
        except ValueError:
            continue
        if year is not None or found > today:
            return found
    return None
