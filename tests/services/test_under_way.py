"""What stays as it was of a session that runs, while the plan, the log or a lift of it changes?"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.domain.athlete import Athlete
from bot.domain.planning import Plan, PlanSession
from bot.domain.training import DoneSet, Method, PlannedExercise, RepRange
from bot.services.advise_anew import renew_waiting
from bot.services.log_set import keep_sets
from bot.services.plan import first_wishes
from bot.services.plans import KeptPlan
from bot.services.swap import swap_exercise
from bot.services.taps_back import revive_plan
from bot.services.week import week_of
from bot.services.workout import card_of, workout
from bot.storage.database import SqlDatabase
from bot.storage.work import SqlWork
from tests.builders import NOW, TODAY, kg, planned
from tests.journeys.people import coach
from tests.storage.people import ANN

DAY = timedelta(days=1)
ROW, OTHER_ROW = "bent-over-row", "seal-row"


@pytest.fixture
def work(database: SqlDatabase) -> Iterator[SqlWork]:
    with database.engine.connect() as connection:
        yield SqlWork(connection)


@pytest.fixture
def ann(work: SqlWork) -> Athlete:
    athlete, _ = work.athletes.meet(ANN, ANN.id, NOW - 60 * DAY)
    return athlete


def keep_plan(work: SqlWork, ann: Athlete, *lifts: PlannedExercise, at: datetime = NOW - 30 * DAY) -> KeptPlan:
    wishes = first_wishes(work, coach(), ann, TODAY)
    return work.plans.keep(ann.id, Plan("back-session", wishes, (PlanSession("A", lifts, 60),)), at)


def done(work: SqlWork, ann: Athlete, one: DoneSet, days_ago: int) -> None:
    keep_sets(work, ann, [one] * 3, NOW - days_ago * DAY, session=None)


def test_a_load_that_was_chosen_goes_with_its_lift(work: SqlWork, ann: Athlete) -> None:
    keep_plan(work, ann, replace(planned("pull-up"), method=Method.ROAD), planned())
    for days_ago in (20, 17, 14):
        done(work, ann, DoneSet("dead-hang", seconds=60), days_ago)
        done(work, ann, DoneSet("scapular-pull-up", reps=12, bodyweight=True), days_ago)
        done(work, ann, DoneSet("negative-pull-up", reps=8, bodyweight=True), days_ago)
        done(work, ann, DoneSet("assisted-pull-up", reps=6, load=kg("-30"), bodyweight=True), days_ago)
    session = workout(work, coach(), ann, NOW).session
    assert session.items[0].plan.exercise == "assisted-pull-up"
    work.sessions.choose_load(session.id, 0, kg("-35"))
    done(work, ann, DoneSet("pull-up", reps=6, bodyweight=True), 2)
    assert renew_waiting(work, coach(), ann, NOW)
    after = work.sessions.open(ann.id)
    assert after is not None
    assert (after.items[0].plan.exercise, after.items[0].load) == ("pull-up", None)
    offered = card_of(work, ann, after, NOW).offer
    assert offered is None or offered.load is None


def test_a_session_of_a_plan_that_is_over_asks_what_it_asked(work: SqlWork, ann: Athlete) -> None:
    heavy = replace(planned("deadlift"), sets=2, reps=RepRange(3, 5))
    keep_plan(work, ann, planned(OTHER_ROW), heavy)
    session = workout(work, coach(), ann, NOW).session
    keep_sets(work, ann, [DoneSet(OTHER_ROW, reps=8, load=kg("40"))], NOW, session=session)
    keep_plan(work, ann, planned("face-pull"), at=NOW)
    renew_waiting(work, coach(), ann, NOW)
    after = work.sessions.open(ann.id)
    assert after is not None
    assert after.items[1].plan == session.items[1].plan


def test_what_was_asked_stays_with_sets_whose_lift_comes_back_elsewhere(work: SqlWork, ann: Athlete) -> None:
    keep_plan(work, ann, planned(ROW), planned("deadlift"), planned("lat-pulldown"))
    session = workout(work, coach(), ann, NOW).session
    keep_sets(work, ann, [DoneSet(ROW, reps=8, load=kg("60"))] * 2, NOW, session=session)
    asked = session.items[0].plan.reps
    for place, lift in ((0, OTHER_ROW), (2, ROW), (2, "t-bar-row")):
        work.sessions.move(session.id, place)
        swap_exercise(work, coach(), ann, session.id, place, lift, NOW)
        (bout,) = work.history.bouts(ann.id, [ROW], limit=5)[ROW]
        assert bout.asked == asked


def test_a_plan_that_comes_back_comes_with_its_own_session(work: SqlWork, ann: Athlete) -> None:
    kept = keep_plan(work, ann, planned(OTHER_ROW))
    work.plans.end(ann.id, NOW)
    assert workout(work, coach(), ann, NOW).session.plan is None
    assert revive_plan(work, ann, kept.id) is not None
    assert workout(work, coach(), ann, NOW).session.plan == kept.id


def test_a_week_that_is_over_is_told_as_before(work: SqlWork, ann: Athlete) -> None:
    keep_plan(work, ann, planned(), planned("pull-up"))
    for days_ago in (9, 8, 7):
        done(work, ann, DoneSet("deadlift", reps=8, load=kg("60")), days_ago)
    before = week_of(work, coach(), ann, TODAY - 7 * DAY, NOW)
    workout(work, coach(), ann, NOW)
    assert week_of(work, coach(), ann, TODAY - 7 * DAY, NOW) == before
