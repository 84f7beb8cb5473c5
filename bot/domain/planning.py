"""What does a lifter wish of a plan, and what is a plan?"""

from dataclasses import dataclass, field
from decimal import Decimal
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


class Odd(StrEnum):
    """In what a plan is less than it could be, and by what."""

    SHORT = "short"
    """A muscle (`about`) gets fewer hard sets a week than its range asks for: the time, or the lower back, allows no
    more."""
    UNTRAINED = "untrained"
    """A muscle (`about`) that no lift trains that is at hand, does not hurt and is not refused."""
    NOT_ABOVE = "not-above"
    """No pull from above is possible."""
    NOT_ACROSS = "not-across"
    """No row is possible."""
    LEFT_OUT = "left-out"
    """A loved lift (`about`) that would break a rule: there is no equipment for it, it loads what hurts, or no room."""


@dataclass(frozen=True, slots=True)
class Remark:
    """`sets` is what a muscle gets a week, `low` the low end of its range."""

    odd: Odd
    about: str = ""
    sets: Decimal | None = None
    low: int | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A week, in the order of its sessions; the one after the last done is next, on whatever day that is.

    `program` is the known shape in `knowledge/programs` that it was written from. Raises ValueError for a week of
    nothing, and for wishes that nobody can have.
    """

    program: str
    wishes: Wishes
    sessions: tuple[PlanSession, ...]
    remarks: tuple[Remark, ...] = ()

    def __post_init__(self) -> None:
        if not self.sessions or not all(one.exercises for one in self.sessions):
            raise ValueError("a plan without a session, or with an empty one")
        if self.wishes.days not in DAYS or self.wishes.minutes not in MINUTES:
            raise ValueError(f"a plan of {self.wishes.days} days of {self.wishes.minutes} minutes")


class Hindrance(StrEnum):
    """Which wish cannot be met, and by what."""

    NO_BAR = "no-bar"
    """The first pull-up, without anything to hang from."""
    PULL_UP_HURTS = "pull-up-hurts"
    """The first pull-up, while a site hurts that it loads (`about`: the sites)."""
    PULL_UP_REFUSED = "pull-up-refused"
    """The first pull-up, with the pull-up refused."""
    ALL_HURTS = "all-hurts"
    """No pull is left that spares all that hurts (`about`: the sites)."""
    ALL_REFUSED = "all-refused"
    """Every pull that would be possible is refused."""


@dataclass(frozen=True, slots=True)
class Unmet:
    """Why no plan can be written; nothing is half planned.

    `help` names equipment of which any one piece would do; empty where none would, and another wish must give way.
    """

    why: Hindrance
    about: tuple[str, ...] = ()
    help: tuple[str, ...] = ()
