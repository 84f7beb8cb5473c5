"""When does a lifter get the report of their week, and which week was told last?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from bot.domain.athlete import Athlete


@dataclass(frozen=True, slots=True)
class WeeklyReport:
    """`week` is the Monday of the last week that was told, or left out; each is told once at most."""

    athlete: int
    chat: int
    due: datetime
    week: date | None = None

    @property
    def id(self) -> int:
        return self.athlete


class WeeklyReports(Protocol):
    def of(self, athlete: int) -> WeeklyReport | None: ...

    def put(self, report: WeeklyReport) -> None:
        """In place of the athlete's earlier one: of whoever begins it, or holds it as `due` gave it."""
        ...

    def move(self, athlete: int, due: datetime) -> None:
        """The instant alone: which week was told is left to whoever tells it, perhaps at this moment."""
        ...

    def due(self, now: datetime, limit: int) -> Sequence[tuple[WeeklyReport, Athlete]]:
        """Those due at `now` of who is here, locked against other claimers, oldest first."""
        ...
