"""Does a light week come in time, reach the lift that stands in, and is it foretold at the end of a session?"""

from collections.abc import Iterator
from datetime import time, timedelta

import pytest

from bot.domain.advice import Advice, Why
from bot.domain.athlete import Athlete
from bot.domain.planning import Plan, PlanSession
from bot.domain.reminding import Rhythm
from bot.domain.training import DoneSet
from bot.services.change_session import shorten_session
from bot.services.finish_workout import finish_workout
from bot.services.log_set import keep_sets
from bot.services.plan import first_wishes
from bot.services.remind import remind
from bot.services.swap import swaps
from bot.services.todays import Asked
from bot.services.week import week_of
from bot.services.workout import Card, workout
from bot.storage.database import SqlDatabase
from bot.storage.work import SqlWork
from tests.builders import NOW, TODAY, kg, planned
from tests.journeys.people import coach
from tests.storage.people import ANN

DAY = timedelta(days=1)
HALF_A_WEEK = 3.5 * DAY
ROW, OTHER_ROW = "bent-over-row", "t-bar-row"


@pytest.fixture
def work(database: SqlDatabase) -> Iterator[SqlWork]:
    with database.engine.connect() as connection:
        yield SqlWork(connection)


@pytest.fixture
def ann(work: SqlWork) -> Athlete:
    athlete, _ = work.athletes.meet(ANN, ANN.id, NOW)
    return athlete


def keep_plan(work: SqlWork, ann: Athlete, *lifts: str) -> None:
    """One session a week of these."""
    wishes = first_wishes(work, coach(), ann, TODAY)
    session = PlanSession("A", tuple(map(planned, lifts)), 60)
    work.plans.keep(ann.id, Plan("back-session", wishes, (session,)), NOW)


def trained(work: SqlWork, ann: Athlete, exercise: str, weeks: int, *, grows: bool = True) -> None:
    """Twice a week, up to two days ago."""
    for bout in range(weeks * 2):
        at = NOW - 2 * DAY - (weeks * 2 - 1 - bout) * HALF_A_WEEK
        done = (
            DoneSet(exercise, reps=8, load=kg(str(40 + bout * 2.5))) if grows else DoneSet(exercise, 7, load=kg("40"))
        )
        keep_sets(work, ann, [done] * 3, at, session=None)


def trained_as_told(work: SqlWork, ann: Athlete, weeks: int) -> None:
    """Twice a week, up to half a week ago, in sessions of the plan, a little better each time."""
    for bout in range(weeks * 2):
        at = NOW - (weeks * 2 - bout) * HALF_A_WEEK
        shown = workout(work, coach(), ann, at)
        assert not shown.session.light
        done = DoneSet(ROW, reps=8, load=kg(str(40 + bout * 2.5)))
        keep_sets(work, ann, [done] * 3, at, session=shown.session)
        finish_workout(work, coach(), ann, shown.session.id, at)


def stand_ins(work: SqlWork, ann: Athlete, card: Card) -> dict[str, Why]:
    found = swaps(work, coach(), ann, card.session.id, 0, NOW).exercises
    return {one.plan.exercise: one.advice.reason.why for one in found if one.advice is not None}


def test_it_comes_after_twelve_weeks_at_twice_a_week(work: SqlWork, ann: Athlete) -> None:
    """More bouts than are looked at to say what is next."""
    keep_plan(work, ann, ROW)
    trained_as_told(work, ann, 12)
    trained(work, ann, OTHER_ROW, 1)
    shown = workout(work, coach(), ann, NOW)
    assert shown.session.light
    assert shown.item is not None
    assert shown.item.plan.sets == 2
    assert stand_ins(work, ann, shown)[OTHER_ROW] is Why.DELOAD, "what stands in is as light"


def test_nobody_begins_with_a_light_week(work: SqlWork, ann: Athlete) -> None:
    """A log from elsewhere has no light weeks marked in it, however long it is."""
    keep_plan(work, ann, ROW)
    trained(work, ann, ROW, 60)
    assert not workout(work, coach(), ann, NOW).session.light


def test_it_does_not_come_with_what_could_stand_in(work: SqlWork, ann: Athlete) -> None:
    keep_plan(work, ann, ROW)
    trained(work, ann, ROW, 2)
    for one in (OTHER_ROW, "underhand-row", "smith-machine-row", "yates-row"):
        trained(work, ann, one, 8, grows=False)
    shown = workout(work, coach(), ann, NOW)
    assert not shown.session.light
    assert Why.DELOAD not in stand_ins(work, ann, shown).values()


def test_the_end_of_a_session_foretells_what_the_next_one_says(work: SqlWork, ann: Athlete) -> None:
    """One lift of three stands still: half of those that were lifted today, and no light week."""
    keep_plan(work, ann, ROW, "lat-pulldown", "romanian-deadlift")
    trained(work, ann, ROW, 6, grows=False)
    for one in ("lat-pulldown", "romanian-deadlift"):
        trained(work, ann, one, 6)
    shown = workout(work, coach(), ann, NOW)
    keep_sets(work, ann, [DoneSet(ROW, 7, load=kg("40"))] * 2, NOW, session=shown.session)
    done = finish_workout(work, coach(), ann, shown.session.id, NOW)
    assert done is not None
    after = workout(work, coach(), ann, NOW + 3 * DAY).session
    assert _of_row(done.next_time) == after.items[0].advice


