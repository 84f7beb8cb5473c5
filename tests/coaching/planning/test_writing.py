"""Does every combination of wishes give a plan without a breach, or say which wish is in the way?"""

from collections import Counter
from dataclasses import replace
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given, settings

from bot.coaching.planning.rules import check_plan
from bot.coaching.planning.writing import default_plan, session_of, write_plan
from bot.domain.planning import DAYS, Aim, Hindrance, Level, Odd, Plan, Remark, Site, Unmet, Wishes
from bot.domain.training import Method
from tests.coaching.planning.wishes import GYM, KITS, any_wishes, lifts
from tests.knowledge import KNOWLEDGE

NO_BAR = {"dumbbells-and-bench", "bare-hands", "dumbbells only", "kettlebell and straps", "band only"}


def plan_for(wishes: Wishes) -> Plan:
    plan = write_plan(wishes, KNOWLEDGE)
    assert isinstance(plan, Plan), plan
    return plan


@settings(max_examples=400, deadline=None)
@given(any_wishes)
def test_any_wishes_give_a_valid_plan_or_a_reason(wishes: Wishes) -> None:
    plan = write_plan(wishes, KNOWLEDGE)
    if isinstance(plan, Plan):
        assert plan.wishes == wishes
        assert check_plan(plan, KNOWLEDGE) == ()
    else:
        assert wishes.aim is Aim.PULL_UP or wishes.hurts or wishes.refused


def test_of_the_usual_wishes_only_a_pull_up_without_a_bar_cannot_be_met() -> None:
    unmet: Counter[tuple[Hindrance, str]] = Counter()
    for aim, level, days, minutes, (kit, equipment) in product(Aim, Level, DAYS, (20, 30, 45, 60, 90), KITS.items()):
        plan = write_plan(Wishes(aim, level, days, minutes, equipment), KNOWLEDGE)
        if isinstance(plan, Unmet):
            unmet[plan.why, kit] += 1
        else:
            assert check_plan(plan, KNOWLEDGE) == (), (aim, level, days, minutes, kit)
    assert unmet == {(Hindrance.NO_BAR, kit): 3 * 6 * 5 for kit in NO_BAR}


@pytest.mark.parametrize("site", Site)
@pytest.mark.parametrize("kit", KITS)
def test_one_site_that_hurts_leaves_something_to_train(site: Site, kit: str) -> None:
    plan = write_plan(Wishes(equipment=KITS[kit], hurts=frozenset({site})), KNOWLEDGE)
    without_load = site is Site.ELBOW and kit in {"bare-hands", "bar only"}
    assert isinstance(plan, Unmet) is without_load
    if isinstance(plan, Plan):
        assert check_plan(plan, KNOWLEDGE) == ()


def test_the_session_of_the_guide_is_the_default_plan_exactly() -> None:
    plan = default_plan(KNOWLEDGE)
    program = next(iter(KNOWLEDGE.programs.values()))
    (session,) = plan.sessions
    assert (plan.program, session.name, session.minutes) == ("back-session", "Back session", 59)
    assert [(one.exercise, one.sets, one.reps.low, one.reps.high, one.rest) for one in session.exercises] == [
        (slot.exercise, slot.sets, *slot.reps, slot.rest) for slot in program.slots
    ]
    assert check_plan(plan, KNOWLEDGE) == ()
    assert plan.remarks == ()
    assert write_plan(plan.wishes, KNOWLEDGE) == plan


@pytest.mark.parametrize(
    "other",
    [
        {"level": Level.NOVICE},
        {"days": 2},
        {"minutes": 58},
        {"equipment": KITS["barbell-at-home"]},
        {"hurts": frozenset({Site.KNEE})},
        {"loved": frozenset({"t-bar-row"})},
        {"refused": frozenset({"deadlift"})},
        {"aim": Aim.STRENGTH},
    ],
)
def test_it_is_given_only_to_those_whom_it_suits(other: dict[str, object]) -> None:
    wishes = replace(default_plan(KNOWLEDGE).wishes, **other)  # type: ignore[arg-type]
    assert plan_for(wishes).program != "back-session"


