"""Do words say what is there where a lifter trains, and change nothing else?"""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coaching.loading.gym_words import HEAVIEST_PIECE, MOST_PIECES, read_gym
from bot.domain.errors import BadGym
from bot.domain.gym import Gym
from bot.domain.units import Unit
from tests.knowledge import KNOWLEDGE

GYM = Gym(Unit.KG, bar=Decimal(15), plates=(Decimal(20),), steps={"shrug": Decimal(5)})


def several(*amounts: str) -> tuple[Decimal, ...]:
    return tuple(map(Decimal, amounts))


SAID = {
    "bar 20": {"bar": Decimal(20)},
    "Bar: 17,5": {"bar": Decimal("17.5")},
    "bar usual": {"bar": None},
    "plates 5 10 2x20 1.25": {"plates": several("20", "20", "10", "5", "1.25")},
    "plates usual": {"plates": ()},
    "dumbbells 2 to 10 by 2": {"dumbbells": several("2", "4", "6", "8", "10")},
    "dumbbells 2.5-7.5 by 2.5, 10": {"dumbbells": several("2.5", "5", "7.5", "10")},
    "dumbbells 2.5 to 10": {"dumbbells": several("2.5", "5", "7.5", "10")},
    "dumbbells 2 to 6": {"dumbbells": several("2", "4", "6")},
    "dumbbells 5 to 15 kg": {"dumbbells": several("5", "10", "15")},
    "bar 17.5kg": {"bar": Decimal("17.5")},
    "kettlebells 16 24": {"kettlebells": several("16", "24")},
    "stack 7.5": {"stack": Decimal("7.5")},
    "machine 5": {"stack": Decimal(5)},
    "step deadlift 5": {"steps": {"shrug": Decimal(5), "deadlift": Decimal(5)}},
    "step barbell rows 2.5": {"steps": {"shrug": Decimal(5), "bent-over-row": Decimal("2.5")}},
    "step shrug usual": {"steps": {}},
}


@pytest.mark.parametrize("said", SAID)
def test_words_change_this_part(said: str) -> None:
    assert read_gym(said, GYM, KNOWLEDGE) == replace(GYM, **SAID[said])  # type: ignore[arg-type]


@pytest.mark.parametrize("said", ["usual", "reset", "Standard"])
def test_all_of_it_goes_back_to_usual(said: str) -> None:
    assert read_gym(said, GYM, KNOWLEDGE) == Gym(Unit.KG)


@pytest.mark.parametrize(
    "said",
    [
        "",
        "foo",
        "bar",
        "bar 0",
        "bar 20 15",
        "bar 900",
        "plates",
        "plates none",
        "plates 45 25 10 lb",
        "bar 45lbs",
        "step squat 5",
        "step deadlift",
        "stack x",
        f"dumbbells 1 to {MOST_PIECES + 1} by 1",
        "dumbbells " + "0.1 to 200 by 0.001 " * 200,
    ],
)
def test_what_cannot_be_read_changes_nothing(said: str) -> None:
    with pytest.raises(BadGym):
        read_gym(said, GYM, KNOWLEDGE)


@given(st.text(max_size=60) | st.from_regex(r"(bar|plates|dumbbells|stack|step deadlift) [0-9x., -]{1,20}"))
def test_no_words_make_a_gym_that_cannot_be(said: str) -> None:
    try:
        gym = read_gym(said, GYM, KNOWLEDGE)
    except BadGym:
        return
    pieces = [*gym.plates, *gym.dumbbells, *gym.kettlebells, *gym.steps.values()]
    pieces += [one for one in (gym.bar, gym.stack) if one is not None]
    assert all(0 < one <= HEAVIEST_PIECE for one in pieces)
