"""Are loads exact, bounded, and the same weight in either unit?"""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.units import Load, Unit, plain
from tests.builders import kg, lb


@pytest.mark.parametrize(
    ("load", "unit", "expected"),
    [
        (kg("100"), Unit.LB, lb("220.46")),
        (lb("225"), Unit.KG, kg("102.06")),
        (kg("62.5"), Unit.KG, kg("62.5")),
        (lb("-20"), Unit.KG, kg("-9.07")),
    ],
)
def test_the_same_load_in_another_unit(load: Load, unit: Unit, expected: Load) -> None:
    assert load.to(unit) == expected


@pytest.mark.parametrize(
    ("said", "written"), [("60.0", "60"), ("62.50", "62.5"), ("6E+1", "60"), ("-0.5", "-0.5"), ("100", "100")]
)
def test_a_number_is_written_as_a_person_writes_it(said: str, written: str) -> None:
    assert plain(Decimal(said)) == written


@pytest.mark.parametrize("amount", ["NaN", "Infinity", "2000.5", "-2001", "1.0001"])
def test_what_nobody_lifts_is_refused(amount: str) -> None:
    with pytest.raises(ValueError, match="load of"):
        kg(amount)


@given(st.decimals(min_value=-900, max_value=900, places=3))
def test_there_and_back_is_within_a_hundredth(amount: Decimal) -> None:
    there = Load(amount, Unit.KG).to(Unit.LB).to(Unit.KG)
    assert abs(there.amount - amount) <= Decimal("0.01")
