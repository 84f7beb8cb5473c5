"""Is the next set offered from the lifter's own numbers, inside what the plan asks?"""

import pytest

from bot.coaching.prescribing import Offer, offer
from bot.domain.session import SessionItem
from bot.domain.training import DoneSet, PlannedExercise, RepRange
from bot.domain.units import Load
from tests.builders import deadlift, item, kept, kg, planned, pull_up

HANG = PlannedExercise("dead-hang", 3, RepRange(20, 40), rest=90, timed=True, bodyweight=True)


@pytest.mark.parametrize(
    ("now", "last", "expected"),
    [
        (item(), [], Offer(None, 6)),
        (item(), [deadlift(7, kg("90"))], Offer(kg("90"), 7)),
        (item(), [deadlift(12, kg("90"))], Offer(kg("90"), 8)),
        (item(), [deadlift(3, kg("90"))], Offer(kg("90"), 6)),
        (item(0, deadlift(8)), [deadlift(8, kg("90")), deadlift(7, kg("90"))], Offer(kg("100"), 7)),
        (item(0, deadlift(8)), [], Offer(kg("100"), 8)),
        (item(0, deadlift(8), deadlift(8, kg("105"))), [], Offer(kg("105"), 8)),
        (item(0, deadlift(8, warmup=True)), [], Offer(None, 6)),
        (item(0, plan=planned("pull-up", low=8, high=10)), [pull_up(9, kg("5"))], Offer(kg("5"), 9)),
        (item(0, pull_up(9), plan=planned("pull-up", low=8, high=10)), [pull_up(9, kg("5"))], Offer(None, 9)),
        (item(0, plan=HANG), [DoneSet("dead-hang", seconds=35, bodyweight=True)], Offer(None, 35)),
    ],
)
def test_the_offer(now: SessionItem, last: list[DoneSet], expected: Offer) -> None:
    assert offer(now, [kept(done) for done in last]) == expected


@pytest.mark.parametrize("chosen", [kg("70"), kg("-20")])
def test_a_load_chosen_on_the_card_comes_first(chosen: Load) -> None:
    now = SessionItem(0, planned(), (kept(deadlift()),), load=chosen)
    assert offer(now, [kept(deadlift())]).load == chosen