def test_a_loved_lift_of_the_guide_keeps_the_session() -> None:
    assert plan_for(replace(default_plan(KNOWLEDGE).wishes, loved=frozenset({"pull-up"}))).program == "back-session"


@pytest.mark.parametrize(
    ("wishes", "program"),
    [
        (Wishes(Aim.PULL_UP, equipment=GYM), "road-to-the-pull-up"),
        (Wishes(Aim.PULL_UP, days=5, equipment=GYM), "pull-ups-most-days"),
        (Wishes(Aim.HEALTH, equipment=GYM), "posture-and-health"),
        (Wishes(minutes=30, equipment=GYM), "short-back"),
        (Wishes(equipment=KITS["door-bar-and-band"]), "home-back"),
        (Wishes(equipment=KITS["dumbbells-and-bench"]), "dumbbell-back"),
        (Wishes(Aim.STRENGTH, equipment=GYM), "heavy-back"),
        (Wishes(equipment=GYM), "full-back"),
        (Wishes(days=4, equipment=GYM), "above-and-across"),
    ],
)
def test_the_shape_fits_the_wishes(wishes: Wishes, program: str) -> None:
    assert plan_for(wishes).program == program


@pytest.mark.parametrize(
    ("wishes", "unmet"),
    [
        (
            Wishes(Aim.PULL_UP, equipment=KITS["band only"]),
            Unmet(Hindrance.NO_BAR, help=("pull-up-bar", "assisted-pull-up-machine")),
        ),
        (
            Wishes(Aim.PULL_UP, equipment=GYM, hurts=frozenset({Site.SHOULDER, Site.KNEE})),
            Unmet(Hindrance.PULL_UP_HURTS, ("knee", "shoulder")),
        ),
        (
            Wishes(Aim.PULL_UP, equipment=GYM, refused=frozenset({"pull-up", "assisted-pull-up"})),
            Unmet(Hindrance.PULL_UP_REFUSED),
        ),
        (Wishes(equipment=GYM, refused=frozenset(KNOWLEDGE.exercises)), Unmet(Hindrance.ALL_REFUSED)),
    ],
)
def test_what_cannot_be_met_is_named(wishes: Wishes, unmet: Unmet) -> None:
    assert write_plan(wishes, KNOWLEDGE) == unmet


def test_what_would_help_an_elbow_at_home_does_help() -> None:
    wishes = Wishes(hurts=frozenset({Site.ELBOW}))
    unmet = write_plan(wishes, KNOWLEDGE)
    assert isinstance(unmet, Unmet)
    assert (unmet.why, unmet.about) == (Hindrance.ALL_HURTS, ("elbow",))
    assert unmet.help[:2] == ("band", "dumbbell")
    for piece in unmet.help:
        assert isinstance(write_plan(replace(wishes, equipment=frozenset({piece})), KNOWLEDGE), Plan)


@pytest.mark.parametrize("loved", ["t-bar-row", "shrug", "chin-up", "muscle-up", "good-morning", "dead-hang"])
def test_a_loved_lift_is_in(loved: str) -> None:
    plan = plan_for(Wishes(Aim.SIZE, Level.INTERMEDIATE, 2, 60, GYM, loved=frozenset({loved})))
    assert loved in lifts(plan)


def test_a_loved_lift_that_cannot_be_is_said() -> None:
    plan = plan_for(Wishes(equipment=KITS["band only"], loved=frozenset({"deadlift", "band-row", "no-such-lift"})))
    assert Remark(Odd.LEFT_OUT, "deadlift") in plan.remarks
    assert "band-row" in lifts(plan)
    assert [one for one in plan.remarks if one.about in {"band-row", "no-such-lift"}] == []


def test_a_refused_lift_is_out_even_where_it_is_loved_too() -> None:
    both = frozenset({"deadlift", "lat-pulldown"})
    plan = plan_for(Wishes(equipment=GYM, loved=both, refused=both))
    assert both.isdisjoint(lifts(plan))
    assert plan.remarks == ()


