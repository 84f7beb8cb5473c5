"""What does an operator want to know at a glance? How much waits, and how many train."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Depths:
    """What waits at this moment."""

    inbox: int
    """Updates accepted and not handled."""
    dead: int
    """Updates that were put aside."""
    outbox: int
    outbox_bulk: int
    """Of these, messages of a wave."""
    outbox_since: datetime | None
    """When the oldest of them was put there; None where none waits."""


@dataclass(frozen=True, slots=True)
class Use:
    people: int
    active_7: int
    """People who kept something in the last 7 days."""
    active_28: int
    gone: int
    """People who blocked the bot."""
    sets: int
    """Working ones: warm-ups are no work."""
    sessions: int
    """Finished ones."""
    questions: int
    """Without a right answer, and still open."""


class Figures(Protocol):
    def depths(self) -> Depths: ...

    def use(self, now: datetime) -> Use:
        """Reads whole indexes: for who asks now and then, not for a tick."""
        ...
