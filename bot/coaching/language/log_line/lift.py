"""What must be known of an exercise to read its sets?"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal

from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.knowledge.models import Loading, Pattern
from bot.coaching.language.log_line.words import LogWords
from bot.domain.training import DoneSet
from bot.domain.units import Unit

BAR = {Unit.KG: Decimal(20), Unit.LB: Decimal(45)}
PLATE = {Unit.KG: Decimal(20), Unit.LB: Decimal(45)}
MOST_ADDED = {Unit.KG: Decimal(60), Unit.LB: Decimal(135)}
"""Above this a bare number beside a pull-up is more likely the body and the belt together."""


@dataclass(frozen=True, slots=True)
class Lift:
    id: str
    name: str
    bodyweight: bool = False
    timed: bool = False
    per_side: bool = False
    light: bool = False
    plates: bool = False
    assistable: bool = False
    assisted: bool = False
    carried: bool = False
    in_hand: bool = False
    """Done with a weight in each hand, so that `2 x 30 kg` is a pair."""
    own: bool = False
    """The lifter's own, of which no more is known than how it was kept before."""
    usual: Callable[[], Decimal | None] = lambda: None
    """The load in force, in the unit of the line: looked up only where it may tell a load from a number of sets."""


class Lifts:
    """Those of the knowledge base; any other name is a lift of the lifter's own."""

    def __init__(self, knowledge: Knowledge, words: LogWords) -> None:
        self._lifts = {id: _lift(knowledge, words, id) for id in knowledge.exercises}

    def __getitem__(self, id: str) -> Lift:
        return self._lifts.get(id) or Lift(id, id, own=True)

    def __contains__(self, id: object) -> bool:
        return isinstance(id, str) and not id.startswith("?")

    def of(self, done: DoneSet) -> Lift:
        """One of their own goes on as it was kept: held, or without a load."""
        lift = self[done.exercise]
        if not lift.own:
            return lift
        return replace(lift, timed=done.seconds is not None, bodyweight=done.load is None and done.seconds is None)


def _lift(knowledge: Knowledge, words: LogWords, id: str) -> Lift:
    exercise, root = knowledge.exercises[id], knowledge.exercises[knowledge.family_of(id)]
    bodyweight = Loading.BODYWEIGHT in (exercise.loading, root.loading)
    return Lift(
        id=id,
        name=exercise.name,
        bodyweight=bodyweight,
        timed=exercise.seconds,
        per_side=exercise.per_side,
        light=exercise.light,
        plates=exercise.loading is Loading.BARBELL and id not in words.one_sleeve,
        assistable=bodyweight and exercise.pattern is Pattern.VERTICAL_PULL,
        carried=exercise.pattern is Pattern.CARRY,
        in_hand=exercise.loading in (Loading.DUMBBELL, Loading.KETTLEBELL),
    )
