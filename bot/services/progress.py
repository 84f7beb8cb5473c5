"""What is asked of storage to draw how it went? A few numbers a day, however many sets the log has."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol


@dataclass(frozen=True, slots=True)
class DayTop:
    """The heaviest working set of a day with one number of repetitions (seconds where `timed`).

    `kg` is the outside load, 0 for body weight alone, below it for assistance; None where no load is known.
    """

    day: date
    bodyweight: bool
    timed: bool
    effort: int
    kg: Decimal | None


@dataclass(frozen=True, slots=True)
class Practised:
    """An exercise with working sets. `kept` is one of them: what a button can name it by."""

    exercise: str
    kept: int
    sets: int
    first: date
    last: date


class Progress(Protocol):
    def practised(self, athlete: int) -> tuple[Practised, ...]:
        """All exercises, those with the most working sets first."""
        ...

    def tops(self, athlete: int, exercise: str) -> tuple[DayTop, ...]:
        """Day by day, the oldest first."""
        ...

    def hard_sets(self, athlete: int, first: date, last: date) -> Mapping[date, Mapping[str, int]]:
        """Working sets of each exercise on each day from `first` to `last`."""
        ...

    def days(self, athlete: int, first: date, last: date) -> frozenset[date]:
        """Those with a working set."""
        ...

    def hard_days(self, athlete: int, last: date) -> int:
        """How many days up to `last` have a working set."""
        ...

    def begun(self, athlete: int) -> date | None:
        """The first day with a set."""
        ...
