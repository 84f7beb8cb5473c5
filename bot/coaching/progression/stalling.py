"""Does a lift stand still, and did the rest or the step back of before bring anything?

A lift stands still after so many bouts, over so many days, without a better one; how many is in `knowledge/deloads`.
"""

from itertools import pairwise

from bot.coaching.progression.judging import Judged
from bot.coaching.progression.past import DROP, HARDEST, LONG_BREAK, Past

TWICE = 2


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
    """Hard bouts back to the last eased one, the last long break or the last step back."""
    run: list[Judged] = []
    for one in past.bouts:
        if one.eased:
            break
        if run and (run[-1].bout.day - one.bout.day).days >= LONG_BREAK:
            break
        if run and _of_other_reps(run[-1], one):
            break  # neither better nor worse
        if run and run[-1].amount + past.body < DROP * (one.amount + past.body):
            break
        run.append(one)
    return run


def _of_other_reps(later: Judged, earlier: Judged) -> bool:
    """Whether a session asked for other repetitions than those of before; of sets that none asked for, by their own."""
    asked, before = later.bout.asked, earlier.bout.asked
    if asked is None:
        return False
    if before is not None:
        return asked != before
    return min(earlier.counts) > asked.high or max(earlier.counts) < asked.low


def stuck(past: Past) -> bool:
    """Whether it is time for something else than one step back more: it was taken down from about this load before, or
    rested, and is no better since."""
    if past.bouts[0].bout.light:
        return False
    if past.last.missed:
        return past.misses() >= TWICE and backed_off_before(past)
    return stalled(past) is not None and _rested_in_vain(past)


def _rested_in_vain(past: Past) -> bool:
    """Whether nothing since the last eased days, or the last step back, was better than all before."""
    after: list[Judged] = []
    for index, one in enumerate(past.bouts):
        if one.eased or (after and after[-1].amount + past.body < DROP * (one.amount + past.body)):
            before = [other for other in past.bouts[index:] if not other.eased]
            scores = [max((each.score(past.body) for each in some), default=None) for some in (after, before)]
            return scores[0] is not None and scores[1] is not None and scores[0] <= scores[1]
        if after and (after[-1].bout.day - one.bout.day).days >= LONG_BREAK:
            return False
        after.append(one)
    return False
