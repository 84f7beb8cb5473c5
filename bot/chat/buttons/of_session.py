"""What can be pressed on a session's card, its menus, and under a set?"""

import re
from dataclasses import dataclass
from decimal import Decimal

from bot.chat.press import Press
from bot.coaching.prescribing import mark
from bot.domain.errors import ScreenOutdated
from bot.domain.session import SessionItem
from bot.domain.units import Load, Unit, plain

LOAD = re.compile(r"(?P<amount>-?[0-9]{1,4}(?:\.[0-9]{1,3})?)(?P<unit>kg|lb)")


@dataclass(frozen=True)
class StartWorkout(Press, tag="w"):
    """Today's session, or the open one."""


@dataclass(frozen=True)
class StartOver(Press, tag="wo"):
    """Finish the session left open and start today's."""

    session: int


@dataclass(frozen=True)
class LogReps(Press, tag="l"):
    """Keep a set of `reps` (seconds for a hold) as set `number`; pressed twice, the number no longer fits. `said` is
    the mark of the exercise and load on the button; when another one stands on the card, it does not fit."""

    session: int
    position: int
    number: int
    reps: int
    said: int


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
    """The load of the next set ("62.5kg"), of the exercise whose mark `said` is."""

    session: int
    position: int
    load: str
    said: int


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


@dataclass(frozen=True)
class StartInShort(Press, tag="ws"):
    """Today's session in so many minutes."""

    minutes: int


def weight_of(session: int, item: SessionItem, load: Load) -> ChooseWeight:
    said = f"{plain(load.amount)}{load.unit}"
    return ChooseWeight(session, item.position, said, mark(item.plan.exercise, None))


def load_in(pressed: ChooseWeight, item: SessionItem) -> Load:
    """Raises ScreenOutdated for what no button of today's says, and for one of another exercise."""
    said = LOAD.fullmatch(pressed.load)
    if said is None or pressed.said != mark(item.plan.exercise, None):
        raise ScreenOutdated
    try:
        return Load(Decimal(said["amount"]), Unit(said["unit"]))
    except ValueError:
        raise ScreenOutdated from None
