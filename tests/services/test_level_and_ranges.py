"""Is a lifter taken for the same level everywhere, a lift of two ranges judged by its own, and no lift asked twice?"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.coaching.planning.rules import Breach, Rule, check_plan
from bot.coaching.planning.writing import write_plan
from bot.domain.advice import Why
from bot.domain.athlete import Athlete
from bot.domain.planning import DAYS, Aim, Level, Plan, PlanSession, Unmet, Wishes
from bot.domain.training import DoneSet, Method
from bot.domain.units import kilograms
from bot.services.finish_workout import finish_workout
from bot.services.level import level_of
from bot.services.log_set import keep_sets
from bot.services.next_session import next_session
from bot.services.plan import first_wishes
from bot.services.swap import swaps
from bot.services.what_if import Otherwise, questions, what_if
from bot.services.workout import workout
from bot.storage.database import SqlDatabase
from bot.storage.work import SqlWork
from tests.builders import NOW, TODAY, kg, planned
from tests.journeys.people import coach
from tests.knowledge import KNOWLEDGE
from tests.storage.people import ANN

DAY = timedelta(days=1)


@pytest.fixture
def work(database: SqlDatabase) -> Iterator[SqlWork]:
    with database.engine.connect() as connection:
        yield SqlWork(connection)


@pytest.fixture
def ann(work: SqlWork) -> Athlete:
    athlete, _ = work.athletes.meet(ANN, ANN.id, NOW)
    return athlete


@pytest.mark.parametrize(
    ("ago", "level", "start"), [(None, Level.NOVICE, "30"), (20, Level.NOVICE, "30"), (300, Level.INTERMEDIATE, "60")]
)
def test_one_level_for_all(work: SqlWork, ann: Athlete, ago: int | None, level: Level, start: str) -> None:
    if ago is not None:
        keep_sets(work, ann, [DoneSet("face-pull", 10, load=kg("10"))], NOW - ago * DAY, session=None)
    shown = workout(work, coach(), ann, NOW)
    assert level_of(work, ann, TODAY) is level
    assert first_wishes(work, coach(), ann, TODAY).level is level
    otherwise = what_if(work, coach(), ann, questions(KNOWLEDGE)["more"], TODAY)
    assert isinstance(otherwise, Otherwise)
    assert otherwise.then.wishes.level is level
    assert shown.offer is not None
    assert shown.offer.load == kg(start)
    offered = swaps(work, coach(), ann, shown.session.id, 0, NOW).exercises
    (sumo,) = (one.advice for one in offered if one.plan.exercise == "sumo-deadlift")
    assert sumo is not None
    assert sumo.load == kg(start)


def test_a_lift_of_two_ranges_goes_by_its_own(work: SqlWork, ann: Athlete) -> None:
    wishes = Wishes(level=Level.INTERMEDIATE, equipment=frozenset(KNOWLEDGE.kits["full-gym"].has))
    week = (
        PlanSession("Heavy", (planned("deadlift", 3, 3, 5),), 60),
        PlanSession("Light", (planned("deadlift", 3, 8, 12),), 60),
    )
    work.plans.keep(ann.id, Plan("full-back", wishes, week), NOW - 90 * DAY)
    told: dict[str, list[object]] = {"Heavy": [], "Light": []}
    for number in range(12):
        at = NOW - (40 - 3 * number) * DAY
        session = workout(work, coach(), ann, at).session
        (item,) = session.items
        assert session.title is not None
        assert item.advice is not None
        begun = kg("120" if session.title == "Heavy" else "80")
        load = item.advice.load if number > 1 else begun
        assert load is not None
        told[session.title].append(kilograms(load))
        keep_sets(work, ann, [DoneSet("deadlift", item.advice.reps, load=load)] * 3, at, session=session)
        finish_workout(work, coach(), ann, session.id, at)
    for loads in told.values():
        assert loads == sorted(loads), told  # type: ignore[type-var]
        assert loads[-1] > loads[0], told  # type: ignore[operator]


def test_two_ranges_of_a_lift_are_a_breach() -> None:
    wishes = Wishes(equipment=frozenset(KNOWLEDGE.kits["full-gym"].has))
    week = tuple(PlanSession("A", (planned("lat-pulldown", 3, low, high),), 10) for low, high in ((3, 5), (8, 12)))
    found = check_plan(Plan("full-back", wishes, week), KNOWLEDGE)
    assert Breach(Rule.SHAPE, 1, "lat-pulldown") in found


@pytest.mark.parametrize("kit", ["full-gym", "barbell-at-home", "door-bar-and-band"])
def test_the_road_stands_alone(kit: str) -> None:
    """No whole pull of the body for who may not be able to do one, and no stage twice."""
    road = {"dead-hang", "scapular-pull-up", "negative-pull-up", "assisted-pull-up", "weighted-pull-up"}
    whole = {"chin-up", "neutral-grip-pull-up", "wide-grip-pull-up", "pull-up", "archer-pull-up"}
    for level in Level:
        for days in DAYS:
            for minutes in (20, 30, 60):
                has = frozenset(KNOWLEDGE.kits[kit].has)
                plan = write_plan(Wishes(Aim.PULL_UP, level, days, minutes, has), KNOWLEDGE)
                if isinstance(plan, Unmet):
                    continue
                assert not [one for one in check_plan(plan, KNOWLEDGE) if one.rule is Rule.SHAPE]
                for session in plan.sessions:
                    others = {one.exercise for one in session.exercises if one.method is not Method.ROAD}
                    assert not others & whole
                    if len(others) < len(session.exercises):
                        assert not others & road


def test_a_stage_takes_the_place_of_the_same_lift(work: SqlWork, ann: Athlete) -> None:
    """Of a plan from before that was a rule."""
    road = replace(planned("pull-up"), method=Method.ROAD)
    hang = replace(planned("dead-hang"), bodyweight=True, timed=True)
    wishes = Wishes(Aim.PULL_UP, equipment=frozenset(KNOWLEDGE.kits["full-gym"].has))
    session = PlanSession("A", (road, hang, planned("lat-pulldown")), 60)
    work.plans.keep(ann.id, Plan("pull-up-road", wishes, (session,)), NOW - 9 * DAY)
    asked = next_session(work, coach(), ann, NOW).exercises
    assert [one.plan.exercise for one in asked] == ["dead-hang", "lat-pulldown"]
    assert asked[0].advice is not None
    assert asked[0].advice.reason.why is Why.ROAD
