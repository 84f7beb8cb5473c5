"""When is a daily local time next, as an instant? Clocks that jump forward or back included."""

from datetime import UTC, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

LATEST = timedelta(hours=3)
"""A push later than this is of no use: it is left out."""


def next_due(at: time, zone: str, now: datetime) -> datetime:
    """The first instant after `now` at which it is `at` in the zone.

    A time that the clock jumps over moves to the end of the jump; of one that comes twice, the first counts.
    """
    place = ZoneInfo(zone)
    day = now.astimezone(place).date() - timedelta(days=1)
    while True:
        instant = _instant(datetime.combine(day, at, place))
        if instant > now:
            return instant
        day += timedelta(days=1)


def _instant(local: datetime) -> datetime:
    """The first pass of a local time; in a gap, the instant at which the gap ends."""
    instant = local.astimezone(UTC)
    if instant.astimezone(local.tzinfo).replace(tzinfo=None) == local.replace(tzinfo=None):
        return instant
    return _jump(instant - timedelta(days=1), instant + timedelta(days=1), local.tzinfo)


def _jump(low: datetime, high: datetime, zone: tzinfo | None) -> datetime:
    """The second at which a zone's offset changes between two instants that have different ones."""
    offset = low.astimezone(zone).utcoffset()
    while high - low > timedelta(seconds=1):
        middle = low + (high - low) / 2
        low, high = (middle, high) if middle.astimezone(zone).utcoffset() == offset else (low, middle)
    return high.replace(microsecond=0)
