"""What has been done of an exercise, seen with the eyes of the plan that asks for it now?"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import dropwhile, pairwise, takewhile
from typing import Any

from bot.coaching.loading.loads import Loads, loads_for
from bot.coaching.progression.facts import BODY, WEIGHED, Facts, Rack
from bot.coaching.progression.judging import Judged, judge
from bot.coaching.progression.shapes import Bout
from bot.domain.advice import Advice, Reason, Why
from bot.domain.gym import Gym
from bot.domain.training import DoneSet, PlannedExercise, RepRange
from bot.domain.units import HEAVIEST, Load

LOOKED_AT = 24
"""Bouts back, a quarter of a year and more: older ones say nothing about the next."""
LONG_BREAK = 14
"""Days from which on a break counts. Practice."""
REMEMBERED = 730
"""Days for which a load from before a break is one to go back to, by a tenth a time and only while it is easy. What was
built once comes back faster than it was built (halonen-break); the tenth, and how long that holds, is practice."""
DROP = Decimal("0.925")
"""A load below so much of the one before is a step back, not a step."""
SAME = Decimal("0.02")
"""Of a load: whoever changes the unit gets the nearest there is, and is told of no step that is smaller."""
HARDEST = Decimal(9)
"""All repetitions at a higher effort than this, and no step is taken the first times. Practice."""
EASED_LEAST = Decimal("0.8")
"""A light day takes no more off than to this part: half of the sets make it light enough. Practice."""
MANY_SECONDS = 5
"""A hold grows by so many."""


@dataclass(frozen=True, slots=True)
class Past:
    """`bouts` that could be judged, newest first; `real` are those that were not light."""

    plan: PlannedExercise
    facts: Facts
    loads: Loads
    today: date
    bouts: tuple[Judged, ...]
    real: tuple[Judged, ...]

    @property
    def last(self) -> Judged:
        """The newest that was not light; the newest where all were. Raises IndexError where nothing was done."""
        return self.real[0] if self.real else self.bouts[0]

    @property
    def amount(self) -> Decimal:
        """The load that stands for the last one, and exists."""
        return self.loads.keep(self.last.amount)

    @property
    def held(self) -> Decimal:
        """The same where it must not be heavier by a hair."""
        return min(self.amount, self.loads.at_most(self.last.amount))

    @property
    def body(self) -> Decimal:
        return self.facts.body(self.loads.unit)

    @property
    def more(self) -> int:
        """By how much a count grows."""
        return MANY_SECONDS if self.plan.timed else 1

    def share(self, amount: Decimal, percent: int) -> Decimal:
        """So much of body and load together, less the body."""
        return (amount + self.body) * percent / 100 - self.body

    def part(self, percent: int) -> Decimal:
        """So much of the last load, as one that exists: lighter than it where one is there."""
        aim = self.share(self.last.amount, percent)
        lighter = self.loads.at_most(aim)
        if lighter < self.last.amount:
            return lighter
        below = self.loads.down(self.last.amount)
        return self.held if below is None else below

    def eased(self, percent: int) -> Decimal:
        """So much of the last load, for a light day; the same load where the next lighter one is far."""
        lighter = self.part(percent)
        far = lighter + self.body < (self.last.amount + self.body) * EASED_LEAST
        return self.held if far else lighter

    def fit(self, reps: int) -> int:
        """So many, but no fewer and no more than the plan asks for."""
        return min(max(reps, self.plan.reps.low), self.plan.reps.high)

    def load_for(self, one: Judged, reps: int) -> Decimal:
        """What a bout allows for so many repetitions (Brzycki); not rounded to a load that exists."""
        total = one.amount + self.body
        return total * (37 - min(reps, 30)) / (37 - min(one.fewest, 30)) - self.body

    @property
    def stepped_back(self) -> bool:
        """Whether the last bout was done with clearly less than the one before it."""
        if len(self.real) < 2:
            return False
        now, before = (one.amount + self.body for one in self.real[:2])
        return now < DROP * before

    @property
    def bottom(self) -> bool:
        """Whether nothing can be taken off."""
        return self.loads.down(self.last.amount) is None or not self.grows

    @property
    def grows(self) -> bool:
        """Whether more can be hung on, held or pinned at all."""
        if self.facts.rack is Rack.BAND:
            return False
        weighed = self.facts.rack in WEIGHED or (self.facts.rack is Rack.OWN and not self.plan.bodyweight)
        return weighed or self.facts.belt or self.last.amount != 0

    def up(self, amount: Decimal) -> Decimal | None:
        return self.loads.up(amount) if self.grows else None

    @property
    def stood(self) -> Decimal:
        """The load that the lifter is on the way back to after breaks; the last one where there is no such way."""
        found = self.last.amount
        for later, earlier in pairwise(self.real):
            if later.missed or (self.today - earlier.bout.day).days > REMEMBERED:
                break
            if earlier.amount > later.amount:
                if (later.bout.day - earlier.bout.day).days < LONG_BREAK:
                    break
                found = max(found, earlier.amount)
        return found

    def misses(self) -> int:
        """Bouts in a row, the newest first, that missed at about this load; grip and breath are not the back's, and a
        light week lets a lifter begin anew."""
        found = 0
        for one in self.bouts:
            if one.light and not found:
                continue
            if one.light or not self._is_miss(one):
                break
            found += 1
        return found

    def failures(self) -> int:
        """The same at whatever load: who takes another one and fails again has failed again."""
        since = dropwhile(_is_light, self.bouts)
        return sum(1 for _ in takewhile(lambda one: _failed(one) and not one.light, since))

    def _is_miss(self, one: Judged) -> bool:
        return _failed(one) and abs(one.amount - self.last.amount) <= self._near

    @property
    def _near(self) -> Decimal:
        return max(Decimal("0.1"), (abs(self.last.amount) + self.body) * Decimal("0.03"))

    def advise(
        self,
        amount: Decimal,
        reps: int,
        why: Why,
        *,
        sets: int | None = None,
        block: RepRange | None = None,
        **facts: Any,
    ) -> Advice:
        """A load that exists, with the change against the last one."""
        step = max(amount - self.last.amount, -HEAVIEST).quantize(
            Decimal("0.1") if self._converted else Decimal("0.001")
        )
        if self._converted and abs(step) <= SAME * (abs(self.last.amount) + self.body):
            step = Decimal(0)
        before = without_notes(self.last.sets)
        reason = Reason(why, Load(step, self.loads.unit) if step else None, before, **facts)
        return Advice(self.loads.said(amount), max(1, reps), max(1, sets or self.plan.sets), reason, block=block)

    @property
    def _converted(self) -> bool:
        """Whether the last load was said in the other unit."""
        return any(one.load is not None and one.load.unit is not self.loads.unit for one in self.last.sets)


def _is_light(one: Judged) -> bool:
    return one.light


def _failed(one: Judged) -> bool:
    return one.missed and one.not_the_back is None and one.left is None


def without_notes(sets: Sequence[DoneSet]) -> tuple[DoneSet, ...]:
    """An advice is kept, and a note is nobody's to copy: changed or taken back, it must be gone."""
    return tuple(replace(one, note=None) for one in sets)


def past_of(plan: PlannedExercise, history: Sequence[Bout], today: date, gym: Gym, facts: Facts) -> Past:
    """`history` newest first; in another order it is put in order."""
    newest = sorted(history, key=lambda one: one.day, reverse=True)[:LOOKED_AT]
    facts = _helped(facts, newest)
    loads = loads_for(gym, facts)
    found = [judge(one, plan, facts, loads) for one in newest]
    bouts = tuple(one for one in found if one is not None)
    real = tuple(one for one in bouts if not one.light)
    past = Past(plan, facts, loads, today, bouts, real)
    return replace(past, loads=loads.down_to(past.last.amount)) if bouts else past


def _helped(facts: Facts, history: Sequence[Bout]) -> Facts:
    """A body-weight lift that was done with help, or a free one that was done with body weight, has such loads."""
    if facts.rack not in BODY and facts.rack is not Rack.OWN:
        return facts
    if any(one.load is not None and one.load.amount < 0 for bout in history for one in bout.sets):
        return replace(facts, rack=Rack.ASSIST)
    return facts


def breaks_between(real: Sequence[Judged]) -> list[int]:
    """Days from each bout to the one before it, newest first."""
    return [(later.bout.day - earlier.bout.day).days for later, earlier in pairwise(real)]
