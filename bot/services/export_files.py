"""Which files does an export become? Such as Telegram takes and the import reads: sets in several files where they are
too many for one, everything as an archive where it is too large."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.services.packing import Packer, packed

MOST_SETS = 100_000
"""Of sets in one file, and of its bytes: an import takes a fifth more."""
MOST_BYTES = 10_000_000
AT_THE_LATEST = 1.15
"""A file that is full goes on to the end of its day, up to so many times as much."""
LARGEST = 45_000_000
"""Telegram takes 50 MB from a bot. What is larger is sent as an archive, which is a tenth of it or less."""


class Export(StrEnum):
    """What can be taken along; the value begins the name of its files."""

    SETS = "backcoach-sets"
    EVERYTHING = "backcoach-export"


@dataclass(frozen=True, slots=True)
class ExportFile:
    """`content` is packed, as files wait to be sent. `number` of `files` that belong together; `first` and `last` are
    the days of training in it, where it has any. An `archive` is to be unpacked by whoever gets it."""

    name: str
    content: bytes
    number: int = 1
    files: int = 1
    sets: int = 0
    first: date | None = None
    last: date | None = None
    archive: bool = False


def files_of_sets(
    heading: str, rows: Iterable[tuple[date, str]], *, most_sets: int = MOST_SETS, most_bytes: int = MOST_BYTES
) -> list[ExportFile]:
    """Rows with their days, in files that each begin with the heading; one at least. A day is in two of them only
    where it is too long by itself."""
    parts = [(part, part.packer.packed()) for part in _parts(heading, rows, most_sets, most_bytes)]
    files = len(parts)
    return [
        ExportFile(f"{Export.SETS}{_of(number, files)}.csv", content, number, files, part.sets, part.first, part.last)
        for number, (part, content) in enumerate(parts, start=1)
    ]


def _of(number: int, files: int) -> str:
    return "" if files == 1 else f"-{number}-of-{files}"


class _Part:
    def __init__(self, heading: str) -> None:
        self.packer = Packer()
        self.packer.write(heading.encode())
        self.sets = 0
        self.first: date | None = None
        self.last: date | None = None

    def add(self, day: date, row: str) -> None:
        self.packer.write(row.encode())
        self.sets += 1
        self.first, self.last = self.first or day, day


def _parts(heading: str, rows: Iterable[tuple[date, str]], most_sets: int, most_bytes: int) -> Iterator[_Part]:
    part = _Part(heading)
    for day, row in rows:
        full = max(part.sets / most_sets, part.packer.size / most_bytes)
        if full >= AT_THE_LATEST or (full >= 1 and day != part.last):
            yield part
            part = _Part(heading)
        part.add(day, row)
    yield part


def file_of_everything(pieces: Iterable[bytes], *, largest: int = LARGEST) -> ExportFile:
    """One JSON file."""
    packer = Packer()
    for piece in pieces:
        packer.write(piece)
    content = packer.packed()
    if packer.size <= largest:
        return ExportFile(f"{Export.EVERYTHING}.json", content)
    return ExportFile(f"{Export.EVERYTHING}.json.gz", packed(content), archive=True)
