"""Where on earth is a lifter, and in which zone? Towns by GeoNames, coordinates by timezonefinder.

Both read their data at first use: most lifters are asked once, and a coach that nobody asks needs neither.
"""

from collections.abc import Sequence
from functools import cached_property
from typing import Any
from zoneinfo import available_timezones

from bot.places.towns import Towns, read_towns
from bot.services.places import Town


class WorldPlaces:
    """The port `Places`, from well-kept data (GeoNames, timezone-boundary-builder)."""

    def zone_at(self, latitude: float, longitude: float) -> str | None:
        if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
            return None
        zone = self._finder.timezone_at(lat=latitude, lng=longitude)
        return zone if isinstance(zone, str) and not zone.startswith("Etc/") else None

    def towns(self, said: str) -> Sequence[Town]:
        return _zones(said) or self._towns.called(said)

    @cached_property
    def _finder(self) -> Any:
        from timezonefinder import TimezoneFinder

        return TimezoneFinder(in_memory=False)

    @cached_property
    def _towns(self) -> Towns:
        return read_towns()


def _zones(said: str) -> tuple[Town, ...]:
    wanted = said.strip().replace(" ", "_").lower()
    return tuple(
        Town(zone.rpartition("/")[2].replace("_", " "), "", zone)
        for zone in sorted(available_timezones())
        if wanted == zone.lower()
    )
