"""Which sets of a file does the log not have? Each set in the log answers for one of the file, and for no more."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.athlete import LATEST_TURN, Athlete
from bot.domain.training import DoneSet
from bot.domain.units import Load
from bot.services.imports import LogSet
from bot.services.ports import Work
from bot.services.prepare_import import PreparedSet
from bot.services.workouts import DAY, began, workouts, written

Content = tuple[str, int | None, int | None, Load | None, bool, bool, bool]
HOUR = timedelta(hours=1)
Under = int | date
"""What a set of the log is looked for under: a lift of a file, a local moment, a day."""


@dataclass(frozen=True, slots=True)
class NewSet:
    """A set of a file, and when it would be kept: an aware moment and the local day of training."""

    of: PreparedSet
    at: datetime
    day: date


@dataclass(frozen=True, slots=True)
class Compared:
    new: tuple[NewSet, ...] = ()
    changed: int = 0
    """Sets that an earlier file told otherwise; in the log they stay as they are."""


def compare(work: Work, athlete: Athlete, sets: Sequence[PreparedSet]) -> Compared:
    """What was imported is known by its fingerprint, even where it was changed or deleted here since; an import that
    was taken back is forgotten. Else a set is known by an equal one of its day, however that came into the log. What is
    left of an imported lift was put right in the other app, as far as the file tells of no more sets than before."""
    imported = work.imports.fingerprints(athlete.id)
    left = [one for one in sets if one.print.content not in imported]
    if not left:
        return Compared()
    known = {imported[one.print.content] for one in sets if one.print.content in imported}
    days = [day for one in left for day in _days(one)]
    near = work.imports.near(athlete.id, since=min(days) - DAY, until=max(days) + DAY)
    log = _Log([one for one in near if one.kept.id not in known], left)
    of_lift = dict(_lifts(log.sets, sets))
    log.file((kept, lift) for kept, lift in of_lift.items())
    left = [one for one in left if not log.take(one, one.print.lift)]
    log.file(_times(log, athlete))
    left = [one for one in left if not log.take(one, _at(one))]
    left = [one for one in left if not any(log.take(one, day) for day in _days(one))]
    gone = Counter(lift for kept, lift in of_lift.items() if kept not in log.taken)
    new = [one for one in left if not _one_of(gone, one.print.lift)]
    return Compared(tuple(_kept_at(athlete, new)), len(left) - len(new))


def _kept_at(athlete: Athlete, sets: Iterable[PreparedSet]) -> Iterator[NewSet]:
    zone = ZoneInfo(athlete.zone)
    moments: dict[datetime, tuple[datetime, date]] = {}
    for one in sets:
        own, at = one.row.own, one.row.at
        if own is None and at not in moments:
            local = at.replace(tzinfo=zone)
            moments[at] = local.astimezone(UTC), athlete.day(local)
        yield NewSet(one, *(moments[at] if own is None else (own.at, own.day)))


def _lifts(log: Iterable[LogSet], sets: Iterable[PreparedSet]) -> Iterator[tuple[int, int]]:
    """Of each imported set the lift of its file; one kept before that was noted is found by its place in the file."""
    places = {one.print.place: one.print.lift for one in sets}
    for one in log:
        lift = one.lift if one.lift is not None or one.fingerprint is None else places.get(one.fingerprint)
        if lift is not None:
            yield one.kept.id, lift


def _times(log: "_Log", athlete: Athlete) -> Iterator[tuple[int, Under]]:
    """When a set was done, as an export says it: its moment, that at which its workout began, as a file has it, or its
    own by the clock; and its day."""
    zone = ZoneInfo(athlete.zone)
    for first, kept in workouts(sorted((one.kept for one in log.sets), key=lambda kept: (kept.day, kept.id))):
        if not log.asked(kept.id):
            continue
        moment = began(kept)
        clock = moment.astimezone(zone).replace(tzinfo=None)
        for when in {moment, clock, written(first, athlete.zone), kept.day}:
            yield kept.id, when


def _at(one: PreparedSet) -> datetime:
    return one.row.at if one.row.own is None else one.row.own.at


def _days(one: PreparedSet) -> list[date]:
    """The days it may be of, the earlier first: where it was kept, the day may have turned at another hour. Files are
    read in order of time, so no set takes the day that only a later one could have been of."""
    if one.row.own is not None:
        return [one.row.own.day]
    at = one.row.at
    return sorted({(at - LATEST_TURN * HOUR).date(), at.date()})


class _Log:
    """Sets that may answer for one of the file: filed under what they are looked for, taken once."""

    def __init__(self, sets: Sequence[LogSet], wanted: Iterable[PreparedSet]) -> None:
        self.sets = sets
        self.taken: set[int] = set()
        numbers: dict[Content, int] = {}
        self._wanted = {one.print.content: numbers.setdefault(_content(one.done), len(numbers)) for one in wanted}
        """A number for what was done in each set of the file: numbers are compared faster."""
        found = ((one.kept.id, numbers.get(_content(one.kept.done))) for one in sets)
        self._equal = {kept: number for kept, number in found if number is not None}
        self._filed: dict[tuple[int, Under], list[int]] = defaultdict(list)

    def asked(self, kept: int) -> bool:
        """Whether in that set something was done that is looked for."""
        return kept in self._equal

    def file(self, found: Iterable[tuple[int, Under]]) -> None:
        for kept, under in found:
            if kept in self._equal:
                self._filed[self._equal[kept], under].append(kept)

    def take(self, one: PreparedSet, under: Under) -> bool:
        """Whether an equal one is there that is not taken yet."""
        equal = self._filed.get((self._wanted[one.print.content], under), [])
        while equal:
            kept = equal.pop(0)
            if kept not in self.taken:
                self.taken.add(kept)
                return True
        return False


def _content(done: DoneSet) -> Content:
    """What was done: without its effort and its note."""
    return done.exercise, done.reps, done.seconds, done.load, done.bodyweight, done.per_side, done.warmup


def _one_of(gone: Counter[int], lift: int) -> bool:
    gone[lift] -= 1
    return gone[lift] >= 0
