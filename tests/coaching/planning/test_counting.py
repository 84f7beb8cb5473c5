"""Does a set count one for a prime muscle and a half for a helper, and once for both sides?"""

from decimal import Decimal

from bot.coaching.planning.counting import hard_sets, lumbar, pulls, trained
from bot.coaching.planning.writing import default_plan
from tests.coaching.planning.test_rules import session
from tests.knowledge import KNOWLEDGE


def test_the_session_of_the_guide_adds_up() -> None:
    """Counted by hand: lats 5 × 3 and half of the deadlift's 3, and so on."""
    sessions = default_plan(KNOWLEDGE).sessions
    assert hard_sets(sessions, KNOWLEDGE) == {
        "latissimus-dorsi": Decimal("16.5"),
        "rhomboids": Decimal("13.5"),
        "trapezius": Decimal("13.5"),
        "erector-spinae": Decimal("6"),
    }
    assert lumbar(sessions, KNOWLEDGE) == 3 * 3 + 2 * 3 + 3 + 3
    assert pulls(sessions, KNOWLEDGE) == (6, 9)
    assert trained(sessions[0], KNOWLEDGE) == {muscle.id for muscle in KNOWLEDGE.back}


def test_a_lift_done_a_side_at_a_time_counts_once() -> None:
    sets = hard_sets([session(("one-arm-dumbbell-row", 3))], KNOWLEDGE)
    assert sets["latissimus-dorsi"] == 3
    assert sets["trapezius"] == Decimal("1.5")
    assert sets["erector-spinae"] == 0


def test_a_week_without_sessions_is_nothing() -> None:
    assert set(hard_sets([], KNOWLEDGE).values()) == {Decimal(0)}
    assert (lumbar([], KNOWLEDGE), pulls([], KNOWLEDGE)) == (0, (0, 0))
