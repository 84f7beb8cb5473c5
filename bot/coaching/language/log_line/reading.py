"""What is asked of the reader of log lines, and what does it answer?"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from bot.coaching.language.log_line.unclear import Wants
from bot.domain.training import DoneSet
from bot.domain.units import Load, Unit


class Action(StrEnum):
    RECORD = "record"
    ASK = "ask"
    CORRECT = "correct"
    NONE = "none"


OwnBar = Callable[[], Load | None]
"""What their bar weighs; None where they did not say."""


def _usual() -> None:
    """A usual bar."""


@dataclass(frozen=True, slots=True)
class LogContext:
    """Where the lifter is. `last_sets` are already kept, oldest first: for corrections and "same again"."""

    unit: Unit
    today: date
    current_exercise: str | None = None
    last_sets: Sequence[DoneSet] = ()
    """Looked at only where the text may look back, so whoever gives it may fetch it late."""
    own: Mapping[str, DoneSet] = field(default_factory=dict)
    """Lifts of their own by name, each with a set of it. Looked at only where a text may name one."""
    loads: Mapping[str, Decimal] = field(default_factory=dict)
    """The load in force of each lift, in `unit`. Looked at only where a small number may be one."""
    bar: OwnBar = _usual
    """Asked only where a load is told in plates, or as the bar."""


@dataclass(frozen=True, slots=True)
class Option:
    """One reading of an unclear line, to be offered as a button."""

    label: str
    sets: tuple[DoneSet, ...]
    day: date | None = None
    corrects: bool = False
    """`sets` is what `last_sets` must be afterwards."""


@dataclass(frozen=True, slots=True)
class LogReading:
    """RECORD: `sets` is what was written. CORRECT: what `last_sets` must be afterwards. `day` None is today.

    ASK: one question and the likely readings; nothing may be recorded until one is chosen. `wants` is what an answer
    in words gives, in place of what was `said`, or beside the line where that is empty.
    """

    action: Action
    sets: tuple[DoneSet, ...] = ()
    day: date | None = None
    question: str | None = None
    options: tuple[Option, ...] = ()
    trace: tuple[str, ...] = ()
    wants: Wants | None = None
    said: str = ""
    repeats: bool = False
    """It is a set of `last_sets` once more, on the day of that one."""
    missed: int = 0
    """ASK: the set had so many repetitions fewer than were asked for."""


@dataclass(frozen=True, slots=True)
class PutRight:
    """What puts sets of an earlier day right: the text without the day. `sure`: it can be nothing but a correction;
    `several`: it gives more numbers than one set has."""

    text: str
    day: date
    sure: bool
    several: bool
