"""What is a session that is about to begin: what it asks, and what is advised for it?"""

from dataclasses import dataclass

from bot.domain.advice import Advice
from bot.domain.training import PlannedExercise


@dataclass(frozen=True, slots=True)
class Asked:
    """One exercise of it. `advice` is None where nothing can be said of its load."""

    plan: PlannedExercise
    advice: Advice | None = None


@dataclass(frozen=True, slots=True)
class Todays:
    """`plan` and `part` say which session of which plan it is; `title` is its name there. `minutes` is how long it
    takes. `light`: of a deload week, or shortened; it raises no load."""

    program: str
    exercises: tuple[Asked, ...]
    minutes: int
    title: str | None = None
    plan: int | None = None
    part: int = 0
    light: bool = False
