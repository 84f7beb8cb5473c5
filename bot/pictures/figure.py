"""How is a back drawn? Every muscle in its shade, its fibres and a little roundness over it."""

from collections.abc import Iterable, Mapping
from itertools import pairwise

from bot.pictures.anatomy import ARM, FADES, HEAD, MUSCLES, OTHERS, TRUNK
from bot.pictures.colours import Colour, mixed, shade
from bot.pictures.curves import FIBRES, Belly, Spot, smooth
from bot.pictures.sheet import Sheet

SPLIT = 2.4
"""How wide the seam between two muscles is, in units of the drawing."""


class Figure:
    """A back on a sheet: its spine at `middle`, its crown at `top`, a unit `scale` pixels large."""

    def __init__(self, sheet: Sheet, middle: float, top: float, scale: float) -> None:
        self._sheet = sheet
        self._middle, self._top, self._scale = middle, top, scale

    def at(self, spot: Spot, side: int = 1) -> Spot:
        """Where a place of the drawing is on the sheet; side 1 is the right, -1 the left."""
        return self._middle + side * spot[0] * self._scale, self._top + spot[1] * self._scale

    def draw(self, shades: Mapping[str, float], fades: tuple[float, float] = FADES) -> None:
        """Between the two places of `fades` it passes into the paper."""
        theme = self._sheet.theme
        for side in (-1, 1):
            for outline in (ARM, TRUNK, HEAD):
                self._sheet.area(self._on(_rounded(outline), side), theme.body)
        for belly in OTHERS:
            self._belly(belly, theme.other)
        for muscle, bellies in MUSCLES.items():
            for belly in bellies:
                self._belly(belly, shade(theme, shades.get(muscle, 0.0)))
        self._hair_line()
        self._sheet.fade(self._top + fades[0] * self._scale, self._top + fades[1] * self._scale)

    def _belly(self, belly: Belly, colour: Colour) -> None:
        theme = self._sheet.theme
        dark, light = mixed(colour, (0, 0, 0), 0.28), mixed(colour, (255, 255, 255), 0.5)
        for side in (-1, 1):
            outline = self._on(belly.outline, side)
            self._sheet.area(outline, colour)
            for n, (one, other) in enumerate(pairwise(belly.strips)):
                off = abs((n + 0.5) / FIBRES * 2 - 1)
                strip = self._on([*one, *reversed(other)], side)
                if off > 0.4:
                    self._sheet.area(strip, dark, 0.34 * (off - 0.4))
                else:
                    self._sheet.area(strip, light, 0.2 * (0.4 - off))
            for fibre in belly.strips[1:-1]:
                self._sheet.hair(self._on(fibre[1:-1], side), dark, 1, 0.2)
            self._sheet.hair([*outline, outline[0]], theme.body, SPLIT * self._scale, 1)

    def _hair_line(self) -> None:
        """The groove over the spine."""
        spots = [self.at((0, 200)), self.at((0, 650))]
        self._sheet.hair(spots, mixed(self._sheet.theme.body, (0, 0, 0), 0.2), 1.6 * self._scale, 0.5)

    def _on(self, spots: Iterable[Spot], side: int) -> list[Spot]:
        return [self.at(spot, side) for spot in spots]


def _rounded(outline: tuple[Spot, ...]) -> list[Spot]:
    return smooth(outline, len(outline) * 8)
