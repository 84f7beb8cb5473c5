"""How did the body's weight and the pull-up go? One panel for each, because one scale would flatten both."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from bot.pictures import panel
from bot.pictures.colours import Colour, Theme
from bot.pictures.scale import Days, Values, values
from bot.pictures.sheet import EDGE, Sheet
from bot.pictures.words import clean, day, number
from bot.services.pictures import BodyChart, Point
from bot.services.trend import FEW, best, mean, trend

TALL = 250
"""Of one panel's grid."""
PART = 156 + 66 + TALL + 96
SHARED = 3
"""Of the whole time at least such a part has to be weighed, or the weights stand on days of their own: two of one week
would be a mark at the edge of two years."""


def draw(chart: BodyChart, theme: Theme) -> Sheet:
    weights, pull_ups = _sorted(chart.weights), _sorted(chart.pull_ups)
    parts = [(name, line) for name, line in (("Body weight", weights), ("Pull-up", pull_ups)) if line]
    if not parts:
        sheet = Sheet(300, theme)
        panel.title(sheet, "Body weight and pull-ups", 56, "")
        sheet.text((EDGE, 168), "Nothing to draw yet: log your body weight or a pull-up.", panel.LINE, theme.soft)
        return sheet
    every = [point.day for _, line in parts for point in line]
    shared = bool(weights) and (weights[-1].day - weights[0].day) * SHARED >= max(every) - min(every)
    sheet = Sheet(56 + PART * len(parts) + 40 * (len(parts) - 1) + 76 * bool(pull_ups), theme)
    top = 56.0
    for name, line in parts:
        behind = weights if line is pull_ups and shared else []
        _part(sheet, name, line, behind, chart, top, every if shared else [point.day for point in line])
        top += PART + 40
    if pull_ups:
        _key(sheet, top - 40 + 32, with_body=shared, of=trend(pull_ups).of)
    return sheet


def _sorted(points: Sequence[Point]) -> list[Point]:
    return sorted(points, key=lambda point: point.day)


def _part(
    sheet: Sheet,
    name: str,
    line: list[Point],
    behind: list[Point],
    chart: BodyChart,
    top: float,
    every: Sequence[date],
) -> None:
    """`every` are the days that its scale spans."""
    across = Days(min(every), max(every), EDGE + 20, panel.RIGHT - 20)
    below = day(line[-1].day) if name != "Pull-up" else f"body and belt · {day(line[-1].day)}"
    value = number(line[-1].value)
    grid_top = panel.side_hero(sheet, top, name, value, str(chart.unit), below, _change(line)) + 66
    shown = [point.value for point in (*line, *behind)]
    scale = values(shown, grid_top + TALL, grid_top, least=max(abs(line[-1].value) / 20, Decimal(4)))
    panel.grid(sheet, scale, str(chart.unit))
    panel.days(sheet, across, grid_top + TALL + 48, every)
    if behind:
        _line(sheet, behind, across, scale, sheet.theme.quiet)
    _line(sheet, line, across, scale, sheet.theme.accent if name == "Pull-up" else sheet.theme.ink)


def _change(line: list[Point]) -> str:
    moved = line[-1].value - line[0].value
    if line[-1].day == line[0].day or not round(moved, 1):
        return ""
    return f"{'+' if moved > 0 else ''}{number(moved)} since {day(line[0].day, line[-1].day)}"


def _line(sheet: Sheet, line: list[Point], across: Days, scale: Values, colour: Colour) -> None:
    """Of the body's weight the mean of each week or month: it goes up and down by the day."""
    theme = sheet.theme
    lifted = colour == theme.accent
    for point in line if len(line) > FEW and colour != theme.quiet else ():
        sheet.disc((across.at(point.day), scale.at(point.value)), 4, theme.quiet)
    panel.trend(sheet, trend(line, best if lifted else mean), across, scale, colour)
    if not lifted:
        return
    panel.records(sheet, line, across, scale, large=len(line) <= FEW)
    top = max(line, key=lambda point: (point.value, -point.day.toordinal()))
    if clean(top.label):
        panel.tag(sheet, (across.at(top.day), scale.at(top.value)), top.label, theme.ink, clear=32)


def _key(sheet: Sheet, y: float, *, with_body: bool, of: str) -> None:
    words = f"pull-up, best of each {of}" if of else "pull-up"
    left = panel.key(sheet, EDGE, y, "line", sheet.theme.accent, words)
    left = panel.key(sheet, left, y, "ring", sheet.theme.accent, "record")
    if with_body:
        panel.key(sheet, left, y, "line", sheet.theme.quiet, "body weight")
