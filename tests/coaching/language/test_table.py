"""Does a table add up the votes of a text exactly, however long the text is?"""

from array import array
from math import exp

import pytest

from bot.coaching.language.features import distinct_marks, marks
from bot.coaching.language.table import AT_ONCE, MOST_VALUE, SHIFT, UNKNOWN, Mark, Table, checksum, in_order

WORDS = tuple(f"w{number}" for number in range(AT_ONCE + 300))
MARKS = [
    Mark(word, MOST_VALUE - 1 - number, bytes((2 * SHIFT - 1 - number % 3, 2 * SHIFT - 5)))
    for number, word in enumerate(WORDS)
]
ROWS, VALUES, WEIGHTS = in_order(MARKS)
TABLE = Table(
    labels=("one", "other"),
    marks=ROWS,
    values=VALUES,
    weights=WEIGHTS,
    phrasings=array("I", [checksum(("hello",))]),
    stands_for=bytes([1]),
    heard={},
    elsewhere={},
    scale=0.01,
    bias=(0.1, 0.3),
    built_from="",
)


def likely(words: tuple[str, ...]) -> list[float]:
    """Written out: each mark's value and weight, over the length of the text."""
    rows = [(MARKS[number].value, MARKS[number].weights) for number in {int(word[1:]) for word in words}]
    size = sum(value * value for value, _ in rows) ** 0.5
    scores = [
        TABLE.bias[at] + sum(value * (weights[at] - SHIFT) for value, weights in rows) * TABLE.scale / size
        for at in (0, 1)
    ]
    return [exp(score) / sum(map(exp, scores)) for score in scores]


@pytest.mark.parametrize("count", [1, 2, AT_ONCE - 1, AT_ONCE, AT_ONCE + 1, len(WORDS)])
def test_votes_are_added_up(count: int) -> None:
    assert TABLE.probabilities(WORDS[:count]) == pytest.approx(likely(WORDS[:count]), rel=1e-9)


def test_no_words_leave_how_often_each_is_asked() -> None:
    assert TABLE.probabilities(()) == pytest.approx(
        [exp(0.1) / (exp(0.1) + exp(0.3)), exp(0.3) / (exp(0.1) + exp(0.3))]
    )


def test_a_strange_word_weighs_as_a_rare_one() -> None:
    size = (MARKS[0].value ** 2 + 2 * (UNKNOWN * MARKS[0].value) ** 2) ** 0.5
    ahead = 0.1 - 0.3 + MARKS[0].value * 4 * TABLE.scale / size
    one, other = TABLE.probabilities(("w0", "zebra", "zebra"))
    assert one / other == pytest.approx(exp(ahead))


@pytest.mark.parametrize("said", ["", "grip", "how do i do a EXERCISE", "rows rows rows", "x y NUMBER ok"])
def test_distinct_marks_are_the_marks_once(said: str) -> None:
    assert distinct_marks(said.split()) == {mark for mark, weight in marks(said.split()) if weight}


def test_what_is_a_phrasing_word_for_word_is_taken_for_it() -> None:
    alone, known = TABLE.probabilities(("goodbye",)), TABLE.probabilities(("hello",))
    assert known[1] > 0.75 > alone[1]
    assert sum(known) == pytest.approx(1)


def test_a_mark_is_known_by_itself() -> None:
    assert "w7" in TABLE
    assert "w7 w8" not in TABLE
    assert 7 not in TABLE


def test_of_two_marks_with_one_checksum_the_first_is_kept() -> None:
    rows, values, weights = in_order([Mark("plumless", 5, b"ab"), Mark("buckeroo", 6, b"cd"), Mark("grip", 7, b"ef")])
    assert len(rows) == 2
    assert sorted(values) == [5, 7]
    assert len(weights) == 4
