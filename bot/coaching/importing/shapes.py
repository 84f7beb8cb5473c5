"""What is found in a file of another tracker? Sets as they stand there, rows left out and why, what must be asked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import Enum, StrEnum

from bot.coaching.importing.marks import Own
from bot.domain.units import Load, Unit


class App(StrEnum):
    STRONG = "Strong"
    HEVY = "Hevy"
    FITNOTES = "FitNotes"


class SetKind(StrEnum):
    WORKING = "working"
    WARMUP = "warm-up"
    DROP = "drop set"
    FAILURE = "to failure"


class DateOrder(StrEnum):
    """What the first number of 06/07/2025 is."""

    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"


class Ask(Enum):
    """What only the lifter can tell."""

    UNIT = "unit"
    DATE_ORDER = "date order"


class Reason(StrEnum):
    """Why a row is left out; the value completes "12 rows left out: ..."."""

    REST_TIMER = "rest timers, no sets"
    NOTE = "notes, no sets"
    HEADINGS = "headings in between"
    NOTHING_DONE = "no repetitions and no seconds"
    DISTANCE = "a distance only"
    NO_EXERCISE = "no exercise named"
    KIND = "a kind of set I don't know"
    COLUMNS = "too few or too many columns"
    DATE = "a date I can't read"
    PERIOD = "a date before 1970 or in the future"
    NUMBER = "a number I can't read"
    UNIT = "a weight in a unit I don't know"
    TOO_MUCH = "more than anybody lifts"
    BELOW_ZERO = "a weight below 0 on a lift that has no help"
    CROWDED = "more than 300 sets on one day"
    EXERCISES = "more than 500 exercises in one log"


class RowFault(Exception):
    """One row that is left out; the others are not touched by it."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason


class FileRefused(Exception):
    """A file of which nothing can be imported; its text says why, in one sentence."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What the lifter said where the file cannot tell."""

    unit: Unit | None = None
    order: DateOrder | None = None


@dataclass(frozen=True, slots=True)
class FileSet:
    """One set as the file has it. `at` is the start of its workout, local and without a zone; `load` None is none."""

    line: int
    at: datetime
    exercise: str
    kind: SetKind
    load: Load | None
    reps: int | None
    seconds: int | None
    rpe: Decimal | None
    note: str | None
    workout: str = ""
    own: Own | None = None
    """What the export of this log says beside; it goes before `at` and before marks in the note."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The whole file. With anything in `asks`, no set is read yet."""

    app: App
    sets: tuple[FileSet, ...] = ()
    left_out: Mapping[Reason, tuple[int, ...]] = field(default_factory=dict)
    """Lines of the file, counted from 1, under the reason for leaving them out."""
    asks: tuple[Ask, ...] = ()

    @property
    def workouts(self) -> int:
        return len({(one.at, one.workout) for one in self.sets})
