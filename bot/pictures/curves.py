"""How do a few points become a smooth edge, and two edges a muscle with its fibres?"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

Spot = tuple[float, float]
Edge = Sequence[Spot]
STEPS = 20
"""Points along a fibre."""
FIBRES = 9
"""Strips a muscle is drawn in."""


def smooth(spots: Edge, steps: int = STEPS) -> list[Spot]:
    """Through every point (centripetal enough at this spacing: Catmull-Rom), as so many points at even shares."""
    if len(spots) == 2:
        return [between(spots[0], spots[1], n / (steps - 1)) for n in range(steps)]
    held = [spots[0], *spots, spots[-1]]
    last = len(spots) - 1
    out: list[Spot] = []
    for n in range(steps):
        place = n / (steps - 1) * last
        at = min(int(place), last - 1)
        out.append(_through(held[at : at + 4], place - at))
    return out


def between(first: Spot, second: Spot, share: float) -> Spot:
    return first[0] + (second[0] - first[0]) * share, first[1] + (second[1] - first[1]) * share


def _through(four: Edge, t: float) -> Spot:
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = four
    square, cube = t * t, t * t * t
    a, b, c, d = -cube + 2 * square - t, 3 * cube - 5 * square + 2, -3 * cube + 4 * square + t, cube - square
    return (a * ax + b * bx + c * cx + d * dx) / 2, (a * ay + b * by + c * cy + d * dy) / 2


@dataclass(frozen=True)
class Belly:
    """A muscle, or one part of it, on the right side: two edges that run as its fibres do, from where it rises to
    where it ends, and the two ends between them where these are not straight."""

    upper: Edge
    lower: Edge
    rise: Edge = ()
    end: Edge = ()

    @cached_property
    def strips(self) -> Sequence[list[Spot]]:
        """Its fibres from edge to edge, both edges with them."""
        return [self.fibre(n / FIBRES) for n in range(FIBRES + 1)]

    def fibre(self, share: float) -> list[Spot]:
        """From the upper edge (0) to the lower (1), bent as both are: a Coons patch."""
        upper, lower = self._edges
        rise, end = self._ends
        first, last = _on(rise, share), _on(end, share)
        out: list[Spot] = []
        for n, (one, other) in enumerate(zip(upper, lower, strict=True)):
            along = n / (STEPS - 1)
            x, y = between(one, other, share)
            off = between(between(upper[0], lower[0], share), between(upper[-1], lower[-1], share), along)
            to = between(first, last, along)
            out.append((x + to[0] - off[0], y + to[1] - off[1]))
        return out

    @cached_property
    def outline(self) -> list[Spot]:
        (upper, lower), (rise, end) = self._edges, self._ends
        return [*upper, *end, *reversed(lower), *reversed(rise)]

    @cached_property
    def _edges(self) -> tuple[list[Spot], list[Spot]]:
        return smooth(self.upper), smooth(self.lower)

    @cached_property
    def _ends(self) -> tuple[list[Spot], list[Spot]]:
        return (
            smooth((self.upper[0], *self.rise, self.lower[0])),
            smooth((self.upper[-1], *self.end, self.lower[-1])),
        )


def _on(edge: list[Spot], share: float) -> Spot:
    place = share * (len(edge) - 1)
    at = min(int(place), len(edge) - 2)
    return between(edge[at], edge[at + 1], place - at)
