"""Where on earth is a lifter, and in which zone? Towns by GeoNames, coordinates by timezonefinder.

Both read their data at first use: most lifters are asked once, and a coach that nobody asks needs neither.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from bot.places.countries import Countries, read_countries
from bot.places.short_names import by_short_name
from bot.places.towns import LONGEST_NAME, Towns, read_towns
from bot.services.places import Town

SAME = timedelta(minutes=10)
"""What a clock may be wrong by; most zones are half an hour apart, or more."""


class WorldPlaces:
    """The port `Places`, from well-kept data (GeoNames, timezone-boundary-builder)."""

    def zone_at(self, latitude: float, longitude: float) -> str | None:
        if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
            return None
        zone = self._finder.timezone_at(lat=latitude, lng=longitude)
        return zone if isinstance(zone, str) and not zone.startswith("Etc/") else None

    def towns(self, said: str) -> Sequence[Town]:
        said = said[:LONGEST_NAME]
        return (
            _zones(said)
            or by_short_name(said)
            or self._in_country(said)
            or self._before_a_country(said)
            or self._towns.called(said)
        )

    def towns_at(self, offset: timedelta, now: datetime) -> Sequence[Town]:
        def fits(town: Town) -> bool:
            ahead = now.astimezone(ZoneInfo(town.zone)).utcoffset()
            return ahead is not None and abs(ahead - offset) <= SAME

        return self._towns.where(fits)

    def _in_country(self, said: str) -> Sequence[Town]:
        code = self._countries.called(said)
        return self._towns.where(lambda town: town.country == code) if code else ()

    def _before_a_country(self, said: str) -> Sequence[Town]:
        """Berlin, Germany; Portland Oregon."""
        words = said.replace(",", " ").split()
        for place in range(len(words) - 1, 0, -1):
            code = self._countries.behind_a_town(" ".join(words[place:]))
            found = self._towns.called(" ".join(words[:place])) if code else ()
            there = [town for town in found if town.country == code]
            if there:
                return there
        return ()

    @cached_property
    def _finder(self) -> Any:
        from timezonefinder import TimezoneFinder

        return TimezoneFinder(in_memory=False)

    @cached_property
    def _towns(self) -> Towns:
        return read_towns()

    @cached_property
    def _countries(self) -> Countries:
        return read_countries()


def _zones(said: str) -> tuple[Town, ...]:
    """By its own name; one without a slash, as EST, may be no place and have no summer time."""
    wanted = said.strip().replace(" ", "_").lower()
    return tuple(
        Town(zone.rpartition("/")[2].replace("_", " "), "", zone)
        for zone in sorted(available_timezones())
        if wanted == zone.lower() and ("/" in zone or zone == "UTC")
    )
