"""What do the services ask of the map? Where a lifter is, and so what time it is there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Town:
    name: str
    country: str
    zone: str


class Places(Protocol):
    """Where on earth, and so what time it is there."""

    def zone_at(self, latitude: float, longitude: float) -> str | None: ...

    def towns(self, said: str) -> Sequence[Town]:
        """Towns, countries and zones by that name, the largest first, one a time zone; spelling mistakes forgiven."""
        ...

    def towns_at(self, offset: timedelta, now: datetime) -> Sequence[Town]:
        """Towns whose clocks are so far ahead of UTC now, give or take some minutes; the largest first, one a zone."""
        ...
