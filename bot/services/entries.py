"""What is an entry of the log, and what can be asked of the log: kept, taken back, changed, looked up?"""

from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from bot.coaching.progression.shapes import Bout
from bot.domain.logbook import Note, WeighIn
from bot.domain.training import DoneSet, KeptSet


@dataclass(frozen=True, slots=True)
class Entry:
    """What one message or one tap did, and one undo takes back: sets, a body weight, a note, or a change."""

    id: int
    sets: tuple[KeptSet, ...] = ()
    weighed: WeighIn | None = None
    note: Note | None = None
    changed: tuple[KeptSet, ...] = ()
    """The sets of a change that it can be taken back of, as they stood before it ..."""
    changed_at: datetime | None = None
    """... and when it was made."""

    @property
    def at(self) -> datetime:
        """When what is in it was done, or was changed."""
        if self.changed_at is not None:
            return self.changed_at
        moments = [kept.performed_at for kept in self.sets]
        moments += [self.weighed.weighed_at] if self.weighed else []
        moments += [self.note.noted_at] if self.note else []
        return moments[-1]


@dataclass(frozen=True, slots=True)
class TrainingDay:
    day: date
    sets: tuple[KeptSet, ...]


class Log(Protocol):
    def keep(
        self,
        athlete: int,
        sets: Sequence[DoneSet],
        *,
        at: datetime,
        day: date,
        session: int | None = None,
        positions: Sequence[int | None] = (),
        message: int | None = None,
        replaces: int | None = None,
        kept_at: datetime | None = None,
    ) -> Entry:
        """Keep sets as one entry. `positions` names, set by set, the session item each belongs to (empty: none);
        `message` is the lifter's message that said them, `replaces` an entry taken back for this one;
        `kept_at` is when it is kept, where that is not when it was done."""
        ...

    def entry(self, athlete: int, entry: int) -> Entry | None:
        """One of the athlete's entries; None where it is not theirs, or is taken back."""
        ...

    def said(self, athlete: int, message: int) -> Entry | None:
        """The newest entry that a message of theirs said; None where it said none, or it is taken back."""
        ...

    def bring_back(self, athlete: int, entry: int) -> Entry | None:
        """The entry that this one had replaced, standing again; None where it had replaced none."""
        ...

    def in_place_of(self, athlete: int, entry: int) -> int | None:
        """The entry that replaced this one."""
        ...

    def last_entry(self, athlete: int) -> Entry | None:
        """The newest entry with anything to take back; an import is none."""
        ...

    def kept_at(self, athlete: int, entry: int) -> datetime:
        """When an entry of theirs was kept."""
        ...

    def entries(self, athlete: int, *, day: date, limit: int, before: int | None = None) -> tuple[Entry, ...]:
        """The newest entries with a set on that local day, oldest first; those taken back or imported left out.
        With `before`, only those older than that entry."""
        ...

    def undo(self, athlete: int, entry: int, now: datetime) -> bool:
        """Take an entry back; False where there is none such (another's, or taken back already)."""
        ...


class Changes(Protocol):
    """What begins a change of sets takes them out of the log: each is then amended, moved or dropped by it."""

    def begin(self, athlete: int, kept: Sequence[int], now: datetime) -> int:
        """An entry for a change of these sets, which remembers each as it stands now; the number of the entry.

        Sets that are another's, or are taken back, are none of it."""
        ...

    def amend(self, athlete: int, change: int, kept: int, done: DoneSet, *, position: int | None) -> None:
        """Put one set right in place; when and in which session it was done stays."""
        ...

    def move(self, athlete: int, change: int, kept: Sequence[int], *, at: datetime, day: date) -> None:
        """Put sets on another day, outside any session."""
        ...

    def drop(self, athlete: int, change: int, kept: int, now: datetime) -> None:
        """Take one set back; its entry with it when it was the last of it."""
        ...

    def revert(self, athlete: int, change: int, now: datetime) -> tuple[KeptSet, ...]:
        """Take a change back: its sets are what they were before it, whatever was changed of them after it.

        Those that are gone since are left out; where all are, nothing is done.
        """
        ...

    def touched(self, athlete: int, change: int) -> tuple[int, ...]:
        """The sets that a change was made to, whether it stands or was taken back."""
        ...

    def put_back(self, athlete: int, kept: int) -> bool:
        """Let a set that was taken back stand again; False where it stands, or its message was edited since."""
        ...


class History(Protocol):
    def last_time(
        self, athlete: int, exercises: Sequence[str], *, before_session: int | None = None
    ) -> Mapping[str, tuple[KeptSet, ...]]:
        """Per exercise, the working sets of the last local day on which it was done, outside `before_session`."""
        ...

    def bouts(
        self, athlete: int, exercises: Sequence[str], *, limit: int, before_session: int | None = None
    ) -> Mapping[str, tuple[Bout, ...]]:
        """Per exercise, its last days with working sets and what was asked on them, newest first."""
        ...

    def hard_days(self, athlete: int, exercises: Collection[str], since: date) -> Collection[date]:
        """Days from then on with a working set of one of these that is of no light session."""
        ...

    def in_words(
        self, athlete: int, first: date, before: date, since: datetime, *, limit: int
    ) -> Mapping[date, Set[str]]:
        """The last so many days from the first to the one before another, in order: the exercises with a working set on
        it that is of no session, done at that moment or later."""
        ...

    def days(
        self, athlete: int, *, before: date | None = None, after: date | None = None, limit: int = 5
    ) -> tuple[TrainingDay, ...]:
        """Days with sets, newest first: the last ones before a date, or the first ones after one."""
        ...

    def days_of(
        self, athlete: int, exercise: str, *, before: date | None = None, after: date | None = None, limit: int = 5
    ) -> tuple[TrainingDay, ...]:
        """The same of one exercise: days with a working set of it, and its sets on them."""
        ...

    def on(self, athlete: int, day: date) -> tuple[KeptSet, ...]:
        """The sets of a local day, in the order they were kept."""
        ...

    def kept(self, athlete: int, kept: int) -> KeptSet | None:
        """One of the athlete's sets; None where it is not theirs, or is taken back."""
        ...

    def exercise_of(self, athlete: int, kept: int) -> str | None:
        """The exercise of one of the athlete's sets, taken back or not."""
        ...

    def every(self, athlete: int) -> Iterable[KeptSet]:
        """All sets in the log, day by day, as they were kept on each; read as they are asked for."""
        ...

    def warmups(self, athlete: int) -> int:
        """So many of the sets that `count` counts."""
        ...

    def count(self, athlete: int) -> int:
        """How many sets are in the log."""
        ...
