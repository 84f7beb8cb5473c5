"""Which sets does a text look back at? The last ones of a day, fetched when they are looked at: few texts do."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any

from bot.domain.athlete import Athlete
from bot.domain.training import DoneSet
from bot.services.entries import Entry
from bot.services.ports import Work

LATELY = timedelta(hours=3)
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

    @property
    def day(self) -> date | None:
        """On which they were done."""
        return self.entries[-1].sets[-1].day if self.entries else None

    def __len__(self) -> int:
        return len(self._sets)

    def __getitem__(self, index: Any) -> Any:
        return self._sets[index]


def lately(work: Work, athlete: Athlete, now: datetime) -> Lately:
    """The last entries of today; of another day where what was kept last, a moment ago, was done on that."""
    return Lately(lambda: work.log.entries(athlete.id, day=_day_meant(work, athlete, now), limit=REMEMBERED))


def of_day(work: Work, athlete: Athlete, day: date) -> Lately:
    """The last entries of a day that is named."""
    return Lately(lambda: work.log.entries(athlete.id, day=day, limit=REMEMBERED))


def before_entry(work: Work, athlete: Athlete, entry: Entry) -> Lately:
    """What an edited message had looked back at."""
    day = entry.sets[0].day
    return Lately(lambda: work.log.entries(athlete.id, day=day, limit=REMEMBERED, before=entry.id))


def _day_meant(work: Work, athlete: Athlete, now: datetime) -> date:
    newest = work.log.last_entry(athlete.id)
    if newest is None or now - work.log.kept_at(athlete.id, newest.id) > LATELY:
        return athlete.day(now)
    changed = (work.history.kept(athlete.id, one.id) for one in newest.changed)
    sets = (*newest.sets, *(one for one in changed if one is not None))
    return sets[-1].day if sets else athlete.day(now)
