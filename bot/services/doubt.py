"""Which sets are asked about once before they are kept, because they hardly can be meant?"""

from collections.abc import Sequence
from decimal import Decimal

from bot.coaching.knowledge.catalog import Knowledge
from bot.domain.athlete import Athlete
from bot.domain.training import DoneSet, KeptSet
from bot.domain.units import Load, kilograms
from bot.services.news import Before
from bot.services.ports import Work

TIMES = 3
"""So many times the best is more than a season brings."""
LEAST_MORE = Decimal(20)
"""Kilograms: small weights multiply soon."""
GUESSED_SETS = 2
"""So few sets at a guess of the coach's tell nothing."""


def doubt(work: Work, knowledge: Knowledge, athlete: Athlete, sets: Sequence[DoneSet], before: Before) -> str | None:
    """A question, where a load is out of all proportion to the lifter's best; body-weight lifts are left alone.
    `before` is what the sets are held against: such a load would be a best, so that its lift is in it."""
    heaviest: dict[str, DoneSet] = {}
    for one in sets:
        if one.load is not None and not one.bodyweight and not one.warmup and one.exercise in before:
            other = heaviest.get(one.exercise)
            heaviest[one.exercise] = one if other is None else max(other, one, key=lambda done: kilograms(done.load))
    for exercise, one in heaviest.items():
        best = _heaviest(before[exercise])
        if best is None:
            continue
        lifted, known = kilograms(one.load), kilograms(best)
        if lifted > TIMES * known and lifted - known >= LEAST_MORE and not _was_a_guess(work, athlete, exercise, best):
            ours = knowledge.exercises.get(exercise)
            name = ours.name if ours is not None else exercise
            return f"{name}: {one.load}, and your best so far is {best}. Really?"
    return None


def _was_a_guess(work: Work, athlete: Athlete, exercise: str, best: Load) -> bool:
    """Whether the best is the load that the card guessed today, kept a time or two: it says nothing of the lifter."""
    session = work.sessions.open(athlete.id)
    item = next((one for one in session.items if one.plan.exercise == exercise), None) if session else None
    if item is None or item.advice is None or not item.advice.guess or item.advice.load is None:
        return False
    return len(item.working) <= GUESSED_SETS and kilograms(best) <= kilograms(item.advice.load)


def _heaviest(sets: Sequence[KeptSet]) -> Load | None:
    return max((kept.done.load for kept in sets if kept.done.load is not None), key=kilograms, default=None)
