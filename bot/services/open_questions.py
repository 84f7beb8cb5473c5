"""What is kept of the questions that the coach could not answer, or answered wrongly?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from bot.services.heard import Heard


class Why(StrEnum):
    """Why a question is open."""

    UNKNOWN = "unknown"
    """The coach said that it does not know."""
    WRONG = "wrong"
    """The lifter said that the answer was wrong."""


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """`within` is what was spoken of before, `reading` what it was taken for (`how_to bent-over-row`), or empty."""

    id: int
    chat: int
    text: str
    why: Why
    within: str
    reading: str
    asked_at: datetime


class OpenQuestions(Protocol):
    def keep(self, athlete: int, chat: int, question: Heard, why: Why, now: datetime) -> bool:
        """Keep one for the maintainer; False where this athlete has the same one open, or too many."""
        ...

    def open(self) -> Sequence[OpenQuestion]:
        """Those that nobody has closed, oldest first. Whose they are stays in the database."""
        ...

    def close(self, ids: Sequence[int]) -> int:
        """Delete them: answered, or not to be answered. How many there were."""
        ...

    def purge(self, before: datetime) -> int:
        """Delete those asked before then."""
        ...
