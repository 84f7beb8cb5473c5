"""How much was done, week by week? Hard sets of each region as bars, against the range to aim for."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from bot.pictures import panel
from bot.pictures.colours import Colour, Theme
from bot.pictures.sheet import EDGE, WIDTH, Sheet, Type
from bot.pictures.words import day, number
from bot.services.pictures import RegionWeek, VolumeChart

BARS_LEFT = EDGE + 330
BARS_RIGHT = WIDTH - EDGE
WIDEST = 72
COUNT = Type(64, "Bold")
HEAD = 226
MOST_WEEKS = 26
"""Half a year: more bars would be hairs."""
MOST_REGIONS = 6
"""So many rows fit on a phone; what is beyond is left out, and said."""


def draw(chart: VolumeChart, theme: Theme) -> Sheet:
    chart = replace(chart, weeks=chart.weeks[-MOST_WEEKS:], regions=tuple(row[-MOST_WEEKS:] for row in chart.regions))
    rows = [row for row in chart.regions if row][:MOST_REGIONS]
    tall = 222 if len(rows) <= 4 else 152
    sheet = Sheet(round(HEAD + max(len(rows), 1) * tall + 150), theme)
    panel.title(sheet, "Hard sets a week", 56, "")
    sheet.text((EDGE, 150), _period(chart), panel.LINE, theme.soft)
    if not rows:
        sheet.text((EDGE, HEAD + 40), "No hard sets yet.", panel.LINE, theme.soft)
        return sheet
    for n, row in enumerate(rows):
        _row(sheet, row, max(len(chart.weeks), len(row)), HEAD + n * tall, tall - 46)
    foot = HEAD + len(rows) * tall
    _weeks(sheet, chart.weeks, foot)
    left_out = len(chart.regions) - len(rows)
    if left_out:
        sheet.text((EDGE, foot), f"and {left_out} more", panel.SMALL, theme.soft, room=BARS_LEFT - EDGE - 30)
    _key(sheet, foot + 96)
    return sheet


def _period(chart: VolumeChart) -> str:
    """Which week the large numbers are of."""
    if not chart.weeks:
        return "no week yet"
    return f"week of {day(chart.weeks[-1])} · helpers count half"


def _row(sheet: Sheet, row: Sequence[RegionWeek], weeks: int, top: float, tall: float) -> None:
    theme = sheet.theme
    last = row[-1]
    sheet.text((EDGE, top + 40), last.name or last.region, panel.STRONG, theme.ink, room=BARS_LEFT - EDGE - 30)
    wide = sheet.text((EDGE - 2, top + 108), number(last.sets), COUNT, theme.ink, room=170)
    sheet.text(
        (EDGE + wide + 12, top + 108),
        f"of {last.low}–{last.high}",
        panel.SMALL,
        theme.soft,
        room=BARS_LEFT - EDGE - wide - 30,
    )
    bottom = top + tall
    most = max([Decimal(last.high) * Decimal("1.15"), *(week.sets for week in row), Decimal(1)])

    def at(sets: Decimal) -> float:
        return bottom - float(max(sets, Decimal(0)) / most) * tall

    low, high = sorted((last.low, last.high))
    sheet.bar(BARS_LEFT, at(Decimal(high)), BARS_RIGHT, max(at(Decimal(low)), at(Decimal(high)) + 3), theme.band, 6)
    slot = (BARS_RIGHT - BARS_LEFT) / max(weeks, 1)
    half = min(slot * 0.36, WIDEST / 2)
    for n, week in enumerate(row):
        x = BARS_LEFT + slot * (weeks - len(row) + n + 0.5)
        if week.sets > 0:
            sheet.bar(x - half, at(week.sets), x + half, bottom, _colour(theme, week), 10)
            if week.sets > week.high:
                sheet.bar(x - half, at(Decimal(week.high)), x + half, bottom, theme.accent)
    sheet.bar(BARS_LEFT, bottom - 1, BARS_RIGHT, bottom + 1, theme.quiet)


def _colour(theme: Theme, week: RegionWeek) -> Colour:
    if week.sets < week.low:
        return theme.quiet
    return theme.ink if week.sets > week.high else theme.accent


def _weeks(sheet: Sheet, weeks: Sequence[date], top: float) -> None:
    """The first and the last week, or the only one."""
    if not weeks:
        return
    slot = (BARS_RIGHT - BARS_LEFT) / len(weeks)
    if len(weeks) == 1:
        sheet.text(((BARS_LEFT + BARS_RIGHT) / 2, top), _week(weeks[0]), panel.SMALL, sheet.theme.soft, anchor="m")
        return
    first, last = day(weeks[0], weeks[-1]), day(weeks[-1], weeks[-1])
    left = min(BARS_LEFT + slot / 2, BARS_LEFT + panel.SMALL.width(first) / 2)
    sheet.text((max(left - panel.SMALL.width(first) / 2, BARS_LEFT), top), first, panel.SMALL, sheet.theme.soft)
    sheet.text((BARS_RIGHT, top), last, panel.SMALL, sheet.theme.soft, anchor="r")


def _week(monday: date) -> str:
    if monday > date.max - timedelta(days=7):
        return day(monday)
    sunday = monday + timedelta(days=6)
    return f"{day(monday, sunday)} – {day(sunday, monday)}"


def _key(sheet: Sheet, y: float) -> None:
    theme = sheet.theme
    left: float = EDGE
    for colour, words in ((theme.quiet, "below"), (theme.accent, "in range"), (theme.ink, "beyond it")):
        left = panel.key(sheet, left, y, "dot", colour, words)
    sheet.bar(left, y - 24, left + 40, y + 2, theme.band, 6)
    sheet.text((left + 56, y), "range", panel.SMALL, theme.soft)
