"""Who makes one pull-up each time: is something asked that can be done, and more again once it is earned?"""

from datetime import timedelta

import pytest

from bot.coaching.progression.advise import advise
from bot.coaching.progression.shapes import Bout
from bot.domain.advice import Advice, Why
from bot.domain.gym import Gym
from bot.domain.training import DoneSet, Method, PlannedExercise, RepRange
from tests.coaching.progression.histories import TODAY, bout, facts

ROAD = PlannedExercise("pull-up", 5, RepRange(1, 3), 120, bodyweight=True, method=Method.ROAD)
RANGE = PlannedExercise("pull-up", 3, RepRange(3, 5), 120, bodyweight=True, method=Method.LINEAR)


def played(plan: PlannedExercise, best: list[int], days: int = 3) -> list[Advice]:
    """What is asked of whoever makes so many, or as many as are asked, in each set of each session."""
    history: list[Bout] = []
    told: list[Advice] = []
    for number, most in enumerate(best):
        day = TODAY + timedelta(days=days * number)
        advice = advise(plan, history, day, Gym(), facts("pull-up"))
        done = (DoneSet("pull-up", min(most, advice.reps), bodyweight=True),) * advice.sets
        history.insert(0, Bout(day, done, plan.reps, advice.sets))
        told.append(advice)
    return told


@pytest.mark.parametrize(
    ("plan", "asked"),
    [
        (ROAD, [(5, 1), (5, 2), (6, 1), (7, 1), (8, 1), (5, 2), (5, 2), (6, 1)]),
        (RANGE, [(3, 3), (3, 3), (4, 1), (5, 1), (6, 1), (3, 2), (3, 2), (4, 1)]),
    ],
    ids=["the road", "a range"],
)
def test_one_each_time_is_asked_in_more_sets(plan: PlannedExercise, asked: list[tuple[int, int]]) -> None:
    assert [(one.sets, one.reps) for one in played(plan, [1] * len(asked))] == asked


def test_what_was_earned_leads_on() -> None:
    told = played(RANGE, [1] * 5 + [2] * 2)
    assert [(one.sets, one.reps) for one in told[-2:]] == [(3, 2), (3, 3)]


def test_sets_that_were_left_out_are_asked_again() -> None:
    short = [bout(ago, None, *counts, exercise="pull-up", asked=(3, 5), sets_asked=sets)
             for ago, counts, sets in ((3, (1, 1), 4), (6, (1, 1, 1), 3), (9, (1, 1, 1), 3))]  # fmt: skip
    found = advise(RANGE, short, TODAY, Gym(), facts("pull-up"))
    assert (found.reason.why, found.reason.times, found.sets, found.reps) == (Why.SMALL_SETS, 2, 4, 1)


def test_a_light_week_asks_no_more_than_was_done() -> None:
    history = [bout(ago, None, 1, 1, 1, exercise="pull-up", asked=(3, 5)) for ago in (3, 6)]
    assert advise(RANGE, history, TODAY, Gym(), facts("pull-up"), light=True).reps == 1


def test_who_makes_four_is_asked_for_one_more() -> None:
    told = played(PlannedExercise("pull-up", 3, RepRange(8, 10), 120, bodyweight=True), [4] * 6)
    assert {(one.sets, one.reps) for one in told[2:]} == {(3, 5)}


def test_back_from_more_than_goes_it_is_what_was_done() -> None:
    vain = [bout(ago, None, 3, 3, 3, exercise="pull-up", asked=(4, 10)) for ago in (3, 6)]
    found = advise(ROAD, vain, TODAY, Gym(), facts("pull-up"))
    assert (found.reason.why, found.sets, found.reps) == (Why.RANGE, 5, 3)
