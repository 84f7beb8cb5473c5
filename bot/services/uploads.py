"""Which file did a lifter send, what was said of it, and what is to be done with it? One at a time; a newer one takes
its place. Its bytes stay with Telegram and are fetched when they are needed."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from bot.coaching.importing.shapes import Answers, DateOrder
from bot.domain.units import Unit


class Todo(StrEnum):
    """What is to be done as soon as there is time for it."""

    LOOK = "look"
    IMPORT = "import"


@dataclass(frozen=True, slots=True)
class Upload:
    """`todo` None waits for the lifter, who was asked or shown what is in it. `tries` counts those that did not end."""

    id: int
    athlete: int
    telegram_id: int
    chat: int
    file_id: str
    name: str
    answers: Answers
    todo: Todo | None
    look: int
    """How often the lifter answered: what was found with other answers is told apart by it."""
    tries: int


class Uploads(Protocol):
    def put(self, athlete: int, chat: int, file_id: str, name: str, now: datetime) -> int:
        """A file to look at; one that was there before is dropped."""
        ...

    def find(self, athlete: int, upload: int) -> Upload | None:
        """The athlete's file of that number; None for any other."""
        ...

    def answer(self, upload: int, *, unit: Unit | None, order: DateOrder | None, now: datetime) -> None:
        """Note what the lifter said, and look at it anew."""
        ...

    def bring(self, upload: int, look: int, now: datetime) -> bool:
        """Import it; False where what was shown last is not what that look found."""
        ...

    def claim(self, now: datetime, until: datetime) -> Upload | None:
        """The next one with something to do, no one else's until then; the try is counted."""
        ...

    def again(self, upload: int, at: datetime) -> None:
        """Give a claimed one back, for then."""
        ...

    def shown(self, claimed: Upload) -> bool:
        """The lifter is asked, or shown it; False where it is no more, or something else is wanted by now."""
        ...

    def done(self, claimed: Upload) -> bool:
        """That was done, and the file is forgotten; False as above."""
        ...

    def drop(self, athlete: int, upload: int | None = None) -> bool:
        """Forget the athlete's file, or the one of that number; False where there is none."""
        ...

    def waiting(self) -> int:
        """How many have something to do."""
        ...

    def release(self, now: datetime) -> None:
        """Give back what an earlier run of this process claimed (one process on SQLite)."""
        ...

    def purge(self, before: datetime) -> int:
        """Drop those sent before then."""
        ...
