"""What does the knowledge base hold? Frozen shapes of the YAML in `knowledge/`; an unknown key is refused."""

import re
from enum import StrEnum
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from bot.coaching.language.intents import Intent
from bot.domain.planning import Aim

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
CITED = re.compile(r"^(?P<text>.*\S)\s*\[(?P<sources>[a-z0-9-]+(?:\s*[,;]\s*[a-z0-9-]+)*)\]$", re.DOTALL)

Slug = Annotated[str, Field(pattern=SLUG)]
Line = Annotated[str, Field(min_length=1, max_length=400)]


class Shape(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Claim(Shape):
    """One statement and where it is from. In YAML: `Brace before the bar moves. [nsca-essentials, practice]`."""

    text: Annotated[str, Field(min_length=1, max_length=140)]
    sources: tuple[Slug, ...] = Field(min_length=1)

    @model_validator(mode="before")
    @classmethod
    def _read(cls, value: Any) -> Any:
        if isinstance(value, dict) and not value.keys() & {"text", "sources"}:
            raise ValueError("a sentence with ': ' in it needs quotes around it")
        if not isinstance(value, str):
            return value
        cited = CITED.match(value.strip())
        if cited is None:
            raise ValueError(f"no source: end the sentence with its source in brackets, as in [article]: {value!r}")
        return {"text": cited["text"], "sources": tuple(re.split(r"\s*[,;]\s*", cited["sources"]))}


def _several(value: Any) -> Any:
    return (value,) if isinstance(value, str | dict) else value


def _in_order(low_high: tuple[int, int]) -> tuple[int, int]:
    low, high = low_high
    if not 0 <= low <= high:
        raise ValueError(f"[{low}, {high}] is out of order: the low number comes first, and none is below 0")
    return low_high


Span = Annotated[tuple[int, int], AfterValidator(_in_order)]
Claims = Annotated[tuple[Claim, ...], BeforeValidator(_several)]
Names = Annotated[tuple[Line, ...], BeforeValidator(_several)]


class SourceKind(StrEnum):
    ARTICLE = "article"
    TEXTBOOK = "textbook"
    POSITION_STAND = "position-stand"
    STUDY = "study"
    REVIEW = "review"
    GUIDELINE = "guideline"
    PRACTICE = "practice"
    """Coaching practice alone; said so to whoever asks for the source."""


class Source(Shape):
    """`short` is how a receipt calls it; where it is left out, its first author and the year."""

    id: Slug
    kind: SourceKind
    title: Line
    authors: str = ""
    year: int | None = None
    short: str = ""
    where: str = ""
    """Journal, publisher or organisation, with volume and pages; a DOI where there is one."""


class Pattern(StrEnum):
    HINGE = "hinge"
    VERTICAL_PULL = "vertical-pull"
    HORIZONTAL_PULL = "horizontal-pull"
    EXTENSION = "extension"
    SCAPULA = "scapula"
    CARRY = "carry"
    HANG = "hang"


class Loading(StrEnum):
    """How the resistance is set, which decides how a log line about it is read."""

    BARBELL = "barbell"
    DUMBBELL = "dumbbell"
    KETTLEBELL = "kettlebell"
    CABLE = "cable"
    MACHINE = "machine"
    BODYWEIGHT = "bodyweight"
    BAND = "band"


class Mistake(Shape):
    name: Line
    aliases: Names = ()
    cause: Claim
    fix: Claim


class Variation(Shape):
    """A neighbour of an exercise: an entry of its own, or a name and how it differs."""

    name: Line
    exercise: Slug | None = None
    equipment: tuple[Slug, ...] = ()
    how: Claim


class Goal(StrEnum):
    STRENGTH = "strength"
    SIZE = "size"
    ENDURANCE = "endurance"
    SKILL = "skill"


class Dosage(Shape):
    """Sets, repetitions and rest for one goal. `reps` is [low, high]; `rest` is [low, high] in seconds."""

    goal: Goal
    sets: Span
    reps: Span
    rest: Span
    note: Claim


class Muscles(Shape):
    prime: tuple[Slug, ...] = Field(min_length=1)
    helping: tuple[Slug, ...] = ()
    why: Claims = Field(min_length=1)


class Guide(Shape):
    """Everything the coach knows of how to do an exercise."""

    setup: Claims = Field(min_length=1)
    steps: Claims = Field(min_length=1)
    breathing: Claims = Field(min_length=1)
    grip: Claims = Field(min_length=1)
    tempo: Claims = Field(min_length=1)
    cues: Claims = Field(min_length=1)
    feel: Claims = Field(min_length=1)
    why: Claims = Field(min_length=1)
    mistakes: tuple[Mistake, ...] = Field(min_length=1)
    easier: tuple[Variation, ...] = Field(min_length=1)
    harder: tuple[Variation, ...] = Field(min_length=1)
    alternatives: tuple[Variation, ...] = Field(min_length=1)
    dosage: tuple[Dosage, ...] = Field(min_length=1)
    warmup: Claims = Field(min_length=1)
    progression: Claims = Field(min_length=1)
    equipment: Claims = Field(min_length=1)
    safety: Claims = Field(min_length=1)


class Exercise(Shape):
    """An exercise the coach recognises, logs and teaches.

    `family` is the plainer exercise that this one differs from only by a detail, itself when absent.
    `lumbar` is the load on the lower back, 0-3. `seconds` marks a timed hold, `per_side` one that is trained
    a side at a time, `light` one whose loads are small.
    """

    id: Slug
    name: Line
    aliases: Names = ()
    near: Names = ()
    """Names of lifts that have no entry of their own and are closest to this one: led here, and told so."""
    family: Slug | None = None
    pattern: Pattern
    loading: Loading
    equipment: tuple[Slug, ...] = ()
    lumbar: int = Field(ge=0, le=3)
    per_side: bool = False
    seconds: bool = False
    light: bool = False
    summary: Claim
    muscles: Muscles
    guide: Guide


class Muscle(Shape):
    """One of the four muscles of the back, or with `back: false` one that helps them (biceps and the like)."""

    id: Slug
    name: Line
    short: Annotated[str, Field(max_length=12)] = ""
    """What it is called on a picture, where its name is long."""
    aliases: Names = ()
    back: bool = True
    summary: Claim
    where: Claims = Field(min_length=1)
    does: Claims = Field(min_length=1)
    feel: Claims = Field(min_length=1)
    train: Claims = Field(min_length=1)

    @property
    def called(self) -> str:
        return self.short or self.name


class Equipment(Shape):
    id: Slug
    name: Line
    aliases: Names = ()


class Topic(Shape):
    """A subject that is no exercise and no muscle.

    `intent` names the question it answers.

    `items` are named parts that can be asked for by name: the four benefits, the tips.
    """

    id: Slug
    intent: Intent
    title: Line
    aliases: Names = ()
    short: Claims = Field(min_length=1)
    more: Claims = ()
    items: tuple["TopicItem", ...] = ()


class TopicItem(Shape):
    id: Slug
    name: Line
    aliases: Names = ()
    says: Claims = Field(min_length=1)


class Slot(Shape):
    """One exercise of a program's session. `reps` is [low, high]; `rest` in seconds."""

    exercise: Slug
    sets: int = Field(ge=1, le=10)
    reps: Span
    rest: int = Field(ge=0, le=600)
    per_side: bool = False


class Place(Shape):
    """A place in the outline of a session, by what it asks for. `core` is always in, the others as there is room."""

    role: Slug
    core: bool = False


class Outline(Shape):
    """One session of a week in outline."""

    name: Line
    places: tuple[Place, ...] = Field(min_length=2)


class Fits(Shape):
    """Whose wishes a week suits: these aims, days and minutes, and nothing owned of `without`."""

    aims: tuple[Aim, ...] = Field(min_length=1)
    days: Span
    minutes: Span = (20, 90)
    without: tuple[Slug, ...] = ()


class Program(Shape):
    """One exact session (`slots`), or a week in outline (`week`) from which a plan is written for those whom it `fits`.

    With `split` a week trains the four muscles, without each session does.
    """

    id: Slug
    name: Line
    aliases: Names = ()
    minutes: int = Field(ge=1, le=240)
    slots: tuple[Slot, ...] = ()
    covers: tuple[Slug, ...] = Field(min_length=1)
    why: Claims = Field(min_length=1)
    week: tuple[Outline, ...] = ()
    fits: Fits | None = None
    split: bool = False

    @model_validator(mode="after")
    def _one_of_two(self) -> "Program":
        if bool(self.slots) is bool(self.week):
            raise ValueError("has slots, or a week; not both, and one of them")
        if bool(self.week) is not bool(self.fits):
            raise ValueError("whom a week fits must be said, and of nothing else")
        return self
