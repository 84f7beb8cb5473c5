"""What does one bout say: at which load, with how many repetitions, and was it enough?"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from bot.coaching.loading.loads import Loads
from bot.coaching.progression.facts import WEIGHED, Facts
from bot.coaching.progression.shapes import Bout
from bot.domain.training import DoneSet, GaveOut, PlannedExercise, RepRange

NEAR_MISS = 2
"""Sets that no session asked for are a miss when one was in the plan's range and one ends at most so many below it;
further below, or all of them below, and they were meant to be short."""
MEANT_LEFT = 2
"""Whoever stops below the range with so many left did not miss it for want of strength. Practice."""
ENOUGH = 2
"""So many sets tell of a bout that no session asked for; one alone raises nothing."""


@dataclass(frozen=True, slots=True)
class Judged:
    """`amount` is the working load in the gym's unit, 0 for nothing on the belt. `counts` are the repetitions (or
    seconds) of the sets with at least that, best first, no more of them than count.

    `asked` is what they are measured by; `full`: as many sets as asked, and none left out for want of time. `sets` are
    the sets behind `counts`. `eased`: half of the sets or so were asked, a rest where nothing can be taken off.
    """

    bout: Bout
    amount: Decimal
    counts: tuple[int, ...]
    sets: tuple[DoneSet, ...]
    asked: RepRange
    full: bool
    missed: bool
    eased: bool = False

    @property
    def light(self) -> bool:
        """Whether it says nothing of what can be lifted: of a light week, unless the lower back gave out. One of a
        session that was only cut short says something."""
        return self.bout.light and not self.bout.short and self.bout.gave_out is not GaveOut.LOWER_BACK

    @property
    def fewest(self) -> int:
        return self.counts[-1]

    @property
    def rpe(self) -> Decimal | None:
        """The highest that was said."""
        return max((one.rpe for one in self.sets if one.rpe is not None), default=None)

    @property
    def could(self) -> int:
        """The fewest with what was left in the hardest set, where that was said."""
        return self.fewest if self.rpe is None else self.fewest + int(10 - self.rpe)

    @property
    def left(self) -> int | None:
        """Repetitions left when it was stopped below the range, where enough were left to reach it."""
        left = 0 if self.rpe is None else int(10 - self.rpe)
        return left if self.missed and left >= MEANT_LEFT and self.could >= self.asked.low else None

    @property
    def not_the_back(self) -> GaveOut | None:
        """Grip or breath, where that ended a set."""
        return self.bout.gave_out if self.bout.gave_out in (GaveOut.GRIP, GaveOut.BREATH) else None

    def score(self, body: Decimal) -> Decimal:
        """How good it was, to compare with bouts of the same lift: more load or more repetitions are better."""
        average = Decimal(sum(self.counts)) / len(self.counts)
        return max(Decimal(1), self.amount + body) * (1 + average / 30)


def judge(bout: Bout, plan: PlannedExercise, facts: Facts, loads: Loads) -> Judged | None:
    """None where nothing in it can be judged: no working set, none counted as the plan counts, or no load known. A lift
    that lost no set when its session was cut short is judged as any other."""
    if bout.short and (bout.sets_asked or plan.sets) >= plan.sets:
        bout = replace(bout, light=False, short=False)
    told = [(loads.read(one.load), _count(one, plan), one) for one in bout.sets if _tells(one, plan, facts)]
    if not told:
        return None
    amount = _working([said for said, _, _ in told])
    needed = max(1, bout.sets_asked or plan.sets)
    heavy = sorted((one for one in told if one[0] >= amount), key=_most, reverse=True)[:needed]
    counts = tuple(count for _, count, _ in heavy)
    asked = bout.asked or plan.reps
    sets = tuple(done for _, _, done in heavy)
    full, missed = _full(bout, len(heavy), needed), _missed(bout, counts, asked)
    eased = bout.light or (needed < plan.sets and needed <= math.ceil(plan.sets / 2))
    return Judged(bout, amount, counts, sets, asked, full, missed, eased)


def _working(amounts: Sequence[Decimal]) -> Decimal:
    """The load of the most sets; of equally many the heavier."""
    if amounts.count(amounts[0]) == len(amounts):
        return amounts[0]
    return max(amounts, key=lambda one: (amounts.count(one), one))


def _most(said: tuple[Decimal, int, DoneSet]) -> int:
    return said[1]


def _tells(done: DoneSet, plan: PlannedExercise, facts: Facts) -> bool:
    if done.warmup or not _count(done, plan):
        return False
    return done.load is not None or done.bodyweight or facts.rack not in WEIGHED


def _count(done: DoneSet, plan: PlannedExercise) -> int:
    return (done.seconds if plan.timed else done.reps) or 0


def _full(bout: Bout, heavy: int, needed: int) -> bool:
    if bout.short:
        return False
    asked_for = bout.asked is not None or bout.sets_asked is not None
    return heavy >= (needed if asked_for else min(needed, ENOUGH))


def _missed(bout: Bout, counts: Sequence[int], asked: RepRange) -> bool:
    below = asked.low - counts[-1]
    return below > 0 and (bout.asked is not None or (below <= NEAR_MISS and counts[0] >= asked.low))
