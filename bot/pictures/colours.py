"""Which colours has a picture? Two themes, each with one accent, and how a muscle is shaded."""

import math
from dataclasses import dataclass

Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Theme:
    """Every colour of one theme, by what it is for."""

    paper: Colour
    ink: Colour
    soft: Colour
    """Words that are not the first to be read; at least 4.5 to 1 against the paper."""
    faint: Colour
    """Lines of a grid, and what has not been."""
    quiet: Colour
    """Marks beside the accent's, as the best sets beside the estimated maximum."""
    accent: Colour
    band: Colour
    """A range to aim for, behind its bars."""
    body: Colour
    other: Colour
    """Muscles that are not shaded, because the coach does not count them."""
    shades: tuple[Colour, ...]
    """From a muscle that rested to one that did most, at even steps."""


LIGHT = Theme(
    paper=(251, 250, 248),
    ink=(21, 23, 28),
    soft=(99, 104, 113),
    faint=(229, 226, 220),
    quiet=(168, 166, 162),
    accent=(222, 74, 26),
    band=(248, 230, 221),
    body=(236, 232, 225),
    other=(224, 219, 211),
    shades=((217, 211, 202), (240, 184, 155), (236, 133, 88), (222, 82, 36), (184, 44, 12)),
)
DARK = Theme(
    paper=(15, 17, 21),
    ink=(245, 244, 241),
    soft=(157, 163, 173),
    faint=(38, 42, 49),
    quiet=(104, 110, 120),
    accent=(255, 122, 69),
    band=(48, 33, 27),
    body=(30, 34, 40),
    other=(44, 49, 57),
    shades=((54, 60, 69), (104, 66, 53), (164, 84, 52), (219, 103, 56), (255, 138, 84)),
)


def theme(*, dark: bool) -> Theme:
    return DARK if dark else LIGHT


def mixed(first: Colour, second: Colour, share: float) -> Colour:
    """Between two colours: 0 is the first, 1 the second."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return red, green, blue


def shade(of: Theme, value: float) -> Colour:
    """How a muscle looks that did so much, from 0 to 1; what lies outside is taken as the end it lies beyond."""
    place = (min(max(value, 0.0), 1.0) if not math.isnan(value) else 0.0) * (len(of.shades) - 1)
    step = min(int(place), len(of.shades) - 2)
    return mixed(of.shades[step], of.shades[step + 1], place - step)
