"""Which lighter sets come before the first working set? They are no work, and are not counted as such.

"40 × 8, 60 × 5, 80 × 3, 90 × 1 in per cent of the day's weight; under 60 kg two of them are enough" is this coach's own
practice (`knowledge/topics/warm-up.yaml`); that lighter sets come first is nsca-essentials.
"""

from decimal import Decimal

from bot.coaching.loading.loads import loads_for
from bot.coaching.progression.facts import WEIGHED, Facts, Rack
from bot.coaching.progression.shapes import WarmUp
from bot.domain.gym import Gym
from bot.domain.units import Load, kilograms

RAMP = ((40, 8), (60, 5), (80, 3), (90, 1))
SHORT = ((50, 8), (75, 4))
"""Per cent and repetitions: of a heavy barbell, and of anything else."""
HEAVY = Decimal(60)
"""Kilograms from which a barbell gets the longer ramp."""
LEAST = {Rack.BARBELL: Decimal(25), Rack.STACK: Decimal(20), Rack.GUIDED: Decimal(20), Rack.SLEEVE: Decimal(15)}
"""Kilograms below which no warm-up is worth its time; 8 in a hand."""
IN_A_HAND = Decimal(8)
EMPTY_BAR = 8
NEAR = 12
"""A step of less than a twelfth of the work is no warm-up of its own."""


def warm_ups(load: Load | None, facts: Facts, gym: Gym, *, first: bool, hurried: bool = False) -> tuple[WarmUp, ...]:
    """Ascending, all below the load. `first`: no exercise of its movement was done before it in the session;
    `hurried`: time is short, and two are enough.

    None for a small load, for body weight, and where the movement is warm already.
    """
    if load is None or not first or facts.light or facts.rack not in WEIGHED:
        return ()
    kg = kilograms(load)
    if kg < LEAST.get(facts.rack, IN_A_HAND):
        return ()
    loads = loads_for(gym, facts)
    work = loads.read(load)
    long = facts.rack is Rack.BARBELL and kg >= HEAVY and not hurried
    found: dict[Decimal, int] = {}
    if facts.rack is Rack.BARBELL and not hurried:
        found[loads.least] = EMPTY_BAR
    for percent, reps in RAMP if long else SHORT:
        amount = loads.at_most(work * percent / 100)
        if amount - max(found, default=Decimal(0)) >= work / NEAR:
            found.setdefault(amount, reps)
    steps = sorted((amount, reps) for amount, reps in found.items() if amount < work)
    return tuple(WarmUp(loads.said(amount), reps) for amount, reps in steps)
