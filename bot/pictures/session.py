"""What was done today? A card to share: the session, its lifts, its records and the muscles that worked."""

from collections.abc import Sequence
from decimal import Decimal

from bot.pictures import panel
from bot.pictures.colours import Theme
from bot.pictures.figure import Figure
from bot.pictures.sheet import EDGE, ROOM, WIDTH, Sheet, Type
from bot.pictures.words import WEEKDAYS, clean, day, number, wrapped
from bot.services.pictures import SessionPicture

BIG = Type(68, "Bold")
TITLE = Type(72, "Bold")
SCALE = 0.6
FIGURE_TALL = 600
LIFTS_ROOM = 520
MOST_LIFTS = 8
MOST_RECORDS = 3


def draw(chart: SessionPicture, theme: Theme) -> Sheet:
    titles = wrapped(clean(chart.title) or "Session", TITLE.width, ROOM, 2)
    lifts, records = _lifts(chart), _records(chart)
    stats_top = 96 + 44 + 84 * len(titles) + 26
    body_top = stats_top + 178
    each = 104 if len(lifts) <= 6 else 90
    lifts_tall = each * len(lifts)
    record_tall = 30 + 58 * len(records) if records else 0
    tall = max(lifts_tall, FIGURE_TALL if chart.shades else 0, 120)
    sheet = Sheet(round(body_top + tall + record_tall + 130), theme)
    sheet.text((EDGE, 104), f"{WEEKDAYS[chart.day.weekday()]}, {day(chart.day)}", panel.STRONG, theme.accent)
    for n, line in enumerate(titles):
        sheet.text((EDGE - 2, 104 + 88 + 84 * n), line, TITLE, theme.ink)
    _stats(sheet, chart, stats_top)
    if chart.shades:
        Figure(sheet, WIDTH - EDGE - 176, body_top - 6, SCALE).draw(chart.shades)
    room = LIFTS_ROOM if chart.shades else ROOM
    for n, (name, sets) in enumerate(lifts):
        y = body_top + each * n
        sheet.text((EDGE, y + 36), name, panel.STRONG, theme.ink, room=room)
        sheet.text((EDGE, y + 78), sets, panel.SMALL, theme.soft, room=room)
    for n, words in enumerate(records):
        y = body_top + tall + 60 + 58 * n
        sheet.ring((EDGE + 14, y - 12), 14, theme.accent, 6)
        sheet.text((EDGE + 46, y), words, panel.STRONG, theme.ink, room=ROOM - 46)
    sheet.text((EDGE, sheet.height - 48), "Backcoach", panel.SMALL_STRONG, theme.soft)
    return sheet


def _lifts(chart: SessionPicture) -> Sequence[tuple[str, str]]:
    more = len(chart.lifts) - MOST_LIFTS + 1
    if more <= 1:
        return chart.lifts
    return [*chart.lifts[: MOST_LIFTS - 1], (f"and {more} more", "")]


def _records(chart: SessionPicture) -> Sequence[str]:
    said = [clean(words) for words in chart.records if clean(words)]
    more = len(said) - MOST_RECORDS + 1
    return said if more <= 1 else [*said[: MOST_RECORDS - 1], f"and {more} more records"]


def stats(chart: SessionPicture) -> Sequence[tuple[str, str]]:
    """The numbers, each with its word. No time is left out, as where all was written down at once, and so is nothing
    moved, as with body weight alone."""
    told = [
        (number(Decimal(chart.minutes)), "minute" if chart.minutes == 1 else "minutes"),
        (number(Decimal(chart.sets)), "set" if chart.sets == 1 else "sets"),
        (clean(chart.moved), "moved"),
    ]
    return [(value, word) for value, word in told if value and value != "0"]


def _stats(sheet: Sheet, chart: SessionPicture, top: float) -> None:
    """In a row, each number above its word."""
    theme = sheet.theme
    shown = stats(chart)
    left: float = EDGE
    for n, (value, word) in enumerate(shown):
        room = (WIDTH - EDGE - left) / (len(shown) - n) if n < len(shown) - 1 else WIDTH - EDGE - left
        wide = sheet.text((left - 2, top + 62), value, BIG, theme.ink, room=room - 20)
        under = sheet.text((left, top + 108), word, panel.SMALL, theme.soft, room=room)
        left += max(wide, under) + 76
