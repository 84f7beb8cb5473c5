"""How is a number, a day or a name written on a picture? What the fonts cannot draw is left out."""

import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WHOLE_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
DRAWN = (
    (0x20, 0x7E), (0xA0, 0x148), (0x14A, 0x1C3), (0x1C5, 0x24F), (0x384, 0x3D7), (0x400, 0x45F), (0x48A, 0x49D),
    (0x4A0, 0x4FF), (0x1E00, 0x1E9B), (0x1E9E, 0x1EFF), (0x2010, 0x2027), (0x2030, 0x203A), (0x2044, 0x2044),
    (0x20A0, 0x20AF), (0x20B1, 0x20B5), (0x20B8, 0x20BA), (0x20BC, 0x20BF), (0x2122, 0x2122), (0x2190, 0x2199),
    (0x2212, 0x2212), (0x2248, 0x2248), (0x2264, 0x2265),
)  # fmt: skip
"""The letters in fonts/: Latin, Greek and Cyrillic, and the signs a lifter writes."""
UNSEEN = frozenset("\u00ad\u2011\u2028\u2029")

LONGEST = 300
"""Letters of a text that are looked at: no line holds half as many."""

Width = Callable[[str], float]
"""How wide a text is, in pixels."""


def clean(text: str) -> str:
    """On one line, without what cannot be drawn (emoji, other scripts)."""
    whole = unicodedata.normalize("NFC", text[:LONGEST])
    kept = "".join(one if _drawn(one) else " " if one.isspace() else "" for one in whole)
    return " ".join(kept.split())


def _drawn(one: str) -> bool:
    return one not in UNSEEN and unicodedata.category(one) != "Cn" and any(a <= ord(one) <= b for a, b in DRAWN)


def number(value: Decimal, decimals: int = 1) -> str:
    """With a space between thousands and no zeros at its end: "1 234.5"."""
    rounded = round(value, decimals) + 0
    text = f"{rounded:,f}".replace(",", "\u00a0").replace("-", "−")
    return text.rstrip("0").rstrip(".") if "." in text else text


def day(of: date, beside: date | None = None) -> str:
    """ "14 Nov", with the year where it is not that of the day it stands beside."""
    return f"{of.day} {MONTHS[of.month - 1]}" + ("" if beside and of.year == beside.year else f" {of.year}")


def span(of: date, what: str) -> str:
    """The month or the week of a day: "Nov 2026", "16–22 Nov 2026"."""
    if what == "month":
        return f"{MONTHS[of.month - 1]} {of.year}"
    monday = of.toordinal() - of.weekday()
    first, last = date.fromordinal(max(monday, 1)), date.fromordinal(min(monday + 6, date.max.toordinal()))
    return f"{first.day if first.month == last.month else day(first, last)}–{day(last)}"


def plural(count: int, one: str, many: str) -> str:
    return f"{number(Decimal(count))} {one if count == 1 else many}"


def fitted(text: str, width: Width, room: float) -> str:
    """Cut with an ellipsis where it is too long."""
    if width(text) <= room:
        return text
    end = bisect_right(range(1, len(text)), room, key=lambda n: width(_cut(text, n)))
    return _cut(text, end) if end else ""


def _cut(text: str, end: int) -> str:
    return text[:end].rstrip(" ,·") + "…"


def wrapped(text: str, width: Width, room: float, most: int) -> Sequence[str]:
    """Broken between words into at most so many lines, the last of them cut."""
    lines: list[str] = []
    words = text.split(" ")
    while words and len(lines) < most - 1:
        taken = max(1, bisect_right(range(1, len(words) + 1), room, key=lambda n: width(" ".join(words[:n]))))
        lines.append(fitted(" ".join(words[:taken]), width, room))
        words = words[taken:]
    return [*lines, fitted(" ".join(words), width, room)] if words else lines
