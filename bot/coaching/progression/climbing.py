"""When does the load go up, and how far? The rules that raise, after a bout that was whole and no miss."""

import math
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import takewhile

from bot.coaching.progression.facts import BODY, Rack
from bot.coaching.progression.judging import Judged
from bot.coaching.progression.past import HARDEST, LONG_BREAK, Past, breaks_between
from bot.coaching.progression.small_sets import small_sets
from bot.domain.advice import Advice, Why
from bot.domain.planning import Level
from bot.domain.training import Method
from bot.domain.units import kilograms

HELD = 2
"""Times that such a bout is asked for again."""
WORK = Decimal(8)
"""From this effort on a load is a working load: the ramp ends (zourdos-rpe: two repetitions left)."""
EASY = Decimal(6)
RAMP_BOUTS = 10
"""So many bouts after a break, or after a change of repetitions, a way back or up goes on at most."""
RAMP_ENDS = 6
"""A ramp is over after so many bouts where no effort is told, after `RAMP_BOUTS` whatever they were. Practice."""
BIG, SMALL = 120, 110
"""Per cent of a ramp's step: the former below the safe start of the next level, or where much was left. Practice."""
MOST_TOLD, MOST_TOLD_CAREFUL = 140, 125
"""Per cent that what was left may raise a ramp by; the latter where the lower back bears most, and for small lifts."""
UNTOLD = 2
"""Practice: a stack's pins say little of what is lifted, a bar's plates do."""
NEXT = {Level.NOVICE: Level.INTERMEDIATE, Level.INTERMEDIATE: Level.ADVANCED}
LEFT = 2
"""Repetitions that a working load leaves (zourdos-rpe)."""
TO_SPARE = 2
"""Repetitions over the range, done or left, that are a step at once (acsm-progression: one or two over the plan)."""
STEADY = 3
"""Times that sets of the same length are done before a small step is tried with them."""
FADES = 2
"""Repetitions that the last sets may not fall short of the best by. Practice."""
FAR = Decimal("0.10")
"""A step above this part of the load is far: more repetitions first (acsm-progression: 2-10 %).
Less help on a machine is not: it has one step, and whoever makes all repetitions takes it."""
RECENT = 90
"""Days; what was lifted before says little of today. Practice."""
TOO_FAR = Decimal("0.25")
"""A ramp makes no single step above this part."""
ABOVE = 5
"""Repetitions above the range before a step is taken that is far; half of the range's top for a hold."""
ENDLESS = 10
"""Where nothing heavier is there, repetitions grow to so many above the range, and a hold to twice its top."""
KNEW_BOUTS = 3
"""Bouts, from which on a log begun without a session tells of loads that are known. Practice."""
KNEW = Decimal("1.5")
"""Times the safe start, from which on a first load was the lifter's own. Practice."""
RETURN = 110
"""Per cent of the last load, on the way back after a break: twice, and a tenth off is made good."""
FEWER = 3
"""Repetitions above the range that is asked now, from which on a load from longer sets is too light for it."""
LONGEST_SET = 12
"""Repetitions that a longer set counts as there: the longer, the less it tells of a heavier load."""


def returning(past: Past) -> Advice | None:
    """After a break: up by a tenth a time to the load before it, as long as it is clean. Practice."""
    gaps = breaks_between(past.real)
    at = next((index for index, days in enumerate(gaps) if days >= LONG_BREAK), None)
    if at is None or at >= RAMP_BOUTS:
        return None
    goal = past.loads.at_most(_stood(past, at))
    if not _clean(past.real[: at + 1]) or past.amount >= goal or not past.grows:
        return None
    return past.advise(_up_to(past, goal, RETURN), past.plan.reps.low, Why.RETURN, goal=past.loads.said(goal))


def _stood(past: Past, at: int) -> Decimal:
    """The load before the break that can be made with the repetitions asked now: none that was missed then."""
    made = next((one for one in past.real[at + 1 :] if not one.missed), past.real[at + 1])
    if made.missed:
        return past.last.amount
    short = not past.plan.timed and made.fewest < past.plan.reps.low
    return min(past.stood, past.load_for(made, past.plan.reps.low) if short else max(made.amount, past.last.amount))


def _clean(bouts: Sequence[Judged]) -> bool:
    return all(
        not one.missed and (one.full or one.bout.short) and (one.rpe is None or one.rpe <= WORK) for one in bouts
    )


def _up_to(past: Past, goal: Decimal, percent: int) -> Decimal:
    aim = past.share(past.last.amount, percent)
    up = past.up(past.amount) or past.amount
    return min(goal, max(up, past.loads.at_most(aim)))


