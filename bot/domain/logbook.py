"""What is in the log beside sets? What the lifter weighed, and notes to an exercise."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from bot.domain.units import Load, kilograms


@dataclass(frozen=True, slots=True)
class WeighIn:
    """`weight` as it was said; `day` is the athlete's local date."""

    id: int
    entry: int
    weight: Load
    weighed_at: datetime
    day: date


@dataclass(frozen=True, slots=True)
class Note:
    """What a lifter wants to be told when the exercise comes up again."""

    id: int
    entry: int
    exercise: str
    text: str
    noted_at: datetime
    day: date


class BodyWeights:
    """What was weighed on which day, of one lifter. `weigh_ins` in the order of their days."""

    def __init__(self, weigh_ins: Sequence[WeighIn]) -> None:
        self._days = [one.day for one in weigh_ins]
        self._kg = [kilograms(one.weight) for one in weigh_ins]

    def __bool__(self) -> bool:
        return bool(self._kg)

    def on(self, day: date) -> Decimal | None:
        """Kilograms weighed last on that day or before, else first after it; None where nothing was ever weighed."""
        if not self._kg:
            return None
        return self._kg[max(0, bisect_right(self._days, day) - 1)]
