"""Are the loads that are offered loads that exist?"""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coaching.loading.loads import loads_for
from bot.coaching.progression.facts import Rack, facts_of, rack_of
from bot.domain.gym import Gym
from bot.domain.units import Unit
from tests.builders import kg, lb
from tests.knowledge import KNOWLEDGE


def amounts(*said: str) -> tuple[Decimal, ...]:
    return tuple(map(Decimal, said))


OWN = Gym(bar=Decimal(15), plates=amounts("10", "5", "2.5"), dumbbells=amounts("4", "10", "7"), stack=Decimal(7))
POUNDS = Gym(Unit.LB)


@pytest.mark.parametrize(
    ("exercise", "gym", "lightest"),
    [
        ("deadlift", Gym(), ["20", "22.5", "25"]),
        ("deadlift", POUNDS, ["45", "50", "55"]),
        ("deadlift", OWN, ["15", "20", "25"]),
        ("deadlift", Gym(steps={"deadlift": Decimal(1)}), ["20", "21", "22"]),
        ("t-bar-row", Gym(), ["1.25", "2.5", "3.75"]),
        ("smith-machine-row", Gym(), ["2.5", "5", "7.5"]),
        ("one-arm-dumbbell-row", Gym(), ["1", "2", "3"]),
        ("one-arm-dumbbell-row", POUNDS, ["3", "5", "8"]),
        ("one-arm-dumbbell-row", OWN, ["4", "7", "10"]),
        ("one-arm-dumbbell-row", Gym(steps={"one-arm-dumbbell-row": Decimal("2.5")}), ["2.5", "5", "7.5"]),
        ("kettlebell-row", POUNDS, ["9", "13", "18"]),
        ("lat-pulldown", Gym(), ["5", "10", "15"]),
        ("lat-pulldown", OWN, ["7", "14", "21"]),
        ("machine-row", POUNDS, ["10", "20", "30"]),
        ("pull-up", Gym(), ["0", "1.25", "2.5"]),
        ("pull-up", OWN, ["0", "2.5", "5"]),
        ("assisted-pull-up", Gym(), ["-100", "-95", "-90"]),
        ("jefferson-curl", Gym(), ["1", "2", "3"]),
        ("my own thing", Gym(), ["0", "2.5", "5"]),
    ],
)
def test_which_loads_there_are(exercise: str, gym: Gym, lightest: list[str]) -> None:
    found = loads_for(gym, facts_of(KNOWLEDGE, exercise))
    assert [f"{one:f}" for one in found.amounts[:3]] == lightest
    assert found.unit is gym.unit


def test_up_down_nearest_at_most() -> None:
    loads = loads_for(Gym(), facts_of(KNOWLEDGE, "deadlift"))
    assert loads.up(Decimal(60)) == Decimal("62.5")
    assert loads.up(loads.most) is None
    assert loads.down(Decimal(60)) == Decimal("57.5")
    assert loads.down(Decimal(20)) is None
    assert loads.at_most(Decimal("61.9")) == Decimal(60)
    assert loads.at_most(Decimal(5)) == Decimal(20)
    assert loads.nearest(Decimal("61.25")) == Decimal(60)
    assert loads.nearest(Decimal("61.3")) == Decimal("62.5")


def test_a_load_in_the_other_unit_stands_for_one_that_is_hardly_heavier() -> None:
    loads = loads_for(Gym(), facts_of(KNOWLEDGE, "deadlift"))
    assert loads.keep(loads.read(lb("225"))) == Decimal("102.5")
    assert loads.keep(Decimal("61.9")) == Decimal("62.5")
    assert loads.keep(Decimal("61.5")) == Decimal(60)
    assert loads.said(Decimal(0)) is None
    assert loads.said(Decimal("102.5")) == kg("102.5")


def test_what_was_lifted_below_the_bar_is_there() -> None:
    loads = loads_for(Gym(), facts_of(KNOWLEDGE, "deadlift")).down_to(Decimal("14.97"))
    assert loads.amounts[:2] == (Decimal(15), Decimal(20))
    assert loads.down_to(Decimal(60)) is loads


@pytest.mark.parametrize(
    ("lifted", "there"), [("14.97", "15"), ("4.3", "4"), ("8.3", "8"), ("19.8", "19.5"), ("7", "7")]
)
def test_what_is_there_below_the_bar_is_hardly_more_than_was_lifted(lifted: str, there: str) -> None:
    loads = loads_for(Gym(), facts_of(KNOWLEDGE, "deadlift")).down_to(Decimal(lifted))
    assert loads.least == Decimal(there)


def test_a_help_that_a_band_gives_has_no_number() -> None:
    assert rack_of(KNOWLEDGE.exercise("assisted-pull-up")) is Rack.ASSIST
    assert facts_of(KNOWLEDGE, "assisted-pull-up", equipment={"pull-up-bar", "band"}).rack is Rack.BAND


@pytest.mark.parametrize(
    ("exercise", "equipment", "belt"),
    [
        ("pull-up", None, True),
        ("pull-up", {"pull-up-bar"}, False),
        ("pull-up", {"pull-up-bar", "dip-belt"}, True),
        ("back-extension", {"back-extension-bench"}, True),
        ("negative-pull-up", None, False),
        ("archer-pull-up", None, False),
        ("inverted-row", None, False),
        ("lat-pulldown", None, False),
    ],
)
def test_where_plates_can_be_hung_on(exercise: str, equipment: set[str] | None, belt: bool) -> None:
    assert facts_of(KNOWLEDGE, exercise, equipment=equipment).belt is belt


plate_sizes = st.sampled_from(amounts("0", "-5", "0.5", "1.25", "2.5", "5", "10", "15", "20", "25", "45", "33.333"))


@given(
    unit=st.sampled_from(Unit),
    bar=st.none() | plate_sizes,
    plates=st.lists(plate_sizes, max_size=12).map(tuple),
    hands=st.lists(plate_sizes, max_size=5).map(tuple),
    stack=st.none() | plate_sizes,
    exercise=st.sampled_from(sorted(KNOWLEDGE.exercises)),
    asked=st.decimals(-150, 600, places=2),
)
def test_any_gym_has_loads_in_order(
    unit: Unit,
    bar: Decimal | None,
    plates: tuple[Decimal, ...],
    hands: tuple[Decimal, ...],
    stack: Decimal | None,
    exercise: str,
    asked: Decimal,
) -> None:
    gym = Gym(unit, bar, plates, hands, hands, stack, {exercise: stack} if stack else {})
    loads = loads_for(gym, facts_of(KNOWLEDGE, exercise))
    assert list(loads.amounts) == sorted(set(loads.amounts))
    up, down = loads.up(asked), loads.down(asked)
    assert up is None or up > asked
    assert down is None or down < asked
    assert loads.at_most(asked) <= max(asked, loads.least)
    assert abs(loads.nearest(asked) - asked) == min(abs(one - asked) for one in loads.amounts)