def returning_reps(past: Past) -> Advice | None:
    """After a break where nothing could be taken off: fewer repetitions than before are no miss, they come back."""
    at = next((index for index, days in enumerate(breaks_between(past.real)) if days >= LONG_BREAK), None)
    if at is None or at >= RAMP_BOUTS:
        return None
    since, before, last = past.real[: at + 1], past.real[at + 1], past.last
    same = all(one.amount == before.amount for one in since)
    if not same or not past.bottom or last.fewest >= min(past.plan.reps.low, before.fewest):
        return None
    reps = max(last.fewest + past.more, 0 if past.plan.timed else last.could - 1)
    return past.advise(past.held, min(reps, past.fit(before.fewest)), Why.RETURN)


def fewer_reps(past: Past) -> Advice | None:
    """Fewer repetitions are asked now than were done before: up to a load for them (Brzycki), by a fifth a time."""
    if past.plan.timed or not past.grows or past.plan.method is Method.PERCENT:
        return None
    since = tuple(takewhile(lambda one: one.bout.asked == past.plan.reps, past.real))
    if len(since) > RAMP_BOUTS or len(since) == len(past.real) or not _clean(since):
        return None
    before, high = past.real[len(since)], past.plan.reps.high
    if before.missed or before.fewest < high + FEWER or (past.today - before.bout.day).days > RECENT:
        return None
    counted = replace(before, counts=(min(before.fewest, LONGEST_SET),))
    goal = past.loads.nearest(past.load_for(counted, high + 1))
    if past.amount >= goal:
        return None
    found = past.advise(_up_to(past, goal, BIG), past.plan.reps.low, Why.RANGE)
    looking = ramp(past)
    return found if looking is None or kilograms(looking.load) <= kilograms(found.load) else None


def double(past: Past) -> Advice:
    return _climb(past, past.plan.reps.high, Why.TOP)


def on_the_road(past: Past) -> Advice:
    """The next stage comes before a belt: whoever is to make three pull-ups gets no plates hung on for them."""
    if past.last.amount > 0 or past.plan.exercise == "weighted-pull-up":
        return double(past)
    short = past.last.fewest < past.plan.reps.high
    smaller = small_sets(past) if short else None
    if smaller is not None:
        return smaller
    return double(replace(past, facts=replace(past.facts, belt=False)))


def linear(past: Past) -> Advice:
    return _climb(past, past.plan.reps.low, Why.STEP)


def _climb(past: Past, top: int, why: Why) -> Advice:
    """A step where all sets made `top`, else a repetition more at the same load."""
    last = past.last
    if faded(past):
        return past.advise(past.held, past.fit(last.fewest + past.more), Why.FADED)
    small = _small_step(past)
    if last.fewest < top and small is not None and _stops_there(past):
        return past.advise(small, past.fit(past.plan.reps.low + past.more), Why.STEADY)
    if last.fewest < top and not _to_spare(past, top):
        return past.advise(past.amount, min(last.fewest + past.more, top), Why.MORE_REPS)
    if _too_hard(past):
        return past.advise(past.amount, max(top, last.fewest), Why.HARD, rpe=last.rpe)
    found = ramp(past)
    if found is not None:
        return found
    return _step(past, top, why if last.fewest >= top else Why.EASY)


def _stops_there(past: Past) -> bool:
    """Whether all sets of late were as long as each other, with the same load, and no effort was told: whoever is at
    the end of their strength has sets that differ. Practice."""
    late = past.real[:STEADY]
    same = {(one.amount, one.counts[0], one.counts[-1]) for one in late}
    even = all(one.counts[0] == one.counts[-1] and one.rpe is None and one.full and not one.missed for one in late)
    asked = all(one.bout.asked == past.plan.reps for one in late)
    return len(late) == STEADY and len(same) == 1 and even and asked and not past.plan.timed and len(late[0].counts) > 1


def _small_step(past: Past) -> Decimal | None:
    up = past.up(past.amount)
    return None if up is None or _part(past, up) > FAR else up


def faded(past: Past) -> bool:
    """Whether the sets broke down below the top of the range: what the first one made raises nothing."""
    counts, high = past.last.counts, past.plan.reps.high
    return not past.plan.timed and min(counts[0], high) - counts[-1] >= FADES


def _to_spare(past: Past, top: int) -> bool:
    return not past.plan.timed and past.last.could >= top + TO_SPARE


