"""Does a lift stand still, and is it time for a light week?

A lift stands still after so many bouts, over so many days, without a better one; how many is in `knowledge/deloads`. A
light week comes when half of the lifts stand still, or after so many weeks of hard training without one.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from bot.coaching.progression.facts import Facts
from bot.coaching.progression.judging import Judged
from bot.coaching.progression.past import DROP, HARDEST, LONG_BREAK, Past, past_of
from bot.coaching.progression.shapes import Bout
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


def is_stalled(plan: PlannedExercise, history: Sequence[Bout], today: date, gym: Gym, facts: Facts) -> int | None:
    """How many bouts in a row brought nothing better; None where it does not stand still."""
    return stalled(past_of(plan, history, today, gym, facts))


def stalled(past: Past) -> int | None:
    rule = past.facts.deload
    run = _run(past)
    if rule is None or len(run) <= rule.bouts or _on_its_way(past):
        return None
    scores = [one.score(past.body) for one in run]
    best = max(range(len(run)), key=lambda index: (scores[index], index))  # of equal ones the oldest
    spanned = (run[0].bout.day - run[best].bout.day).days
    return best if best >= rule.bouts and spanned >= rule.days else None


def _on_its_way(past: Past) -> bool:
    """All that is asked, and not at the end of one's strength: what was missing is a next load, not strength."""
    last = past.last
    return last.fewest >= past.plan.reps.high and (last.rpe is None or last.rpe <= HARDEST)


def backed_off_before(past: Past) -> bool:
    """Whether the lift was taken down from about this load before, and has come no higher since."""
    real = past.real
    for index, (later, earlier) in enumerate(pairwise(real)):
        if max(one.amount for one in real[: index + 1]) > past.last.amount:
            return False
        total = earlier.amount + past.body
        if later.amount + past.body < DROP * total and total * DROP <= past.last.amount + past.body <= total:
            return True
    return False


def _run(past: Past) -> list[Judged]:
    """Hard bouts back to the last light one, the last long break or the last step back."""
    run: list[Judged] = []
    for one in past.bouts:
        if one.bout.light:
            break
        if run and (run[-1].bout.day - one.bout.day).days >= LONG_BREAK:
            break
        if run and run[-1].amount + past.body < DROP * (one.amount + past.body):
            break
        run.append(one)
    return run


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
    hard = max((one.day for one in bouts if not one.light), default=date.min)
    return min((one.day for one in bouts if one.light and one.day > hard), default=None)


def _before(lift: Lift, day: date) -> Lift:
    return replace(lift, history=tuple(one for one in lift.history if one.day < day))


def _due(lifts: Sequence[Lift], today: date, gym: Gym, hard: Collection[date]) -> Reason | None:
    if not lifts or _just_light(lifts, today):
        return None
    stuck = [times for one in lifts if (times := is_stalled(one.plan, one.history, today, gym, one.facts)) is not None]
    if 2 * len(stuck) >= len(lifts):
        return Reason(Why.STALL, times=max(stuck))
    days = {one.day for lift in lifts for one in lift.history if not one.light}
    weeks = hard_weeks([*days, *(day for day in hard if day < today)], today)
    most = min((one.facts.deload.weeks for one in lifts if one.facts.deload is not None), default=None)
    return Reason(Why.DELOAD, times=weeks) if most is not None and weeks >= most else None


def _just_light(lifts: Sequence[Lift], today: date) -> bool:
    """Whether the last week and a half had no hard session: nothing to recover from."""
    days = [one.day for lift in lifts for one in lift.history if not one.light]
    return not days or today - max(days) >= timedelta(days=EASY_GAP)


def hard_weeks(days: Sequence[date], today: date) -> int:
    """Whole weeks up to today that were trained in without a pause of `EASY_GAP` days."""
    newest = sorted(set(days), reverse=True)
    if not newest or (today - newest[0]).days >= EASY_GAP:
        return 0
    first = newest[0]
    for later, earlier in pairwise(newest):
        if (later - earlier).days >= EASY_GAP:
            break
        first = earlier
    return (today - first).days // WEEK
