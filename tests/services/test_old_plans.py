"""Is a session opened, shown and bent whatever was kept before: lifts that are gone, words not known, any load?"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import Connection, Table, select, update

from bot.chat.reply import Place
from bot.chat.views.card import card
from bot.chat.views.finished import finished
from bot.chat.views.plan import lifts_menu, plan_in_force
from bot.chat.views.what_if import what_if as difference
from bot.domain.athlete import Athlete
from bot.domain.gym import Gym
from bot.domain.planning import Plan, PlanSession, Wishes
from bot.domain.training import DoneSet
from bot.domain.units import Load, Unit
from bot.services import plan as plan_service
from bot.services.change_session import shorten_session
from bot.services.finish_workout import finish_workout
from bot.services.log_set import keep_sets
from bot.services.plan import PlanInForce
from bot.services.swap import swaps
from bot.services.what_if import Otherwise, questions, what_if
from bot.services.workout import Card, workout
from bot.storage.database import SqlDatabase
from bot.storage.tables import gyms, plans, session_items
from bot.storage.work import SqlWork
from tests.builders import NOW, TODAY, kg, lb, planned
from tests.journeys.people import coach
from tests.storage.people import ANN

DAY = timedelta(days=1)
GONE = "lift-of-long-ago"
OLD = Plan(
    "back-session",
    Wishes(equipment=frozenset({"barbell", "plates", "rack-of-long-ago"}), loved=frozenset({GONE})),
    (PlanSession("Back A", (planned(), planned(GONE), planned("lat-pulldown")), 30),),
)


@pytest.fixture
def connection(sqlite_database: SqlDatabase) -> Iterator[Connection]:
    with sqlite_database.engine.connect() as connection:
        yield connection


@pytest.fixture
def work(connection: Connection) -> SqlWork:
    return SqlWork(connection)


@pytest.fixture
def ann(work: SqlWork) -> Athlete:
    athlete, _ = work.athletes.meet(ANN, ANN.id, NOW)
    return athlete


def opened(work: SqlWork, ann: Athlete) -> Card:
    """Today's session, with its card shown."""
    shown = workout(work, coach(), ann, NOW)
    card(shown, coach().knowledge)
    return shown


def in_force(work: SqlWork, ann: Athlete) -> PlanInForce:
    found = plan_service.plan_in_force(work, ann)
    assert found is not None
    return found


def test_a_plan_with_a_lift_that_is_gone_is_shown_and_changed(work: SqlWork, ann: Athlete) -> None:
    work.plans.keep(ann.id, OLD, NOW)
    shown = plan_in_force(in_force(work, ann), coach().knowledge, place=Place.NEW)
    assert "Lift of long ago" in shown.text
    lifts_menu(in_force(work, ann), coach().knowledge)
    for change in questions(coach().knowledge).values():
        found = what_if(work, coach(), ann, change, TODAY)
        assert isinstance(found, Otherwise)
        difference(found, coach().knowledge, place=Place.NEW)
    changed = plan_service.prefer_lift(work, coach(), ann, "deadlift", -1, NOW)
    assert isinstance(changed, PlanInForce)
    assert GONE not in {one.exercise for session in changed.kept.plan.sessions for one in session.exercises}


def test_its_session_is_lifted_shortened_swapped_and_finished(work: SqlWork, ann: Athlete) -> None:
    work.plans.keep(ann.id, OLD, NOW)
    shown = opened(work, ann)
    assert [item.plan.exercise for item in shown.session.items] == ["deadlift", GONE, "lat-pulldown"]
    logged = keep_sets(work, ann, [DoneSet(GONE, reps=8, load=kg("50"))], NOW, session=shown.session)
    assert logged.card is not None
    assert swaps(work, coach(), ann, shown.session.id, 1, NOW).exercises == ()
    assert GONE in shorten_session(work, coach(), ann, shown.session.id, 12, NOW).found.left_out
    done = finish_workout(work, coach(), ann, shown.session.id, NOW)
    assert done is not None
    finished(done, coach().knowledge, ann.unit, place=Place.NEW)


def spoil(connection: Connection, table: Table, column: str) -> None:
    """As if a newer version had written it."""
    body = connection.execute(select(table.c[column])).scalars().all()[0]
    strange = {"wishes": {"aim": "beach"}, "unit": "stone", "reason": {"why": "stars"}}
    connection.execute(update(table).values({column: {**body, **strange}}))


