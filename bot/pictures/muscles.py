"""Which muscles worked? The back, each muscle in its shade, with captions that point to it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.pictures import panel
from bot.pictures.anatomy import HALF, POINTED
from bot.pictures.colours import Theme, shade
from bot.pictures.figure import Figure
from bot.pictures.sheet import EDGE, ROOM, WIDTH, Sheet, Spot
from bot.pictures.words import clean, wrapped
from bot.services.pictures import MuscleMap

SCALE = 0.9
FIGURE_TALL = 900
SIDE = 44
"""Captions stand a little further out than the rest."""
COLUMN = (WIDTH - 2 * HALF * SCALE) / 2 - SIDE + 6
"""How wide a caption may be."""
LINE_TALL = 38
LEFT = ("trapezius", "teres-major", "latissimus-dorsi", "core", "glutes")
MOST_LINES = 3
MOST_BELOW = 4


@dataclass(frozen=True, slots=True)
class Caption:
    strong: Sequence[str]
    plain: Sequence[str]
    to: Spot
    middle: float
    """Where the middle of it would best be, beside its muscle."""

    @property
    def tall(self) -> float:
        return LINE_TALL * (len(self.strong) + len(self.plain))


def draw(chart: MuscleMap, theme: Theme) -> Sheet:
    lines = panel.title_lines(chart.title, "Your back")
    below = _unplaced(chart.captions)
    head = 56 + 58 * lines + (52 if clean(chart.subtitle) else 8)
    sheet = Sheet(round(head + 24 + FIGURE_TALL + 84 + 46 * len(below)), theme)
    panel.title(sheet, chart.title, 56, "Your back")
    sheet.text((EDGE, head - 8), chart.subtitle, panel.LINE, theme.soft)
    figure = Figure(sheet, WIDTH / 2, head + 24, SCALE)
    figure.draw(chart.shades)
    for side in (-1, 1):
        _captions(sheet, figure, chart.captions, side, head + 60)
    foot = head + 24 + FIGURE_TALL
    for n, line in enumerate(below):
        sheet.text((EDGE, foot + 36 + 46 * n), line, panel.SMALL, theme.soft)
    if chart.steps:
        _steps(sheet, chart.steps, sheet.height - 44)
    else:
        _key(sheet, sheet.height - 44)
    return sheet


def _unplaced(captions: Mapping[str, str]) -> Sequence[str]:
    """What is said of a muscle that is not on this drawing."""
    said = [clean(words) for muscle, words in captions.items() if muscle not in POINTED and clean(words)]
    return said if len(said) <= MOST_BELOW else [*said[: MOST_BELOW - 1], f"and {len(said) - MOST_BELOW + 1} more"]


def _captions(sheet: Sheet, figure: Figure, captions: Mapping[str, str], side: int, top: float) -> None:
    theme = sheet.theme
    wanted = [muscle for muscle in POINTED if clean(captions.get(muscle, "")) and (muscle in LEFT) == (side < 0)]
    placed = _spread([_caption(figure, muscle, captions[muscle], side) for muscle in wanted], top, sheet.height - 130)
    edge = SIDE if side < 0 else WIDTH - SIDE
    for caption, middle in placed:
        first = middle - caption.tall / 2 + 28
        set_ = [(line, panel.SMALL_STRONG, theme.ink) for line in caption.strong]
        set_ += [(line, panel.SMALL, theme.soft) for line in caption.plain]
        for n, (line, type_, colour) in enumerate(set_):
            sheet.text((edge, first + n * LINE_TALL), line, type_, colour, anchor="l" if side < 0 else "r")
        wide = max(type_.width(line) for line, type_, _ in set_)
        start = (edge - side * (wide + 14), middle)
        sheet.hair([start, caption.to], theme.ink, 2, 0.55)
        sheet.disc(caption.to, 7, theme.paper)
        sheet.disc(caption.to, 4.5, theme.ink)


def _caption(figure: Figure, muscle: str, words: str, side: int) -> Caption:
    head, _, rest = words.partition("\n")
    first = list(wrapped(clean(head), panel.SMALL_STRONG.width, COLUMN, 2))
    more = list(wrapped(clean(rest), panel.SMALL.width, COLUMN, MOST_LINES - 1)) if clean(rest) else []
    spot = figure.at(POINTED[muscle], side)
    return Caption(first if clean(head) else [], more, spot, spot[1])


def _spread(captions: list[Caption], top: float, bottom: float) -> list[tuple[Caption, float]]:
    """From the top down, each beside its muscle where there is room: none touches the next."""
    captions.sort(key=lambda caption: caption.middle)
    gap = 26.0
    middles: list[float] = []
    edge = top
    for caption in captions:
        middle = max(caption.middle - 20, edge + caption.tall / 2)
        middles.append(middle)
        edge = middle + caption.tall / 2 + gap
    edge = bottom
    for n in range(len(captions) - 1, -1, -1):
        middles[n] = min(middles[n], edge - captions[n].tall / 2)
        edge = middles[n] - captions[n].tall / 2 - gap
    return list(zip(captions, middles, strict=True))


def _steps(sheet: Sheet, steps: Sequence[tuple[str, float]], y: float) -> None:
    """In the middle, a shade each."""
    said = [(clean(words), value) for words, value in steps]
    wide = sum(34 + panel.SMALL.width(words) for words, _ in said) + 44 * (len(said) - 1)
    left = (WIDTH - wide) / 2
    for words, value in said:
        left = panel.key(sheet, left, y, "dot", shade(sheet.theme, value), words)


def _key(sheet: Sheet, y: float) -> None:
    """From rest to most."""
    theme = sheet.theme
    left = WIDTH / 2 - 150
    sheet.text((left - 24, y), "rested", panel.SMALL, theme.soft, anchor="r", room=ROOM / 3)
    steps = 60
    for n in range(steps):
        sheet.bar(left + n * 5, y - 20, left + n * 5 + 5.5, y - 2, shade(theme, n / (steps - 1)))
    sheet.text((left + 324, y), "worked most", panel.SMALL, theme.soft, room=ROOM / 3)
