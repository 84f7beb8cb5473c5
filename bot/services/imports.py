"""What is kept of an import? Its sets as one entry, and of each set which one of its file it is."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from bot.domain.training import DoneSet


@dataclass(frozen=True, slots=True)
class ImportedSet:
    """A set as it is to be kept. `fingerprint` is the same whenever the same set is found in a file again."""

    done: DoneSet
    at: datetime
    day: date
    fingerprint: int


@dataclass(frozen=True, slots=True)
class Import:
    """One import, all of its sets; `entry` is what its undo takes back."""

    entry: int
    app: str
    sets: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Standing:
    """As much of a set in the log as tells whether a file has it again."""

    session: int | None
    performed_at: datetime
    day: date
    exercise: str
    fingerprint: int | None


class Imports(Protocol):
    def standing(self, athlete: int, *, since: date, until: date) -> Sequence[Standing]:
        """Every set of theirs on these local days that is not taken back, in the order they were kept."""
        ...

    def deleted(self, athlete: int, *, since: date, until: date) -> Collection[int]:
        """Fingerprints of sets on these local days that were taken back one by one, not with their import."""
        ...

    def keep(self, athlete: int, app: str, sets: Iterable[ImportedSet], count: int, now: datetime) -> Import:
        """Keep all of them as one entry."""
        ...

    def newest(self, athlete: int) -> Import | None:
        """The last import that is not taken back."""
        ...

    def find(self, athlete: int, entry: int) -> Import | None:
        """One of the athlete's imports; None where it is not theirs, or is taken back."""
        ...
