"""How far is it to the pull-up? A flight of steps, a stage each: what was done rises in it, and the top is the goal."""

from collections.abc import Sequence

from bot.pictures import panel
from bot.pictures.colours import Colour, Theme, mixed
from bot.pictures.scale import Days
from bot.pictures.sheet import EDGE, WIDTH, Sheet, Spot
from bot.pictures.words import clean, day
from bot.services.pictures import Point, RoadChart, RoadStage
from bot.services.trend import trend

TALL = 132
GAP = 14
INSET = 26
"""From the edge of a step to its words."""
PLOT = EDGE + 408
"""Where the days begin, right of the words."""
RIGHT = WIDTH - EDGE - INSET - 6
ROUND = 20
APART = 120
"""Days up to which the dots of sessions do not touch."""
TITLE = "Road to the pull-up"


def draw(chart: RoadChart, theme: Theme) -> Sheet:
    stages = chart.stages
    top = 56 + 58 + 12 + 190 + 36
    sheet = Sheet(round(top + len(stages) * (TALL + GAP) + 92), theme)
    panel.title(sheet, TITLE, 56, "")
    _head(sheet, chart)
    every = [one.day for stage in stages for one in stage.days]
    across = Days(min(every, default=chart.today), max(every, default=chart.today), PLOT + 16, RIGHT)
    for n, stage in enumerate(stages):
        _step(sheet, chart, n, stage, top + (len(stages) - 1 - n) * (TALL + GAP), across)
    foot = top + len(stages) * (TALL + GAP)
    _days(sheet, across, foot + 36, every)
    return sheet


def _head(sheet: Sheet, chart: RoadChart) -> None:
    here = chart.stages[chart.at]
    below = f"{here.name} · the last stage"
    if not any(stage.days for stage in chart.stages):
        below = f"begins with: {here.name}"
    elif chart.at < len(chart.stages) - 1:
        below = f"{here.name} · after {here.asks}: {chart.stages[chart.at + 1].name}"
    number, of = str(chart.at + 1), f"of {len(chart.stages)}"
    panel.hero(sheet, 126, number, of, below, "", sheet.theme.soft)


def _step(sheet: Sheet, chart: RoadChart, n: int, stage: RoadStage, top: float, across: Days) -> None:
    theme = sheet.theme
    here, done = n == chart.at, n < chart.at
    fill = theme.band if here or done else mixed(theme.paper, theme.faint, 0.5)
    if here:
        sheet.bar(EDGE, top, WIDTH - EDGE, top + TALL, theme.accent, ROUND)
        sheet.bar(EDGE + 4, top + 4, WIDTH - EDGE - 4, top + TALL - 4, fill, ROUND - 4)
    else:
        sheet.bar(EDGE, top, WIDTH - EDGE, top + TALL, fill, ROUND)
    left = EDGE + INSET
    ink = theme.ink if here or done else theme.soft
    wide = sheet.text((left, top + 58), stage.name, panel.STRONG, ink, room=PLOT - left - 60)
    if done and stage.days:
        _tick(sheet, (left + wide + 34, top + 46), theme.accent)
    room = PLOT - left - 20
    words = next((one for one in _told(stage, here=here, done=done) if panel.SMALL.width(one) <= room), stage.asks)
    sheet.text((left, top + 102), words, panel.SMALL, theme.soft, room=room)
    _line(sheet, stage.days, across, top, here=here, done=done)


def _told(stage: RoadStage, *, here: bool, done: bool) -> Sequence[str]:
    """The fullest first."""
    best = f"best {clean(stage.best)}" if clean(stage.best) else ""
    if done:
        return (best or "passed over",)
    goal = f"goal {clean(stage.asks)}" if here else clean(stage.asks)
    return (f"{best} · {goal}", goal) if best else (goal,)


def _line(sheet: Sheet, days: Sequence[Point], across: Days, top: float, *, here: bool, done: bool) -> None:
    """From the foot of the step to its head, which leads on to the next."""
    theme = sheet.theme
    points = sorted(days, key=lambda one: one.day)
    if not points:
        return
    colour = theme.accent if here or done else theme.quiet

    def at(point: Point) -> Spot:
        return across.at(point.day), top + TALL - 24 - float(point.value) * (TALL - 48)

    for part in trend(points).parts:
        sheet.line([at(one) for one in part], colour, 5)
    apart = (across.last - across.first).days <= APART
    for one in points if apart or len(points) == 1 else ():
        sheet.disc(at(one), 7, colour)


def _tick(sheet: Sheet, at: Spot, colour: Colour) -> None:
    x, y = at
    sheet.line([(x - 13, y), (x - 3, y + 10), (x + 15, y - 12)], colour, 5)


def _days(sheet: Sheet, across: Days, y: float, every: Sequence[object]) -> None:
    if not every:
        return
    theme = sheet.theme
    first, last = day(across.first, across.last), day(across.last)
    if across.first == across.last:
        sheet.text((across.at(across.first), y), last, panel.SMALL, theme.soft, anchor="m")
        return
    sheet.text((PLOT, y), first, panel.SMALL, theme.soft)
    sheet.text((RIGHT + 10, y), last, panel.SMALL, theme.soft, anchor="r")
