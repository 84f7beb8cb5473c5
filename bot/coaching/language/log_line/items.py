"""Which quantities does a line hold, before it is decided what the bare numbers mean?"""

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from bot.domain.units import Unit


class Role(StrEnum):
    NUMBER = "number"
    LOAD = "load"
    REPS = "reps"
    SETS = "sets"
    SECONDS = "seconds"
    DISTANCE = "distance"


class Factor(NamedTuple):
    """One number, or several where the line has a list: `60kg`, `8/8/7`, `bw+10`, `2 plates`."""

    values: tuple[Decimal, ...]
    role: Role = Role.NUMBER
    unit: Unit | None = None
    sign: int = 0
    body: bool = False
    plates: bool = False
    bar: bool = False
    slashed: bool = False

    @property
    def value(self) -> Decimal:
        return self.values[0]

    @property
    def single(self) -> bool:
        return len(self.values) == 1

    def typed(self, role: Role) -> "Factor":
        return self._replace(role=role)

    @property
    def pair(self) -> bool:
        """`12/12`: on a lift done a side at a time, the two sides of one set."""
        return self.slashed and len(self.values) == 2


class Term(NamedTuple):
    """Factors joined by the times sign. `gap`: what stood before; `lead`: it began with the sign, as in `x8`."""

    factors: tuple[Factor, ...]
    gap: str
    said: str
    lead: bool = False

    @property
    def alone(self) -> bool:
        return len(self.factors) == 1

    @property
    def bare(self) -> bool:
        """A number that nothing explains."""
        return self.alone and self.factors[0].role is Role.NUMBER and self.factors[0].single


class Note(NamedTuple):
    """Something about sets: `rpe`, `warmup`, `side`, `failure`, `last`, ... `bracket`: it stood in brackets."""

    tag: str
    gap: str
    said: str
    values: tuple[Decimal, ...] = ()
    bracket: bool = False


Item = Term | Note
SEPARATORS = frozenset({",", ";", "line", "/", "then"})
