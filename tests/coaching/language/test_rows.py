"""Are rows of words found where they stand, and nowhere else?"""

import pytest

from bot.coaching.language.rows import Rows

ROWS = Rows(
    [
        ("(numb|pins and needles) * (leg|foot)", "leg"),
        ("chest (|is) tight", "chest"),
        ("back", "back"),
        ("(so |)very sore", "sore"),
    ]
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("numb leg", [("leg", "numb leg")]),
        ("numbs in both of my legs", []),
        ("numb in my left leg", [("leg", "numb in my left leg")]),
        ("pins and needles in a foot", [("leg", "pins and needles in a foot")]),
        ("chest tight", [("chest", "chest tight")]),
        ("chest is tight", [("chest", "chest is tight")]),
        ("chest up and tight", []),
        ("backs", [("back", "backs")]),
        ("backwards", []),
        ("very sore", [("sore", "very sore")]),
        ("so very sore", [("sore", "so very sore")]),
        ("", []),
    ],
)
def test_a_row_is_found(text: str, found: list[tuple[str, str]]) -> None:
    assert [(one.meaning, one.said) for one in ROWS.find(text.split())] == found


def test_it_is_said_where_a_row_stands() -> None:
    [found] = ROWS.find(["it", "went", "numb", "in", "my", "leg", "today"])
    assert (found.start, found.end, found.words) == (2, 6, 4)


def test_a_blank_is_no_word_but_takes_its_place() -> None:
    assert [one.words for one in ROWS.find(["numb", "", "leg"])] == [3]
    assert not list(ROWS.find(["", "tight"]))
