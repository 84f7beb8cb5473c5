"""What to lift next, and why?"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from bot.domain.training import DoneSet, RepRange
from bot.domain.units import Load


class Why(StrEnum):
    """Why a load is advised. Each is worded in one sentence with the facts of its `Reason`."""

    FIRST = "first"
    """Never done: a safe start, from a sourced table."""
    RAMP = "ramp"
    """Not yet at a working load: the first loads were too light."""
    FROM_OTHER = "from-other"
    """Never done, guessed from another lift (`other`)."""
    TOP = "top"
    """All sets at the top of the range: a step up."""
    MORE_REPS = "more-reps"
    """Within the range: the same load, a repetition more."""
    STEP = "step"
    """Linear: all repetitions done, a step up."""
    MISSED = "missed"
    """Below the range once: the same again."""
    BACK_OFF = "back-off"
    """Below the range twice: a tenth off."""
    FADED = "faded"
    """The repetitions fell off from set to set: the same load until they are even."""
    STEADY = "steady"
    """Within the range, and as many in every set for some times: a small step all the same."""
    HARD = "hard"
    """All repetitions, but at an effort above what is asked: the same again."""
    EASY = "easy"
    """By RPE: the effort was lower than asked."""
    PERCENT = "percent"
    """So many percent of the training maximum."""
    STALL = "stall"
    """No progress for so many times: a light week."""
    DELOAD = "deload"
    """In a light week, after so many hard ones (`times`); 0 where it came for lifts that stood still."""
    AFTER_LIGHT = "after-light"
    """The last time was light: from where it stood before."""
    BREAK = "break"
    """Not done for so many days: a step back by the length of the break."""
    GRIP = "grip"
    LOWER_BACK = "lower-back"
    BREATH = "breath"
    """What gave out last time was not the back."""
    NO_HEAVIER = "no-heavier"
    """The next load that exists is not there, or too far (`goal`): more repetitions first."""
    ROAD = "road"
    """A stage of the pull-up road."""
    AS_LAST = "as-last"
    """Nothing to judge by: as last time."""
    RETURN = "return"
    """After a break, on the way back to the load before it (`goal`)."""
    UNFINISHED = "unfinished"
    """Fewer sets than asked (`times` of them): the same again."""
    RANGE = "range"
    """Other repetitions are asked than those done last: the load for them."""
    BLOCK = "block"
    """Stuck at the same load (`goal`) again: other repetitions for some weeks (`times`)."""
    STUCK = "stuck"
    """Stuck again, though other repetitions were tried: a tenth off, and a like lift in its place for some weeks."""
    STOPPED = "stopped"
    """Below the range, but not for want of strength: repetitions were left (`times`), or a lighter load was no easier
    (None)."""
    TOO_HEAVY = "too-heavy"
    """Far below the range at a load far above all that was made: back to a step above what was (`goal`)."""
    SMALL_SETS = "small-sets"
    """Short of what is asked again and again, with nothing to take off: more sets of what goes, until `times` in each
    are asked again."""
    AGAIN_TODAY = "again-today"
    """Done today already: no more than then."""
    HURT = "hurt"
    """It hurt and was off: lighter, as after a long break."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Facts for the sentence: `step` is the change against the last load, `before` what was done then, best set
    first; `times` counts misses, bouts without progress or weeks of training, `days` the break, `other` a lift,
    `percent` a part, `goal` the load from before a break, or the next one."""

    why: Why
    step: Load | None = None
    before: tuple[DoneSet, ...] = ()
    times: int | None = None
    days: int | None = None
    other: str | None = None
    percent: int | None = None
    rpe: Decimal | None = None
    goal: Load | None = None


@dataclass(frozen=True, slots=True)
class Advice:
    """What to lift next: `load` None for nothing on the belt, or where none can be known; `reps` is what to aim for
    in each set (seconds for a hold). `guess` says that it is no number of the lifter's own. `sets` is how many.

    `block` are the repetitions that are asked in place of the plan's while a stuck lift is done with others."""

    load: Load | None
    reps: int
    sets: int
    reason: Reason
    guess: bool = False
    block: RepRange | None = None
