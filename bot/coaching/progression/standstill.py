"""Does a lift stand still, and is it time for a light week?

A light week comes when half of the lifts stand still, or after so many weeks of hard training without one; how many,
and how far apart they are at least, is in `knowledge/deloads`. A lift that is stuck again calls for no second one: it
is done with other repetitions (`blocks.py`).
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from bot.coaching.knowledge.progressing import Deload
from bot.coaching.progression.blocks import spell_of, tried
from bot.coaching.progression.facts import Facts
from bot.coaching.progression.past import past_of
from bot.coaching.progression.shapes import Bout
from bot.coaching.progression.stalling import stalled
from bot.domain.advice import Reason, Why
from bot.domain.gym import Gym
from bot.domain.training import PlannedExercise

EASY_GAP = 9
"""Days without a hard session after which the weeks are counted anew: a light week, or one off."""
WEEK = 7


@dataclass(frozen=True, slots=True)
class Lift:
    """A main lift of a plan and what has been done of it, newest first."""

    plan: PlannedExercise
    history: tuple[Bout, ...]
    facts: Facts


def _calls_for_rest(lift: Lift, today: date, gym: Gym) -> int | None:
    """The same, of a lift that other repetitions are no answer for yet."""
    past = past_of(lift.plan, lift.history, today, gym, lift.facts)
    if not past.bouts or spell_of(past) is not None or tried(past):
        return None
    return stalled(past)


def deload_due(lifts: Sequence[Lift], today: date, gym: Gym, hard: Collection[date] = ()) -> Reason | None:
    """Whether the session of today is one of a light week, and why; a light week that has begun lasts seven days.

    `hard`: days on which one of these lifts was trained hard, where their histories do not reach as far back as the
    weeks that are counted.
    """
    first = _light_since([one for lift in lifts for one in lift.history if one.day <= today])
    if first is not None:
        begun = _due([_before(lift, first) for lift in lifts], first, gym, hard)
        if begun is not None:
            return begun if (today - first).days < WEEK else None
    return _due([_before(lift, today) for lift in lifts], today, gym, hard)


def counted_since(lifts: Sequence[Lift], today: date) -> date:
    """From when on the days of hard training are asked for: the longest run of weeks, and the light one after it."""
    weeks = max((one.facts.deload.weeks for one in lifts if one.facts.deload is not None), default=0)
    return today - timedelta(days=WEEK * (weeks + 3))


def _light_since(bouts: Sequence[Bout]) -> date | None:
    """The first day of light bouts since the last hard one; None where the last day was no light one."""
    hard = max((one.day for one in bouts if not one.light or one.short), default=date.min)
    return min((one.day for one in bouts if one.light and one.day > hard), default=None)


def _before(lift: Lift, day: date) -> Lift:
    return replace(lift, history=tuple(one for one in lift.history if one.day < day))


def _due(lifts: Sequence[Lift], today: date, gym: Gym, hard: Collection[date]) -> Reason | None:
    if not lifts or _just_light(lifts, today):
        return None
    rule = min((one.facts.deload for one in lifts if one.facts.deload is not None), key=_weeks, default=None)
    if rule is None:
        return None
    begun = _asked_since(lifts, today)
    days = {one.day for lift in lifts for one in lift.history if not one.light}
    light = {one.day for lift in lifts for one in lift.history if one.light}
    every = {*days, *(day for day in hard if day < today)}
    weeks = hard_weeks([day for day in every if day >= begun], today, light)
    if weeks >= rule.apart:
        stuck = [times for one in lifts if (times := _calls_for_rest(one, today, gym)) is not None]
        if 2 * len(stuck) >= len(lifts):
            return Reason(Why.STALL, times=max(stuck))
    return Reason(Why.DELOAD, times=weeks) if weeks >= rule.weeks else None


def _weeks(rule: Deload) -> int:
    return rule.weeks


def _asked_since(lifts: Sequence[Lift], today: date) -> date:
    """From when on weeks are counted. What stands in the log from before the coach's first session, as after an import,
    has no light weeks marked in it: its weeks are not counted, and nobody begins with a light one."""
    before, first = date.max, today
    for lift in lifts:
        asked = [one.day for one in lift.history if one.asked is not None]
        first = min([first, *asked])
        before = min([before, *(one.day for one in lift.history if one.asked is None)])
    return first if before < first else date.min


def _just_light(lifts: Sequence[Lift], today: date) -> bool:
    """Whether the last week and a half had no hard session: nothing to recover from."""
    days = [one.day for lift in lifts for one in lift.history if not one.light]
    return not days or today - max(days) >= timedelta(days=EASY_GAP)


def hard_weeks(days: Collection[date], today: date, light: Collection[date] = ()) -> int:
    """Whole weeks up to today that were trained in without a pause of `EASY_GAP` days, or a week with a light day."""
    newest = sorted(set(days), reverse=True)
    if not newest or (today - newest[0]).days >= EASY_GAP:
        return 0
    first = newest[0]
    for later, earlier in pairwise(newest):
        gap = (later - earlier).days
        if gap >= EASY_GAP or (gap >= WEEK and any(earlier < day < later for day in light)):
            break
        first = earlier
    return (today - first).days // WEEK
