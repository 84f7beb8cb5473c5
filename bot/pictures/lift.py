"""How did a lift go? The estimated maximum as a line, the best sets as dots, records ringed."""

from collections.abc import Sequence
from decimal import Decimal

from bot.pictures import panel
from bot.pictures.colours import Theme
from bot.pictures.scale import Days, Values, runs, values
from bot.pictures.sheet import EDGE, Sheet
from bot.pictures.words import clean, day, number
from bot.services.pictures import LiftChart, Point, Scale

TALL = 560
OF = {
    Scale.LOAD: "",
    Scale.BODY: ", body and belt",
    Scale.UNWEIGHED: ", the belt alone",
    Scale.ADDED: ", added load",
}
FEW = 40
"""Up to so many points are dots on their line, beyond it would be beads."""


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
    """The newest number; beside it the way since the first, where there are two days to compare."""
    line = sorted(chart.estimates or chart.best, key=lambda point: point.day)
    first, last = line[0], line[-1]
    unit = chart.counted or str(chart.unit)
    what = f"{'estimated max' if chart.estimates else 'best set'}{OF[chart.scale]}"
    moved = last.value - first.value
    change = ""
    if last.day > first.day and moved:
        change = f"{'+' if moved > 0 else ''}{number(moved)} since {day(first.day, last.day)}"
    colour = sheet.theme.accent if moved > 0 else sheet.theme.soft
    return panel.hero(sheet, top, number(last.value), unit, f"{what} · {day(last.day)}", change, colour)


def _marks(sheet: Sheet, chart: LiftChart, across: Days, scale: Values) -> None:
    theme = sheet.theme
    best = sorted(chart.best, key=lambda point: point.day)
    line = sorted(chart.estimates, key=lambda point: point.day) or best
    for point in best if line is not best else ():
        sheet.disc((across.at(point.day), scale.at(point.value)), 8 if len(best) <= FEW else 5, theme.quiet)
    spots = [(across.at(point.day), scale.at(point.value)) for point in line]
    for run in runs([point.day for point in line]):
        sheet.line([spots[n] for n in run], theme.accent, 6 if len(line) <= FEW else 4)
    if len(line) <= FEW:
        for spot in spots:
            sheet.disc(spot, 9, theme.accent)
    for points in (best, line) if line is not best else (line,):
        panel.records(sheet, points, across, scale, large=len(points) <= FEW)
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
    if chart.estimates:
        mark = "line" if len({point.day for point in chart.estimates}) > 1 else "dot"
        left = panel.key(sheet, left, y, mark, theme.accent, "estimated max")
    if chart.best:
        colour = theme.quiet if chart.estimates else theme.accent
        left = panel.key(sheet, left, y, "dot", colour, "best set of a day" if chart.estimates else _best(chart))
    if any(point.record for point in (*chart.estimates, *chart.best)):
        panel.key(sheet, left, y, "ring", theme.accent, "record")


def _best(chart: LiftChart) -> str:
    """What the dots are, where they are all there is."""
    return f"best set of a day, in {chart.counted}" if chart.counted else "best set of a day"
