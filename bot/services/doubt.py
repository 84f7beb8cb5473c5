"""Which sets are asked about once before they are kept, because they hardly can be meant?"""

from collections.abc import Sequence
from decimal import Decimal

from bot.coaching.knowledge.catalog import Knowledge
from bot.domain.athlete import Athlete
from bot.domain.training import DoneSet
from bot.domain.units import Load, kilograms
from bot.services.ports import Work

TIMES = 3
"""So many times the best is more than a season brings."""
LEAST_MORE = Decimal(20)
"""Kilograms: small weights multiply soon."""
GUESSED_SETS = 2
"""So few sets at a guess of the coach's tell nothing."""


def doubt(work: Work, knowledge: Knowledge, athlete: Athlete, sets: Sequence[DoneSet]) -> str | None:
    """A question, where a load is out of all proportion to the lifter's best; body-weight lifts are left alone."""
    heaviest: dict[str, DoneSet] = {}
    for one in sets:
        if one.load is not None and not one.bodyweight and not one.warmup:
            before = heaviest.get(one.exercise)
            heaviest[one.exercise] = one if before is None else max(before, one, key=lambda done: kilograms(done.load))
    for exercise, one in heaviest.items():
        lifted = kilograms(one.load)
        if not _out_of_proportion(lifted, _by_numbers(work, athlete, exercise)):
            continue
        best = _heaviest(work, athlete, exercise)
        if best is None:
            continue
        known = kilograms(best)
        if _out_of_proportion(lifted, known) and not _was_a_guess(work, athlete, exercise, best):
            ours = knowledge.exercises.get(exercise)
            name = ours.name if ours is not None else exercise
            return f"{name}: {one.load}, and your best so far is {best}. Really?"
    return None


def _out_of_proportion(lifted: Decimal, known: Decimal) -> bool:
    return lifted > TIMES * known and lifted - known >= LEAST_MORE


def _by_numbers(work: Work, athlete: Athlete, exercise: str) -> Decimal:
    """The heaviest in kilograms, without its set: a fifth of the cost, and most sets need no more."""
    tops = work.bests.tops(athlete.id, exercise, timed=False)
    return max((heaviness for heaviness, _ in tops), default=Decimal(0))


def _was_a_guess(work: Work, athlete: Athlete, exercise: str, best: Load) -> bool:
    """Whether the best is the load that the card guessed today, kept a time or two: it says nothing of the lifter."""
    session = work.sessions.open(athlete.id)
    item = next((one for one in session.items if one.plan.exercise == exercise), None) if session else None
    if item is None or item.advice is None or not item.advice.guess or item.advice.load is None:
        return False
    return len(item.working) <= GUESSED_SETS and kilograms(best) <= kilograms(item.advice.load)


def _heaviest(work: Work, athlete: Athlete, exercise: str) -> Load | None:
    sets = work.bests.heaviest(athlete.id, [exercise])[exercise]
    return max((kept.done.load for kept in sets if kept.done.load is not None), key=kilograms, default=None)
