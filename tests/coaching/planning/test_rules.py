"""Is each rule breached by the plan that breaks it, and by nothing else?"""

from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.coaching.planning.dosing import dosed
from bot.coaching.planning.rules import Breach, Rule, check_plan
from bot.coaching.planning.writing import remarked, timed, write_plan
from bot.domain.planning import Aim, Level, Plan, PlanSession, Site, Wishes
from bot.domain.training import Method
from tests.coaching.planning.wishes import GYM, KITS
from tests.knowledge import KNOWLEDGE

WISHES = Wishes(Aim.SIZE, Level.INTERMEDIATE, 2, 60, GYM)


def plan(wishes: Wishes = WISHES) -> Plan:
    found = write_plan(wishes, KNOWLEDGE)
    assert isinstance(found, Plan)
    return found


def session(*lifts: tuple[str, int], wishes: Wishes = WISHES) -> PlanSession:
    exercises = tuple(dosed(KNOWLEDGE.exercise(id), sets, wishes) for id, sets in lifts)
    return timed(PlanSession("Back", exercises, 0), KNOWLEDGE)


def week(*sessions: PlanSession) -> Callable[[Plan], Plan]:
    return lambda plan: replace(plan, sessions=sessions)


def wishing(**more: object) -> Callable[[Plan], Plan]:
    return lambda plan: replace(plan, wishes=replace(plan.wishes, **more))  # type: ignore[arg-type]


def first(**more: object) -> Callable[[Plan], Plan]:
    """The first lift of the first session, changed; the minutes fit again."""

    def change(plan: Plan) -> Plan:
        lifts = plan.sessions[0].exercises
        changed = replace(plan.sessions[0], exercises=(replace(lifts[0], **more), *lifts[1:]))  # type: ignore[arg-type]
        return replace(plan, sessions=(timed(changed, KNOWLEDGE), *plan.sessions[1:]))

    return change


def turned(plan: Plan) -> Plan:
    one = plan.sessions[0]
    return replace(plan, sessions=(replace(one, exercises=one.exercises[::-1]), *plan.sessions[1:]))


def late(plan: Plan) -> Plan:
    return replace(plan, sessions=(replace(plan.sessions[0], minutes=7), *plan.sessions[1:]))


A = session(("deadlift", 3), ("pull-up", 3), ("bent-over-row", 3))
B = session(("romanian-deadlift", 3), ("lat-pulldown", 3), ("seated-cable-row", 3))


