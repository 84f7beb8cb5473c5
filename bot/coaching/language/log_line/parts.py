"""What does a line say once its numbers are understood: work that was done, loads, numbers of sets?"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from bot.coaching.language.log_line.items import Factor


class Form(StrEnum):
    """In which order a product is written."""

    SETS_REPS = "sets × reps"
    REPS_SETS = "reps × sets"
    LOAD_REPS = "load × reps"
    REPS_LOAD = "reps × load"
    OTHER = "said in words"


@dataclass(slots=True)
class Work:
    """Sets that share a load: one for each of `amounts`, all of it `count` times.

    `lone`: a single amount that stood by itself, so that neighbours of its kind belong to it.
    """

    amounts: tuple[Decimal, ...]
    gap: str
    said: str
    count: int = 1
    counted: bool = False
    seconds: bool = False
    load: Factor | None = None
    form: Form = Form.OTHER
    lone: bool = False
    rpe: Decimal | None = None
    last_rpe: Decimal | None = None
    warmup: bool = False
    sides: bool = False

    @property
    def size(self) -> int:
        return self.count * len(self.amounts)


@dataclass(slots=True)
class Loads:
    values: list[Factor]
    gap: str
    said: str
    failed: bool = False
    reps: Decimal | None = None
    """Done with each of the loads, as in `60/70/80 x 5`."""


@dataclass(slots=True)
class Sets:
    """A number of sets without the repetitions yet."""

    count: int
    gap: str
    said: str


Part = Work | Loads | Sets
