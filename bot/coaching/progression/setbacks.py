"""What comes next after a break, a light day, a miss, a sore lower back or a standstill? Rules that never raise a load.

Each gives an advice, or None where it has nothing to say. Numbers without a source are coaching practice.
"""

import math
from decimal import Decimal
from typing import Any

from bot.coaching.progression.blocks import tried
from bot.coaching.progression.judging import Judged
from bot.coaching.progression.past import DROP, REMEMBERED, Past
from bot.coaching.progression.small_sets import small_sets
from bot.coaching.progression.stalling import backed_off_before, stalled
from bot.domain.advice import Advice, Why
from bot.domain.training import GaveOut

BACK_OFF = 90
"""Per cent that are left after two misses, or when a lift stands still."""
LIGHT = 90
"""Per cent of the load in a light week; half of the sets (rogerson-deload: less volume, less load, less effort)."""
TWICE = 2
THRICE = 3
"""Failures in a row, at whatever loads."""
WELL_BELOW = 2
"""So many below the range at a load never made, and the jump was too far."""
AFTER_PAIN = 42
"""Days: a lift that hurt comes back as after so many without it, at least (`knowledge/breaks.yaml`). Practice."""
FAR_BELOW = 3
"""So many below the range, and what was done last time is the better aim."""


def again_today(past: Past) -> Advice | None:
    """The second time in a day raises nothing."""
    if past.bouts[0].bout.day < past.today or past.bouts[0].light:
        return None
    return past.advise(past.held, max(past.plan.reps.low, min(past.last.fewest, past.plan.reps.high)), Why.AGAIN_TODAY)


def in_a_light_week(past: Past) -> Advice:
    """A session of a light week. What was taken down just before is light already."""
    sets = halved(past.plan.sets)
    if past.real and not past.bouts[0].light:
        amount = _for_the_range(past, past.held if past.stepped_back else past.eased(LIGHT))
        if past.last.bout.gave_out is GaveOut.LOWER_BACK:
            amount = min(amount, past.loads.down(past.last.amount) or amount)
        return past.advise(amount, _light_reps(past), Why.DELOAD, sets=sets, percent=LIGHT)
    stands = past.bouts[0]  # light already: the same again, not a tenth less each time
    amount = _for_the_range(past, min(past.loads.at_most(stands.amount), past.held))
    return past.advise(amount, _light_reps(past), Why.DELOAD, sets=sets, percent=LIGHT)


def _light_reps(past: Past) -> int:
    """No more than was done where nothing can be taken off."""
    low = past.plan.reps.low
    return min(low, past.last.fewest) if past.bottom else low


def _for_the_range(past: Past, amount: Decimal) -> Decimal:
    """No more than what is light for repetitions that were not asked last time."""
    low = past.plan.reps.low
    if other_range(past) is None:
        return amount
    return min(amount, past.loads.at_most(past.load_for(past.last, low + 1) * LIGHT / 100))


def halved(sets: int) -> int:
    """Sets of a light session."""
    return math.ceil(sets / 2)


def after_break(past: Past) -> Advice | None:
    days = (past.today - past.bouts[0].bout.day).days
    return _eased(past, days, days, Why.BREAK)


def after_pain(past: Past) -> Advice | None:
    """It hurt: never the load that it hurt at, however soon it is put back."""
    days = (past.today - past.bouts[0].bout.day).days
    return _eased(past, max(days, AFTER_PAIN), days, Why.HURT)


