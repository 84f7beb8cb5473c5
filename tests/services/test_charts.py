"""Do the charts tell what is in the log, in the lifter's unit, with records marked and nothing counted twice?"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from bot.chat.views.progress import calendar_caption
from bot.coaching.planning.lifts import possible
from bot.domain.athlete import Athlete
from bot.domain.planning import Level, Odd, Site, Wishes
from bot.domain.reminding import Rhythm, next_due
from bot.domain.training import DoneSet
from bot.domain.units import Unit
from bot.pictures.colours import LIGHT
from bot.pictures.paint import sheet
from bot.services.finish_workout import finish_workout
from bot.services.hard_sets import weeks_of
from bot.services.level import level_of
from bot.services.lift_chart import lift_chart
from bot.services.log_set import keep_sets
from bot.services.messages import Person
from bot.services.other_charts import body_chart, calendar_chart, volume_chart
from bot.services.pictures import LiftChart, Point, Scale
from bot.services.plan import PlanInForce, first_wishes, use_plan
from bot.services.week import Cause, Week, week_of
from bot.services.what_if import Otherwise, what_if
from bot.services.workout import workout
from bot.storage.database import SqlDatabase
from bot.storage.work import SqlWork
from tests.builders import deadlift, kg, lb, pull_up
from tests.journeys.people import coach
from tests.knowledge import KNOWLEDGE

MONDAY = date(2026, 11, 16)
DAY, WEEK = timedelta(days=1), timedelta(days=7)
NOW = datetime(2026, 11, 18, 12, tzinfo=UTC)
FULL = frozenset(KNOWLEDGE.kits["full-gym"].has)
PLANK = DoneSet("plank", seconds=60)
ROW = DoneSet("bent-over-row", reps=10, load=kg("60"))


@pytest.fixture
def work(database: SqlDatabase) -> Iterator[SqlWork]:
    with database.engine.connect() as connection:
        yield SqlWork(connection)


@pytest.fixture
def ann(work: SqlWork) -> Athlete:
    return work.athletes.meet(Person(11, "Ann"), 11, NOW)[0]


def keep(work: SqlWork, athlete: Athlete, day: date, *sets: DoneSet) -> None:
    work.log.keep(athlete.id, sets, at=datetime(day.year, day.month, day.day, 12, tzinfo=UTC), day=day)


def chart(work: SqlWork, athlete: Athlete, exercise: str) -> LiftChart:
    found = lift_chart(work, coach(), athlete, exercise, "A lift")
    assert found is not None
    return found


def points(*told: tuple[int, str, bool, str]) -> tuple[Point, ...]:
    return tuple(Point(MONDAY + DAY * day, Decimal(value), record, label) for day, value, record, label in told)


def test_a_day_is_its_best_set_and_its_best_estimate(work: SqlWork, ann: Athlete) -> None:
    keep(work, ann, MONDAY, deadlift(5), deadlift(1, kg("105")), deadlift(8, kg("160"), warmup=True), deadlift(12))
    keep(work, ann, MONDAY + DAY, deadlift(5, kg("102.5")))
    keep(work, ann, MONDAY + 2 * DAY, deadlift(2, kg("110")))
    found = chart(work, ann, "deadlift")
    assert found.best == points(
        (0, "105", False, "105 × 1"), (1, "102.5", False, "102.5 × 5"), (2, "110", True, "110 × 2")
    )
    assert found.estimates == points(
        (0, "112.5", False, "100 × 5"), (1, "115.3", True, "102.5 × 5"), (2, "113.1", False, "110 × 2")
    )
    assert lift_chart(work, coach(), ann, "face-pull", "Face pull") is None


def test_pounds_stay_the_pounds_that_were_lifted(work: SqlWork, ann: Athlete) -> None:
    work.athletes.choose_unit(ann.id, Unit.LB)
    there = work.athletes.find(11)
    assert there is not None
    keep(work, ann, MONDAY, deadlift(1, lb("225")))
    keep(work, ann, MONDAY + DAY, deadlift(1, kg("100")))
    found = chart(work, there, "deadlift")
    assert [(one.value, one.label) for one in found.best] == [(225, "225 × 1"), (Decimal("220.5"), "220.5 × 1")]


def test_the_body_alone_is_counted_and_a_belt_is_weighed(work: SqlWork, ann: Athlete) -> None:
    keep(work, ann, MONDAY, pull_up(8), pull_up(12, kg("-20")))
    keep(work, ann, MONDAY + DAY, pull_up(9))
    found = chart(work, ann, "pull-up")
    assert (found.counted, found.estimates) == ("reps", ())
    assert found.best == points((0, "8", False, "8"), (1, "9", True, "9"))
    for day in (2, 3, 4):
        keep(work, ann, MONDAY + DAY * day, pull_up(5, kg("10")), pull_up(10))
    assert chart(work, ann, "pull-up").counted == "reps", "a belt that comes and goes, of a body nobody weighed"
    for day in range(5, 11):
        keep(work, ann, MONDAY + DAY * day, pull_up(5, kg("10")))
    belted = chart(work, ann, "pull-up")
    assert (belted.counted, belted.scale, belted.estimates) == ("", Scale.UNWEIGHED, ())
    assert (belted.best[-1].label, belted.best[-1].value) == ("+10 × 5", Decimal(10))
    assert all(one.value for one in belted.best), "nothing on the belt is no step of it"


def test_a_belt_is_on_one_scale_with_the_body_where_its_weight_is_known(work: SqlWork, ann: Athlete) -> None:
    for day in range(9):
        keep(work, ann, MONDAY + DAY * day, pull_up(12))
    for day in (9, 10, 11):
        keep(work, ann, MONDAY + DAY * day, pull_up(3, kg("20")))
    counted = chart(work, ann, "pull-up")
    assert (counted.counted, counted.left_out, len(counted.best)) == ("reps", True, 9), "no fall from 12 to 3"
    keep(work, ann, MONDAY + DAY * 12, pull_up(5, kg("20")))
    work.weigh_ins.keep(ann.id, kg("80"), at=NOW, day=MONDAY)
    found = chart(work, ann, "pull-up")
    assert (found.counted, found.scale) == ("", Scale.BODY), "most of the last days had a belt"
    assert (found.best[0].value, found.best[-1].value) == (Decimal(80), Decimal(100))
    assert found.estimates[0] == Point(MONDAY, Decimal("106.7"), False, "12"), "as ten"
    assert found.estimates[-1] == Point(MONDAY + DAY * 12, Decimal("112.5"), True, "+20 × 5")


def test_help_is_taken_off_the_body(work: SqlWork, ann: Athlete) -> None:
    work.weigh_ins.keep(ann.id, kg("80"), at=NOW, day=MONDAY)
    keep(work, ann, MONDAY, pull_up(5, kg("-30")))
    found = chart(work, ann, "pull-up")
    assert (found.scale, found.best[0].value, found.best[0].label) == (Scale.BODY, Decimal(50), "−30 × 5")


def test_where_some_of_the_body_rests_only_what_was_added_is_drawn(work: SqlWork, ann: Athlete) -> None:
    work.weigh_ins.keep(ann.id, kg("80"), at=NOW, day=MONDAY)
    keep(work, ann, MONDAY, DoneSet("back-extension", reps=10, load=kg("10"), bodyweight=True))
    found = chart(work, ann, "back-extension")
    assert (found.scale, found.best[0].value, found.estimates) == (Scale.ADDED, Decimal(10), ())


def test_a_hold_is_counted_in_seconds(work: SqlWork, ann: Athlete) -> None:
    keep(work, ann, MONDAY, PLANK)
    found = chart(work, ann, "plank")
    assert (found.counted, found.best) == ("seconds", points((0, "60", False, "60 s")))


def test_the_body_and_what_it_pulls_are_on_one_scale(work: SqlWork, ann: Athlete) -> None:
    assert body_chart(work, ann).weights == ()
    for day, weight in ((0, "80"), (2, "81")):
        at = NOW + DAY * day
        work.weigh_ins.keep(ann.id, kg(weight), at=at, day=MONDAY + DAY * day)
    keep(work, ann, MONDAY + DAY, pull_up(1, kg("20")))
    keep(work, ann, MONDAY + 2 * DAY, pull_up(30))
    found = body_chart(work, ann)
    assert [(one.day, one.value) for one in found.weights] == [(MONDAY, Decimal(80)), (MONDAY + 2 * DAY, Decimal(81))]
    assert [one.value for one in found.pull_ups] == [Decimal("100.0"), Decimal("108.0")]  # 30 are taken for ten


def test_hard_sets_count_helpers_half_and_no_warm_ups(work: SqlWork, ann: Athlete) -> None:
    keep(work, ann, MONDAY - WEEK, ROW)
    keep(work, ann, MONDAY, ROW, ROW, deadlift(warmup=True), DoneSet("my own lift", reps=8))
    sets = {
        of[0].region: [one.sets for one in of] for of in weeks_of(work, coach(), ann, [MONDAY - WEEK, MONDAY], MONDAY)
    }
    assert sets["rhomboids"] == [1, 2]
    assert sets["erector-spinae"] == [Decimal("0.5"), 1]
    found = volume_chart(work, coach(), ann, MONDAY + DAY)
    assert found.weeks == (MONDAY - WEEK, MONDAY)
    assert dict(calendar_chart(work, ann, MONDAY + DAY).days) == {MONDAY - WEEK: 1, MONDAY: 3}


def test_without_a_plan_the_level_goes_by_the_age_of_the_log(work: SqlWork, ann: Athlete) -> None:
    assert level_of(work, ann, MONDAY) is Level.NOVICE
    keep(work, ann, MONDAY - 20 * WEEK, ROW)
    assert level_of(work, ann, MONDAY) is Level.NOVICE
    assert level_of(work, ann, MONDAY + 10 * WEEK) is Level.INTERMEDIATE


def week(work: SqlWork, athlete: Athlete) -> Week:
    return week_of(work, coach(), athlete, MONDAY + DAY, NOW)


def test_weeks_in_a_row_are_weeks_as_planned(work: SqlWork, ann: Athlete) -> None:
    for ago in (1, 2, 3, 5):
        keep(work, ann, MONDAY - WEEK * ago, ROW)
    assert week(work, ann).streak == 3, "this week is not over yet"
    keep(work, ann, MONDAY, ROW)
    assert (week(work, ann).done, week(work, ann).planned, week(work, ann).streak) == (1, None, 4)
    at = datetime(2026, 11, 1, 18, tzinfo=UTC).time()
    rhythm = Rhythm(at, frozenset({0, 2}))
    work.reminders.add(ann.id, 11, rhythm, next_due(rhythm, "UTC", NOW), NOW)
    assert (week(work, ann).planned, week(work, ann).streak) == (2, 0)


@pytest.mark.parametrize(
    ("wishes", "done", "region", "own"),
    [
        (Wishes(days=1, equipment=FULL), "chest-supported-row", "erector-spinae", "trap-bar-deadlift"),
        (
            Wishes(days=1, equipment=FULL, hurts=frozenset({Site.LOWER_BACK})),
            "chest-supported-row",
            "erector-spinae",
            "bird-dog",
        ),
    ],
)
def test_what_is_to_be_fixed_may_be_done(
    work: SqlWork, ann: Athlete, wishes: Wishes, done: str, region: str, own: str | None
) -> None:
    use_plan(work, coach(), ann, wishes, NOW - 30 * DAY)
    keep(work, ann, MONDAY, *[replace(ROW, exercise=done)] * 16)
    lack = week(work, ann).lack
    assert lack is not None
    there = possible(wishes, coach().knowledge)
    assert lack.lifts <= there.keys()
    assert (lack.region.region, lack.own) == (region, own)


def test_what_the_plan_gives_too_little_of_is_no_fault_of_the_week(work: SqlWork, ann: Athlete) -> None:
    at_home = frozenset(coach().knowledge.kits["door-bar-and-band"].has)
    found = use_plan(work, coach(), ann, Wishes(days=1, minutes=20, equipment=at_home), NOW - 30 * DAY)
    assert isinstance(found, PlanInForce)
    short = {one.about for one in found.kept.plan.remarks if one.odd in (Odd.SHORT, Odd.UNTRAINED)}
    assert short
    keep(work, ann, MONDAY, *[replace(ROW, exercise="pull-up")])
    lack = week(work, ann).lack
    assert lack is None or lack.region.region not in short


def test_a_best_of_the_week_beats_what_was_before_it(work: SqlWork, ann: Athlete) -> None:
    keep(work, ann, MONDAY - WEEK, deadlift(5))
    keep(work, ann, MONDAY, deadlift(5, kg("105")), ROW)
    keep(work, ann, MONDAY + DAY, deadlift(5, kg("110")))
    [best] = week(work, ann).bests
    assert (best.kept.done.load, best.before.done.load) == (kg("110"), kg("100"))
    keep(work, ann, MONDAY + WEEK, deadlift(5, kg("120")))
    assert week(work, ann).bests == (best,), "the week after is none of it"


def test_the_one_thing_to_fix_is_the_muscle_furthest_below(work: SqlWork, ann: Athlete) -> None:
    keep(work, ann, MONDAY, *[deadlift()] * 3)
    lack = week(work, ann).lack
    assert lack is not None
    assert (lack.region.sets / lack.region.low) == min(one.sets / one.low for one in week(work, ann).regions)
    assert (lack.more, lack.sessions) == (3, 1)


def sample_session(work: SqlWork, ann: Athlete, now: datetime) -> None:
    """As it stands on the card, every set of it."""
    session = workout(work, coach(), ann, now).session
    for item in session.items:
        done = DoneSet(item.plan.exercise, reps=item.plan.reps.low, load=kg("20"))
        keep_sets(work, ann, [done] * item.plan.sets, now, session=session)
    finish_workout(work, coach(), ann, session.id, now)


def test_the_sample_session_is_not_blamed_for_its_own_sets(work: SqlWork, ann: Athlete) -> None:
    sample_session(work, ann, NOW)
    found = week(work, ann)
    assert found.lack is None
    assert found.excess is not None
    assert (found.excess.region.sets, found.excess.region.high) == (Decimal("16.5"), 14)
    assert found.excess.cause is Cause.ASKED
    sample_session(work, ann, NOW + DAY)
    twice = week_of(work, coach(), ann, MONDAY, NOW + DAY).excess
    assert twice is not None
    assert twice.cause is Cause.REPEATED


def test_sets_beside_what_was_asked_are_the_lifters_own(work: SqlWork, ann: Athlete) -> None:
    keep(work, ann, MONDAY, *[ROW] * 20)
    excess = week(work, ann).excess
    assert excess is not None
    assert excess.cause is Cause.ADDED


def test_one_range_on_every_screen(work: SqlWork, ann: Athlete) -> None:
    """Of a lifter without a plan: the week's, the chart's and those of /whatif."""
    keep(work, ann, MONDAY, ROW)
    of_week = {one.region: (one.low, one.high) for one in week(work, ann).regions}
    of_chart = {row[-1].region: (row[-1].low, row[-1].high) for row in volume_chart(work, coach(), ann, MONDAY).regions}
    otherwise = what_if(work, coach(), ann, lambda wishes: replace(wishes, days=2), MONDAY)
    assert isinstance(otherwise, Otherwise)
    assert of_week == of_chart == {one.muscle: (one.low, one.high) for one in otherwise.found.muscles}


def test_a_week_before_the_plan_is_held_against_no_plan(work: SqlWork, ann: Athlete) -> None:
    for day in (-7, -5, -14):
        keep(work, ann, MONDAY + DAY * day, ROW)
    wishes = replace(first_wishes(work, coach(), ann, MONDAY), days=4)
    use_plan(work, coach(), ann, wishes, NOW)  # on a Wednesday
    before = week_of(work, coach(), ann, MONDAY - WEEK, NOW)
    assert (before.done, before.planned, before.streak) == (2, None, 2)
    this, following = week(work, ann), week_of(work, coach(), ann, MONDAY + WEEK, NOW + WEEK)
    assert (this.planned, following.planned) == (4, 4)
    use_plan(work, coach(), ann, replace(wishes, days=2), NOW + WEEK)
    assert week(work, ann).planned == 4, "by the plan of then"
    work.plans.end(ann.id, NOW + 2 * WEEK)
    assert week_of(work, coach(), ann, MONDAY + WEEK, NOW + 2 * WEEK).planned == 2
    assert week_of(work, coach(), ann, MONDAY + 2 * WEEK, NOW + 2 * WEEK).planned is None


def test_a_plan_made_late_in_the_week_asks_for_no_more_than_its_days(work: SqlWork, ann: Athlete) -> None:
    keep(work, ann, MONDAY, ROW)
    wishes = replace(first_wishes(work, coach(), ann, MONDAY), days=4)
    use_plan(work, coach(), ann, wishes, NOW + 3 * DAY)  # on a Saturday
    assert week(work, ann).planned == 3


def test_a_week_with_a_session_that_goes_on_is_not_judged_yet(work: SqlWork, ann: Athlete) -> None:
    use_plan(work, coach(), ann, replace(first_wishes(work, coach(), ann, MONDAY), days=2), NOW - 2 * DAY)
    keep(work, ann, MONDAY, ROW)
    session = workout(work, coach(), ann, NOW).session
    keep_sets(work, ann, [deadlift()], NOW, session=session)
    found = week(work, ann)
    assert (found.done, found.planned, found.under_way, found.lack) == (1, 2, True, None)
    later = week_of(work, coach(), ann, MONDAY, NOW + DAY)
    assert (later.done, later.under_way) == (2, False), "left, and so it counts"


def test_the_first_session_is_the_first_of_the_log(work: SqlWork, ann: Athlete) -> None:
    keep(work, ann, MONDAY - 50 * WEEK, ROW)
    session = workout(work, coach(), ann, NOW).session
    keep_sets(work, ann, [deadlift()], NOW, session=session)
    done = finish_workout(work, coach(), ann, session.id, NOW)
    assert done is not None
    assert not done.first, "a year of it was imported"


def test_the_calendar_has_one_number_of_days(work: SqlWork, ann: Athlete) -> None:
    """In the picture and below it: those of the months that are drawn, and all there ever were."""
    today = date(2026, 11, 26)
    for day in (date(2024, 3, 1), date(2025, 11, 27), date(2025, 11, 30), date(2025, 12, 1), date(2026, 11, 2), today):
        keep(work, ann, day, ROW)
    keep(work, ann, date(2026, 11, 3), deadlift(warmup=True))
    found = calendar_chart(work, ann, today)
    assert (sorted(found.days), found.ever) == ([date(2025, 12, 1), date(2026, 11, 2), today], 6)
    said = [one.text for one in sheet(found, LIGHT).written]
    assert "3 in 12 months · 6 in all" in said
    assert calendar_caption(found) == "<b>3 training days</b> in the last twelve months · 6 in all"
