"""Do words say what is there where a lifter trains, and change nothing else?"""

from dataclasses import replace
from decimal import Decimal
from functools import reduce

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.coaching.loading.gym_words import read_gym
from bot.coaching.loading.piece_words import HEAVIEST_PIECE, MOST_PIECES
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
    "plates 20,10,5,2.5": {"plates": several("20", "10", "5", "2.5")},
    "plates 20,10": {"plates": several("20", "10")},
    "plates 20, 10, 2,5, 1,25": {"plates": several("20", "10", "2.5", "1.25")},
    "plates 20,5": {"plates": several("20", "5")},
    "plates 25,10 and 2,5": {"plates": several("25", "10", "2.5")},
    "plates 20,10,5 2,5 1,25": {"plates": several("20", "10", "5", "2.5", "1.25")},
    "dumbbells 7,5 12,5 22,5": {"dumbbells": several("7.5", "12.5", "22.5")},
    "plates 20 2,5": {"plates": several("20", "2.5")},
    "plates 25-20-15-10-5": {"plates": several("25", "20", "15", "10", "5")},
    "plates 20 - 20 - 10": {"plates": several("20", "20", "10")},
    "plates 20-10": {"plates": several("20", "10")},
    "plates 20x2 10x2 5x2": {"plates": several("20", "20", "10", "10", "5", "5")},
    "plates 2x20, 1x2,5": {"plates": several("20", "20", "2.5")},
    "plates 2 20s and 2 10s": {"plates": several("20", "20", "10", "10")},
    "plates 20 kg x 2, 10 kg": {"plates": several("20", "20", "10")},
    "plates 20s, 10s and a 5": {"plates": several("20", "10", "5")},
    "plates 2x20 and 10 on each side.": {"plates": several("20", "20", "10")},
    "dumbbells 5,10,15,20": {"dumbbells": several("5", "10", "15", "20")},
    "dumbbells from 2 to 6 in steps of 2": {"dumbbells": several("2", "4", "6")},
    "dumbbells 6 to 2 by 2": {"dumbbells": several("2", "4", "6")},
    "dumbbells 2-6 by 2, 10-20 by 5": {"dumbbells": several("2", "4", "6", "10", "15", "20")},
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
        "plates 10x20",
        "plates 20 and some 10s",
        "plates 20 10 or 5",
        "plates 20 5 5 each foot",
        "plates 20x",
        "plates 20,10,5,2,5",
        "plates 1000",
        "plates 2.5.5",
        "dumbbells up to 30",
        "dumbbells 2-4-6 by 2",
        "bar 20 thick",
        "bar -20",
        "step deadlift 5 or so",
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


PIECES = st.sampled_from(several("1.25", "2.5", "5", "7.5", "10", "12.5", "15", "20", "25", "32.5", "45", "100"))
BETWEEN = ("{} {}", "{}, {}", "{},{}", "{}; {}", "{}/{}", "{}-{}", "{} - {}", "{} and {}", "{} + {}")


@given(
    st.lists(PIECES, min_size=2, max_size=12),
    st.sampled_from(BETWEEN),
    st.sampled_from([".", ","]),
    st.sampled_from(["", "kg", " kg", "s"]),
)
def test_a_list_written_in_any_usual_way_reads_back_as_itself(
    pieces: list[Decimal], between: str, point: str, mark: str
) -> None:
    """Left aside is what two people would read in two ways: a range, and a comma that may be either."""
    written = [f"{piece}".replace(".", point) + mark for piece in pieces]
    said = reduce(between.format, written)
    tight = between == "{},{}" and not mark
    assume(not (tight and point == ","))
    assume(not (tight and len(pieces) == 2 and said.replace(",", "", 1).isdigit() and written[1] in ("5", "25", "75")))
    assume(not ("-" in between and len(pieces) == 2 and pieces[0] < pieces[1]))
    assume(not (mark == "s" and between == "{} {}" and any(piece in COUNTS for piece in pieces[:-1])))
    assert read_gym(f"plates {said}", GYM, KNOWLEDGE).plates == tuple(sorted(pieces, reverse=True))


COUNTS = frozenset(map(Decimal, range(1, 10)))


@given(
    st.dictionaries(PIECES, st.integers(1, 9), min_size=1, max_size=5),
    st.sampled_from(["{1}x{0}", "{1} x {0} kg", "{1} × {0}", "{0}x{1}", "{0}kg x {1}", "{1} {0}s"]),
    st.sampled_from([" ", ", ", " and "]),
)
def test_pieces_that_are_counted_read_back_as_so_many(counted: dict[Decimal, int], way: str, between: str) -> None:
    assume(way.startswith("{1}") or any(piece > 9 or piece % 1 for piece in counted))
    said = between.join(way.format(piece, count) for piece, count in counted.items())
    pieces = [piece for piece, count in counted.items() for _ in range(count)]
    assert read_gym(f"plates {said}", GYM, KNOWLEDGE).plates == tuple(sorted(pieces, reverse=True))


@given(st.text(max_size=60) | st.from_regex(r"(bar|plates|dumbbells|stack|step deadlift) [0-9x., -]{1,20}"))
def test_no_words_make_a_gym_that_cannot_be(said: str) -> None:
    try:
        gym = read_gym(said, GYM, KNOWLEDGE)
    except BadGym:
        return
    pieces = [*gym.plates, *gym.dumbbells, *gym.kettlebells, *gym.steps.values()]
    pieces += [one for one in (gym.bar, gym.stack) if one is not None]
    assert all(0 < one <= HEAVIEST_PIECE for one in pieces)
