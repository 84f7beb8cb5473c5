"""Is a plan kept as it was made, is the newest in force, and is each session one of it?"""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from sqlalchemy import Connection, select, update

from bot.domain.advice import Advice, Reason, Why
from bot.domain.gym import Gym
from bot.domain.planning import Aim, Plan, PlanSession, Site, Wishes
from bot.domain.training import GaveOut, Method, RepRange
from bot.domain.units import Unit
from bot.services.todays import Asked, Todays
from bot.services.weekly_reports import WeeklyReport
from bot.storage.presence import chat_gone
from bot.storage.tables import plans
from bot.storage.work import SqlWork
from tests.builders import NOW, TODAY, deadlift, kg, planned, pull_up, week
from tests.storage.people import ANN, BEN

LATER = NOW + timedelta(hours=1)
WISHES = Wishes(
    Aim.STRENGTH,
    equipment=frozenset({"barbell", "band"}),
    hurts=frozenset({Site.ELBOW}),
    refused=frozenset({"good-morning"}),
)
BY_EFFORT = replace(planned(), method=Method.RPE, rpe=Decimal("8.5"))
BY_PERCENT = replace(planned("pull-up"), method=Method.PERCENT, percent=85)
PLAN = Plan("back-session", WISHES, (PlanSession("Back A", (BY_EFFORT, BY_PERCENT), 45),))
ADVICE = Advice(kg("102.5"), 6, 3, Reason(Why.TOP, kg("2.5"), (deadlift(8),), rpe=Decimal("8.5")))


def test_a_plan_comes_back_as_it_was_made(work: SqlWork, ann: int) -> None:
    assert work.plans.current(ann) is None
    kept = work.plans.keep(ann, PLAN, NOW)
    assert work.plans.current(ann) == kept
    assert kept.plan == PLAN


def test_the_newest_is_in_force_and_the_others_stay(work: SqlWork, ann: int) -> None:
    work.plans.keep(ann, PLAN, NOW)
    new = work.plans.keep(ann, week(), LATER)
    assert work.plans.current(ann) == new
    assert work.plans.end(ann, LATER)
    assert work.plans.current(ann) is None
    assert not work.plans.end(ann, LATER)


def test_nobody_sees_the_plan_of_another(work: SqlWork, ann: int) -> None:
    work.plans.keep(ann, PLAN, NOW)
    ben, _ = work.athletes.meet(BEN, BEN.id, NOW)
    assert work.plans.current(ben.id) is None


def test_a_session_of_a_plan_keeps_its_name_its_part_and_what_was_advised(work: SqlWork, ann: int) -> None:
    plan = work.plans.keep(ann, PLAN, NOW)
    asked = (Asked(BY_EFFORT, ADVICE), Asked(BY_PERCENT))
    todays = Todays("back-session", asked, 45, title="Back A", plan=plan.id, part=1, light=True)
    begun = work.sessions.start(ann, todays, now=NOW, day=TODAY)
    found = work.sessions.open(ann)
    assert found == begun
    assert (found.title, found.plan, found.part, found.light) == ("Back A", plan.id, 1, True)
    assert [(one.plan, one.advice) for one in found.items] == [(BY_EFFORT, ADVICE), (BY_PERCENT, None)]
    work.sessions.note_gave_out(begun.id, 0, GaveOut.GRIP)
    again = work.sessions.get(ann, begun.id)
    assert again is not None
    assert [one.gave_out for one in again.items] == [GaveOut.GRIP, None]


SORE = replace(
    week(),
    wishes=Wishes(hurts=frozenset({Site.LOWER_BACK}), refused=frozenset({"deadlift"}), loved=frozenset({"shrug"})),
)


def trained_by(work: SqlWork, ann: int, plan: int) -> None:
    asked = Todays("back-session", (Asked(planned()),), 30, title="Back", plan=plan, part=0)
    work.sessions.start(ann, asked, now=NOW, day=TODAY)


@pytest.mark.parametrize("how", ["ended", "replaced"])
def test_what_hurts_is_forgotten_with_plans_that_no_tap_brings_back(
    work: SqlWork, ann: int, connection: Connection, how: str
) -> None:
    ben, _ = work.athletes.meet(BEN, BEN.id, NOW)
    others = work.plans.keep(ben.id, SORE, NOW)
    work.plans.keep(ann, SORE, NOW)
    again = work.plans.keep(ann, SORE, NOW)
    assert work.plans.current(ann) == again
    if how == "ended":
        assert work.plans.end(ann, NOW)
    trained_by(work, ann, work.plans.keep(ann, week(), NOW).id)
    work.plans.keep(ann, week(), NOW)
    found = connection.execute(select(plans.c.plan).where(plans.c.athlete_id == ann).order_by(plans.c.id)).scalars()
    kept = [plan["wishes"] for plan in found]
    assert [(one["hurts"], one["refused"]) for one in kept[:2]] == [([], []), ([], [])]
    assert [one["loved"] for one in kept[:2]] == [["shrug"], ["shrug"]]
    assert work.plans.current(ben.id) == others


