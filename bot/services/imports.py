"""What is kept of an import? Its sets as one entry, and of each set which one of its file it is."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from bot.coaching.importing.fingerprints import Fingerprint
from bot.domain.training import DoneSet, KeptSet


@dataclass(frozen=True, slots=True)
class ImportedSet:
    """A set as it is to be kept."""

    done: DoneSet
    at: datetime
    day: date
    print: Fingerprint


@dataclass(frozen=True, slots=True)
class Import:
    """One import, all of its sets, `entry` is what its undo takes back."""

    entry: int
    app: str
    sets: int
    at: datetime


@dataclass(frozen=True, slots=True)
class LogSet:
    """A set of the log that a file may have again. One that was logged here has no `fingerprint`."""

    kept: KeptSet
    fingerprint: int | None
    lift: int | None
    """The lift of its file; None also for what earlier versions imported: its fingerprint is that of its place."""


class Imports(Protocol):
    """A set that the lifter deleted here stays known as long as its import is not taken back."""

    def begin(self, athlete: int) -> None:
        """Let no other import for them begin before this one is done."""
        ...

    def fingerprints(self, athlete: int) -> Mapping[int, int]:
        """The sets of their imports, by fingerprint."""
        ...

    def near(self, athlete: int, *, since: date, until: date) -> Sequence[LogSet]:
        """The sets of these local days, and imported ones that were deleted, in the order they were kept."""
        ...

    def days(self, athlete: int, *, since: date, until: date) -> Mapping[date, int]:
        """How many sets there are on each of these local days."""
        ...

    def exercises(self, athlete: int) -> Sequence[str]:
        """Every exercise in the log."""
        ...

    def keep(self, athlete: int, app: str, sets: Iterable[ImportedSet], count: int, now: datetime) -> Import:
        """Keep all of them as one entry."""
        ...

    def newest(self, athlete: int) -> Import | None:
        """The last import that is not taken back."""
        ...

    def warmups(self, entry: int) -> int:
        """So many of the sets of an import, taken back or not."""
        ...

    def find(self, athlete: int, entry: int) -> Import | None:
        """One of the athlete's imports; None where it is not theirs, or is taken back."""
        ...