@pytest.mark.parametrize("reminded", [False, True])
def test_a_light_session_is_foretold_for_the_day_it_comes_round_again(
    work: SqlWork, ann: Athlete, *, reminded: bool
) -> None:
    """A week later, when it is light no more; sooner where they are reminded sooner."""
    keep_plan(work, ann, ROW)
    trained_as_told(work, ann, 12)
    shown = workout(work, coach(), ann, NOW)
    assert shown.session.light
    if reminded:
        remind(work, ann, ANN.id, Rhythm(time(18), frozenset({(TODAY + 2 * DAY).weekday()})), NOW)
    keep_sets(work, ann, [DoneSet(ROW, 8, load=kg("90"))] * 2, NOW, session=shown.session)
    done = finish_workout(work, coach(), ann, shown.session.id, NOW)
    assert done is not None
    advice = _of_row(done.next_time)
    after = workout(work, coach(), ann, NOW + (2 if reminded else 7) * DAY).session
    assert after.light is reminded
    assert advice == after.items[0].advice


def test_a_lift_of_each_session_is_foretold_for_the_next_one(work: SqlWork, ann: Athlete) -> None:
    """Each of two sessions a week has it: light half a week before its own session comes round again, or not yet."""
    wishes = first_wishes(work, coach(), ann, TODAY)
    sessions = tuple(PlanSession(name, (planned(ROW),), 60) for name in ("A", "B"))
    work.plans.keep(ann.id, Plan("back-session", wishes, sessions), NOW - 130 * DAY)
    foretold: list[Advice | None] = []
    told: list[Advice | None] = []
    for bout in range(30):
        at = NOW - (30 - bout) * 4 * DAY
        shown = workout(work, coach(), ann, at)
        told.append(shown.session.items[0].advice)
        keep_sets(work, ann, [DoneSet(ROW, reps=8, load=kg(str(40 + bout * 2.5)))] * 3, at, session=shown.session)
        done = finish_workout(work, coach(), ann, shown.session.id, at)
        assert done is not None
        foretold.append(_of_row(done.next_time))
    assert any(one and one.reason.why is Why.DELOAD for one in told)
    assert foretold[:-1] == told[1:]


def test_two_weeks_that_share_a_light_one_are_light_by_most_of_their_sessions(work: SqlWork, ann: Athlete) -> None:
    keep_plan(work, ann, ROW)
    trained_as_told(work, ann, 12)
    shown = workout(work, coach(), ann, NOW)
    keep_sets(work, ann, [DoneSet(ROW, 8, load=kg("90"))] * 2, NOW, session=shown.session)
    finish_workout(work, coach(), ann, shown.session.id, NOW)
    week = week_of(work, coach(), ann, TODAY, NOW)
    assert (week.light, week.partly) == (TODAY + 6 * DAY, True), "Thursday was a usual day"
    for later, light, partly in ((HALF_A_WEEK, True, False), (7 * DAY, False, True)):
        at = NOW + later
        session = workout(work, coach(), ann, at).session
        assert session.light is light
        keep_sets(work, ann, [DoneSet(ROW, 8, load=kg("90"))] * 2, at, session=session)
        finish_workout(work, coach(), ann, session.id, at)
        week = week_of(work, coach(), ann, ann.day(at), at)
        assert (week.light, week.partly) == (TODAY + 6 * DAY, partly)


def _of_row(asked: tuple[Asked, ...]) -> Advice | None:
    (one,) = asked
    assert one.plan.exercise == ROW
    return one.advice


def test_a_light_week_is_not_blamed_for_few_sets(work: SqlWork, ann: Athlete) -> None:
    keep_plan(work, ann, ROW)
    trained_as_told(work, ann, 12)
    shown = workout(work, coach(), ann, NOW)
    assert week_of(work, coach(), ann, TODAY, NOW).light is None, "nothing of it is done yet"
    keep_sets(work, ann, [DoneSet(ROW, 7, load=kg("90"))] * 2, NOW, session=shown.session)
    week = week_of(work, coach(), ann, TODAY, NOW)
    assert week.light == TODAY + 6 * DAY
    assert week.lack is None
    following = week_of(work, coach(), ann, TODAY + 7 * DAY, NOW + 7 * DAY)
    assert following.light is None, "it was in the week before"


def test_a_session_cut_short_makes_no_light_week(work: SqlWork, ann: Athlete) -> None:
    keep_plan(work, ann, ROW, "lat-pulldown")
    shown = workout(work, coach(), ann, NOW)
    shorten_session(work, coach(), ann, shown.session.id, 10, NOW)
    session = work.sessions.open(ann.id)
    assert session is not None
    assert session.light
    keep_sets(work, ann, [DoneSet(ROW, 8, load=kg("40"))], NOW, session=session)
    week = week_of(work, coach(), ann, TODAY, NOW + DAY / 8)
    assert week.light is None
    assert week.lack is not None
