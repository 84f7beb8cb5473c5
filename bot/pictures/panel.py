"""What do all charts share? A head with the number first, and a panel with its grid."""

from collections.abc import Sequence
from datetime import date

from bot.pictures.colours import Colour
from bot.pictures.scale import Days, Values, tick
from bot.pictures.sheet import EDGE, ROOM, WIDTH, Sheet, Spot, Type
from bot.pictures.words import clean, wrapped
from bot.services.pictures import Point
from bot.services.trend import Trend

TITLE = Type(46, "SemiBold")
HERO = Type(112, "Bold")
UNIT = Type(50, "SemiBold")
LINE = Type(34)
STRONG = Type(34, "SemiBold")
SMALL = Type(30)
SMALL_STRONG = Type(30, "SemiBold")
RIGHT = WIDTH - EDGE - 104
"""Where the lines of a panel end and their numbers begin."""


def title(sheet: Sheet, text: str, top: float, instead: str) -> float:
    """On two lines at most; gives where what follows begins."""
    lines = wrapped(clean(text) or instead, TITLE.width, ROOM, 2)
    for n, line in enumerate(lines):
        sheet.text((EDGE, top + 42 + n * 58), line, TITLE, sheet.theme.ink)
    return top + 58 * len(lines)


def title_lines(text: str, instead: str) -> int:
    return len(wrapped(clean(text) or instead, TITLE.width, ROOM, 2))


def hero(sheet: Sheet, top: float, value: str, unit: str, below: str, change: str, colour: Colour) -> float:
    """The number first, how it changed across from it, and what it is below; gives where what follows begins."""
    theme = sheet.theme
    wide = sheet.text((EDGE - 4, top + 104), value, HERO, theme.ink, room=ROOM - UNIT.width(unit) - 20)
    wide += 12 + sheet.text((EDGE + wide + 12, top + 104), unit, UNIT, theme.soft)
    sheet.text((WIDTH - EDGE, top + 104), change, STRONG, colour, anchor="r", room=ROOM - wide - 24)
    sheet.text((EDGE, top + 164), below, LINE, theme.soft)
    return top + 190


def side_hero(sheet: Sheet, top: float, name: str, value: str, unit: str, below: str, change: str) -> float:
    """The same where two panels share a sheet: the words to the left, the number to the right."""
    theme = sheet.theme
    unit_wide = sheet.text((WIDTH - EDGE, top + 92), unit, UNIT, theme.soft, anchor="r")
    right = WIDTH - EDGE - unit_wide - 12
    wide = sheet.text((right, top + 92), value, HERO, theme.ink, anchor="r", room=ROOM / 2)
    sheet.text((EDGE, top + 42), name, TITLE, theme.ink, room=right - wide - EDGE - 24)
    sheet.text((EDGE, top + 94), below, LINE, theme.soft, room=right - wide - EDGE - 24)
    sheet.text((EDGE, top + 142), change, STRONG, theme.soft)
    return top + 156


def grid(sheet: Sheet, scale: Values, unit: str) -> None:
    """A line a tick, its number to the right; the unit with the highest."""
    step = scale.ticks[1] - scale.ticks[0]
    for value in scale.ticks:
        y = scale.at(value)
        sheet.bar(EDGE, y - 1, RIGHT, y + 1, sheet.theme.faint)
        words = tick(value, step)
        whole = f"{words} {unit}" if unit and value == scale.ticks[-1] else words
        room = WIDTH - EDGE - RIGHT - 12
        words = whole if SMALL.width(whole) <= room else words
        sheet.text((WIDTH - EDGE, y + 11), words, SMALL, sheet.theme.soft, anchor="r", room=room)


def days(sheet: Sheet, scale: Days, y: float, shown: Sequence[date]) -> None:
    """The marks below a panel, each kept within the panel; one that would touch the one before is left out."""
    marks = scale.marks(shown)
    last_right = float("-inf")
    placed: list[tuple[float, str]] = []
    for of, words in marks:
        width = SMALL.width(words)
        left = min(max(scale.at(of) - width / 2, EDGE), RIGHT - width)
        if left > last_right + 24:
            placed.append((left, words))
            last_right = left + width
    for left, words in placed:
        sheet.text((left, y), words, SMALL, sheet.theme.soft)


def tag(sheet: Sheet, at: Spot, words: str, colour: Colour, *, clear: float) -> None:
    """A few words above a point, kept within the panel."""
    width = SMALL_STRONG.width(clean(words))
    left = min(max(at[0] - width / 2, EDGE), max(RIGHT - width, EDGE))
    sheet.text((left, at[1] - clear), words, SMALL_STRONG, colour, room=RIGHT - EDGE)


def trend(sheet: Sheet, of: Trend, across: Days, scale: Values, colour: Colour) -> None:
    """A line, with its points on it where these are few."""
    for part in of.parts:
        spots = [(across.at(one.day), scale.at(one.value)) for one in part]
        sheet.line(spots, colour, 6)
        for spot in spots if not of.of or len(spots) == 1 else ():
            sheet.disc(spot, 9, colour)


def records(sheet: Sheet, points: Sequence[Point], across: Days, scale: Values, *, large: bool) -> None:
    """A ring each; where they would lie on each other the latest of them, which is the highest, stands for all."""
    radius = 13 if large else 9
    free = float("inf")
    for point in sorted(points, key=lambda one: one.day, reverse=True):
        x = across.at(point.day)
        if point.record and x <= free - radius * 2:
            sheet.ring((x, scale.at(point.value)), radius, sheet.theme.accent, radius * 0.45)
            free = x


def key(sheet: Sheet, left: float, y: float, mark: str, colour: Colour, words: str) -> float:
    """One entry of the key; gives where the next begins."""
    if mark == "line":
        sheet.line([(left, y - 11), (left + 40, y - 11)], colour, 6)
    elif mark == "ring":
        sheet.ring((left + 14, y - 11), 13, colour, 6)
    else:
        sheet.disc((left + 10, y - 11), 9, colour)
    start = left + {"line": 56, "ring": 42}.get(mark, 34)
    return start + sheet.text((start, y), words, SMALL, sheet.theme.soft) + 44
