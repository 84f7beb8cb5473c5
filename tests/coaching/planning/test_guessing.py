"""Is the load of another lift the lifter's own ratio, else a guess from the table, else nothing?"""

from itertools import product

import pytest

from bot.coaching.knowledge.models import Loading
from bot.coaching.planning.guessing import load_for, ratio_between
from bot.domain.units import Load, Unit
from tests.builders import kg, lb
from tests.knowledge import KNOWLEDGE


@pytest.mark.parametrize(
    ("to", "of", "load", "own", "expected"),
    [
        ("one-arm-dumbbell-row", "bent-over-row", kg("80"), None, (kg("36"), True)),
        ("bent-over-row", "one-arm-dumbbell-row", kg("36"), None, (kg("80"), True)),
        ("trap-bar-deadlift", "deadlift", kg("100"), None, (kg("108"), True)),
        ("sumo-deadlift", "deadlift", kg("100"), None, (kg("100"), True)),
        ("chest-supported-row", "bent-over-row", kg("100"), None, (kg("32"), True)),
        ("sumo-deadlift", "deadlift", lb("225"), None, (kg("102.058"), True)),
        ("sumo-deadlift", "deadlift", kg("100"), (kg("90"), kg("99")), (kg("110"), False)),
        ("lat-pulldown", "deadlift", kg("100"), (lb("200"), lb("100")), (kg("50"), False)),
        ("sumo-deadlift", "deadlift", kg("100"), (kg("0"), kg("99")), (kg("100"), True)),
        ("lat-pulldown", "deadlift", kg("100"), None, (None, True)),
        ("pull-up", "lat-pulldown", kg("60"), None, (None, True)),
        ("sumo-deadlift", "deadlift", kg("0"), None, (None, True)),
        ("lat-pulldown", "pull-up", kg("-20"), (kg("60"), kg("60")), (None, True)),
    ],
)
def test_a_load(
    to: str, of: str, load: Load, own: tuple[Load, Load] | None, expected: tuple[Load | None, bool]
) -> None:
    assert load_for(to, of, load, KNOWLEDGE, own=own) == expected


def test_there_and_back_is_the_same() -> None:
    for scale in KNOWLEDGE.scales.values():
        for one, other in product(scale.parts, repeat=2):
            there, back = ratio_between(one, other, KNOWLEDGE), ratio_between(other, one, KNOWLEDGE)
            assert there is not None
            assert back is not None
            assert abs(there * back - 1) < Load(kg("0.001").amount, Unit.KG).amount


def test_only_lifts_with_a_load_are_on_a_scale() -> None:
    scaled = [id for scale in KNOWLEDGE.scales.values() for id in (scale.base, *scale.parts)]
    assert len(scaled) == len(set(scaled))
    bare = {Loading.BODYWEIGHT, Loading.BAND}
    assert [id for id in scaled if KNOWLEDGE.exercise(id).loading in bare] == []
