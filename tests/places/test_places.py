"""Is a lifter's zone found from a town's name, a zone's name or a place on the map?"""

import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest

from bot.places import WorldPlaces
from bot.places.short_names import BY_NAME

PLACES = WorldPlaces()


@pytest.mark.parametrize(
    ("said", "name", "country", "zone"),
    [
        ("Lisbon", "Lisbon", "PT", "Europe/Lisbon"),
        ("  LISBON! ", "Lisbon", "PT", "Europe/Lisbon"),
        ("Lisboa", "Lisbon", "PT", "Europe/Lisbon"),
        ("new york city", "New York City", "US", "America/New_York"),
        ("São Paulo", "São Paulo", "BR", "America/Sao_Paulo"),
        ("sao paulo", "São Paulo", "BR", "America/Sao_Paulo"),
        ("München", "Munich", "DE", "Europe/Berlin"),
        ("Москва", "Moscow", "RU", "Europe/Moscow"),
        ("Kathmandu", "Kathmandu", "NP", "Asia/Kathmandu"),
        ("Aalen", "Aalen", "DE", "Europe/Berlin"),
        ("Amsterdan", "Amsterdam", "NL", "Europe/Amsterdam"),
        ("melborne", "Melbourne", "AU", "Australia/Melbourne"),
        ("Johanesburg", "Johannesburg", "ZA", "Africa/Johannesburg"),
    ],
)
def test_a_town_is_found_by_its_names_and_with_a_slip(said: str, name: str, country: str, zone: str) -> None:
    first = PLACES.towns(said)[0]
    assert (first.name, first.country, first.zone) == (name, country, zone)


@pytest.mark.parametrize(
    ("said", "name", "zone"),
    [
        ("berlin, germany", "Berlin", "Europe/Berlin"),
        ("Paris, TX", "Paris", "America/Chicago"),
        ("germany", "Berlin", "Europe/Berlin"),
        ("India", "Mumbai", "Asia/Kolkata"),
        ("UK", "London", "Europe/London"),
        ("EST", "New York City", "America/New_York"),
        ("pacific time", "Los Angeles", "America/Los_Angeles"),
        ("CET", "Berlin", "Europe/Berlin"),
    ],
)
def test_a_country_and_a_short_name_lead_to_a_town(said: str, name: str, zone: str) -> None:
    first = PLACES.towns(said)[0]
    assert (first.name, first.zone) == (name, zone)


def test_a_country_has_a_town_a_zone() -> None:
    found = [town.zone for town in PLACES.towns("usa")]
    assert found[:3] == ["America/New_York", "America/Los_Angeles", "America/Chicago"]
    assert len(set(found)) == len(found)


def test_towns_are_found_by_what_their_clocks_show() -> None:
    winter, summer = (datetime(2026, month, 1, 12, tzinfo=UTC) for month in (1, 7))
    assert "Asia/Kathmandu" in {town.zone for town in PLACES.towns_at(timedelta(hours=5, minutes=41), winter)}
    for now, hours in ((winter, 1), (summer, 2)):
        assert "Europe/Berlin" in {town.zone for town in PLACES.towns_at(timedelta(hours=hours), now)}
    assert PLACES.towns_at(timedelta(hours=6, minutes=15), winter) == ()


def test_every_short_name_is_a_place_that_there_is() -> None:
    for towns in BY_NAME.values():
        for town in towns:
            assert town.zone in {found.zone for found in PLACES.towns(town.name)}, town


def test_towns_of_one_name_are_told_apart_by_zone_the_largest_first() -> None:
    found = [(town.country, town.zone) for town in PLACES.towns("Birmingham")]
    assert found == [("GB", "Europe/London"), ("US", "America/Chicago"), ("US", "America/Detroit")]


@pytest.mark.parametrize(
    ("said", "name", "zone"),
    [
        ("Europe/Berlin", "Berlin", "Europe/Berlin"),
        ("america/argentina/buenos aires", "Buenos Aires", "America/Argentina/Buenos_Aires"),
        (" utc ", "UTC", "UTC"),
    ],
)
def test_a_zone_is_found_by_its_own_name(said: str, name: str, zone: str) -> None:
    [town] = PLACES.towns(said)
    assert (town.name, town.country, town.zone) == (name, "", zone)


@pytest.mark.parametrize("said", ["", "   ", "?!", "xqzzy wvutt", "\x1f", "\n", "a" * 5000, "\ud800"])
def test_what_is_no_town_is_none(said: str) -> None:
    assert PLACES.towns(said) == ()


@pytest.mark.parametrize(
    ("latitude", "longitude", "zone"),
    [
        (52.52, 13.405, "Europe/Berlin"),
        (40.71, -74.0, "America/New_York"),
        (-33.87, 151.21, "Australia/Sydney"),
        (27.7, 85.3, "Asia/Kathmandu"),
        (64.15, -21.94, "Atlantic/Reykjavik"),
        (-90, 0, "Antarctica/McMurdo"),
    ],
)
def test_a_place_on_land_has_a_zone(latitude: float, longitude: float, zone: str) -> None:
    assert PLACES.zone_at(latitude, longitude) == zone


@pytest.mark.parametrize(
    ("latitude", "longitude"),
    [(0.0, -30.0), (91.0, 0.0), (0.0, 181.0), (float("nan"), 0.0), (float("inf"), 0.0)],
)
def test_the_sea_and_what_is_not_on_earth_have_none(latitude: float, longitude: float) -> None:
    assert PLACES.zone_at(latitude, longitude) is None


def test_a_first_town_takes_little_memory() -> None:
    code = """
from bot.places import WorldPlaces
def resident():
    return int(next(line for line in open("/proc/self/status") if line.startswith("VmHWM")).split()[1]) / 1024
places, before = WorldPlaces(), resident()
assert places.towns("Lisbon")
assert places.towns("Lisbom")
print(resident() - before)
"""
    if sys.platform != "linux":
        pytest.skip("memory is read from /proc")
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert float(ended.stdout) < 25, "MB; all of GeoNames read at once takes over 70"
