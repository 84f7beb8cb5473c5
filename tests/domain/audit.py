"""Does every zone get every local date's push once, at the right instant? The long audit, beside a second reckoning.

That one knows nothing of local times that come twice or never: it takes the stretches of a year between two changes of
a zone's offset, and looks at which of them a local time lies in.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo, available_timezones

from bot.domain.reminding import DAY, Due, Rhythm, next_due

TIMES = tuple(time(hour, minute) for hour in range(24) for minute in (0, 30))
STEP = timedelta(hours=6)
AROUND = timedelta(days=2)
"""How far around a change of offset the short audit looks."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """From `begin` until before `end` the zone is ahead of UTC by `offset`."""

    begin: datetime
    end: datetime
    offset: timedelta

    def local(self, instant: datetime) -> datetime:
        return (instant + self.offset).replace(tzinfo=None)


@dataclass(frozen=True, slots=True)
class Report:
    zones: int
    kinds: int
    """Zones whose clocks stand alike all year are of one kind: one of each is walked."""
    cases: int
    """A zone, a time and a date each."""
    faults: Sequence[str]


def zones() -> list[str]:
    return sorted(available_timezones() - {"localtime", "posixrules", "Factory"})


def stretches(zone: str, begin: datetime, end: datetime) -> list[Stretch]:
    place = ZoneInfo(zone)
    cuts, instant = [begin], begin
    while instant < end:
        after = min(instant + STEP, end)
        if instant.astimezone(place).utcoffset() != after.astimezone(place).utcoffset():
            cuts.append(_cut(instant, after, place))
        instant = after
    return [Stretch(one, two, one.astimezone(place).utcoffset() or timedelta()) for one, two in pairwise([*cuts, end])]


def _cut(low: datetime, high: datetime, place: ZoneInfo) -> datetime:
    before = low.astimezone(place).utcoffset()
    for second in range(int((high - low).total_seconds()) // 60 + 1):
        instant = low + timedelta(minutes=second)
        if instant.astimezone(place).utcoffset() != before:
            return instant
    return high


def expected(zone_stretches: Sequence[Stretch], day: date, at: time) -> datetime | None:
    """When a local time is first reached or jumped over; None on a date that the zone leaves out."""
    wanted, midnight = datetime.combine(day, at), datetime.combine(day, time(0))
    exists = any(one.local(one.begin) < midnight + DAY and one.local(one.end) > midnight for one in zone_stretches)
    if not exists:
        return None
    for one in zone_stretches:
        if one.local(one.begin) <= wanted < one.local(one.end):
            return (wanted - one.offset).replace(tzinfo=UTC)
    return next(one.begin for one in zone_stretches if one.local(one.begin) > wanted)


def audit(names: Sequence[str], year: int, *, around_changes: bool) -> Report:
    """With `around_changes` only near the changes, else every date of the year."""
    faults: list[str] = []
    seen = set[tuple[object, ...]]()
    cases = 0
    begin, end = datetime(year, 1, 1, tzinfo=UTC), datetime(year + 1, 1, 1, tzinfo=UTC)
    for zone in names:
        parts = stretches(zone, begin - 4 * DAY, end + 4 * DAY)
        rules = tuple((one.begin, one.offset) for one in parts)
        if rules in seen:
            continue
        seen.add(rules)
        changes = [one.begin for one in parts[1:]] or [begin + AROUND]
        spans = [(change - AROUND, change + AROUND) for change in changes] if around_changes else [(begin, end)]
        for span in spans:
            for at in TIMES:
                checked, wrong = _check(zone, parts, at, *span)
                cases += checked
                faults.extend(wrong)
    return Report(len(names), len(seen), cases, faults)


def _check(zone: str, parts: Sequence[Stretch], at: time, begin: datetime, end: datetime) -> tuple[int, list[str]]:
    """Goes from push to push as the coach does, and compares with the dates that there are."""
    got = list(_walk(Rhythm(at), zone, begin, end))
    wrong: list[str] = []
    days = [got[0].day + DAY * number for number in range((got[-1].day - got[0].day).days + 1)]
    wanted = {day: instant for day in days if (instant := expected(parts, day, at)) is not None}
    if [due.day for due in got] != list(wanted):
        wrong.append(f"{zone} {at}: {len(got)} dates, {len(wanted)} expected from {begin:%Y-%m-%d}")
    wrong += [f"{zone} {at} {due.day}: {due.at}" for due in got if wanted.get(due.day) != due.at]
    return len(wanted), wrong


def _walk(rhythm: Rhythm, zone: str, begin: datetime, end: datetime) -> Iterator[Due]:
    due = next_due(rhythm, zone, begin)
    while due.at < end:
        yield due
        due = next_due(rhythm, zone, due.at, first=due.day + DAY)
