"""Does a comparison say what another plan, or a skipped day, would change?"""

from dataclasses import replace
from decimal import Decimal

from bot.coaching.planning.comparing import MuscleChange, differences, skipping
from bot.coaching.planning.writing import default_plan, write_plan
from bot.domain.planning import Aim, Level, Odd, Plan, Wishes
from tests.coaching.planning.test_rules import plan
from tests.coaching.planning.wishes import GYM, KITS
from tests.knowledge import KNOWLEDGE

WISHES = Wishes(Aim.SIZE, Level.INTERMEDIATE, 2, 60, GYM)


def test_a_plan_is_no_different_from_itself() -> None:
    same = differences(plan(), plan(), KNOWLEDGE)
    assert all(one.before == one.after for one in same.muscles)
    assert (same.lifts_in, same.lifts_out) == ((), ())
    assert same.sessions == (2, 2)


def test_only_dumbbells() -> None:
    found = differences(plan(), plan(replace(WISHES, equipment=KITS["dumbbells only"])), KNOWLEDGE)
    assert "two-arm-dumbbell-row" in found.lifts_in
    assert {"deadlift", "pull-up", "lat-pulldown"} <= set(found.lifts_out)
    assert not set(found.lifts_in) & set(found.lifts_out)


def test_a_skipped_session_is_missing_and_what_is_short_is_said() -> None:
    week = plan()
    less = skipping(week, 1, KNOWLEDGE)
    found = differences(week, less, KNOWLEDGE)
    assert found.sessions == (2, 1)
    assert found.minutes == (week.sessions[0].minutes + week.sessions[1].minutes, week.sessions[0].minutes)
    assert found.lumbar[1] < found.lumbar[0]
    assert found.muscles[0].after < found.muscles[0].before
    assert {one.about for one in less.remarks if one.odd is Odd.SHORT} == {"latissimus-dorsi", "rhomboids"}
    assert less.wishes.days == 1


def test_the_only_session_cannot_be_skipped() -> None:
    only = default_plan(KNOWLEDGE)
    assert skipping(only, 0, KNOWLEDGE) == only


def test_the_range_is_the_one_of_the_later_plan() -> None:
    later = write_plan(replace(WISHES, level=Level.ADVANCED), KNOWLEDGE)
    assert isinstance(later, Plan)
    lats = differences(default_plan(KNOWLEDGE), later, KNOWLEDGE).muscles[0]
    assert (lats.muscle, lats.before, lats.low, lats.high) == ("latissimus-dorsi", Decimal("16.5"), 12, 20)
    assert isinstance(lats, MuscleChange)