@pytest.mark.parametrize("strange", [{"wishes": {"hurts": ["beach"], "spare": 1}}, {"wishes": "none"}, {}, ["plan"]])
def test_of_a_plan_that_nobody_can_read_what_hurts_goes_too(
    work: SqlWork, ann: int, connection: Connection, strange: object
) -> None:
    work.plans.keep(ann, SORE, NOW)
    connection.execute(update(plans).values(plan=strange))
    trained_by(work, ann, work.plans.keep(ann, week(), NOW).id)
    work.plans.keep(ann, week(), NOW)
    before = connection.execute(select(plans.c.plan).order_by(plans.c.id)).scalars().first()
    assert str(before) == str(strange).replace("'beach'", "")


def test_what_hurts_stays_with_a_plan_that_a_tap_can_bring_back(work: SqlWork, ann: int) -> None:
    first = work.plans.keep(ann, SORE, NOW)
    later = [work.plans.keep(ann, week(), NOW).id for _ in range(8)]
    for number in reversed(later):
        assert work.plans.drop(ann, number)
    assert work.plans.current(ann) == first


def test_the_last_of_a_plan_is_the_one_that_was_finished_last_before_a_day(work: SqlWork, ann: int) -> None:
    plan, tomorrow = work.plans.keep(ann, week(), NOW).id, TODAY + timedelta(days=1)
    assert work.sessions.last_of_plan(ann, plan, tomorrow) is None
    for part in (0, 1):
        asked = Todays("back-session", (Asked(planned()),), 30, title="Back", plan=plan, part=part)
        session = work.sessions.start(ann, asked, now=NOW, day=TODAY).id
        last = work.sessions.last_of_plan(ann, plan, tomorrow)
        assert (last and last.part) == (part - 1 if part else None)
        work.sessions.finish(session, NOW + timedelta(minutes=part))
    newest = work.sessions.last_of_plan(ann, plan, tomorrow)
    assert newest is not None
    assert newest == work.sessions.get(ann, newest.id)
    assert (newest.part, newest.day) == (1, TODAY)
    assert work.sessions.last_of_plan(ann, plan, TODAY) is None
    ben, _ = work.athletes.meet(BEN, BEN.id, NOW)
    assert work.sessions.last_of_plan(ben.id, plan, tomorrow) is None


def test_bouts_are_the_last_days_with_what_was_asked_on_them(work: SqlWork, ann: int) -> None:
    for back in (3, 2, 1):
        day = TODAY - timedelta(days=back)
        work.log.keep(ann, [deadlift(5, warmup=True), deadlift(8 - back)], at=NOW, day=day)
    asked = Todays("back-session", (Asked(planned()),), 30, light=True)
    session = work.sessions.start(ann, asked, now=NOW, day=TODAY).id
    work.sessions.note_gave_out(session, 0, GaveOut.BACK)
    work.log.keep(ann, [deadlift(8), deadlift(5)], at=NOW, day=TODAY, session=session, positions=[0, 0])
    found = work.history.bouts(ann, ["deadlift", "pull-up"], limit=3)
    assert list(found) == ["deadlift"]
    today, yesterday, before = found["deadlift"]
    assert [one.reps for one in today.sets] == [8, 5]
    assert (today.asked, today.sets_asked, today.light, today.gave_out) == (RepRange(6, 8), 3, True, GaveOut.BACK)
    assert (yesterday.day, [one.reps for one in yesterday.sets], yesterday.asked) == (
        TODAY - timedelta(days=1),
        [7],
        None,
    )
    assert [one.reps for one in before.sets] == [6]
    outside = work.history.bouts(ann, ["deadlift"], limit=1, before_session=session)
    assert outside["deadlift"] == (yesterday,)


def test_a_session_that_goes_on_past_midnight_is_one_bout(work: SqlWork, ann: int) -> None:
    evening, morning = TODAY - timedelta(days=2), TODAY - timedelta(days=1)
    session = work.sessions.start(ann, Todays("back-session", (Asked(planned()),), 30), now=NOW, day=evening).id
    work.log.keep(ann, [deadlift(8), deadlift(7)], at=NOW, day=evening, session=session, positions=[0, 0])
    work.log.keep(ann, [deadlift(6)], at=NOW, day=morning, session=session, positions=[0])
    work.sessions.finish(session, NOW)
    work.log.keep(ann, [deadlift(5)], at=NOW, day=morning)
    words, taps = work.history.bouts(ann, ["deadlift"], limit=9)["deadlift"]
    assert ([one.reps for one in words.sets], words.asked) == ([5], None)
    assert ([one.reps for one in taps.sets], taps.day, taps.sets_asked) == ([8, 7, 6], morning, 3)


def test_what_gave_out_goes_with_the_set_that_fell_short(work: SqlWork, ann: int) -> None:
    session = work.sessions.start(ann, Todays("back-session", (Asked(planned()),), 30), now=NOW, day=TODAY).id
    slip = work.log.keep(ann, [deadlift(2)], at=NOW, day=TODAY, session=session, positions=[0])
    work.sessions.note_gave_out(session, 0, GaveOut.LOWER_BACK)
    assert work.history.bouts(ann, ["deadlift"], limit=1)["deadlift"][0].gave_out is GaveOut.LOWER_BACK
    work.log.undo(ann, slip.id, NOW)
    work.log.keep(ann, [deadlift(8)], at=NOW, day=TODAY, session=session, positions=[0])
    assert work.history.bouts(ann, ["deadlift"], limit=1)["deadlift"][0].gave_out is None


