"""What is a set, a planned exercise, a session?"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from bot.domain.units import Load, kilograms


@dataclass(frozen=True, slots=True)
class DoneSet:
    """One set as it was lifted: repetitions or seconds, against a load, body weight, or both.

    On a body-weight lift `load` is what hangs on the belt, negative for assistance, None for nothing.
    `per_side` means that each side did `reps`. `rpe` is 1-10 in halves (Zourdos et al. 2016: RPE 10 - RIR).
    """

    exercise: str
    reps: int | None = None
    seconds: int | None = None
    load: Load | None = None
    bodyweight: bool = False
    per_side: bool = False
    rpe: Decimal | None = None
    warmup: bool = False
    note: str | None = None

    @property
    def empty(self) -> bool:
        """Nothing was done in it: no repetition and no second."""
        return not self.reps and not self.seconds

    @property
    def volume_kg(self) -> Decimal:
        """Kilograms moved: load x reps, both sides counted; 0 without an outside load, and for warm-ups."""
        if self.warmup or self.load is None or not self.reps or self.load.amount <= 0:
            return Decimal(0)
        return kilograms(self.load) * self.reps * (2 if self.per_side else 1)


@dataclass(frozen=True, slots=True)
class KeptSet:
    """A set in the log. `day` is the athlete's local date, fixed when the set was kept."""

    id: int
    entry: int
    session: int | None
    done: DoneSet
    performed_at: datetime
    day: date


@dataclass(frozen=True, slots=True)
class RepRange:
    low: int
    high: int

    def __str__(self) -> str:
        return str(self.low) if self.low == self.high else f"{self.low}–{self.high}"


class Method(StrEnum):
    """By which rule the load of an exercise goes up."""

    DOUBLE = "double"
    """Double progression: repetitions up to the top of the range, then the load."""
    LINEAR = "linear"
    """A step each time that all repetitions are done."""
    RPE = "rpe"
    """The load that the effort asked for allows."""
    PERCENT = "percent"
    """A percentage of the training maximum."""
    ROAD = "road"
    """The road to the pull-up and beyond: which exercise it is depends on how far the lifter is."""


@dataclass(frozen=True, slots=True)
class PlannedExercise:
    """What a session asks of one exercise. `rest` in seconds.

    `rpe` is the effort asked for, where one is (RPE), `percent` the part of the training maximum (PERCENT).
    """

    exercise: str
    sets: int
    reps: RepRange
    rest: int
    per_side: bool = False
    timed: bool = False
    bodyweight: bool = False
    method: Method = Method.DOUBLE
    rpe: Decimal | None = None
    percent: int | None = None


class GaveOut(StrEnum):
    """What ended a set before the repetitions that were asked for."""

    GRIP = "grip"
    BACK = "back"
    LOWER_BACK = "lower-back"
    BREATH = "breath"


class SessionState(StrEnum):
    OPEN = "open"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class SessionItem:
    """One exercise of a running session: the plan, what was done of it, and whether it is left aside."""

    position: int
    plan: PlannedExercise
    done: tuple[KeptSet, ...] = ()
    skipped: bool = False
    load: Load | None = None
    """The load chosen on the card for the next set; None: as last time, or as the last set."""
    gave_out: GaveOut | None = None
    """What ended a set of it too early, where the lifter said so."""

    @property
    def working(self) -> tuple[KeptSet, ...]:
        """Sets that count towards the plan: no warm-ups, and none of an exercise that was swapped for this one."""
        return tuple(one for one in self.done if not one.done.warmup and one.done.exercise == self.plan.exercise)

    @property
    def complete(self) -> bool:
        return self.skipped or len(self.working) >= self.plan.sets

    @property
    def next_set(self) -> int:
        """Counted from 1; past `plan.sets` when the lifter does more than was asked."""
        return len(self.working) + 1


@dataclass(frozen=True, slots=True)
class Session:
    """A session, open or finished. `position` is the exercise on the card, counted from 0."""

    id: int
    program: str
    started_at: datetime
    day: date
    state: SessionState
    position: int
    items: tuple[SessionItem, ...] = field(default=())
    extras: tuple[KeptSet, ...] = field(default=())
    """Sets kept during the session that no item of it asked for."""
    finished_at: datetime | None = None
    plan: int | None = None
    """The plan that it is a session of; None for a program's."""
    part: int = 0
    """Which session of the plan's week, from 0."""
    light: bool = False
    """A session of a deload week, or a shortened one: it raises no load."""

    @property
    def current(self) -> SessionItem | None:
        """The exercise on the card; None when all are done or left aside."""
        item = self.items[self.position] if 0 <= self.position < len(self.items) else None
        return None if item is None or item.complete else item

    @property
    def sets(self) -> tuple[KeptSet, ...]:
        return (*(kept for item in self.items for kept in item.done), *self.extras)

    @property
    def last_deed(self) -> datetime:
        """When it was last worked on."""
        return max((kept.performed_at for kept in self.sets), default=self.started_at)

    def at(self, position: int) -> "Session":
        return replace(self, position=position)

    def without_loads(self, positions: Collection[int]) -> "Session":
        """The session with nothing chosen for these items any more."""
        return replace(
            self, items=tuple(replace(one, load=None) if one.position in positions else one for one in self.items)
        )

    def taken_up(self, positions: Collection[int]) -> "Session":
        """The session with none of these items left aside."""
        return replace(
            self, items=tuple(replace(one, skipped=False) if one.position in positions else one for one in self.items)
        )

    def with_sets(self, kept: Sequence[KeptSet], positions: Sequence[int | None]) -> "Session":
        """The session with sets just kept; `positions` as in the log, None for one that no item asked for."""
        pairs = list(zip(kept, positions, strict=True))
        items = tuple(
            replace(item, done=(*item.done, *(one for one, position in pairs if position == item.position)))
            for item in self.items
        )
        return replace(self, items=items, extras=(*self.extras, *(one for one, position in pairs if position is None)))

    def next_position(self) -> int:
        """The next exercise with something left to do, after the present one and then from the start;
        `len(items)` when nothing is left."""
        order = [*range(self.position, len(self.items)), *range(self.position)]
        return next((index for index in order if not self.items[index].complete), len(self.items))


def volume_kg(sets: Sequence[DoneSet]) -> Decimal:
    return sum((done.volume_kg for done in sets), Decimal(0))


def covers(planned: Sequence[PlannedExercise], done: Sequence[DoneSet]) -> bool:
    """Whether a log is the planned session: at least half of its exercises have a working set in it."""
    trained = {one.exercise for one in done if not one.warmup and not one.empty}
    asked = {one.exercise for one in planned}
    return bool(asked) and 2 * len(asked & trained) >= len(asked)
