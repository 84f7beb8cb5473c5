"""What is a set, and what does a session ask of an exercise?"""

from collections.abc import Sequence, Set
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from bot.domain.units import Load, kilograms


@dataclass(frozen=True, slots=True)
class DoneSet:
    """One set as it was lifted: repetitions or seconds, against a load, body weight, or both.

    On a body-weight lift `load` is what hangs on the belt, negative for assistance, None for nothing.
    `per_side` means that each side did `reps`. `rpe` is 1-10 in halves (Zourdos et al. 2016: RPE 10 - RIR).
    """

    exercise: str
    reps: int | None = None
    seconds: int | None = None
    load: Load | None = None
    bodyweight: bool = False
    per_side: bool = False
    rpe: Decimal | None = None
    warmup: bool = False
    note: str | None = None

    @property
    def empty(self) -> bool:
        """Nothing was done in it: no repetition and no second."""
        return not self.reps and not self.seconds

    @property
    def working(self) -> bool:
        """Work: no warm-up, and something was done in it."""
        return not self.warmup and not self.empty

    @property
    def volume_kg(self) -> Decimal:
        """Kilograms moved: load x reps, both sides counted; 0 without an outside load, and for warm-ups."""
        if self.warmup or self.load is None or not self.reps or self.load.amount <= 0:
            return Decimal(0)
        return kilograms(self.load) * self.reps * (2 if self.per_side else 1)


@dataclass(frozen=True, slots=True)
class KeptSet:
    """A set in the log. `day` is the athlete's local date, fixed when the set was kept."""

    id: int
    entry: int
    session: int | None
    done: DoneSet
    performed_at: datetime
    day: date


@dataclass(frozen=True, slots=True)
class RepRange:
    low: int
    high: int

    def __str__(self) -> str:
        return str(self.low) if self.low == self.high else f"{self.low}–{self.high}"


class Method(StrEnum):
    """By which rule the load of an exercise goes up."""

    DOUBLE = "double"
    """Double progression: repetitions up to the top of the range, then the load."""
    LINEAR = "linear"
    """A step each time that all repetitions are done."""
    RPE = "rpe"
    """The load that the effort asked for allows."""
    PERCENT = "percent"
    """A percentage of the training maximum."""
    ROAD = "road"
    """The road to the pull-up and beyond: which exercise it is depends on how far the lifter is."""


@dataclass(frozen=True, slots=True)
class PlannedExercise:
    """What a session asks of one exercise. `rest` in seconds.

    `rpe` is the effort asked for, where one is (RPE), `percent` the part of the training maximum (PERCENT).
    """

    exercise: str
    sets: int
    reps: RepRange
    rest: int
    per_side: bool = False
    timed: bool = False
    bodyweight: bool = False
    method: Method = Method.DOUBLE
    rpe: Decimal | None = None
    percent: int | None = None


class GaveOut(StrEnum):
    """What ended a set before the repetitions that were asked for."""

    GRIP = "grip"
    BACK = "back"
    LOWER_BACK = "lower-back"
    BREATH = "breath"


def volume_kg(sets: Sequence[DoneSet]) -> Decimal:
    return sum((done.volume_kg for done in sets), Decimal(0))


def most_of(done: int, asked: int) -> bool:
    """Whether that many exercises are a session that asks for so many: at least half of them."""
    return asked > 0 and 2 * done >= asked


def covers(planned: Sequence[PlannedExercise], done: Sequence[DoneSet]) -> bool:
    """Whether a log is the planned session: at least half of its exercises have a working set in it."""
    return 2 * share_of(planned, {one.exercise for one in done if one.working}) >= 1


def share_of(planned: Sequence[PlannedExercise], exercises: Set[str]) -> float:
    """How much of a planned session these exercises are, from 0 to 1."""
    asked = {one.exercise for one in planned}
    return len(asked & exercises) / len(asked) if asked else 0.0
