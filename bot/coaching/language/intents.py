"""What can be asked, and what comes out of reading a question? Plain values that the whole house passes around."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum


class Intent(StrEnum):
    HOW_TO = "how_to"
    WHY = "why"
    MUSCLES_WORKED = "muscles_worked"
    MISTAKES = "mistakes"
    GRIP = "grip"
    SETS_REPS = "sets_reps"
    REST = "rest"
    ALTERNATIVES = "alternatives"
    EASIER = "easier"
    HARDER = "harder"
    COMPARE = "compare"
    EXERCISES_FOR_MUSCLE = "exercises_for_muscle"
    MUSCLE_INFO = "muscle_info"
    BENEFITS = "benefits"
    TECHNIQUE_TIP = "technique_tip"
    WARMUP = "warmup"
    FREQUENCY = "frequency"
    RECOVERY = "recovery"
    PROGRESSION = "progression"
    EQUIPMENT = "equipment"
    BREATHING = "breathing"
    SESSION_TODAY = "session_today"
    PAIN_OR_INJURY = "pain_or_injury"
    SMALL_TALK = "small_talk"
    OUT_OF_SCOPE = "out_of_scope"


class Outcome(StrEnum):
    ANSWER = "answer"
    CLARIFY = "clarify"
    UNKNOWN = "unknown"
    SAFETY = "safety"


@dataclass(frozen=True, slots=True)
class Subject:
    """What a question is about, by id. Empty: the back as a whole."""

    exercises: tuple[str, ...] = ()
    muscles: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.exercises or self.muscles)

    @property
    def ids(self) -> tuple[str, ...]:
        return self.exercises + self.muscles


WHOLE_BACK = Subject()


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to take a question."""

    intent: Intent
    subject: Subject = WHOLE_BACK


@dataclass(frozen=True, slots=True)
class Option:
    """A reading that is offered as a button."""

    label: str
    intent: Intent
    subject: Subject = WHOLE_BACK

    @property
    def reading(self) -> Reading:
        return Reading(self.intent, self.subject)


@dataclass(frozen=True, slots=True)
class TalkContext:
    """What the last answer was about, and the list it showed. Whoever keeps it drops it after half an hour."""

    intent: Intent | None = None
    subject: Subject = WHOLE_BACK
    offered: tuple[Reading, ...] = ()
    advice: str | None = None
    """The entry of the pain tree that was given last; kept longer than the rest."""


Step = str | Callable[[], Iterable[str]]
"""A reason in words, or what words it when asked: most answers are never asked why."""


@dataclass(frozen=True, slots=True)
class Understanding:
    """What was asked, as far as it is clear.

    `topic` and `item` name an entry of the knowledge base; `not_covered` a group of things that are not coached;
    `remark` a group of small talk; `signs` the words that made it a matter of safety.
    """

    outcome: Outcome
    intent: Intent | None = None
    subject: Subject = WHOLE_BACK
    topic: str | None = None
    item: str | None = None
    options: tuple[Option, ...] = ()
    not_covered: str | None = None
    remark: str | None = None
    signs: tuple[str, ...] = ()
    advice: str | None = None
    """The entry of the pain tree that it is about."""
    urgent: bool = False
    over: bool = False
    """They say that the pain is gone."""
    near: tuple[str, ...] = ()
    """Names in it that have no entry of their own; the subject is what is nearest to them."""
    noise: bool = False
    """There is nothing in it that could be a question."""
    said: str = field(default="", compare=False, repr=False)
    """Its own words, where a message held several questions."""
    within: TalkContext = field(default=TalkContext(), compare=False, repr=False)
    """What was spoken of when it was read."""
    steps: tuple[Step, ...] = field(default=(), compare=False, repr=False)

    @property
    def is_answered(self) -> bool:
        return self.outcome in (Outcome.ANSWER, Outcome.SAFETY)

    @property
    def is_open(self) -> bool:
        """Whether it may be a question that an answer is missing for."""
        return self.outcome is Outcome.UNKNOWN and self.not_covered is None and not self.noise

    @property
    def trace(self) -> tuple[str, ...]:
        """Why it was read so, put into words when somebody asks."""
        return tuple(line for step in self.steps for line in ((step,) if isinstance(step, str) else step()))
