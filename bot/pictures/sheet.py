"""What is a picture drawn on? A sheet with smooth shapes and set type; coordinates are pixels, from the top left."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path

import aggdraw
from PIL import Image, ImageDraw, ImageFont

from bot.pictures.colours import Colour, Theme
from bot.pictures.words import clean, fitted

WIDTH = 1080
EDGE = 64
"""Left and right of everything."""
ROOM = WIDTH - 2 * EDGE
SMALLEST = 30
"""The smallest type: 11 points where 1080 pixels are shown on 390."""
FONTS = Path(__file__).parent / "fonts"
PACKING = 3
"""How hard the PNG is packed: above this it takes a quarter longer for a tenth less."""

Spot = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Type:
    """A size in pixels and a weight: Regular, SemiBold or Bold."""

    size: int
    weight: str = "Regular"

    def width(self, text: str) -> float:
        return _font(self).getlength(text)


@dataclass(frozen=True, slots=True)
class Written:
    """A text where it stands: left, top, right and bottom of what is seen of it, and its size."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: int


@lru_cache(maxsize=48)
def _font(type_: Type) -> ImageFont.FreeTypeFont:
    # The basic layout is the same on every machine; the other asks the system for a library.
    return ImageFont.truetype(FONTS / f"Inter-{type_.weight}.ttf", type_.size, layout_engine=ImageFont.Layout.BASIC)


class Sheet:
    """Shapes lie in the order they are drawn, words above all of them."""

    def __init__(self, height: int, theme: Theme) -> None:
        self.height = height
        self.theme = theme
        self.written: list[Written] = []
        self._image = Image.new("RGB", (WIDTH, height), theme.paper)
        self._shapes = aggdraw.Draw(self._image)
        self._words: list[tuple[Spot, str, Type, Colour]] = []

    def area(self, spots: Iterable[Spot], colour: Colour, opacity: float = 1) -> None:
        self._shapes.polygon([at for spot in spots for at in spot], aggdraw.Brush(colour, round(255 * opacity)))

    def line(self, spots: Sequence[Spot], colour: Colour, width: float) -> None:
        """With round corners and ends."""
        if len(spots) > 1:
            self._shapes.line([at for spot in spots for at in spot], aggdraw.Pen(colour, width))
        if width > 2:
            for spot in spots:
                self.disc(spot, width / 2, colour)

    def hair(self, spots: Sequence[Spot], colour: Colour, width: float, opacity: float) -> None:
        """A thin line that lets through what lies below."""
        self._shapes.line([at for spot in spots for at in spot], aggdraw.Pen(colour, width, round(255 * opacity)))

    def disc(self, at: Spot, radius: float, colour: Colour) -> None:
        x, y = at
        self._shapes.ellipse((x - radius, y - radius, x + radius, y + radius), aggdraw.Brush(colour))

    def ring(self, at: Spot, radius: float, colour: Colour, width: float) -> None:
        """Filled with the paper."""
        self.disc(at, radius, colour)
        self.disc(at, radius - width, self.theme.paper)

    def bar(self, left: float, top: float, right: float, bottom: float, colour: Colour, radius: float = 0) -> None:
        """A rectangle, its corners rounded as far as it is large enough."""
        round_ = min(radius, (right - left) / 2, (bottom - top) / 2)
        if round_ < 1:
            self.area(((left, top), (right, top), (right, bottom), (left, bottom)), colour)
        else:
            self._shapes.rounded_rectangle((left, top, right, bottom), round_, aggdraw.Brush(colour))

    def text(self, at: Spot, text: str, type_: Type, colour: Colour, *, anchor: str = "l", room: float = ROOM) -> float:
        """Written on a base line from the left ("l"), to the right ("r") or about the middle ("m"), cut to its room;
        gives its width."""
        words = fitted(clean(text), type_.width, room)
        width = type_.width(words)
        left = at[0] - {"l": 0.0, "m": width / 2, "r": width}[anchor]
        if words:
            self._words.append(((left, at[1]), words, type_, colour))
            seen = _font(type_).getbbox(words, anchor="ls")
            self.written.append(
                Written(words, left + seen[0], at[1] + seen[1], left + seen[2], at[1] + seen[3], type_.size),
            )
        return width

    def fade(self, top: float, bottom: float) -> None:
        """What lies there passes into the paper, and below it nothing is seen."""
        self._shapes.flush()
        first, last = round(top), min(round(bottom), self.height)
        mask = Image.linear_gradient("L").resize((WIDTH, last - first))
        self._image.paste(self.theme.paper, (0, first, WIDTH, last), mask)
        self._image.paste(self.theme.paper, (0, last, WIDTH, self.height))
        self._shapes = aggdraw.Draw(self._image)

    def png(self) -> bytes:
        self._shapes.flush()
        pen = ImageDraw.Draw(self._image)
        for at, words, type_, colour in self._words:
            pen.text(at, words, font=_font(type_), fill=colour, anchor="ls")
        out = BytesIO()
        self._image.save(out, "PNG", compress_level=PACKING)
        return out.getvalue()
