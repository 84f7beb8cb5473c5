"""What is asked of storage to tell bests? Only sets that could be one, however long the log is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol

from bot.domain.records import DayPart, Hoisted
from bot.domain.training import KeptSet


@dataclass(frozen=True, slots=True)
class Trained:
    """An exercise in the log. `kept` is one of its sets: what a button can name it by, whatever its name is."""

    exercise: str
    kept: int
    day: date
    """The last day it was done."""


class Bests(Protocol):
    def heaviest(
        self,
        athlete: int,
        exercises: Sequence[str],
        *,
        before_session: int | None = None,
        before_day: date | None = None,
    ) -> Mapping[str, tuple[KeptSet, ...]]:
        """For each exercise and each number of repetitions or seconds, the first of its heaviest working sets: of
        those outside a session, or before a day, where one is given."""
        ...

    def tops(self, athlete: int, exercise: str, *, timed: bool) -> tuple[tuple[Decimal, int], ...]:
        """The same in numbers alone: kilograms, and the repetitions (or seconds, where `timed`)."""
        ...

    def since(self, athlete: int, exercise: str) -> date | None:
        """The day of its first working set."""
        ...

    def exercises(self, athlete: int) -> tuple[Trained, ...]:
        """All with a working set, those done last first."""
        ...

    def days(self, athlete: int, exercise: str) -> tuple[DayPart, ...]:
        """What its working sets add up to, day by day."""
        ...

    def belts(self, athlete: int, exercise: str) -> tuple[Hoisted, ...]:
        """Of its body-weight sets: the most on the belt for each day and number of repetitions."""
        ...
