"""How does a history from another tracker come into the log? Looked at first, then all of it or nothing, once."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from hashlib import blake2b
from zoneinfo import ZoneInfo

from bot.coaching.importing.matching import ExerciseMatcher
from bot.coaching.importing.reader import read
from bot.coaching.importing.shapes import Answers, App, Ask, FileRefused, FileSet, Reason, RowFault
from bot.domain.athlete import Athlete
from bot.domain.errors import NothingToUndo
from bot.domain.training import DoneSet
from bot.services.imports import Import, ImportedSet
from bot.services.ports import Work
from bot.services.workouts import DAY, began, workouts

MOST_OF_A_LIFT = 64
"""Sets of one lift in a workout that are told apart by their number."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A file, read and matched; nothing of it is in the log. With anything in `asks`, there is no set yet."""

    app: App
    sets: tuple[tuple[FileSet, DoneSet], ...] = ()
    left_out: Mapping[Reason, Sequence[int]] = field(default_factory=dict)
    """Lines of the file under the reason for leaving them out."""
    asks: tuple[Ask, ...] = ()
    own: frozenset[str] = frozenset()
    """Names that are no lift of the knowledge base."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What an import would bring. `matched` are ids of lifts, `own` names that the knowledge base does not have."""

    app: App
    workouts: int
    sets: int
    known: int
    """Sets of the file that are in the log already."""
    matched: tuple[str, ...]
    own: tuple[str, ...]
    first: date
    last: date
    left_out: Mapping[Reason, Sequence[int]]


def prepare(matcher: ExerciseMatcher, body: bytes, today: date, answers: Answers) -> Prepared:
    """Read a file and match its exercises: long work that needs no database. Raises FileRefused."""
    reading = read(body, today, answers)
    if reading.asks:
        return Prepared(reading.app, asks=reading.asks, left_out=reading.left_out)
    left_out = defaultdict(list, {reason: list(lines) for reason, lines in reading.left_out.items()})
    sets = []
    for one in reading.sets:
        try:
            sets.append((one, matcher.done(one)))
        except RowFault as fault:
            left_out[fault.reason].append(one.line)
    if not sets:
        raise FileRefused(f"There is no set in that file that I can keep: {Reason.BELOW_ZERO.value}.")
    own = {one.exercise for one, _ in sets if matcher.match(one.exercise) is None}
    return Prepared(reading.app, tuple(sets), dict(left_out), own=frozenset(own))


def preview(work: Work, athlete: Athlete, prepared: Prepared) -> Preview:
    new = _new(work, athlete, prepared)
    exercises = dict.fromkeys(done.exercise for _, done in prepared.sets)
    days = {_day(athlete, one) for one, _ in prepared.sets}
    return Preview(
        app=prepared.app,
        workouts=len({(one.at, one.workout) for one, _, _ in new}),
        sets=len(new),
        known=len(prepared.sets) - len(new),
        matched=tuple(name for name in exercises if name not in prepared.own),
        own=tuple(name for name in exercises if name in prepared.own),
        first=min(days),
        last=max(days),
        left_out=prepared.left_out,
    )


def import_sets(work: Work, athlete: Athlete, prepared: Prepared, now: datetime) -> Import | None:
    """Keep every set of the file that the log does not have, as one entry; None where it has all of them."""
    new = _new(work, athlete, prepared)
    if not new:
        return None
    kept = (
        ImportedSet(done, _moment(athlete, one).astimezone(UTC), _day(athlete, one), print) for one, done, print in new
    )
    return work.imports.keep(athlete.id, prepared.app.value, kept, len(new), now)


def _moment(athlete: Athlete, one: FileSet) -> datetime:
    return one.own.at if one.own is not None else one.at.replace(tzinfo=ZoneInfo(athlete.zone))


def _day(athlete: Athlete, one: FileSet) -> date:
    return one.own.day if one.own is not None else athlete.day(_moment(athlete, one))


def _new(work: Work, athlete: Athlete, prepared: Prepared) -> list[tuple[FileSet, DoneSet, int]]:
    """What the log does not have, with its fingerprint.

    It has what was imported under the same fingerprint. Of what came to it otherwise (logged here, or imported under
    another name) it has as many sets as are there of the lift in a workout that began at the same second; and of a row
    of this log's own export, as many as were done at that second: so an export of the log brings back nothing.
    """
    days = [_day(athlete, one) for one, _ in prepared.sets]
    standing = work.imports.standing(athlete.id, since=min(days) - DAY, until=max(days) + DAY)
    log = _Known({one.fingerprint for one in standing}, defaultdict(list), {})
    for first, one in workouts(sorted(standing, key=lambda one: one.day)):
        log.of_lift[False, began(first), one.exercise].append(one.fingerprint)
        log.of_lift[True, began(one), one.exercise].append(one.fingerprint)
    numbers, others = Counter[_Named](), Counter[_Lift]()
    new = []
    for row, done in prepared.sets:
        at = row.at if row.own is None else row.own.at
        named, lift = (at, row.exercise.casefold()), (row.own is not None, _moment(athlete, row), done.exercise)
        found = _fingerprint(*named, numbers[named])
        numbers[named] += 1
        if found in log.prints:
            continue
        others[lift] += 1
        if lift not in log.of_lift or others[lift] > log.otherwise(lift, named):
            new.append((row, done, found))
    return new


_Named = tuple[datetime, str]
"""A row by what its file says: the start of its workout, or of our own the moment of the set; the exercise's name."""
_Lift = tuple[bool, datetime, str]
"""The same in the log: whether the moment is the set's own, the moment, the lift."""


@dataclass(frozen=True, slots=True)
class _Known:
    """Fingerprints in the log; and per lift at a moment those of its sets, None for one logged here."""

    prints: set[int | None]
    of_lift: dict[_Lift, list[int | None]]
    counted: dict[tuple[_Lift, _Named], int]

    def otherwise(self, lift: _Lift, named: _Named) -> int:
        """How many sets of it did not come from a file under this name."""
        if (lift, named) not in self.counted:
            own = {_fingerprint(*named, number) for number in range(MOST_OF_A_LIFT)}
            self.counted[lift, named] = sum(found not in own for found in self.of_lift[lift])
        return self.counted[lift, named]


def _fingerprint(at: datetime, exercise: str, number: int) -> int:
    """Of the so-many-th set of an exercise in a workout: it stays the same when its numbers are put right."""
    said = f"{at.isoformat()}\0{exercise}\0{number}".encode()
    return int.from_bytes(blake2b(said, digest_size=8).digest(), "big", signed=True)


def undo_import(work: Work, athlete: Athlete, entry: int, now: datetime) -> Import:
    """Take a whole import back. Raises NothingToUndo where it is taken back already, or somebody else's."""
    found = work.imports.find(athlete.id, entry)
    if found is None or not work.log.undo(athlete.id, entry, now):
        raise NothingToUndo
    return found


def newest_import(work: Work, athlete: Athlete) -> Import | None:
    """The last import, where nothing was logged after it."""
    found, entry = work.imports.newest(athlete.id), work.log.last_entry(athlete.id)
    return None if found is None or (entry is not None and entry.id > found.entry) else found