def _step(past: Past, top: int, why: Why) -> Advice:
    up, fewest = past.up(past.amount), past.last.fewest
    needed = top
    if up is None:
        needed = 2 * top if past.plan.timed else top + ENDLESS
        return past.advise(past.amount, max(top, min(fewest + past.more, needed)), Why.NO_HEAVIER)
    if _part(past, up) > FAR and past.facts.rack is not Rack.ASSIST:
        needed = _before_a_far_step(past, up, top)
    if max(fewest, past.last.could - 1) < needed:
        reps, goal = max(top, min(fewest + past.more, needed)), past.loads.said(up)
        return past.advise(past.amount, reps, Why.NO_HEAVIER, goal=goal)
    return past.advise(up, past.plan.reps.low, why, rpe=past.last.rpe)


def _part(past: Past, up: Decimal) -> Decimal:
    """The step as a part of all that is lifted now."""
    total = past.amount + past.body
    return (up - past.amount) / total if total > 0 else Decimal(0)


def _before_a_far_step(past: Past, up: Decimal, top: int) -> int:
    """With how many repetitions now the low end of the range can be had at the next load (Brzycki), within bounds."""
    if past.plan.timed:
        return min(math.ceil(top * (1 + _part(past, up))), top + top // 2)
    now, then = past.amount + past.body, up + past.body
    needed = math.ceil(37 - (37 - min(past.plan.reps.low, 30)) * now / then)
    return min(max(needed, top), top + ABOVE)


def _too_hard(past: Past) -> bool:
    """At the top, but at the end of one's strength; the third time at the same load it counts as done."""
    last, limit = past.last, past.plan.rpe or HARDEST
    if last.rpe is None or last.rpe <= limit:
        return False
    before = past.real[1 : 1 + HELD]
    return len(before) < HELD or any(one.amount != last.amount or one.fewest < past.plan.reps.high for one in before)


def ramp(past: Past) -> Advice | None:
    """From a first guess to the working load, in bigger steps while all is easy; None once it was found."""
    if past.facts.rack in BODY or past.facts.rack is Rack.BAND or not _ramping(past):
        return None
    up = past.up(past.amount)
    if up is None or _part(past, up) > TOO_FAR:
        return None
    aim = _by_guess(past) if past.last.rpe is None else _by_what_was_left(past, past.last.rpe)
    return None if aim is None else past.advise(max(up, aim), past.plan.reps.high, Why.RAMP)


def _by_guess(past: Past) -> Decimal | None:
    """No effort was told: big steps up to what the next level begins with, and no ramp on a stack beyond the last
    level's, nor on a bar beyond `UNTOLD` times that."""
    first, level, unit = past.facts.first, past.facts.level, past.loads.unit
    if first is None:
        return past.loads.at_most(past.share(past.last.amount, SMALL))
    last, own = first.amount(Level.ADVANCED, unit), KNEW * first.amount(level, unit)
    most = max(last if past.facts.rack is Rack.STACK else UNTOLD * last, own)
    if past.amount >= most:
        return None
    sure = own if level is Level.ADVANCED else first.amount(NEXT[level], unit)
    big = past.amount < sure and not past.facts.light
    return past.loads.nearest(min(most, past.share(past.last.amount, BIG if big else SMALL)))


def _by_what_was_left(past: Past, rpe: Decimal) -> Decimal:
    """The load for all of the range and `LEFT` more (Brzycki); where much was left, no less than a big step."""
    careful = past.facts.light or past.facts.lumbar >= 3
    told = replace(past.last, counts=(min(past.last.could, 30),))
    aim = past.load_for(told, past.plan.reps.high + LEFT)
    if rpe <= EASY:
        aim = max(aim, past.share(past.last.amount, SMALL if careful else BIG))
    return past.loads.at_most(min(aim, past.share(past.last.amount, MOST_TOLD_CAREFUL if careful else MOST_TOLD)))


def _knew_theirs(past: Past) -> bool:
    """Whether the lift was begun with a load of the lifter's own, that no session asked for, or one far above the safe
    start: then it was no guess to be found out from."""
    first, begun = past.facts.first, past.real[-1].bout
    if begun.asked is None and begun.sets_asked is None and len(past.real) >= KNEW_BOUTS:
        return True
    return first is not None and past.real[-1].amount > KNEW * first.amount(past.facts.level, past.loads.unit)


def _ramping(past: Past) -> bool:
    most = RAMP_ENDS if past.last.rpe is None else RAMP_BOUTS
    if len(past.bouts) > most or len(past.real) < len(past.bouts) or _knew_theirs(past):
        return False
    return all(
        (one.full or one.bout.short) and one.could >= one.asked.high and (one.rpe is None or one.rpe < WORK)
        for one in past.real
    ) and all(days < LONG_BREAK for days in breaks_between(past.real))
