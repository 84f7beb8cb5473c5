"""When is a local time on chosen weekdays next, as an instant? Clocks that jump forward or back included.

What is due belongs to a local date, also where its instant lies past midnight: on the evening that Greenland's clocks
jump from 23:00 to 00:00, 23:30 comes at the end of the jump and is still that evening's.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

LATEST = timedelta(hours=3)
"""A push later than this is of no use: it is left out, and told."""

DAY = timedelta(days=1)
EVERY_DAY = frozenset(range(7))
WEEKDAYS = frozenset(range(5))
WEEKEND = frozenset((5, 6))


@dataclass(frozen=True, slots=True)
class Rhythm:
    """A local time of day on weekdays, counted from 0 for Monday; at least one."""

    at: time
    days: frozenset[int] = EVERY_DAY

    def __post_init__(self) -> None:
        if not self.days or not self.days <= EVERY_DAY:
            raise ValueError(f"{sorted(self.days)} are no weekdays")


@dataclass(frozen=True, slots=True)
class Due:
    """`day` is the local date that is served at the aware UTC instant `at`."""

    day: date
    at: datetime


def due_on(day: date, at: time, zone: str) -> Due | None:
    """A local date's due. A time that the clock jumps over moves to the end of the jump; of one that comes twice, the
    first counts. None for a date that the zone leaves out."""
    place = ZoneInfo(zone)
    local = datetime.combine(day, at, place)
    instant = local.astimezone(UTC)
    if instant.astimezone(place).replace(tzinfo=None) == local.replace(tzinfo=None):
        return Due(day, instant)
    if at != time(0) and _instant(datetime.combine(day, time(0), place)).astimezone(place).date() != day:
        return None
    instant = _instant(local)
    return None if at == time(0) and instant.astimezone(place).date() != day else Due(day, instant)


def next_due(rhythm: Rhythm, zone: str, after: datetime, *, first: date | None = None) -> Due:
    """The first that is due after an instant, and not before the local date `first` where one is given."""
    day = after.astimezone(ZoneInfo(zone)).date() - DAY
    day = day if first is None else max(day, first)
    return next(due for due in _from(rhythm, zone, day) if due.at > after)


def next_dues(rhythm: Rhythm, zone: str, first: Due, count: int) -> tuple[Due, ...]:
    """`first` and those that follow it."""
    found = [first]
    while len(found) < count:
        found.append(next_due(rhythm, zone, found[-1].at, first=found[-1].day + DAY))
    return tuple(found)


def passed(rhythm: Rhythm, zone: str, first: date, now: datetime) -> tuple[Due, ...]:
    """What was due from a local date on until now, oldest first."""
    found: list[Due] = []
    for due in _from(rhythm, zone, first):
        if due.at > now:
            return tuple(found)
        found.append(due)
    return tuple(found)


def _from(rhythm: Rhythm, zone: str, day: date) -> Iterator[Due]:
    while True:
        due = due_on(day, rhythm.at, zone) if day.weekday() in rhythm.days else None
        if due is not None:
            yield due
        day += DAY


def _instant(local: datetime) -> datetime:
    """The first pass of a local time; in a gap, the instant at which the gap ends."""
    instant = local.astimezone(UTC)
    if instant.astimezone(local.tzinfo).replace(tzinfo=None) == local.replace(tzinfo=None):
        return instant
    return _jump(instant - DAY, instant + DAY, local.tzinfo)


def _jump(low: datetime, high: datetime, zone: tzinfo | None) -> datetime:
    """The second at which a zone's offset changes between two instants that have different ones."""
    offset = low.astimezone(zone).utcoffset()
    while high - low > timedelta(seconds=1):
        middle = low + (high - low) / 2
        low, high = (middle, high) if middle.astimezone(zone).utcoffset() == offset else (low, middle)
    return high.replace(microsecond=0)
