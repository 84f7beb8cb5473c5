"""From which load does a lifter start, how far back after a break, and when does a light week come?"""

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from bot.coaching.knowledge.models import Claims, Loading, Shape, Slug
from bot.domain.planning import Level
from bot.domain.training import RepRange
from bot.domain.units import Unit

Amount = Annotated[Decimal, Field(gt=0, le=200)]
ByLevel = tuple[Amount, Amount, Amount]
"""For a novice, an intermediate, an advanced lifter."""


class FirstLoad(Shape):
    """A safe load for the first session, body weight and sex unknown; in each hand where it is one a hand.

    For `exercises`, or with `loading` for every exercise loaded so that no other entry names.
    """

    id: Slug
    exercises: tuple[Slug, ...] = ()
    loading: Loading | None = None
    kg: ByLevel
    lb: ByLevel
    why: Claims = Field(min_length=1)

    def amount(self, level: Level, unit: Unit) -> Decimal:
        return (self.kg if unit is Unit.KG else self.lb)[list(Level).index(level)]


class Break(Shape):
    """After `days` without a lift and more, so many percent of its load."""

    id: Slug
    days: int = Field(ge=7, le=1000)
    percent: int = Field(ge=30, le=99)
    why: Claims = Field(min_length=1)


class Deload(Shape):
    """When a light week comes: after `weeks` of hard training, or where lifts stand still.

    A lift stands still after `bouts` without a better one, that span `days`; but no light week comes before `apart`
    weeks of hard training.
    """

    id: Slug
    level: Level
    weeks: int = Field(ge=3, le=26)
    apart: int = Field(ge=2, le=12)
    bouts: int = Field(ge=3, le=12)
    days: int = Field(ge=14, le=90)
    why: Claims = Field(min_length=1)


Counts = tuple[Annotated[int, Field(ge=1, le=50)], Annotated[int, Field(ge=1, le=50)]]


class Block(Shape):
    """Which other repetitions a lift is done with for `days`, where it is stuck at the same load again.

    For plans whose range begins within `lows`, of `light` lifts or of all others. Of a body that nothing is hung on,
    `part` per cent of the best set are asked instead of `reps`, in so many `sets`.
    """

    id: Slug
    lows: Counts
    light: bool = False
    reps: Counts | None = None
    part: int | None = Field(default=None, ge=10, le=90)
    sets: int | None = Field(default=None, ge=1, le=6)
    days: int = Field(ge=14, le=84)
    why: Claims = Field(min_length=1)

    def fits(self, reps: RepRange, *, light: bool, body: bool) -> bool:
        return self.lows[0] <= reps.low <= self.lows[1] and self.light is light and (self.part is not None) is body