BROKEN: list[tuple[Callable[[Plan], Plan], Breach]] = [
    (week(A), Breach(Rule.DAYS, about="1")),
    (week(A, session(("lat-pulldown", 3), ("seated-cable-row", 4))), Breach(Rule.COVERED, 1, "erector-spinae")),
    (
        week(A, session(("romanian-deadlift", 3), ("lat-pulldown", 4), ("pull-up", 4), ("seated-cable-row", 1))),
        Breach(Rule.BALANCED, about="11:4"),
    ),
    (week(A, session(("romanian-deadlift", 2), ("seated-cable-row", 2))), Breach(Rule.ENOUGH, None, "rhomboids")),
    (
        week(A, session(("romanian-deadlift", 4), ("back-extension", 4), ("seated-cable-row", 4))),
        Breach(Rule.TOO_MUCH, None, "erector-spinae"),
    ),
    (
        week(A, session(*((id, 4) for id in ("bird-dog", "lat-pulldown", "seal-row", "face-pull", "dead-hang")))),
        Breach(Rule.TOO_MUCH, 1),
    ),
    (first(sets=5), Breach(Rule.TOO_MANY_SETS, 0, "deadlift")),
    (first(sets=0), Breach(Rule.TOO_MANY_SETS, 0, "deadlift")),
    (
        week(A, session(("romanian-deadlift", 4), ("bent-over-row", 4), ("t-bar-row", 4))),
        Breach(Rule.LUMBAR, 1, "24"),
    ),
    (wishing(level=Level.NOVICE), Breach(Rule.LUMBAR, 0, "17")),
    (
        week(session(("deadlift", 2), ("good-morning", 2), ("seal-row", 2), ("pull-up", 2)), B),
        Breach(Rule.HEAVIEST, 0),
    ),
    (week(A, A), Breach(Rule.HEAVIEST)),
    (wishing(minutes=30), Breach(Rule.MINUTES, 0, "41")),
    (late, Breach(Rule.MINUTES, 0, "7")),
    (wishing(equipment=KITS["barbell-at-home"]), Breach(Rule.POSSIBLE, 0, "one-arm-dumbbell-row")),
    (wishing(refused=frozenset({"deadlift"})), Breach(Rule.POSSIBLE, 0, "deadlift")),
    (wishing(hurts=frozenset({Site.LOWER_BACK})), Breach(Rule.POSSIBLE, 0, "deadlift")),
    (wishing(loved=frozenset({"shrug"})), Breach(Rule.LOVED, about="shrug")),
    (turned, Breach(Rule.ORDER, 0)),
    (week(A, session(("deadlift", 2), ("deadlift", 2))), Breach(Rule.SHAPE, 1)),
    (week(A, session(("romanian-deadlift", 3))), Breach(Rule.SHAPE, 1)),
    (wishing(aim=Aim.PULL_UP), Breach(Rule.AIM, about="pull-up")),
    (wishing(aim=Aim.HEALTH), Breach(Rule.AIM, 0, "deadlift")),
    (first(method=Method.PERCENT), Breach(Rule.AIM, 0, "deadlift")),
    (first(method=Method.ROAD), Breach(Rule.AIM, 0, "deadlift")),
]


@pytest.mark.parametrize(("change", "breach"), BROKEN)
def test_what_breaks_a_rule_is_found(change: Callable[[Plan], Plan], breach: Breach) -> None:
    assert check_plan(plan(), KNOWLEDGE) == ()
    assert breach in check_plan(change(plan()), KNOWLEDGE)


def test_each_rule_is_broken_above() -> None:
    assert {breach.rule for _, breach in BROKEN} == set(Rule)


def test_heavy_days_do_not_follow_each_other_in_a_full_week() -> None:
    wishes = Wishes(Aim.STRENGTH, Level.ADVANCED, 4, 60, GYM)
    heavy, light = session(("deadlift", 2), ("seal-row", 2)), session(("lat-pulldown", 3))
    running = replace(plan(wishes), sessions=(heavy, light, light, heavy))
    apart = replace(plan(wishes), sessions=(heavy, light, heavy, light))
    assert Breach(Rule.HEAVIEST, 0) in check_plan(running, KNOWLEDGE)
    assert [one for one in check_plan(apart, KNOWLEDGE) if one.rule is Rule.HEAVIEST] == []


def test_a_shortfall_is_said_only_where_no_set_more_would_fit() -> None:
    """A muscle that could have more is a breach even where the plan says that it is short."""
    few = remarked(replace(plan(), sessions=(session(("deadlift", 1), ("pull-up", 1), ("seal-row", 1)), B)), KNOWLEDGE)
    assert any(one.about == "rhomboids" for one in few.remarks)
    assert Breach(Rule.ENOUGH, about="rhomboids") in check_plan(few, KNOWLEDGE)


def test_a_split_week_covers_the_muscles_in_the_week() -> None:
    split = plan(Wishes(Aim.SIZE, Level.INTERMEDIATE, 4, 45, GYM))
    assert KNOWLEDGE.program(split.program).split
    whole = replace(split, program="full-back")
    assert {one.rule for one in check_plan(whole, KNOWLEDGE)} == {Rule.COVERED}


def test_the_lower_back_has_a_budget_for_the_week_too() -> None:
    bent = session(("romanian-deadlift", 4), ("bent-over-row", 3), ("t-bar-row", 3))
    assert Breach(Rule.LUMBAR, about="60") in check_plan(replace(plan(), sessions=(bent,) * 3), KNOWLEDGE)
