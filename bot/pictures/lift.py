"""How did a lift go? The estimated maximum as a line, the best sets as dots, records ringed."""

from collections.abc import Sequence
from decimal import Decimal

from bot.pictures import panel
from bot.pictures.colours import Theme
from bot.pictures.scale import Days, Values, values
from bot.pictures.sheet import EDGE, Sheet
from bot.pictures.words import clean, day, number, span
from bot.services.pictures import LiftChart, Point, Scale
from bot.services.trend import FEW, trend

TALL = 560
OF = {
    Scale.LOAD: "",
    Scale.BODY: ", body and belt",
    Scale.UNWEIGHED: ", the belt alone",
    Scale.ADDED: ", added load",
}


def draw(chart: LiftChart, theme: Theme) -> Sheet:
    lines = panel.title_lines(chart.title, "Your lift")
    shown = sorted((*chart.estimates, *chart.best), key=lambda point: point.day)
    if not shown:
        return _empty(chart, theme, lines)
    sheet = Sheet(56 + 58 * lines + 190 + 84 + TALL + 150, theme)
    top = panel.title(sheet, chart.title, 56, "Your lift")
    top = _head(sheet, chart, top + 12) + 84
    scale = values(
        [point.value for point in shown], top + TALL, top, whole=bool(chart.counted), least=_least(chart, shown)
    )
    across = Days(shown[0].day, shown[-1].day, EDGE + 20, panel.RIGHT - 20)
    panel.grid(sheet, scale, {"seconds": "s"}.get(chart.counted, chart.counted) or chart.unit)
    panel.days(sheet, across, top + TALL + 48, [point.day for point in shown])
    _marks(sheet, chart, across, scale)
    _key(sheet, chart, top + TALL + 114)
    return sheet


def _empty(chart: LiftChart, theme: Theme, lines: int) -> Sheet:
    sheet = Sheet(56 + 58 * lines + 120, theme)
    top = panel.title(sheet, chart.title, 56, "Your lift")
    sheet.text((EDGE, top + 48), "Nothing to draw yet: log a set, and it begins here.", panel.LINE, theme.soft)
    return sheet


def _least(chart: LiftChart, shown: Sequence[Point]) -> Decimal:
    """A tenth of what is lifted: a step of one plate is seen, and does not fill the picture."""
    return max(abs(shown[-1].value) / 10, Decimal(4 if chart.counted else 5))


def _head(sheet: Sheet, chart: LiftChart, top: float) -> float:
    """The newest number, or that of the newest week or month; beside it the way since the first, where there are two to
    compare."""
    line = trend(sorted(chart.estimates or chart.best, key=lambda point: point.day))
    first, last = line.ends
    unit = chart.counted or str(chart.unit)
    what = f"{'estimated max' if chart.estimates else 'best set'}{OF[chart.scale]}"
    moved = last.value - first.value
    change = ""
    if last.day > first.day and moved:
        change = f"{'+' if moved > 0 else ''}{number(moved)} since {day(first.day, last.day)}"
    when = f"best of {span(last.day, line.of)}" if line.of else day(last.day)
    colour = sheet.theme.accent if moved > 0 else sheet.theme.soft
    return panel.hero(sheet, top, number(last.value), unit, f"{what} · {when}", change, colour)


def _marks(sheet: Sheet, chart: LiftChart, across: Days, scale: Values) -> None:
    theme = sheet.theme
    best = sorted(chart.best, key=lambda point: point.day)
    line = sorted(chart.estimates, key=lambda point: point.day) or best
    few = len(line) <= FEW
    for point in best if line is not best or not few else ():
        sheet.disc((across.at(point.day), scale.at(point.value)), 8 if few else 5, theme.quiet)
    panel.trend(sheet, trend(line), across, scale, theme.accent)
    for points in (best, line) if line is not best and few else (line,):
        panel.records(sheet, points, across, scale, large=few)
    _highest(sheet, chart, across, scale)


def _highest(sheet: Sheet, chart: LiftChart, across: Days, scale: Values) -> None:
    """The highest point of all names the set behind it."""
    points = chart.estimates or chart.best
    top = max(points, key=lambda point: (point.value, -point.day.toordinal()))
    words = clean(top.label) or number(top.value)
    panel.tag(sheet, (across.at(top.day), scale.at(top.value)), words, sheet.theme.ink, clear=32)


def _key(sheet: Sheet, chart: LiftChart, y: float) -> None:
    theme = sheet.theme
    left: float = EDGE
    line = sorted(chart.estimates or chart.best, key=lambda point: point.day)
    of = trend(line).of
    if chart.estimates or of:
        mark = "line" if len({point.day for point in line}) > 1 else "dot"
        left = panel.key(sheet, left, y, mark, theme.accent, f"best of each {of}" if of else "estimated max")
    if chart.best:
        colour = theme.quiet if chart.estimates or of else theme.accent
        left = panel.key(sheet, left, y, "dot", colour, "best set of a day" if chart.estimates else _best(chart))
    if any(point.record for point in (*chart.estimates, *chart.best)):
        panel.key(sheet, left, y, "ring", theme.accent, "record")


def _best(chart: LiftChart) -> str:
    """What the dots are, where they are all there is."""
    return f"best set of a day, in {chart.counted}" if chart.counted else "best set of a day"
