"""Does a comparison say what another plan, or a skipped day, would change?"""

from dataclasses import replace
from decimal import Decimal

from bot.coaching.planning.comparing import MuscleChange, differences
from bot.coaching.planning.writing import default_plan, write_plan
from bot.domain.planning import Aim, Level, Plan, Wishes
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


def test_the_range_is_the_one_of_the_later_plan() -> None:
    later = write_plan(replace(WISHES, level=Level.ADVANCED), KNOWLEDGE)
    assert isinstance(later, Plan)
    lats = differences(default_plan(KNOWLEDGE), later, KNOWLEDGE).muscles[0]
    assert (lats.muscle, lats.before, lats.low, lats.high) == ("latissimus-dorsi", Decimal("16.5"), 12, 20)
    assert isinstance(lats, MuscleChange)
