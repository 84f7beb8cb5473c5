"""Is a lift that is swapped away and back before a set of it asked as it was planned, with the load it had?"""

from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from bot.domain.athlete import Athlete
from bot.domain.errors import ScreenOutdated
from bot.domain.planning import Plan, PlanSession, Site
from bot.domain.training import DoneSet, Method, PlannedExercise, RepRange
from bot.services.finish_workout import finish_workout
from bot.services.log_set import keep_sets
from bot.services.plan import first_wishes
from bot.services.swap import swap_exercise, swaps
from bot.services.workout import workout
from bot.storage.database import SqlDatabase
from bot.storage.work import SqlWork
from tests.builders import NOW, TODAY, kg
from tests.journeys.people import coach
from tests.storage.people import ANN

DAY = timedelta(days=1)
LIFTS = (
    PlannedExercise("deadlift", 3, RepRange(3, 5), 180, method=Method.PERCENT, percent=85),
    PlannedExercise("bent-over-row", 3, RepRange(6, 8), 120, method=Method.RPE, rpe=Decimal(8)),
    PlannedExercise("romanian-deadlift", 3, RepRange(5, 5), 120, method=Method.LINEAR),
    PlannedExercise("lat-pulldown", 3, RepRange(8, 12), 90),
    PlannedExercise("pull-up", 3, RepRange(3, 5), 120, bodyweight=True, method=Method.ROAD),
)


@pytest.fixture
def work(sqlite_database: SqlDatabase) -> Iterator[SqlWork]:
    with sqlite_database.engine.connect() as connection:
        yield SqlWork(connection)


@pytest.fixture
def ann(work: SqlWork) -> Athlete:
    athlete, _ = work.athletes.meet(ANN, ANN.id, NOW - 99 * DAY)
    wishes = first_wishes(work, coach(), athlete, TODAY)
    work.plans.keep(athlete.id, Plan("back-session", wishes, (PlanSession("A", LIFTS, 60),)), NOW - 99 * DAY)
    return athlete


def train(work: SqlWork, ann: Athlete, *days: int) -> None:
    """Each lift as it is advised, so many days ago."""
    for ago in days:
        at = NOW - ago * DAY
        session = workout(work, coach(), ann, at).session
        for item in session.items:
            assert item.advice is not None
            plan, count = item.plan, item.advice.reps
            load = item.advice.load or (None if plan.bodyweight or plan.timed else kg("60"))
            reps, seconds = (None, count) if plan.timed else (count, None)
            done = DoneSet(plan.exercise, reps, seconds, load, bodyweight=plan.bodyweight, per_side=plan.per_side)
            keep_sets(work, ann, [done] * plan.sets, at, session=work.sessions.open(ann.id))
        finish_workout(work, coach(), ann, session.id, at)


@pytest.mark.parametrize("days", [(), (3,), (9, 6, 3), (40, 37, 34, 20)])
@pytest.mark.parametrize("place", range(len(LIFTS)))
def test_there_and_back_is_as_it_was(work: SqlWork, ann: Athlete, days: tuple[int, ...], place: int) -> None:
    train(work, ann, *days)
    session = workout(work, coach(), ann, NOW).session
    work.sessions.move(session.id, place)
    was = session.items[place]
    for other in swaps(work, coach(), ann, session.id, place, NOW).exercises:
        swap_exercise(work, coach(), ann, session.id, place, other.plan.exercise, NOW)
        offered = {one.plan.exercise: one for one in swaps(work, coach(), ann, session.id, place, NOW).exercises}
        back = swap_exercise(work, coach(), ann, session.id, place, was.plan.exercise, NOW).item
        assert back is not None
        assert (back.plan, back.advice) == (was.plan, was.advice)
        if was.plan.exercise in offered:
            assert offered[was.plan.exercise].advice == was.advice


def test_sets_of_another_lift_count_as_done_when_it_comes_back(work: SqlWork, ann: Athlete) -> None:
    session = workout(work, coach(), ann, NOW).session
    [other, *_] = swaps(work, coach(), ann, session.id, 0, NOW).exercises
    swap_exercise(work, coach(), ann, session.id, 0, other.plan.exercise, NOW)
    keep_sets(work, ann, [DoneSet(other.plan.exercise, 5, load=kg("60"))], NOW, session=work.sessions.open(ann.id))
    back = swap_exercise(work, coach(), ann, session.id, 0, "deadlift", NOW).item
    assert back is not None
    assert back.plan == PlannedExercise("deadlift", 2, RepRange(3, 5), 180, method=Method.PERCENT, percent=85)
    assert back.advice is not None
    assert back.advice.sets == 2


def test_no_button_of_before_brings_what_the_plan_spares(work: SqlWork, ann: Athlete) -> None:
    wishes = first_wishes(work, coach(), ann, TODAY)
    session = workout(work, coach(), ann, NOW).session
    for hurts, allowed in ((frozenset[Site](), True), (frozenset({Site.LOWER_BACK}), False)):
        plan = Plan("back-session", replace(wishes, hurts=hurts), (PlanSession("A", LIFTS[3:4], 60),))
        work.plans.keep(ann.id, plan, NOW)
        with nullcontext() if allowed else pytest.raises(ScreenOutdated):
            swap_exercise(work, coach(), ann, session.id, 0, "good-morning" if allowed else "rack-pull", NOW)


@pytest.mark.parametrize(
    ("load", "reps", "hurts", "helped"),
    [("5", 5, None, False), (None, 5, None, False), (None, 2, None, True), ("5", 5, Site.ELBOW, True)],
    ids=["with a belt", "at body weight", "fewer than asked", "it hurts"],
)
def test_help_is_nothing_for_who_lifts_all_of_themselves(
    work: SqlWork, ann: Athlete, load: str | None, reps: int, hurts: Site | None, helped: bool
) -> None:
    lift = "weighted-pull-up" if load else "pull-up"
    plan = (PlannedExercise(lift, 3, RepRange(5, 8), 120, bodyweight=True),)
    wishes = first_wishes(work, coach(), ann, TODAY)
    work.plans.keep(ann.id, Plan("back-session", wishes, (PlanSession("A", plan, 60),)), NOW - 30 * DAY)
    done = DoneSet(lift, reps, load=kg(load) if load else None, bodyweight=True)
    keep_sets(work, ann, [done] * 3, NOW - 3 * DAY, session=None)
    session = workout(work, coach(), ann, NOW).session
    taken = () if hurts else ("dip-belt",)
    found = swaps(work, coach(), ann, session.id, 0, NOW, taken=taken, hurts=frozenset({hurts}) if hurts else None)
    assert ("assisted-pull-up" in [one.plan.exercise for one in found.exercises]) is helped