def test_hard_days_are_those_of_no_light_session(work: SqlWork, ann: int) -> None:
    for light, back in ((True, 1), (False, 2)):
        asked = Todays("back-session", (Asked(planned()),), 30, light=light)
        day = TODAY - timedelta(days=back)
        session = work.sessions.start(ann, asked, now=NOW, day=day).id
        work.log.keep(ann, [deadlift(8)], at=NOW, day=day, session=session, positions=[0])
        work.sessions.finish(session, NOW)
    for back, done in ((0, deadlift(5, warmup=True)), (3, deadlift(8)), (4, pull_up()), (9, deadlift(8))):
        work.log.keep(ann, [done], at=NOW, day=TODAY - timedelta(days=back))
    found = work.history.hard_days(ann, ["deadlift"], TODAY - timedelta(days=5))
    assert found == {TODAY - timedelta(days=2), TODAY - timedelta(days=3)}


def test_what_was_asked_of_a_swapped_exercise_and_what_gave_out_is_not_forgotten(work: SqlWork, ann: int) -> None:
    asked = Todays("back-session", (Asked(planned()),), 30)
    session = work.sessions.start(ann, asked, now=NOW, day=TODAY).id
    work.log.keep(ann, [deadlift(5)], at=NOW, day=TODAY, session=session, positions=[0])
    work.sessions.note_gave_out(session, 0, GaveOut.LOWER_BACK)
    work.sessions.swap(session, 0, Asked(planned("rack-pull", sets=2), ADVICE))
    (bout,) = work.history.bouts(ann, ["deadlift"], limit=3)["deadlift"]
    assert (bout.asked, bout.sets_asked, bout.gave_out) == (RepRange(6, 8), 3, GaveOut.LOWER_BACK)
    swapped = work.sessions.open(ann)
    assert swapped is not None
    assert (swapped.items[0].advice, swapped.items[0].gave_out) == (ADVICE, None)
    for there in ("seal-row", "deadlift"):
        work.sessions.swap(session, 0, Asked(planned(there)))
    back = work.sessions.open(ann)
    assert back is not None
    assert back.items[0].gave_out is GaveOut.LOWER_BACK
    work.sessions.note_gave_out(session, 0, None)
    (bout,) = work.history.bouts(ann, ["deadlift"], limit=3)["deadlift"]
    assert (bout.sets_asked, bout.gave_out) == (3, None)


def test_a_short_session_is_told_from_one_of_a_light_week(work: SqlWork, ann: int) -> None:
    for back, light in ((2, True), (1, False)):
        day = TODAY - timedelta(days=back)
        asked = Todays("back-session", (Asked(planned()),), 30, light=light)
        session = work.sessions.start(ann, asked, now=NOW, day=day)
        assert session.deload is light
        work.sessions.lighten(session.id)
        work.log.keep(ann, [deadlift(8)], at=NOW, day=day, session=session.id, positions=[0])
        work.sessions.finish(session.id, NOW)
    short, light_week = work.history.bouts(ann, ["deadlift"], limit=3)["deadlift"]
    assert [(one.light, one.short) for one in (short, light_week)] == [(True, True), (True, False)]
    assert work.sessions.light_days(ann, TODAY - timedelta(days=9), TODAY) == {TODAY - timedelta(days=2)}


def test_a_gym_is_one_and_is_put_right(work: SqlWork, ann: int) -> None:
    assert work.gyms.of(ann) is None
    own = Gym(Unit.LB, Decimal(35), (Decimal("2.5"), Decimal(45)), steps={"deadlift": Decimal(10)})
    work.gyms.put(ann, own)
    work.gyms.put(ann, replace(own, stack=Decimal(10)))
    assert work.gyms.of(ann) == replace(own, stack=Decimal(10))


def test_a_report_is_due_for_who_is_here(work: SqlWork, ann: int, connection: Connection) -> None:
    assert work.weekly_reports.of(ann) is None
    report = WeeklyReport(ann, ANN.id, NOW, TODAY)
    work.weekly_reports.put(report)
    assert work.weekly_reports.due(NOW - timedelta(seconds=1), 9) == []
    ((due, athlete),) = work.weekly_reports.due(NOW, 9)
    assert (due, athlete.id) == (report, ann)
    work.athletes.present(ann, here=False, now=NOW)
    assert work.weekly_reports.due(NOW, 9) == []
    work.athletes.present(ann, here=True, now=NOW)
    assert [one for one, _ in work.weekly_reports.due(NOW, 9)] == [report]
    chat_gone(connection, ANN.id, NOW)
    assert work.weekly_reports.due(NOW, 9) == []
    work.athletes.present(ann, here=True, now=NOW)
    work.weekly_reports.put(replace(report, due=LATER))
    assert work.weekly_reports.due(NOW, 9) == []
