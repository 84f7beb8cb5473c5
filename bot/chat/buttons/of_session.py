"""What can be pressed on a session's card, its menus, and under a set?"""

from dataclasses import dataclass

from bot.chat.press import Press


@dataclass(frozen=True)
class StartWorkout(Press, tag="w"):
    """Today's session, or the open one."""


@dataclass(frozen=True)
class StartOver(Press, tag="wo"):
    """Finish the session left open and start today's."""

    session: int


@dataclass(frozen=True)
class LogReps(Press, tag="l"):
    """Keep a set of `reps` (seconds for a hold) as set `number`; pressed twice, the number no longer fits."""

    session: int
    position: int
    number: int
    reps: int


@dataclass(frozen=True)
class ShowCard(Press, tag="c"):
    """Back to the card from one of its menus."""

    session: int


@dataclass(frozen=True)
class Resume(Press, tag="r"):
    """The card as a new message, from a message that is not the card."""

    session: int


@dataclass(frozen=True)
class TakeOn(Press, tag="ta"):
    """Go on with a session left over from an earlier day: it is today's from now on."""

    session: int


@dataclass(frozen=True)
class WeightMenu(Press, tag="wm"):
    session: int
    position: int


@dataclass(frozen=True)
class ChooseWeight(Press, tag="cw"):
    """The load of the next set, in thousandths of `unit`."""

    session: int
    position: int
    thousandths: int
    unit: str


@dataclass(frozen=True)
class TypeWeight(Press, tag="tw"):
    session: int
    position: int


@dataclass(frozen=True)
class SkipExercise(Press, tag="sk"):
    session: int
    position: int


@dataclass(frozen=True)
class SwapMenu(Press, tag="sm"):
    session: int
    position: int


@dataclass(frozen=True)
class SwapExercise(Press, tag="sx"):
    session: int
    position: int
    exercise: str


@dataclass(frozen=True)
class ExerciseMenu(Press, tag="em"):
    """The session's exercises, to go to one of them."""

    session: int


@dataclass(frozen=True)
class GoTo(Press, tag="go"):
    session: int
    position: int


@dataclass(frozen=True)
class FinishWorkout(Press, tag="fi"):
    session: int


@dataclass(frozen=True)
class Reopen(Press, tag="ro"):
    session: int


@dataclass(frozen=True)
class UndoSet(Press, tag="us"):
    """Take back the last set of a session, from its card."""

    session: int
    entry: int


@dataclass(frozen=True)
class SayGaveOut(Press, tag="gg"):
    """What ended a set of this exercise too early; `what` is one of `GaveOut`."""

    session: int
    position: int
    what: str


@dataclass(frozen=True)
class ShortenSession(Press, tag="sh"):
    """The half-hour version of what is left."""

    session: int
