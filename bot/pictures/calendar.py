"""On which days was there training? Up to twelve months, a day the fuller the more hard sets it saw."""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date

from bot.pictures import panel
from bot.pictures.colours import Colour, Theme, mixed
from bot.pictures.sheet import EDGE, ROOM, Sheet, Spot, Type
from bot.pictures.words import MONTHS, WEEKDAYS, WHOLE_MONTHS
from bot.services.pictures import CalendarChart

TOP = 356
GAPS = {1: 0, 2: 56, 4: 44}
FULL = 20
"""Hard sets from which a day is as full as it gets."""
LONGEST = 12
LARGE = 100
"""From this a day has its number on it."""

Month = tuple[int, int]


def draw(chart: CalendarChart, theme: Theme) -> Sheet:
    trained = {of: sets for of, sets in chart.days.items() if of <= chart.today}
    shown = _months(chart.today, trained)
    columns = 1 if len(shown) == 1 else 2 if len(shown) <= 4 else 4
    gap = GAPS[columns]
    width = (ROOM - gap * (columns - 1)) / columns
    cell = width / 7
    rows = [shown[n : n + columns] for n in range(0, len(shown), columns)]
    talls = [70 + _lettered(cell) + cell * max(map(_weeks, row)) + 34 for row in rows]
    sheet = Sheet(round(TOP + sum(talls) + 84), theme)
    _head(sheet, chart, trained, shown)
    top: float = TOP
    for row, tall in zip(rows, talls, strict=True):
        for n, month in enumerate(row):
            _month(sheet, month, trained, chart.today, (EDGE + n * (width + gap), top), cell)
        top += tall
    _key(sheet, sheet.height - 52)
    return sheet


def _months(today: date, trained: Mapping[date, int]) -> list[Month]:
    """From the first with training to today's, as many as fill their rows, twelve at most."""
    now = today.year * 12 + today.month - 1
    first = min((of.year * 12 + of.month - 1 for of in trained), default=now)
    count = min(now - first + 1, LONGEST)
    count = count if count <= 2 else 4 if count <= 4 else -(-count // 4) * 4
    return [(n // 12, n % 12 + 1) for n in range(max(now - count + 1, 12), now + 1)]


def _lettered(cell: float) -> float:
    """What the letters of the weekdays take, where there is room for them: above a month alone."""
    return 44 if cell >= LARGE else 0


def _weeks(month: Month) -> int:
    """Rows of a month, Mondays first."""
    first, days = date(*month, 1).weekday(), monthrange(*month)[1]
    return -(-(first + days) // 7)


def _head(sheet: Sheet, chart: CalendarChart, trained: Mapping[date, int], shown: list[Month]) -> None:
    today = chart.today
    panel.title(sheet, "Training days", 56, "")
    this = sum((of.year, of.month) == (today.year, today.month) for of in trained)
    inside = sum((of.year, of.month) in set(shown) for of in trained)
    below = f"in {WHOLE_MONTHS[today.month - 1]}"
    change = f"{inside} in {len(shown)} months" if len(shown) > 1 else ""
    if max(chart.ever, len(trained)) > inside:
        change += f" · {max(chart.ever, len(trained))} in all"
    panel.hero(sheet, 126, str(this), "day" if this == 1 else "days", below, change, sheet.theme.soft)


def _month(sheet: Sheet, month: Month, trained: Mapping[date, int], today: date, at: Spot, cell: float) -> None:
    theme = sheet.theme
    (year, of), (left, top) = month, at
    days, first = monthrange(year, of)[1], date(year, of, 1).weekday()
    count = sum(date(year, of, n) in trained for n in range(1, days + 1))
    words = MONTHS[of - 1] if year == today.year else f"{MONTHS[of - 1]} {year}"
    wide = sheet.text((left + cell * 0.1, top + 34), words, panel.STRONG, theme.ink)
    sheet.text(
        (left + cell * 6.9, top + 34), str(count) if count else "–", panel.LINE, theme.soft, anchor="r",
        room=cell * 6.8 - wide - 12,
    )  # fmt: skip
    down = top + 70 + _lettered(cell)
    for n, name in enumerate(WEEKDAYS if _lettered(cell) else ()):
        sheet.text((left + (n + 0.5) * cell, top + 96), name[0], panel.SMALL, theme.soft, anchor="m")
    for n in range(1, days + 1):
        row, column = divmod(first + n - 1, 7)
        spot = (left + (column + 0.5) * cell, down + (row + 0.5) * cell)
        _day(sheet, date(year, of, n), trained, today, spot, cell)


def _day(sheet: Sheet, of: date, trained: Mapping[date, int], today: date, at: Spot, cell: float) -> None:
    theme = sheet.theme
    radius = cell * 0.41
    colour = fill(theme, trained[of]) if of in trained else theme.faint
    if of > today:
        colour = mixed(theme.paper, theme.faint, 0.4)
    if of == today:
        sheet.disc(at, radius + 5, theme.ink)
        sheet.disc(at, radius + 1, theme.paper)
        radius -= 2
    sheet.disc(at, radius, colour)
    if cell >= LARGE:
        type_ = Type(round(cell * 0.3), "SemiBold")
        ink = theme.soft if of not in trained else _on(theme, trained[of])
        sheet.text((at[0], at[1] + type_.size * 0.36), str(of.day), type_, ink, anchor="m")


def _on(theme: Theme, sets: int) -> Colour:
    """Figures that can be read on the day's own colour."""
    red, green, blue = fill(theme, sets)
    return (21, 23, 28) if 0.299 * red + 0.587 * green + 0.114 * blue > 120 else (255, 255, 255)


def fill(theme: Theme, sets: int) -> Colour:
    """How a day looks with so many hard sets: a day of none, light work, is a training day, too."""
    return mixed(theme.paper, theme.accent, 0.35 + 0.65 * min(max(sets, 0), FULL) / FULL)


def _key(sheet: Sheet, y: float) -> None:
    theme = sheet.theme
    left = EDGE + sheet.text((EDGE, y), "few hard sets", panel.SMALL, theme.soft) + 28
    for sets in (0, 7, 13, 20):
        sheet.disc((left + 14, y - 11), 15, fill(theme, sets))
        left += 42
    left += 10 + sheet.text((left + 10, y), f"{FULL} or more", panel.SMALL, theme.soft) + 54
    sheet.disc((left + 15, y - 11), 15, theme.ink)
    sheet.disc((left + 15, y - 11), 11, theme.paper)
    sheet.text((left + 44, y), "today", panel.SMALL, theme.soft)
