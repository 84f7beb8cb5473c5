"""What do the services ask of the map? Where a lifter is, and so what time it is there."""

from collections.abc import Sequence
from dataclasses import dataclass
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
        """Towns and zones by that name, the largest first, one a time zone; spelling mistakes forgiven."""
        ...
