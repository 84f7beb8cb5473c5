"""Which sets does a text look back at? The last ones of a day, fetched when they are looked at: few texts do."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property
from typing import Any

from bot.domain.athlete import Athlete
from bot.domain.training import DoneSet
from bot.services.entries import Entry
from bot.services.ports import Work

REMEMBERED = 8
"""How many entries back a correction can reach."""


class Lately(Sequence[DoneSet]):
    def __init__(self, fetch: Callable[[], tuple[Entry, ...]]) -> None:
        self._fetch = fetch

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        return self._fetch()

    @property
    def numbers(self) -> tuple[int, ...]:
        """Of the sets, to know them again."""
        return tuple(kept.id for entry in self.entries for kept in entry.sets)

    @cached_property
    def _sets(self) -> tuple[DoneSet, ...]:
        return tuple(kept.done for entry in self.entries for kept in entry.sets)

    def __len__(self) -> int:
        return len(self._sets)

    def __getitem__(self, index: Any) -> Any:
        return self._sets[index]


def lately(work: Work, athlete: Athlete, day: date, *, before: int | None = None) -> Lately:
    """The last entries of a day; with `before`, those older than that entry."""

    def fetch() -> tuple[Entry, ...]:
        found = work.log.entries(athlete.id, day=day, limit=REMEMBERED)
        return tuple(one for one in found if before is None or one.id < before)

    return Lately(fetch)
