"""Which load does an effort allow, or a part of the training maximum?"""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from itertools import takewhile
from typing import Any

from bot.coaching.progression.climbing import RECENT, double, faded, ramp
from bot.coaching.progression.judging import Judged
from bot.coaching.progression.past import HARDEST, Past
from bot.domain.advice import Advice, Why
from bot.domain.records import MOST_REPS, one_rep_max
from bot.domain.units import Load

TRAINING_MAX = 90
"""Per cent of the estimated maximum: J. Wendler, "5/3/1", 2009, takes nine tenths, so that a bad day can be trained."""
CYCLE_DAYS, CYCLE_BOUTS = 21, 3
"""A training maximum goes up by a small fixed step after three weeks that were made; the same book."""
CYCLE_STEP = Decimal("1.025")
"""By so much, or by one step: 2.5 kg and 5 kg in that book."""
MOST_UP = Decimal("1.05")
"""By effort alone a load rises by no more, or by one step."""
MOST_DOWN = 90


def by_effort(past: Past) -> Advice:
    """The load for the repetitions at the effort asked for, from those of last time and what was left then.

    zourdos-rpe: what was left is 10 less the effort. Where no effort was said, double progression.
    """
    last, asked = past.last, past.plan.rpe
    if asked is None or last.rpe is None or past.plan.timed or not past.grows:
        return double(past)
    left, aim = 10 - last.rpe, past.plan.reps.high + (10 - asked)
    total = last.amount + past.body
    ideal = total * (37 - min(aim, Decimal(30))) / (37 - min(last.fewest + left, Decimal(30))) - past.body
    if ideal > last.amount and last.rpe < asked:
        up = past.up(past.amount) or past.amount
        most = max(up, past.loads.at_most((past.amount + past.body) * MOST_UP - past.body))
        if ideal >= up:
            return past.advise(min(most, past.loads.at_most(ideal)), past.plan.reps.high, Why.EASY, rpe=last.rpe)
    if ideal < last.amount and last.rpe > asked:
        amount = max(past.part(MOST_DOWN), past.loads.at_most(ideal))
        return past.advise(min(amount, past.held), past.plan.reps.high, Why.HARD, rpe=last.rpe)
    return past.advise(past.amount, past.plan.reps.high, Why.AS_LAST, rpe=last.rpe)


def by_percent(past: Past) -> Advice:
    """So much of the training maximum. Double progression where no maximum can be estimated, or no part is asked."""
    most = training_max(past)
    if past.plan.percent is None or most is None:
        return double(past)
    looking = ramp(past)
    if looking is not None:
        return looking
    aim = past.loads.at_most(most.amount * past.plan.percent / 100)
    reps = past.plan.reps.high
    if faded(past) and aim >= past.amount:
        return past.advise(past.held, reps, Why.FADED)
    facts: dict[str, Any] = {"percent": past.plan.percent}
    if not _made(past, past.last, past.plan.reps.low):
        return past.advise(aim, reps, Why.PERCENT, **facts)
    up = past.up(past.amount)
    if aim <= past.amount and up is not None and _cycle_made(past):
        amount = max(up, past.loads.at_most(past.amount * CYCLE_STEP))
        return past.advise(amount, reps, Why.PERCENT, times=CYCLE_DAYS // 7, **facts)
    return past.advise(max(aim, past.amount), reps, Why.PERCENT, **facts)


def _made(past: Past, one: Judged, reps: int) -> bool:
    """So many, as this plan asks, and not at the end of one's strength: sets below the maximum do not show it, so it
    must not sink by them."""
    in_hand = one.rpe is None or one.rpe <= HARDEST
    return one.bout.asked == past.plan.reps and one.full and one.fewest >= reps and in_hand


def _cycle_made(past: Past) -> bool:
    high = past.plan.reps.high
    run = list(takewhile(lambda one: one.amount == past.last.amount and _made(past, one, high), past.real))
    return len(run) >= CYCLE_BOUTS and (past.today - run[-1].bout.day).days >= CYCLE_DAYS


def training_max(past: Past) -> Load | None:
    """Nine tenths of the best estimated maximum of late (`bot/domain/records.py`), in the gym's unit. What was left in
    a set counts, where that was said (zourdos-rpe)."""
    best = max(_estimates(past), default=None)
    if best is None:
        return None
    tenths = int(best * TRAINING_MAX / 100 * 10)
    return Load(Decimal(tenths) / 10, past.loads.unit) if 0 < tenths < 20_000 else None


def _estimates(past: Past) -> Iterable[Fraction]:
    if past.plan.timed or past.body:
        return
    late: list[Judged] = [one for one in past.real if (past.today - one.bout.day).days <= RECENT]
    for one in late or past.real[:1]:
        for done in one.sets:
            left = 0 if done.rpe is None else int(10 - done.rpe)
            found = one_rep_max(past.loads.read(done.load), min((done.reps or 0) + left, MOST_REPS))
            if found is not None:
                yield found
