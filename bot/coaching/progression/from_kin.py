"""What is a first load, where a like lift is known? By what most lift in the one for each kilogram in the other.

The closest lift tells it, not the one done last; of equally close ones that one. A small lift, as a face pull, tells
nothing of a bigger one.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.loading.loads import loads_for
from bot.coaching.planning.guessing import load_for
from bot.coaching.planning.lifts import bigness
from bot.coaching.planning.substituting import apart
from bot.coaching.progression.facts import Facts
from bot.coaching.progression.shapes import Bout
from bot.domain.advice import Advice, Reason, Why
from bot.domain.gym import Gym
from bot.domain.planning import Level
from bot.domain.training import DoneSet, PlannedExercise
from bot.domain.units import HEAVIEST, Load, Unit, kilograms

RECENT = 90
"""Days; what was lifted before says little of today. Practice."""

LONGEST_SET = 15
"""Repetitions; a longer set tells little of a heavier load."""

MOST = 3
"""Times the safe start of who is advanced; no guess is above it. Practice."""


def kin_of(exercises: Collection[str], knowledge: Knowledge) -> frozenset[str]:
    """The lifts that stand on one scale with any of these."""
    scales = ({one.base, *one.parts} for one in knowledge.scales.values())
    return frozenset().union(*(lifts for lifts in scales if lifts & set(exercises))) - set(exercises)


def from_kin(
    advice: Advice,
    plan: PlannedExercise,
    bouts: Mapping[str, Sequence[Bout]],
    today: date,
    gym: Gym,
    facts: Facts,
    knowledge: Knowledge,
) -> Advice:
    """A first advice with the load that the lifter's best of a like lift allows, where that is more than a safe start.

    `bouts` newest first, by exercise. For the most repetitions that are asked, so that it is rather too light, and
    less by the length of a break.
    """
    if advice.reason.why is not Why.FIRST or advice.load is None or plan.timed:
        return advice
    loads = loads_for(gym, facts)
    for other in _closest_first(plan.exercise, bouts, knowledge):
        known = _load_for_reps(bouts.get(other, ()), plan.reps.high, today, facts)
        guess = load_for(plan.exercise, other, known, knowledge)[0] if known is not None else None
        if guess is not None:
            load = loads.said(loads.at_most(min(loads.read(guess), _most(facts, loads.unit))))
            if kilograms(load) <= kilograms(advice.load):
                return advice
            return replace(advice, load=load, reason=Reason(Why.FROM_OTHER, other=other), guess=True)
    return advice


def _closest_first(exercise: str, bouts: Mapping[str, Sequence[Bout]], knowledge: Knowledge) -> Sequence[str]:
    lift = knowledge.exercises[exercise]
    done = [knowledge.exercises[one] for one in kin_of({exercise}, knowledge) if bouts.get(one)]
    telling = [one for one in done if bigness(one) >= min(1, bigness(lift))]
    return [one.id for one in sorted(telling, key=lambda one: (apart(one, lift), -_newest(bouts[one.id]), one.id))]


def _newest(bouts: Sequence[Bout]) -> int:
    return bouts[0].day.toordinal()


def _most(facts: Facts, unit: Unit) -> Decimal:
    return HEAVIEST if facts.first is None else MOST * facts.first.amount(Level.ADVANCED, unit)


def _load_for_reps(bouts: Sequence[Bout], reps: int, today: date, facts: Facts) -> Load | None:
    """What the best set of the newest hard bout allows for so many (Brzycki)."""
    bout = next((one for one in bouts if (not one.light or one.short) and any(map(_tells, one.sets))), None)
    if bout is None or (today - bout.day).days > RECENT:
        return None
    best = max(_maximum(one) for one in bout.sets if _tells(one))
    left = next((one.percent for one in facts.breaks if (today - bout.day).days >= one.days), 100)
    kg = min(best * (37 - min(reps, 30)) / 36 * left / 100, HEAVIEST)
    return Load(round(kg, 3), Unit.KG)


def _tells(done: DoneSet) -> bool:
    return not done.warmup and done.load is not None and 1 <= (done.reps or 0) <= LONGEST_SET


def _maximum(done: DoneSet) -> Decimal:
    return kilograms(done.load) * 36 / (37 - (done.reps or 1))
