"""What rings during a session? The end of a rest, and a question when the session goes quiet; each once.

A timer is a row. It runs until it is due; then it has rung, and stays as long as what it said still holds, so that its
message is taken off the chat when it no longer does.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from bot.domain.athlete import Athlete
from bot.domain.resting import ASK_WITHIN, RING_WITHIN


class TimerKind(StrEnum):
    """Also the name under which a chat remembers the message."""

    REST = "rest"
    FORGOT = "forgot"


WITHIN = {TimerKind.REST: RING_WITHIN, TimerKind.FORGOT: ASK_WITHIN}


@dataclass(frozen=True, slots=True)
class Timer:
    """`since` is the deed of the session that it follows, `due` the instant it rings; None: it has rung."""

    athlete: int
    kind: TimerKind
    chat: int
    session: int
    since: datetime
    due: datetime | None

    @property
    def id(self) -> str:
        return self.kind


class Timers(Protocol):
    @property
    def earliest(self) -> datetime | None:
        """The earliest instant that was put in this transaction."""
        ...

    def put(self, timers: Sequence[Timer]) -> None:
        """Start them, each in place of the athlete's earlier one of its kind."""
        ...

    def of(self, athlete: int) -> Sequence[Timer]:
        """Those that run and those that rang."""
        ...

    def stop(self, athlete: int, kind: TimerKind) -> None: ...

    def next_due(self) -> datetime | None:
        """When the next one rings, of anybody."""
        ...

    def due(self, now: datetime, limit: int) -> Sequence[tuple[Timer, Athlete]]:
        """Those due at `now`, locked against other claimers, oldest first."""
        ...

    def rang(self, athlete: int, kind: TimerKind) -> None: ...
