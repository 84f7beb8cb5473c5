"""What of a body-weight lift that stays short of what is asked, where nothing can be taken off? More sets of what goes.

One more each time, until they hold as many repetitions as the usual sets of one more would: then these are asked again.
Six to eight small sets are coaching practice, as `knowledge/topics/pull-ups.yaml` tells them.
"""

import math
from itertools import takewhile

from bot.coaching.progression.facts import BODY
from bot.coaching.progression.judging import Judged
from bot.coaching.progression.past import LONG_BREAK, Past, breaks_between
from bot.domain.advice import Advice, Why

FEW = 3
"""Of whoever makes more of them one repetition more is little, and is asked."""
MOST_SETS = 8
TRIES = 2
"""So many bouts in vain, one after the other, and it is done in smaller sets."""


def small_sets(past: Past) -> Advice | None:
    """None while there is hope for one more in the usual sets: it was tried less than twice, or earned anew."""
    last, usual = past.last, past.plan.sets
    if past.facts.rack not in BODY or last.amount or past.plan.timed or not past.bottom or last.fewest > FEW:
        return None
    enough = min(math.ceil(usual * (last.fewest + 1) / last.fewest), MOST_SETS)
    asked = last.bout.sets_asked or usual
    if asked > usual:
        sets = asked + 1 if last.full else asked
    elif _tried(past) >= TRIES:
        sets = usual + 1
    else:
        return None
    if sets > enough:
        return None
    return past.advise(past.held, last.fewest, Why.SMALL_SETS, sets=sets, times=last.fewest + 1)


def _tried(past: Past) -> int:
    """Bouts of late, in the usual sets, that were no better than each other."""
    near = sum(1 for _ in takewhile(lambda days: days < LONG_BREAK, breaks_between(past.real)))
    return sum(1 for _ in takewhile(lambda one: _in_vain(one, past), past.real[: near + 1]))


def _in_vain(one: Judged, past: Past) -> bool:
    """All the usual sets, none of them better than now; what was eased, or asked for otherwise, was no such try."""
    last = past.last
    usual = one.bout.sets_asked == past.plan.sets and one.full and not one.eased
    return usual and one.amount == last.amount and one.fewest <= last.fewest and one.asked == last.asked