@pytest.mark.parametrize(("table", "column"), [(plans, "plan"), (gyms, "gym"), (session_items, "advice")])
def test_what_another_version_wrote_stops_no_session(
    connection: Connection, work: SqlWork, ann: Athlete, table: Table, column: str, caplog: pytest.LogCaptureFixture
) -> None:
    work.plans.keep(ann.id, OLD, NOW)
    work.gyms.put(ann.id, Gym())
    opened(work, ann)
    spoil(connection, table, column)
    opened(work, ann)
    work.sessions.discard(opened(work, ann).session.id)
    opened(work, ann)
    assert "is of another version" in caplog.text
    assert "beach" not in caplog.text


def test_a_plan_that_cannot_be_read_can_be_ended_and_replaced(
    connection: Connection, work: SqlWork, ann: Athlete
) -> None:
    work.plans.keep(ann.id, OLD, NOW)
    spoil(connection, plans, "plan")
    assert work.plans.current(ann.id) is None
    assert plan_service.end_plan(work, ann, NOW)
    wishes = plan_service.first_wishes(work, coach(), ann, TODAY)
    assert isinstance(plan_service.use_plan(work, coach(), ann, wishes, NOW), PlanInForce)
    assert work.plans.current(ann.id) is not None


def test_an_advice_copies_no_note(work: SqlWork, ann: Athlete) -> None:
    keep_sets(work, ann, [DoneSet("deadlift", reps=8, load=kg("60"), note="as she said")], NOW - DAY, session=None)
    advice = opened(work, ann).session.items[0].advice
    assert advice is not None
    assert [(one.reps, one.note) for one in advice.reason.before] == [(8, None)]


LIFTS = ("deadlift", "pull-up", "lat-pulldown", "t-bar-row", "kettlebell-row", "smith-machine-row", GONE)


@pytest.mark.parametrize("unit", list(Unit))
@pytest.mark.parametrize("load", [kg("2000"), lb("2000"), kg("0.001"), lb("0.125")], ids=str)
@pytest.mark.parametrize("exercise", LIFTS)
def test_any_load_of_the_log_is_advised_from(
    work: SqlWork, ann: Athlete, unit: Unit, load: Load, exercise: str
) -> None:
    """The heaviest that is taken in kilograms is more than is taken in pounds."""
    ann = replace(ann, unit=unit)
    work.plans.keep(ann.id, replace(OLD, sessions=(PlanSession("A", (planned(exercise),), 30),)), NOW)
    done = DoneSet(exercise, reps=8, load=load, bodyweight=exercise == "pull-up")
    for day in (4, 2):
        keep_sets(work, ann, [done] * 3, NOW - DAY * day, session=None)
    shown = opened(work, ann)
    logged = keep_sets(work, ann, [done], NOW, session=shown.session)
    assert logged.card is not None
    card(logged.card, coach().knowledge)
    ended = finish_workout(work, coach(), ann, shown.session.id, NOW)
    assert ended is not None
    for shown_in in Unit:
        finished(ended, coach().knowledge, shown_in, place=Place.NEW)


@pytest.mark.parametrize("unit", list(Unit))
def test_any_load_of_a_like_lift_gives_a_guess(work: SqlWork, ann: Athlete, unit: Unit) -> None:
    ann = replace(ann, unit=unit)
    keep_sets(work, ann, [DoneSet("deadlift", reps=15, load=kg("2000"))] * 3, NOW - DAY, session=None)
    work.plans.keep(ann.id, replace(OLD, sessions=(PlanSession("A", (planned("rack-pull"),), 30),)), NOW)
    advice = opened(work, ann).session.items[0].advice
    assert advice is not None
    assert advice.guess


@pytest.mark.parametrize("unit", list(Unit))
@pytest.mark.parametrize("exercise", ["deadlift", "meadows-row", "romanian-deadlift"])
def test_any_load_on_the_card_gives_a_guess(work: SqlWork, ann: Athlete, unit: Unit, exercise: str) -> None:
    ann = replace(ann, unit=unit)
    wishes = plan_service.first_wishes(work, coach(), ann, TODAY)
    work.plans.keep(ann.id, Plan("back-session", wishes, (PlanSession("A", (planned(exercise),), 30),)), NOW)
    shown = opened(work, ann)
    work.sessions.choose_load(shown.session.id, 0, kg("2000"))
    found = swaps(work, coach(), ann, shown.session.id, 0, NOW)
    assert any(one.advice is not None and one.advice.guess for one in found.exercises)
