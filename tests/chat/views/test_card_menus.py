"""Does the weight menu offer loads that exist, and no others?"""

from decimal import Decimal

import pytest

from bot.chat.views.card_menus import weight_menu
from bot.coaching.loading.loads import loads_for
from bot.coaching.prescribing import Offer
from bot.coaching.progression.facts import facts_of
from bot.domain.gym import Gym
from bot.domain.training import PlannedExercise, RepRange
from bot.domain.units import Load, Unit
from bot.services.workout import Card
from tests.builders import item, session
from tests.knowledge import KNOWLEDGE

BIG = (Decimal(20), Decimal(10))
GYMS = [Gym(unit, plates=plates) for unit in Unit for plates in ((), BIG)]


def offered(exercise: str, gym: Gym, load: Load | None = None) -> list[Decimal]:
    """The amounts on the buttons of its menu."""
    bodyweight = KNOWLEDGE.exercises[exercise].loading.value == "bodyweight"
    one = item(plan=PlannedExercise(exercise, 3, RepRange(6, 8), 120, bodyweight=bodyweight))
    shown = Card(session(one), one, (), Offer(load, 6), None, 0, gym=gym)
    presses = [button.press for row in weight_menu(shown, one, KNOWLEDGE).rows for button in row]
    said = [getattr(press, "load", "") for press in presses]
    return [Decimal(one.removesuffix(gym.unit)) for one in said if one.endswith(gym.unit)]


@pytest.mark.parametrize("gym", GYMS, ids=str)
@pytest.mark.parametrize("exercise", sorted(KNOWLEDGE.exercises))
def test_each_load_that_is_offered_exists(exercise: str, gym: Gym) -> None:
    there = loads_for(gym, facts_of(KNOWLEDGE, exercise)).amounts
    for load in (None, Load(there[len(there) // 3], gym.unit)):
        found = offered(exercise, gym, load)
        assert found
        assert set(found) - {Decimal(0)} <= set(there)


@pytest.mark.parametrize(
    ("exercise", "plates", "amounts"),
    [
        ("pull-up", (), ["2.5", "5", "10"]),
        ("pull-up", BIG, ["10", "20", "30"]),
        ("back-extension", BIG, ["10", "20", "30"]),
        ("assisted-pull-up", (), ["-40", "-20", "2.5", "5", "10"]),
    ],
)
def test_help_is_of_a_machine_and_the_belt_takes_plates(
    exercise: str, plates: tuple[Decimal, ...], amounts: list[str]
) -> None:
    assert offered(exercise, Gym(plates=plates)) == [Decimal(one) for one in amounts]
