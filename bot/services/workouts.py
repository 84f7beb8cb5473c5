"""Which sets of the log were one workout? Those of a session, and those beside any that follow one another.

When a workout began is a moment, and on which date it stands in a file is said by the day that is kept with its first
set: neither moves when the lifter does, or lets the day turn at another hour.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from typing import Protocol, TypeVar
from zoneinfo import ZoneInfo

from bot.domain.athlete import LATEST_TURN

DAY = timedelta(days=1)
FIRST_SECOND = time(0, 0, 1)
"""At midnight itself there is no workout: files mean the whole day by it."""
PAUSE = timedelta(hours=3)
"""After so long without a set it is another workout."""


class Performed(Protocol):
    @property
    def session(self) -> int | None: ...
    @property
    def performed_at(self) -> datetime: ...
    @property
    def day(self) -> date: ...


S = TypeVar("S", bound=Performed)


def workouts(sets: Iterable[S]) -> Iterator[tuple[S, S]]:
    """Each set with the first one of its workout. Sets are given day by day, as they were kept on each.

    An import asks this of the log and an export writes it: only so does a file of the log bring back nothing twice.
    """
    sessions: dict[int, S] = {}
    first = last = None
    for one in sets:
        if one.session is not None:
            yield sessions.setdefault(one.session, one), one
            continue
        if first is None or last is None or not _goes_on(last, one):
            first = one
        last = one
        yield first, one


def began(first: Performed) -> datetime:
    """The moment of a workout's first set, by the second, as files have it."""
    return first.performed_at.replace(microsecond=0)


def written(first: Performed, zone: str) -> datetime:
    """The start of a workout as a file has it: without a zone, by the clock where they train now, on the day that is
    kept; in the small hours after its midnight."""
    local = began(first).astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    local = local.replace(hour=0, minute=0, second=1) if local.time() < FIRST_SECOND else local
    small_hours = local.date() == first.day + DAY and local.hour < LATEST_TURN
    return local if small_hours else datetime.combine(first.day, local.time())


def _goes_on(last: Performed, one: Performed) -> bool:
    return one.day == last.day and abs(one.performed_at - last.performed_at) <= PAUSE
