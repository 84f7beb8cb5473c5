"""What does an exercise train? A low picture to stand under its how-to: the back, and the names of its muscles."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.pictures.anatomy import HALF, POINTED
from bot.pictures.colours import Theme, shade
from bot.pictures.figure import Figure
from bot.pictures.sheet import WIDTH, Sheet, Spot, Type
from bot.pictures.words import clean, wrapped
from bot.services.pictures import ExerciseMap

HEIGHT = WIDTH // 2
"""So low that the words above it and the buttons below are mostly on one screen of a phone."""
SIDE = 40
SCALE = 0.605
TOP = 10
FADES = (812.0, 874.0)
"""The thighs pass into the paper below the sheet's last name."""
CLEAR = 14.0
TIME_TALL = 100
"""At the lower right Telegram writes the time over a picture below its words."""
COLUMN = WIDTH / 2 - HALF * SCALE - SIDE
"""What there is beside the figure on each side."""
BESIDE_THE_HEAD = WIDTH / 2 - 110 - SIDE
TITLE = Type(44, "SemiBold")
TITLE_LINE = 54
WORKS = Type(38, "SemiBold")
HELPS = Type(36)
KEY = Type(32)
LINE = 52
LEFT = ("trapezius", "teres-major", "latissimus-dorsi", "core", "glutes")
MOST_LINES = 2
MOST_BESIDE = 7
"""Names on one side."""
DARK, LIGHT = 1.0, 0.36
"""How much is done by what works, and by what helps."""


@dataclass(frozen=True, slots=True)
class Name:
    words: str
    works: bool
    to: Spot | None
    """Where its muscle lies; none for one that is not on a back."""
    wish: float
    """Where its line would best be."""


def draw(chart: ExerciseMap, theme: Theme) -> Sheet:
    sheet = Sheet(HEIGHT, theme)
    figure = Figure(sheet, WIDTH / 2, TOP, SCALE)
    figure.draw({**dict.fromkeys(chart.helps, LIGHT), **dict.fromkeys(chart.works, DARK)}, FADES)
    lines = wrapped(clean(chart.title) or "Your back", TITLE.width, BESIDE_THE_HEAD, MOST_LINES)
    for n, line in enumerate(lines):
        sheet.text((SIDE, 70 + n * TITLE_LINE), line, TITLE, theme.ink)
    _key(sheet)
    for side, top, bottom in ((-1, 70 + len(lines) * TITLE_LINE, HEIGHT - 76), (1, 70, HEIGHT - TIME_TALL)):
        _names(sheet, _beside(figure, chart, side), side, top, bottom)
    return sheet


def _beside(figure: Figure, chart: ExerciseMap, side: int) -> Sequence[Name]:
    """The names of one side, from the top down; one that is not on a back stands last on the right."""
    said = [(muscle, clean(words), True) for muscle, words in chart.works.items()]
    said += [(muscle, clean(words), False) for muscle, words in chart.helps.items() if muscle not in chart.works]
    names = []
    for muscle, words, works in said:
        if words and (muscle in LEFT) == (side < 0):
            spot = _seen(figure, POINTED[muscle], side) if muscle in POINTED else None
            names.append(Name(words, works, spot, spot[1] if spot else HEIGHT))
    names.sort(key=lambda name: name.wish)
    return names[:MOST_BESIDE]


def _seen(figure: Figure, pointed: Spot, side: int) -> Spot:
    """A long muscle is pointed to above where the figure fades."""
    return figure.at((pointed[0], min(pointed[1], FADES[0] - CLEAR)), side)


def _names(sheet: Sheet, names: Sequence[Name], side: int, top: float, bottom: float) -> None:
    theme = sheet.theme
    edge = SIDE if side < 0 else WIDTH - SIDE
    for name, line in zip(names, _spread([name.wish for name in names], top, bottom), strict=True):
        type_, colour = (WORKS, theme.ink) if name.works else (HELPS, theme.soft)
        wide = sheet.text((edge, line + 12), name.words, type_, colour, anchor="l" if side < 0 else "r", room=COLUMN)
        if name.to is not None and wide:
            sheet.hair([(edge - side * (wide + 14), line), name.to], theme.ink, 2, 0.5)
            sheet.disc(name.to, 8, theme.paper)
            sheet.disc(name.to, 5, theme.ink)


def _spread(wishes: Sequence[float], top: float, bottom: float) -> Sequence[float]:
    """As near to where each would best be as a line's height between them lets them, within the two ends."""
    placed: list[float] = []
    for wish in wishes:
        placed.append(max(wish, placed[-1] + LINE if placed else top + LINE / 2))
    end = bottom - LINE / 2
    for n in range(len(placed) - 1, -1, -1):
        placed[n] = min(placed[n], end)
        end = placed[n] - LINE
    return placed


def _key(sheet: Sheet) -> None:
    theme = sheet.theme
    left, y = float(SIDE), HEIGHT - 34
    for words, value in (("works", DARK), ("helps", LIGHT)):
        sheet.disc((left + 12, y - 11), 12, shade(theme, value))
        left += 36 + sheet.text((left + 36, y), words, KEY, theme.soft) + 36