def test_nothing_at_hand_is_enough_for_a_plan() -> None:
    plan = plan_for(Wishes())
    assert "table-row" in lifts(plan)
    assert Remark(Odd.NOT_ABOVE) in plan.remarks


def test_a_short_week_says_what_is_short() -> None:
    plan = plan_for(Wishes(Aim.SIZE, Level.ADVANCED, 1, 20, GYM))
    assert plan.sessions[0].minutes <= 20
    short = [one for one in plan.remarks if one.odd is Odd.SHORT]
    assert {one.about for one in short} >= {"latissimus-dorsi", "rhomboids"}
    assert all(one.sets is not None and one.low is not None and one.sets < one.low for one in short)


def test_strength_goes_up_by_the_rule_of_the_level() -> None:
    for level, method in (
        (Level.NOVICE, Method.LINEAR),
        (Level.INTERMEDIATE, Method.RPE),
        (Level.ADVANCED, Method.PERCENT),
    ):
        first = plan_for(Wishes(Aim.STRENGTH, level, 2, 60, GYM)).sessions[0].exercises[0]
        assert (first.method, first.reps.high <= 6) == (method, True)
        assert (first.rpe is not None, first.percent is not None) == (method is Method.RPE, method is Method.PERCENT)


def test_the_road_to_the_pull_up_comes_first() -> None:
    for session in plan_for(Wishes(Aim.PULL_UP, days=3, equipment=KITS["door-bar-and-band"])).sessions:
        first = session.exercises[0]
        assert (first.exercise, first.method) == ("pull-up", Method.ROAD)


def test_health_and_what_hurts_are_gentle() -> None:
    health = plan_for(Wishes(Aim.HEALTH, equipment=GYM))
    touchy = plan_for(Wishes(Aim.STRENGTH, equipment=GYM, hurts=frozenset({Site.KNEE})))
    assert {one.rpe for session in health.sessions for one in session.exercises} == {Decimal(8)}
    assert {one.rpe for session in touchy.sessions for one in session.exercises} == {Decimal(7)}


def test_the_same_wishes_give_the_same_plan() -> None:
    wishes = Wishes(Aim.SIZE, Level.ADVANCED, 5, 70, GYM, loved=frozenset({"shrug", "t-bar-row"}))
    assert write_plan(wishes, KNOWLEDGE) == write_plan(wishes, KNOWLEDGE)


@pytest.mark.parametrize(("days", "minutes"), [(0, 60), (7, 60), (2, 19), (2, 91)])
def test_days_and_minutes_have_bounds(days: int, minutes: int) -> None:
    with pytest.raises(ValueError, match="cannot be planned"):
        write_plan(Wishes(days=days, minutes=minutes), KNOWLEDGE)


def test_a_session_of_a_program_is_counted_as_its_lifts_are() -> None:
    session = session_of(next(iter(KNOWLEDGE.programs.values())), KNOWLEDGE)
    marks = {one.exercise: (one.per_side, one.bodyweight, one.timed) for one in session.exercises}
    assert marks["pull-up"] == (False, True, False)
    assert marks["one-arm-dumbbell-row"] == (True, False, False)


def test_where_the_week_is_full_each_session_has_a_pull_all_the_same() -> None:
    """Rows that hold the trunk bent use up the lower back's sets, so a drill for it gives way."""
    wishes = Wishes(Aim.STRENGTH, Level.NOVICE, 6, 51, frozenset({"dumbbell"}), frozenset({Site.ELBOW, Site.NECK}))
    assert check_plan(plan_for(wishes), KNOWLEDGE) == ()


def test_of_more_loved_lifts_than_there_is_room_for_the_rest_is_said() -> None:
    loved = frozenset(id for id, one in KNOWLEDGE.exercises.items() if one.pattern == "horizontal-pull")
    plan = plan_for(Wishes(Aim.SIZE, Level.NOVICE, 3, 20, GYM, loved=loved))
    assert check_plan(plan, KNOWLEDGE) == ()
    assert len(loved.intersection(lifts(plan))) >= 3
    assert any(one.odd is Odd.LEFT_OUT for one in plan.remarks)
