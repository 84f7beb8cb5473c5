"""What is lifted next, and why? Rules in order, from what the history says; the first that has something to say wins.

Everything is worked out anew from the sets in the log: nothing is stored, and an edit has nothing to put right.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from bot.coaching.progression.blocks import begun, spell_of
from bot.coaching.progression.climbing import double, fewer_reps, linear, on_the_road, returning, returning_reps
from bot.coaching.progression.effort import by_effort, by_percent
from bot.coaching.progression.facts import Facts, Rack
from bot.coaching.progression.past import Past, past_of
from bot.coaching.progression.setbacks import (
    after_break,
    after_light,
    after_pain,
    again_today,
    halved,
    in_a_light_week,
    lower_back,
    missed,
    other_range,
    standing_still,
    unfinished,
)
from bot.coaching.progression.shapes import Bout
from bot.domain.advice import Advice, Reason, Why
from bot.domain.gym import Gym
from bot.domain.planning import Level
from bot.domain.training import Method, PlannedExercise

Rule = Callable[[Past], Advice | None]

RULES: tuple[Rule, ...] = (
    again_today,
    after_break,
    after_light,
    lower_back,
    returning_reps,
    other_range,
    missed,
    standing_still,
    unfinished,
    returning,
    fewer_reps,
)
METHODS: Mapping[Method, Callable[[Past], Advice]] = {
    Method.DOUBLE: double,
    Method.LINEAR: linear,
    Method.RPE: by_effort,
    Method.PERCENT: by_percent,
    Method.ROAD: on_the_road,
}

HELP: Mapping[Level, int] = {Level.NOVICE: 50, Level.INTERMEDIATE: 35, Level.ADVANCED: 25}
"""Per cent of the body weight that an assisted pull-up starts with in help. Practice."""


def advise(
    plan: PlannedExercise,
    history: Sequence[Bout],
    today: date,
    gym: Gym,
    facts: Facts,
    *,
    light: bool = False,
    hurt: bool = False,
) -> Advice:
    """`history` newest first, of earlier days; 24 bouts are looked at. `light`: the session is of a light week.
    `hurt`: it was off since it hurt, and was not done after it was put back.

    The load is one that exists in the gym and is said in its unit. It is never more above the last one than one step
    or a tenth (a fifth while a first working load is looked for, two fifths where much was left), but by PERCENT, which
    follows the training maximum.
    """
    past = past_of(plan, history, today, gym, facts)
    if not past.bouts:
        return first(past, light=light)
    eased = after_pain(past) if hurt else None
    if eased is not None:
        return eased
    spell = spell_of(past)
    if spell is None:
        return _by_rules(past, light=light)
    if not spell.begins:
        return replace(_by_rules(spell.of(past), light=light), block=spell.reps)
    if light or after_break(past) is not None or again_today(past) is not None:
        return _by_rules(past, light=light)
    return begun(past, spell)


def _by_rules(past: Past, *, light: bool) -> Advice:
    if light and after_break(past) is None:
        return in_a_light_week(past)
    for rule in RULES:
        found = rule(past)
        if found is not None:
            return found
    return METHODS[past.plan.method](past)


def first(past: Past, *, light: bool = False) -> Advice:
    """Never done. A known lift with a number has its first load in `knowledge/first-loads.yaml`."""
    plan, facts, loads = past.plan, past.facts, past.loads
    why = Reason(Why.ROAD if plan.method is Method.ROAD else Why.FIRST)
    sets = halved(plan.sets) if light else plan.sets
    load = None
    if facts.rack is Rack.ASSIST:
        load = loads.said(loads.at_most(-past.body * HELP[facts.level] / 100))
    elif facts.first is not None:
        load = loads.said(loads.at_most(facts.first.amount(facts.level, loads.unit)))
    reps = plan.reps.high if load is not None else plan.reps.low  # a safe start is light: all of the range
    return Advice(load, max(1, reps), max(1, sets), why, guess=True)