def _eased(past: Past, counted: int, days: int, why: Why) -> Advice | None:
    """Less, and a set fewer, by a break of so many days as are `counted`; `days` is how long it was."""
    rule = next((one for one in past.facts.breaks if counted >= one.days), None)
    if rule is None:
        return None
    facts: dict[str, Any] = {
        "days": days,
        "percent": rule.percent,
        "goal": past.loads.said(past.loads.at_most(past.stood)),
    }
    fewer = past.plan.sets - 1
    if past.bottom:  # fewer repetitions instead
        low = past.plan.reps.low
        fewest = past.last.fewest
        short = fewest >= low and rule.percent >= BACK_OFF  # a short break is no reason for less than the range
        reps = low if short else min(fewest * rule.percent // 100, low)
        return past.advise(past.held, reps, why, sets=fewer, **facts)
    share = past.share(past.stood, rule.percent)  # of the load that stood: breaks do not add up
    amount = past.loads.at_most(share) if why is Why.HURT else past.loads.nearest(share)
    return past.advise(min(amount, past.held), past.plan.reps.low, why, sets=fewer, **facts)


def after_light(past: Past) -> Advice | None:
    if not past.bouts[0].light:
        return None
    if past.misses() >= TWICE and not _no_easier(past):
        return _back_off(past, Why.BACK_OFF)
    other = other_range(past)
    if other is not None:
        return other
    last = past.last
    even = last.counts[0] == last.fewest and last.rpe is None and not last.missed
    reps = max(past.plan.reps.low, last.fewest)
    if even and reps < past.plan.reps.high:
        reps = past.fit(reps + past.more)
    return past.advise(past.held, reps if past.last.asked == past.plan.reps else past.fit(reps), Why.AFTER_LIGHT)


def lower_back(past: Past) -> Advice | None:
    """A step less, a tenth the second time; it is the lift that must give way, not the back."""
    if past.last.bout.gave_out is not GaveOut.LOWER_BACK:
        return None
    before = past.real[1:2]
    again = bool(before) and before[0].bout.gave_out is GaveOut.LOWER_BACK
    below = past.loads.down(past.last.amount)
    if again or below is None:
        return past.advise(past.part(BACK_OFF), past.plan.reps.low, Why.LOWER_BACK, times=1 + again)
    return past.advise(below, past.plan.reps.low, Why.LOWER_BACK, times=1)


def other_range(past: Past) -> Advice | None:
    """Sets that were meant to be shorter than what is asked now: the load that these repetitions allow (Brzycki)."""
    last, low = past.last, past.plan.reps.low
    if past.plan.timed or last.fewest >= low:
        return None
    if last.asked.low >= low if last.bout.asked is not None else last.missed:
        return None
    amount = min(past.held, past.loads.at_most(past.load_for(last, low + 1)))
    return past.advise(amount, low if amount < last.amount else min(low, last.fewest + 1), Why.RANGE)


def missed(past: Past) -> Advice | None:
    last, times = past.last, past.misses()
    if not last.missed:
        return None
    if last.not_the_back is not None:
        why = Why.GRIP if last.not_the_back is GaveOut.GRIP else Why.BREATH
        return past.advise(past.held, past.plan.reps.low, why, times=_times(past, last.not_the_back))
    if last.left is not None or (times >= TWICE and _no_easier(past)):
        return past.advise(past.held, past.plan.reps.low, Why.STOPPED, times=last.left)
    if past.bottom and last.fewest >= past.plan.reps.low:  # of other repetitions than those asked now
        return past.advise(past.held, past.fit(last.fewest), Why.RANGE)
    jumped = _jumped(past)
    if jumped is not None:
        return jumped
    if times >= TWICE or past.failures() >= THRICE or 2 * last.fewest < last.asked.low:
        again = times >= TWICE and backed_off_before(past)
        return _back_off(past, Why.STUCK if times >= TWICE and tried(past) else Why.STALL if again else Why.BACK_OFF)
    return past.advise(past.held, _again(past), Why.MISSED, times=times)


def _jumped(past: Past) -> Advice | None:
    """Whoever takes far more than they ever made, and misses it by far, goes on from a step above what they made."""
    last = past.last
    if last.asked.low - last.fewest < WELL_BELOW:
        return None
    made = [one for one in past.real[1:] if not one.missed and (past.today - one.bout.day).days <= REMEMBERED]
    if not made:
        return None
    best = max(one.amount for one in made)
    step = past.loads.up(best)
    if step is None or step >= last.amount:
        return None
    return past.advise(step, past.plan.reps.low, Why.TOO_HEAVY, goal=past.loads.said(past.loads.keep(best)))


def _no_easier(past: Past) -> bool:
    """Whether as few repetitions were done with clearly more just before: then it is not the load that is too heavy."""
    heavier: Judged | None = next((one for one in past.real if one.amount > past.last.amount), None)
    if heavier is None or not heavier.missed or heavier.asked != past.last.asked:
        return False
    clearly = past.last.amount + past.body < DROP * (heavier.amount + past.body)
    return clearly and past.last.fewest <= heavier.fewest


def _back_off(past: Past, why: Why) -> Advice:
    """A tenth off; where nothing is lighter, more sets of what goes, and else a repetition more than last time."""
    amount = past.part(BACK_OFF)
    if amount >= past.last.amount:
        again = small_sets(past)
        return again or past.advise(past.held, _one_more(past), Why.MISSED, times=past.misses())
    if why is Why.STALL:
        return past.advise(amount, past.plan.reps.high, why, sets=halved(past.plan.sets))
    goal = past.loads.said(past.held) if why is Why.STUCK else None
    failures = past.failures()
    times = failures if failures >= THRICE else max(1, past.misses())
    return past.advise(amount, past.plan.reps.high, why, times=times, goal=goal)


def _again(past: Past) -> int:
    """What was asked; where it is far, a little more than last time."""
    low, fewest = past.plan.reps.low, past.last.fewest
    return low if low - fewest <= FAR_BELOW * past.more else fewest + past.more


def _one_more(past: Past) -> int:
    """What was asked and missed again is not asked a third time."""
    again = _again(past)
    return again if past.misses() < TWICE else min(again, past.last.fewest + past.more)


def _times(past: Past, what: GaveOut) -> int:
    """How many times in a row it was that."""
    found = 0
    for one in past.real:
        if one.bout.gave_out is not what:
            break
        found += 1
    return found


def unfinished(past: Past) -> Advice | None:
    if past.last.full:
        return None
    return past.advise(
        past.held, max(past.plan.reps.low, past.last.fewest), Why.UNFINISHED, times=len(past.last.counts)
    )


def standing_still(past: Past) -> Advice | None:
    """A tenth off and half of the sets, then up again; where nothing is lighter, half of the sets alone."""
    times = stalled(past)
    if times is None:
        return None
    if tried(past) and past.loads.down(past.last.amount) is not None:
        return _back_off(past, Why.STUCK)
    amount = past.eased(BACK_OFF)
    reps = past.plan.reps.high if amount < past.last.amount else past.plan.reps.low
    return past.advise(min(amount, past.held), reps, Why.STALL, sets=halved(past.plan.sets), times=times)
