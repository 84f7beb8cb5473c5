"""Is the first load of a lift taken from a like one that is known, and only where it says enough?"""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from bot.coaching.progression.advise import advise
from bot.coaching.progression.facts import facts_of
from bot.coaching.progression.from_kin import from_kin, kin_of
from bot.coaching.progression.shapes import Bout
from bot.domain.advice import Advice, Why
from bot.domain.gym import Gym
from bot.domain.training import PlannedExercise, RepRange
from bot.domain.units import Load, Unit
from tests.builders import kg, lb
from tests.coaching.progression.histories import TODAY, bout
from tests.knowledge import KNOWLEDGE

TRAP_BAR = PlannedExercise("trap-bar-deadlift", 3, RepRange(6, 8), 180)


def told(bouts: Sequence[Bout], gym: Gym | None = None, *, plan: PlannedExercise = TRAP_BAR) -> Advice:
    gym = gym or Gym()
    facts = facts_of(KNOWLEDGE, plan.exercise)
    first = advise(plan, (), TODAY, gym, facts)
    return from_kin(first, plan, {"deadlift": bouts}, TODAY, gym, facts, KNOWLEDGE)


@pytest.mark.parametrize(
    ("bouts", "gym", "load", "why"),
    [
        ([bout(3, kg("100"), 8, 8, 8)], Gym(), kg("107.5"), Why.FROM_OTHER),
        ([bout(3, kg("100"), 5, 5, 5)], Gym(), kg("97.5"), Why.FROM_OTHER),
        ([bout(20, kg("100"), 8, 8, 8)], Gym(), kg("95"), Why.FROM_OTHER),
        ([bout(3, kg("60"), 8, light=True), bout(6, kg("100"), 8, 8, 8)], Gym(), kg("107.5"), Why.FROM_OTHER),
        ([bout(3, lb("225"), 8, 8, 8)], Gym(Unit.LB), lb("240"), Why.FROM_OTHER),
        ([bout(3, kg("25"), 8, 8, 8)], Gym(), kg("30"), Why.FIRST),
        ([bout(91, kg("200"), 8, 8, 8)], Gym(), kg("30"), Why.FIRST),
        ([bout(3, kg("60"), 20, 20, 20)], Gym(), kg("30"), Why.FIRST),
        ([], Gym(), kg("30"), Why.FIRST),
    ],
)
def test_the_first_load(bouts: list[Bout], gym: Gym, load: Load, why: Why) -> None:
    found = told(bouts, gym)
    assert (found.load, found.reason.why) == (load, why)
    assert found.guess


def test_a_lift_that_is_known_is_left_alone() -> None:
    plan, facts, gym = TRAP_BAR, facts_of(KNOWLEDGE, "trap-bar-deadlift"), Gym()
    own = [bout(3, kg("50"), 8, 8, 8, exercise="trap-bar-deadlift")]
    advice = advise(plan, own, TODAY + timedelta(days=1), gym, facts)
    known = {"deadlift": [bout(3, kg("100"), 8, 8, 8)], "trap-bar-deadlift": own}
    assert from_kin(advice, plan, known, TODAY, gym, facts, KNOWLEDGE) == advice


def test_a_lift_on_no_scale_has_no_kin() -> None:
    assert "deadlift" in kin_of({"trap-bar-deadlift"}, KNOWLEDGE)
    assert not kin_of({"pull-up", "nobody knows it"}, KNOWLEDGE)


ROWS = {
    "seated-cable-row": [bout(3, kg("70"), 10, 10, exercise="seated-cable-row")],
    "face-pull": [bout(1, kg("60"), 15, 15, exercise="face-pull")],
    "bent-over-row": [bout(3, kg("75"), 8, 8, exercise="bent-over-row")],
}
ONE_ARM = PlannedExercise("one-arm-dumbbell-row", 3, RepRange(10, 12), 90, per_side=True)


@pytest.mark.parametrize(
    ("known", "other"),
    [
        (("seated-cable-row", "face-pull", "bent-over-row"), "seated-cable-row"),
        (("face-pull", "bent-over-row"), "bent-over-row"),
        (("face-pull",), None),
    ],
)
def test_the_closest_lift_tells_it_and_a_small_one_nothing(known: tuple[str, ...], other: str | None) -> None:
    facts = facts_of(KNOWLEDGE, ONE_ARM.exercise)
    first = advise(ONE_ARM, (), TODAY, Gym(), facts)
    found = from_kin(first, ONE_ARM, {one: ROWS[one] for one in known}, TODAY, Gym(), facts, KNOWLEDGE)
    assert found.reason.other == other
    assert (found == first) is (other is None)


def test_no_guess_is_out_of_all_bounds() -> None:
    known = [bout(3, kg("900"), 8, 8, exercise="bent-over-row")]
    facts = facts_of(KNOWLEDGE, ONE_ARM.exercise)
    first = advise(ONE_ARM, (), TODAY, Gym(), facts)
    found = from_kin(first, ONE_ARM, {"bent-over-row": known}, TODAY, Gym(), facts, KNOWLEDGE)
    assert found.load == kg("60")
