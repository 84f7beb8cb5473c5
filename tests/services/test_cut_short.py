"""What does a session say of a lift that was swapped away in it, or of one that was cut short? All that it knew."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

import pytest

from bot.domain.advice import Advice, Why
from bot.domain.athlete import Athlete
from bot.domain.planning import Level, Plan, PlanSession, Wishes
from bot.domain.session import Session, SessionItem
from bot.domain.training import DoneSet, GaveOut
from bot.domain.units import Load
from bot.services.advise_anew import renew_waiting
from bot.services.change_session import leave_out, shorten_session
from bot.services.finish_workout import finish_workout
from bot.services.gave_out import note_gave_out
from bot.services.log_set import keep_sets
from bot.services.next_session import next_session
from bot.services.swap import swap_exercise
from bot.services.workout import workout
from bot.storage.database import SqlDatabase
from bot.storage.work import SqlWork
from tests.builders import NOW, kg, planned
from tests.journeys.people import coach
from tests.storage.people import ANN

DAY = timedelta(days=1)
ROW = "bent-over-row"


@pytest.fixture
def work(database: SqlDatabase) -> Iterator[SqlWork]:
    with database.engine.connect() as connection:
        yield SqlWork(connection)


@pytest.fixture
def ann(work: SqlWork) -> Athlete:
    athlete, _ = work.athletes.meet(ANN, ANN.id, NOW)
    return athlete


def plan_of(work: SqlWork, ann: Athlete, *lifts: str) -> None:
    wishes = Wishes(level=Level.INTERMEDIATE, equipment=frozenset(coach().knowledge.kits["full-gym"].has))
    session = PlanSession("A", tuple(map(planned, lifts)), 60)
    work.plans.keep(ann.id, Plan("back-session", wishes, (session,)), NOW - 100 * DAY)


def does(work: SqlWork, ann: Athlete, reps: Sequence[int], load: Load, at: datetime, session: Session | None) -> None:
    keep_sets(work, ann, [DoneSet("deadlift", one, load=load) for one in reps], at, session=session)


def opened(work: SqlWork, ann: Athlete) -> Session:
    session = work.sessions.open(ann.id)
    assert session is not None
    return session


def first(work: SqlWork, ann: Athlete) -> SessionItem:
    return opened(work, ann).items[0]


def told_next(work: SqlWork, ann: Athlete, exercise: str = "deadlift") -> Advice:
    session = work.sessions.open(ann.id)
    if session is not None:
        finish_workout(work, coach(), ann, session.id, NOW)
    asked = next_session(work, coach(), ann, NOW + 4 * DAY).exercises
    (advice,) = (one.advice for one in asked if one.plan.exercise == exercise)
    assert advice is not None
    return advice


@pytest.mark.parametrize("then", ["stays", "swaps", "shortens"])
@pytest.mark.parametrize("reps", [[4], [7, 5]])
def test_a_lower_back_that_gave_out_makes_the_next_time_lighter(
    work: SqlWork, ann: Athlete, reps: Sequence[int], then: str
) -> None:
    plan_of(work, ann, "deadlift", "lat-pulldown", ROW)
    does(work, ann, [8, 8, 8], kg("100"), NOW - 4 * DAY, None)
    session = workout(work, coach(), ann, NOW).session
    does(work, ann, reps, kg("100"), NOW, session)
    note_gave_out(work, ann, session.id, 0, GaveOut.LOWER_BACK, NOW)
    if then == "swaps":
        swap_exercise(work, coach(), ann, session.id, 0, "chest-supported-row", NOW)
    if then == "shortens":
        shorten_session(work, coach(), ann, session.id, 10, NOW)
    found = told_next(work, ann)
    assert (found.reason.why, found.load) == (Why.LOWER_BACK, kg("97.5"))


@pytest.mark.parametrize("swaps", [False, True])
@pytest.mark.parametrize(
    ("reps", "why", "load"),
    [([8, 8], Why.UNFINISHED, "100"), ([8], Why.UNFINISHED, "100"), ([3], Why.MISSED, "100")],
)
def test_a_swap_in_the_middle_is_judged_by_what_was_asked(
    work: SqlWork, ann: Athlete, reps: Sequence[int], why: Why, load: str, *, swaps: bool
) -> None:
    """As where the rest of the sets was left out."""
    plan_of(work, ann, "deadlift", "lat-pulldown")
    for ago in (11, 8, 4):
        does(work, ann, [7, 7, 7], kg("100"), NOW - ago * DAY, None)
    session = workout(work, coach(), ann, NOW).session
    does(work, ann, reps, kg("100"), NOW, session)
    if swaps:
        swap_exercise(work, coach(), ann, session.id, 0, "rack-pull", NOW)
    found = told_next(work, ann)
    assert (found.reason.why, found.load) == (why, kg(load))


@pytest.mark.parametrize(("reps", "why", "load"), [([8, 8, 8], Why.TOP, "102.5"), ([8, 8, 5], Why.MISSED, "100")])
def test_a_lift_that_was_done_before_the_rest_was_cut_is_judged_as_any(
    work: SqlWork, ann: Athlete, reps: Sequence[int], why: Why, load: str
) -> None:
    plan_of(work, ann, "deadlift", "lat-pulldown", ROW, "face-pull")
    for ago in (11, 8, 4):
        does(work, ann, [7, 7, 7], kg("100"), NOW - ago * DAY, None)
    session = workout(work, coach(), ann, NOW).session
    does(work, ann, reps, kg("100"), NOW, session)
    shorten_session(work, coach(), ann, session.id, 10, NOW)
    assert opened(work, ann).shortened
    found = told_next(work, ann)
    assert (found.reason.why, found.load) == (why, kg(load))


def test_a_lift_that_took_the_last_sets_of_another_is_foretold_with_all_of_them(work: SqlWork, ann: Athlete) -> None:
    plan_of(work, ann, "deadlift", "lat-pulldown")
    session = workout(work, coach(), ann, NOW).session
    does(work, ann, [8], kg("100"), NOW, session)
    swap_exercise(work, coach(), ann, session.id, 0, "bird-dog", NOW)
    assert first(work, ann).plan.sets == 2
    keep_sets(work, ann, [DoneSet("bird-dog", 8, bodyweight=True)] * 2, NOW, session=opened(work, ann))
    done = finish_workout(work, coach(), ann, session.id, NOW)
    assert done is not None
    assert [(one.plan.exercise, one.plan.sets) for one in done.next_time] == [("bird-dog", 3)]


def in_a_light_week(work: SqlWork, ann: Athlete, *lifts: str) -> Session:
    """Eight weeks of sessions of a plan, twice a week, and the next one is light."""
    plan_of(work, ann, *lifts)
    for bout in range(16):
        at = NOW - (16 - bout) * 3.5 * DAY
        session = workout(work, coach(), ann, at).session
        assert not session.light
        done = DoneSet(ROW, 8, load=kg(str(40 + bout * 2.5)))
        keep_sets(work, ann, [done] * 3, at, session=session)
        finish_workout(work, coach(), ann, session.id, at)
    session = workout(work, coach(), ann, NOW).session
    assert session.light
    assert session.deload
    return session


def test_swapped_away_and_back_in_a_light_week_it_is_as_light(work: SqlWork, ann: Athlete) -> None:
    session = in_a_light_week(work, ann, ROW)
    before = first(work, ann)
    for lift in ("seal-row", ROW):
        swap_exercise(work, coach(), ann, session.id, 0, lift, NOW)
        assert first(work, ann).advice is not None
        assert first(work, ann).advice.sets == first(work, ann).plan.sets == 2  # type: ignore[union-attr]
    assert first(work, ann).advice == before.advice


def test_a_light_week_of_which_little_was_done_is_not_done(work: SqlWork, ann: Athlete) -> None:
    """What its lifts were left aside for was no want of time."""
    session = in_a_light_week(work, ann, ROW, "lat-pulldown", "shrug", "face-pull")
    keep_sets(work, ann, [DoneSet(ROW, 8, load=kg("60"))] * 2, NOW, session=session)
    for position in (1, 2, 3):
        leave_out(work, ann, session.id, position, NOW)
    assert not opened(work, ann).shortened
    assert not opened(work, ann).covered


def test_advised_anew_it_says_why_the_light_week_came(work: SqlWork, ann: Athlete) -> None:
    before = in_a_light_week(work, ann, ROW, "lat-pulldown")
    assert renew_waiting(work, coach(), ann, NOW)
    assert [one.advice for one in opened(work, ann).items] == [one.advice for one in before.items]


def test_a_light_week_after_a_short_session_is_light(work: SqlWork, ann: Athlete) -> None:
    plan_of(work, ann, ROW)
    for bout in range(16):
        at = NOW - (16 - bout) * 3.5 * DAY
        session = workout(work, coach(), ann, at).session
        if bout == 15:
            shorten_session(work, coach(), ann, session.id, 10, at)
            session = opened(work, ann)
        done = DoneSet(ROW, 8, load=kg(str(40 + bout * 2.5)))
        keep_sets(work, ann, [done] * session.items[0].plan.sets, at, session=session)
        finish_workout(work, coach(), ann, session.id, at)
    advice = workout(work, coach(), ann, NOW).session.items[0].advice
    assert advice is not None
    assert (advice.reason.why, advice.load) == (Why.DELOAD, kg("67.5"))
