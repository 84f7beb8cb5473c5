"""Do the plates make the load, with the fewest of them, and with the fewest to change?"""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coaching.loading.plates import changes, plates_for
from bot.coaching.loading.sums import MOST_PLATES, MOST_SUMS, fewest
from bot.coaching.progression.facts import Rack
from bot.domain.gym import Gym
from bot.domain.units import Load, Unit
from tests.builders import kg, lb


def amounts(*said: str) -> tuple[Decimal, ...]:
    return tuple(map(Decimal, said))


GARAGE = Gym(bar=Decimal(15), plates=amounts("10", "5", "5", "2.5"))
POUNDS = Gym(Unit.LB)


@pytest.mark.parametrize(
    ("load", "gym", "rack", "per_side", "made", "rest"),
    [
        (kg("20"), Gym(), Rack.BARBELL, [], kg("20"), None),
        (kg("100"), Gym(), Rack.BARBELL, ["25", "15"], kg("100"), None),
        (kg("102.5"), Gym(), Rack.BARBELL, ["25", "15", "1.25"], kg("102.5"), None),
        (kg("101"), Gym(), Rack.BARBELL, ["25", "15"], kg("100"), kg("1")),
        (kg("102"), Gym(), Rack.BARBELL, ["25", "15", "1.25"], kg("102.5"), kg("-0.5")),
        (kg("10"), Gym(), Rack.BARBELL, [], kg("20"), kg("-10")),
        (lb("225"), POUNDS, Rack.BARBELL, ["45", "45"], lb("225"), None),
        (lb("225"), Gym(), Rack.BARBELL, ["20", "20", "1.25"], kg("102.5"), kg("-0.44")),
        (kg("60"), GARAGE, Rack.BARBELL, ["10", "5", "5", "2.5"], kg("60"), None),
        (kg("65"), GARAGE, Rack.BARBELL, ["10", "5", "5", "2.5"], kg("60"), kg("5")),
        (kg("30"), Gym(), Rack.SLEEVE, ["25", "5"], kg("30"), None),
        (kg("30"), Gym(), Rack.GUIDED, ["15"], kg("30"), None),
    ],
)
def test_plates_of_a_load(load: Load, gym: Gym, rack: Rack, per_side: list[str], made: Load, rest: Load | None) -> None:
    found = plates_for(load, gym, rack)
    assert sum(found.per_side) == sum(amounts(*per_side))
    assert len(found.per_side) == len(per_side)
    assert (found.load, found.rest) == (made, rest)


@pytest.mark.parametrize(
    ("before", "after", "gym", "off", "on"),
    [
        (None, kg("60"), Gym(), [], ["20"]),
        (kg("60"), kg("60"), Gym(), [], []),
        (kg("60"), kg("65"), Gym(), [], ["2.5"]),
        (kg("65"), kg("60"), Gym(), ["2.5"], []),
        (kg("62.5"), kg("65"), Gym(), [], ["1.25"]),
        (kg("100"), kg("60"), Gym(), ["15", "25"], ["20"]),
        (kg("45"), kg("50"), GARAGE, [], ["2.5"]),
        (lb("135"), lb("225"), POUNDS, [], ["45"]),
    ],
)
def test_the_fewest_changes(before: Load | None, after: Load, gym: Gym, off: list[str], on: list[str]) -> None:
    found = changes(before, after, gym)
    assert (found.off, found.on) == (amounts(*off), amounts(*on))


sizes = st.sampled_from(amounts("0.5", "1.25", "2.5", "5", "10", "15", "20", "25"))


@given(st.lists(sizes, min_size=1, max_size=8), st.integers(0, 300), st.integers(0, 300))
def test_any_plates_go_round(plates: list[Decimal], one: int, two: int) -> None:
    gym = Gym(plates=tuple(plates))
    for load in (kg(str(one)), kg(str(two))):
        found = plates_for(load, gym)
        assert all(found.per_side.count(size) <= plates.count(size) for size in found.per_side)
        assert found.load.amount == 20 + 2 * sum(found.per_side)
        assert load.amount == found.load.amount + (found.rest.amount if found.rest else 0)
    change = changes(kg(str(one)), kg(str(two)), gym)
    assert 20 + 2 * sum(change.stands) == plates_for(kg(str(two)), gym).load.amount
    assert all(change.stands.count(size) <= plates.count(size) for size in change.stands)
    before = list(plates_for(kg(str(one)), gym).per_side)
    assert len(change.off) + len(change.on) <= len(before) + len(plates_for(kg(str(two)), gym).per_side)
    assert before[: len(before) - len(change.off)] == list(change.stands[: len(before) - len(change.off)])


def test_the_fewest_of_all_ways() -> None:
    """Two of 15 make 30 with fewer than 25, 2.5 and 2.5."""
    assert fewest(amounts("25", "15", "15", "2.5", "2.5"))[Decimal(30)] == amounts("15", "15")


def test_a_heap_of_odd_plates_ends() -> None:
    heap = tuple(Decimal(index) / 7 for index in range(1, 3 * MOST_PLATES))
    assert len(fewest(tuple(round(one, 3) for one in heap))) <= 2 * MOST_SUMS
