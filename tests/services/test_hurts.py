"""Does a lift that hurts leave the next sessions, with what spares it in its place, and come back lighter?"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.coaching.planning.counting import credit
from bot.coaching.planning.lifts import spared
from bot.coaching.prescribing import mark
from bot.domain.advice import Why
from bot.domain.athlete import Athlete
from bot.domain.errors import NothingLeft, ScreenOutdated
from bot.domain.hurting import Off
from bot.domain.planning import Plan, PlanSession, Site
from bot.domain.session import Session
from bot.domain.training import DoneSet, Method
from bot.services.finish_workout import finish_workout
from bot.services.hard_sets import asked_of_week
from bot.services.hurts import put_back, set_aside, take_back, tell_where, to_ask, was_no_pain
from bot.services.log_set import keep_sets, log_on_left_over
from bot.services.next_session import next_session, planned_next
from bot.services.plan import first_wishes, plan_in_force
from bot.services.stand_in import with_stand_ins
from bot.services.swap import swap_exercise, swaps
from bot.services.trained import last_trained
from bot.services.workout import current_card, start_over, workout
from bot.storage.database import SqlDatabase
from bot.storage.work import SqlWork
from tests.builders import NOW, TODAY, kg, planned
from tests.journeys.people import coach
from tests.storage.people import ANN, BEN

DAY = timedelta(days=1)
BACK, ELBOW = frozenset({Site.LOWER_BACK}), frozenset({Site.ELBOW})


@pytest.fixture
def work(database: SqlDatabase) -> Iterator[SqlWork]:
    with database.engine.connect() as connection:
        yield SqlWork(connection)


@pytest.fixture
def ann(work: SqlWork) -> Athlete:
    athlete, _ = work.athletes.meet(ANN, ANN.id, NOW)
    return athlete


def keep_plan(work: SqlWork, ann: Athlete, *sessions: tuple[str, ...]) -> None:
    wishes = first_wishes(work, coach(), ann, TODAY)
    named = (PlanSession(name, tuple(map(planned, lifts)), 60) for name, lifts in zip("ABC", sessions, strict=False))
    work.plans.keep(ann.id, Plan("back-session", wishes, tuple(named)), NOW - DAY)


def lifted(work: SqlWork, ann: Athlete, exercise: str, load: str, at: datetime) -> None:
    keep_sets(work, ann, [DoneSet(exercise, reps=8, load=kg(load))] * 3, at, session=None)


def lifts_of(work: SqlWork, ann: Athlete, now: datetime = NOW) -> list[str]:
    return [one.plan.exercise for one in next_session(work, coach(), ann, now).exercises]


def test_the_sample_session_goes_without_it(work: SqlWork, ann: Athlete) -> None:
    before = lifts_of(work, ann)
    set_aside(work, ann, ["pull-up"], ELBOW, NOW)
    after = lifts_of(work, ann)
    assert "pull-up" in before
    assert "pull-up" not in after
    [instead] = set(after) - set(before)
    assert not spared(coach().knowledge.exercise(instead), ELBOW, coach().knowledge)
    assert len(after) == len(before)
    set_aside(work, ann, [instead], ELBOW, NOW)
    assert instead not in lifts_of(work, ann)


def test_without_a_place_it_is_left_out_and_nothing_is_guessed(work: SqlWork, ann: Athlete) -> None:
    before = next_session(work, coach(), ann, NOW)
    set_aside(work, ann, ["deadlift"], frozenset(), NOW)
    after = next_session(work, coach(), ann, NOW)
    assert [one.plan.exercise for one in after.exercises] == [
        one.plan.exercise for one in before.exercises if one.plan.exercise != "deadlift"
    ]
    assert after.minutes < before.minutes
    assert tell_where(work, ann, BACK, NOW + DAY / 2) == ("deadlift",)
    assert len(lifts_of(work, ann)) == len(before.exercises), "now something can stand in"


def test_what_stands_in_spares_all_that_hurts_and_has_a_load_of_its_own(work: SqlWork, ann: Athlete) -> None:
    keep_plan(work, ann, ("deadlift", "pull-up"))
    lifted(work, ann, "trap-bar-deadlift", "100", NOW - 3 * DAY)
    set_aside(work, ann, ["deadlift"], ELBOW, NOW)
    [first, _] = next_session(work, coach(), ann, NOW).exercises
    assert first.plan.exercise == "trap-bar-deadlift"
    assert first.advice is not None
    assert first.advice.load is not None
    assert first.advice.load.amount >= 100
    set_aside(work, ann, ["pull-up"], frozenset({Site.KNEE}), NOW)
    names = lifts_of(work, ann)
    assert not any(spared(coach().knowledge.exercise(one), ELBOW | {Site.KNEE}, coach().knowledge) for one in names), (
        names
    )


def test_a_session_of_which_nothing_is_left_is_said_so(work: SqlWork, ann: Athlete) -> None:
    keep_plan(work, ann, ("deadlift",))
    set_aside(work, ann, ["deadlift"], frozenset(), NOW)
    with pytest.raises(NothingLeft):
        workout(work, coach(), ann, NOW)
    assert work.sessions.open(ann.id) is None


def test_a_session_done_in_words_with_what_stands_in_counts(work: SqlWork, ann: Athlete) -> None:
    keep_plan(work, ann, ("deadlift",), ("lat-pulldown",))
    set_aside(work, ann, ["deadlift"], ELBOW, NOW)
    [instead] = [one.exercise for one in planned_next(work, coach(), ann)]
    lifted(work, ann, instead, "60", NOW)
    found = plan_in_force(work, coach(), ann)
    assert found is not None
    assert found.part == 1, "as the next one"
    was_no_pain(work, ann, "deadlift")
    again = plan_in_force(work, coach(), ann)
    assert again is not None
    assert again.part == 0, "without pain it was another lift"


def test_a_session_done_without_it_stays_done_when_it_is_put_back(work: SqlWork, ann: Athlete) -> None:
    keep_plan(work, ann, ("deadlift", "pull-up"), ("seal-row", "face-pull"))
    set_aside(work, ann, ["deadlift"], BACK, NOW)
    set_aside(work, ann, ["pull-up"], ELBOW, NOW)
    keep_sets(work, ann, [DoneSet(one.exercise, reps=8) for one in planned_next(work, coach(), ann)], NOW, session=None)
    for lift in ("deadlift", "pull-up"):
        put_back(work, ann, lift, NOW + DAY)
    assert next_session(work, coach(), ann, NOW + DAY).title == "B"
    assert last_trained(work, coach(), ann) == TODAY


def left_over(work: SqlWork, ann: Athlete) -> Session:
    keep_plan(work, ann, ("deadlift",))
    session = workout(work, coach(), ann, NOW - 2 * DAY).session
    keep_sets(work, ann, [DoneSet("deadlift", reps=5, load=kg("60"))], NOW - 2 * DAY, session=session)
    set_aside(work, ann, ["deadlift"], frozenset(), NOW - DAY)
    return session


def test_a_session_left_over_is_closed_where_nothing_is_left_for_today(work: SqlWork, ann: Athlete) -> None:
    session = left_over(work, ann)
    assert start_over(work, coach(), ann, session.id, NOW) is None
    assert work.sessions.open(ann.id) is None


def test_a_set_tapped_on_it_is_kept_beside_any_session(work: SqlWork, ann: Athlete) -> None:
    left_over(work, ann)
    shown = current_card(work, ann, NOW)
    assert shown.item is not None
    assert shown.offer is not None
    said = mark("deadlift", shown.offer.load)
    at = (shown.session.id, shown.item.position, shown.item.next_set, 5, said, NOW)
    logged = log_on_left_over(work, coach(), ann, *at)
    assert logged.card is None
    assert logged.closed == shown.session.day
    assert [one.session for one in work.history.on(ann.id, TODAY)] == [None]
    assert work.sessions.open(ann.id) is None


def test_a_session_done_as_it_was_written_counts_too(work: SqlWork, ann: Athlete) -> None:
    keep_plan(work, ann, ("deadlift",), ("deadlift", "lat-pulldown"))
    lifted(work, ann, "deadlift", "60", NOW)
    set_aside(work, ann, ["deadlift"], BACK, NOW)
    found = plan_in_force(work, coach(), ann)
    assert found is not None
    assert found.part == 1
    assert last_trained(work, coach(), ann) == TODAY


@pytest.mark.parametrize("days", [0, 1, 20, 50])
def test_it_comes_back_lighter_once(work: SqlWork, ann: Athlete, days: int) -> None:
    keep_plan(work, ann, ("deadlift",))
    for week in (3, 2, 1):
        lifted(work, ann, "deadlift", "100", NOW - 7 * week * DAY)
    set_aside(work, ann, ["deadlift"], BACK, NOW)
    back = NOW + days * DAY
    assert put_back(work, ann, "deadlift", back)
    assert not put_back(work, ann, "deadlift", back), "a second tap"
    [asked] = next_session(work, coach(), ann, back).exercises
    assert asked.advice is not None
    assert asked.advice.reason.why is Why.HURT
    assert asked.advice.load is not None
    assert asked.advice.load.amount <= 67
    assert asked.plan.sets == 2
    lifted(work, ann, "deadlift", str(asked.advice.load.amount), back + DAY)
    [then] = next_session(work, coach(), ann, back + 4 * DAY).exercises
    assert then.advice is not None
    assert then.advice.reason.why is not Why.HURT


def test_what_it_hurt_at_that_day_is_not_what_it_comes_back_with(work: SqlWork, ann: Athlete) -> None:
    keep_plan(work, ann, ("deadlift",))
    lifted(work, ann, "deadlift", "100", NOW)
    set_aside(work, ann, ["deadlift"], BACK, NOW)
    put_back(work, ann, "deadlift", NOW)
    [asked] = next_session(work, coach(), ann, NOW + 3 * DAY).exercises
    assert asked.advice is not None
    assert asked.advice.reason.why is Why.HURT
    was_no_pain(work, ann, "deadlift")
    [asked] = next_session(work, coach(), ann, NOW + 3 * DAY).exercises
    assert asked.advice is not None
    assert asked.advice.reason.why is not Why.HURT


def test_it_is_asked_about_once_after_two_weeks(work: SqlWork, ann: Athlete) -> None:
    set_aside(work, ann, ["deadlift"], BACK, NOW)
    assert to_ask(work, ann, work.hurts.all(ann.id), NOW + 13 * DAY) is None
    found = to_ask(work, ann, work.hurts.all(ann.id), NOW + 14 * DAY)
    assert found is not None
    assert to_ask(work, ann, work.hurts.all(ann.id), NOW + 40 * DAY) is None
    set_aside(work, ann, ["deadlift"], BACK, NOW + 40 * DAY)
    assert to_ask(work, ann, work.hurts.all(ann.id), NOW + 53 * DAY) is None, "it counts anew"
    assert to_ask(work, ann, work.hurts.all(ann.id), NOW + 54 * DAY) is not None


def test_again_counts_anew_with_all_that_hurts_and_wrong_leaves_it(work: SqlWork, ann: Athlete) -> None:
    set_aside(work, ann, ["deadlift"], BACK, NOW, question=1)
    set_aside(work, ann, ["deadlift"], ELBOW, NOW + DAY, question=2)
    assert list(work.hurts.all(ann.id)) == [Off("deadlift", BACK | ELBOW, NOW + DAY)]
    assert take_back(work, ann.id, 1) == take_back(work, ann.id, 2) == ()
    set_aside(work, ann, ["pull-up"], ELBOW, NOW, question=3)
    assert take_back(work, ann.id, 3) == ("pull-up",)
    assert [one.exercise for one in work.hurts.all(ann.id)] == ["deadlift"]


@pytest.mark.parametrize("done_since", [False, True])
def test_wrong_makes_no_lift_heavier_that_was_to_come_back_lighter(
    work: SqlWork, ann: Athlete, *, done_since: bool
) -> None:
    keep_plan(work, ann, ("deadlift", "lat-pulldown"))
    lifted(work, ann, "deadlift", "100", NOW - 9 * DAY)
    set_aside(work, ann, ["deadlift"], BACK, NOW - 8 * DAY)
    put_back(work, ann, "deadlift", NOW - 6 * DAY)
    if done_since:
        lifted(work, ann, "deadlift", "70", NOW - 5 * DAY)
    set_aside(work, ann, ["deadlift"], BACK, NOW, question=7)
    assert take_back(work, ann.id, 7) == (("deadlift",) if done_since else ())
    if not done_since:
        assert put_back(work, ann, "deadlift", NOW)
    [asked] = [one.advice for one in next_session(work, coach(), ann, NOW).exercises if one.plan.exercise == "deadlift"]
    assert asked is not None
    assert asked.load is not None
    assert asked.load.amount < 80


def test_the_end_of_a_session_foretells_nothing_of_it(work: SqlWork, ann: Athlete) -> None:
    keep_plan(work, ann, ("deadlift", "lat-pulldown"))
    shown = workout(work, coach(), ann, NOW)
    for exercise in ("deadlift", "lat-pulldown"):
        keep_sets(work, ann, [DoneSet(exercise, reps=8, load=kg("60"))] * 3, NOW, session=work.sessions.open(ann.id))
    set_aside(work, ann, ["deadlift"], BACK, NOW)
    done = finish_workout(work, coach(), ann, shown.session.id, NOW)
    assert done is not None
    assert [one.plan.exercise for one in done.next_time] == ["lat-pulldown"]


def test_no_swap_offers_what_hurts(work: SqlWork, ann: Athlete) -> None:
    keep_plan(work, ann, ("lat-pulldown",))
    shown = workout(work, coach(), ann, NOW)
    at = (shown.session.id, 0)
    usual = [one.plan.exercise for one in swaps(work, coach(), ann, *at, NOW).exercises]
    assert "pull-up" in usual or any("pull" in one for one in usual)
    set_aside(work, ann, [usual[0]], frozenset(), NOW)
    assert usual[0] not in [one.plan.exercise for one in swaps(work, coach(), ann, *at, NOW).exercises]
    with pytest.raises(ScreenOutdated):
        swap_exercise(work, coach(), ann, *at, usual[0], NOW)
    knowledge = coach().knowledge
    for sites in ({Site.ELBOW}, {Site.SHOULDER}, {Site.LOWER_BACK, Site.NECK}):
        found = swaps(work, coach(), ann, *at, NOW, hurts=frozenset(sites)).exercises
        assert not any(spared(knowledge.exercise(one.plan.exercise), sites, knowledge) for one in found)
    assert swaps(work, coach(), ann, *at, NOW, hurts=frozenset()).exercises == ()


def test_one_done_before_is_offered_again_only_if_it_spares_what_hurts(work: SqlWork, ann: Athlete) -> None:
    keep_plan(work, ann, ("pull-up",))
    shown = workout(work, coach(), ann, NOW)
    keep_sets(work, ann, [DoneSet("pull-up", reps=8, bodyweight=True)], NOW, session=work.sessions.open(ann.id))
    swap_exercise(work, coach(), ann, shown.session.id, 0, "lat-pulldown", NOW)
    assert swaps(work, coach(), ann, shown.session.id, 0, NOW).exercises[0].plan.exercise == "pull-up"
    spare = swaps(work, coach(), ann, shown.session.id, 0, NOW, hurts=ELBOW).exercises
    assert "pull-up" not in [one.plan.exercise for one in spare]


def test_a_lift_that_left_the_knowledge_base_is_left_out_and_breaks_nothing(work: SqlWork, ann: Athlete) -> None:
    keep_plan(work, ann, ("deadlift", "lat-pulldown"))
    work.hurts.put(ann.id, Off("gone-lift", BACK, NOW))
    work.hurts.put(ann.id, Off("deadlift", frozenset(), NOW))
    assert lifts_of(work, ann) == ["lat-pulldown"]


def test_nobody_else_goes_without_it(work: SqlWork, ann: Athlete) -> None:
    ben, _ = work.athletes.meet(BEN, BEN.id, NOW)
    set_aside(work, ann, ["deadlift"], BACK, NOW)
    assert "deadlift" in lifts_of(work, ben)
    assert not put_back(work, ben, "deadlift", NOW)
    assert not was_no_pain(work, ben, "deadlift")
    assert "deadlift" not in lifts_of(work, replace(ann))


def test_a_stage_of_the_road_that_hurts_takes_the_road_off(work: SqlWork, ann: Athlete) -> None:
    wishes = first_wishes(work, coach(), ann, TODAY)
    road = replace(planned("pull-up"), method=Method.ROAD)
    plan = Plan("back-session", wishes, (PlanSession("A", (road, planned("bent-over-row")), 60),))
    work.plans.keep(ann.id, plan, NOW - DAY)
    stage = lifts_of(work, ann)[0]
    assert stage != "pull-up"
    set_aside(work, ann, [stage], frozenset({Site.SHOULDER}), NOW)
    knowledge = coach().knowledge
    assert not any(spared(knowledge.exercise(one), {Site.SHOULDER}, knowledge) for one in lifts_of(work, ann))


def test_what_is_asked_of_a_week_is_what_will_be_trained(work: SqlWork, ann: Athlete) -> None:
    keep_plan(work, ann, ("deadlift", "lat-pulldown"), ("seated-cable-row",))
    before = asked_of_week(work, coach(), ann)
    set_aside(work, ann, ["seated-cable-row"], frozenset(), NOW)
    less = asked_of_week(work, coach(), ann)
    assert less["rhomboids"] < before["rhomboids"], "nothing stands in where it is not known what to spare"
    put_back(work, ann, "seated-cable-row", NOW)
    assert asked_of_week(work, coach(), ann) == before
    set_aside(work, ann, ["seated-cable-row"], frozenset({Site.LOWER_BACK}), NOW)
    [stands_in] = with_stand_ins(coach(), [planned("seated-cable-row")], work.hurts.all(ann.id), None)
    credited = credit(coach().knowledge.exercise(stands_in.exercise), coach().knowledge)
    assert stands_in.exercise != "seated-cable-row"
    assert asked_of_week(work, coach(), ann)["rhomboids"] == less["rhomboids"] + 3 * credited["rhomboids"]


def test_without_a_plan_the_sample_is_counted_so(work: SqlWork, ann: Athlete) -> None:
    before = asked_of_week(work, coach(), ann)
    set_aside(work, ann, ["lat-pulldown"], frozenset(), NOW)
    assert asked_of_week(work, coach(), ann)["latissimus-dorsi"] == before["latissimus-dorsi"] - 3
