"""What is asked of storage about body weight and notes? Each is an entry of its own, so that an undo takes it back."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from bot.domain.logbook import Note, WeighIn
from bot.domain.units import Load


class WeighIns(Protocol):
    def keep(self, athlete: int, weight: Load, *, at: datetime, day: date, replaces: int | None = None) -> WeighIn:
        """`replaces`: an entry taken back for this one."""
        ...

    def all(self, athlete: int) -> tuple[WeighIn, ...]:
        """Those not taken back, in the order of their days."""
        ...

    def newest(self, athlete: int, *, before: int | None = None, limit: int = 1) -> tuple[WeighIn, ...]:
        """The newest first, from before one of them."""
        ...


class Notes(Protocol):
    def keep(self, athlete: int, exercise: str, text: str, *, at: datetime, day: date) -> Note: ...

    def of(self, athlete: int, exercises: Sequence[str], *, limit: int) -> tuple[Note, ...]:
        """The newest notes to one of these exercises, oldest first."""
        ...

    def get(self, athlete: int, note_id: int) -> Note | None:
        """One of the athlete's notes; None where it is not theirs, or is taken back."""
        ...

    def newest(self, athlete: int, *, before: int | None = None, limit: int) -> tuple[Note, ...]:
        """The newest first, from before one of them."""
        ...
