"""What does a lifter wish of a plan, and what is a plan?"""

from dataclasses import dataclass, field
from enum import StrEnum

from bot.domain.training import PlannedExercise

DAYS = range(1, 7)
"""Sessions a week that can be planned."""
MINUTES = range(20, 91)
"""Minutes a session that can be planned."""


class Aim(StrEnum):
    STRENGTH = "strength"
    SIZE = "size"
    PULL_UP = "pull-up"
    """The first pull-up."""
    HEALTH = "health"
    """Posture and health."""


class Level(StrEnum):
    """By experience with lifting: under half a year, under two or three years, longer."""

    NOVICE = "novice"
    INTERMEDIATE = "intermediate"
    ADVANCED = "advanced"


class Site(StrEnum):
    """What hurts, or is touchy: lifts that load it are left out of a plan. The same sites as in `knowledge/pain`."""

    LOWER_BACK = "lower-back"
    SHOULDER = "shoulder"
    ELBOW = "elbow"
    WRIST = "wrist"
    HIP = "hip"
    KNEE = "knee"
    NECK = "neck"


@dataclass(frozen=True, slots=True)
class Wishes:
    """`equipment`, `loved` and `refused` hold ids of the knowledge base; `days` a week, `minutes` a session."""

    aim: Aim = Aim.SIZE
    level: Level = Level.NOVICE
    days: int = 2
    minutes: int = 60
    equipment: frozenset[str] = field(default_factory=frozenset)
    hurts: frozenset[Site] = frozenset()
    loved: frozenset[str] = frozenset()
    refused: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class PlanSession:
    """One session of the week. `minutes` counts warm-ups and rests."""

    name: str
    exercises: tuple[PlannedExercise, ...]
    minutes: int


@dataclass(frozen=True, slots=True)
class Plan:
    """A week, in the order of its sessions; the one after the last done is next, on whatever day that is.

    `program` is the known shape in `knowledge/programs` that it was written from.
    """

    program: str
    wishes: Wishes
    sessions: tuple[PlanSession, ...]
