"""What is a session: what it asks, what was done of it, where it stands?"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import pairwise

from bot.domain.advice import Advice
from bot.domain.training import GaveOut, KeptSet, PlannedExercise, most_of
from bot.domain.units import Load

LEFT_ALONE = timedelta(hours=3)
PAUSE = timedelta(hours=1)
"""Nobody rests for longer between two sets."""


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
    advice: Advice | None = None
    """What was advised when the session was opened, and why."""

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
    title: str | None = None
    """Its name, where it is a session of a plan."""
    plan: int | None = None
    """The plan that it is a session of; None for a program's."""
    part: int = 0
    """Which session of the plan's week, from 0."""
    light: bool = False
    """A session of a deload week, or a shortened one: it raises no load."""
    deload: bool = False
    """The former of the two."""

    @property
    def current(self) -> SessionItem | None:
        """The exercise on the card; None when all are done or left aside."""
        item = self.items[self.position] if 0 <= self.position < len(self.items) else None
        return None if item is None or item.complete else item

    @property
    def shortened(self) -> bool:
        """Light for want of time, and not by a light week."""
        return self.light and not self.deload

    @property
    def sets(self) -> tuple[KeptSet, ...]:
        return (*(kept for item in self.items for kept in item.done), *self.extras)

    @property
    def last_deed(self) -> datetime:
        """When it was last worked on."""
        return max((kept.performed_at for kept in self.sets), default=self.started_at)

    def is_left_over(self, today: date, now: datetime) -> bool:
        """Of an earlier training day, and not worked on for hours: past midnight it is still the evening's."""
        return self.day < today and now - self.last_deed > LEFT_ALONE

    @property
    def trained_for(self) -> timedelta:
        """From its start to its last set; an hour without one was not training."""
        moments = sorted({self.started_at, *(kept.performed_at for kept in self.sets)})
        return sum((gap for one, other in pairwise(moments) if (gap := other - one) <= PAUSE), timedelta(0))

    @property
    def worked(self) -> bool:
        """It has a working set."""
        return any(kept.done.working for kept in self.sets)

    @property
    def covered(self) -> bool:
        """Whether what was done of it is the session: at least half of its exercises have a working set, whichever lift
        took the place of one. What a shortened one left out, it did not ask for."""
        asked = [item for item in self.items if not (self.shortened and item.skipped and not item.done)]
        return most_of(sum(any(kept.done.working for kept in item.done) for item in asked), len(asked))

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
