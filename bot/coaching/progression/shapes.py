"""What does a rule of progression look at, and what is a warm-up set?"""

from dataclasses import dataclass
from datetime import date

from bot.domain.training import DoneSet, GaveOut, RepRange
from bot.domain.units import Load


@dataclass(frozen=True, slots=True)
class Bout:
    """One day's working sets of one exercise, in order; of a session that went on past midnight, all of them.

    `asked` and `sets_asked` are what the session asked for; None for sets that no session asked for. `light`: of a
    deload week or a shortened session; `short`: of the latter, with the usual load.
    """

    day: date
    sets: tuple[DoneSet, ...]
    asked: RepRange | None = None
    sets_asked: int | None = None
    light: bool = False
    gave_out: GaveOut | None = None
    short: bool = False


@dataclass(frozen=True, slots=True)
class WarmUp:
    """One warm-up set; `load` None for the movement without any."""

    load: Load | None
    reps: int
