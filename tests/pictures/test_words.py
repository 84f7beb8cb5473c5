"""How are numbers, days and long names written?"""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageFont

from bot.pictures.sheet import FONTS, Type
from bot.pictures.words import DRAWN, clean, day, fitted, number, wrapped
from tests.pictures.samples import LONG

TYPE = Type(40, "SemiBold")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("116.50", "116.5"),
        ("120.0", "120"),
        ("100", "100"),
        ("1234.56", "1\u00a0234.6"),
        ("0", "0"),
        ("-0.04", "0"),
        ("-7.5", "−7.5"),
    ],
)
def test_a_number(value: str, text: str) -> None:
    assert number(Decimal(value)) == text


def test_a_day_says_its_year_where_it_is_another() -> None:
    assert day(date(2026, 3, 4)) == "4 Mar 2026"
    assert day(date(2026, 3, 4), date(2026, 11, 1)) == "4 Mar"
    assert day(date(2025, 3, 4), date(2026, 11, 1)) == "4 Mar 2025"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Deadlift 🏋️\n 5×5", "Deadlift 5×5"),
        ("Тяга", "Тяга"),
        ("e\u0301", "é"),
        ("硬拉", ""),
        ("a\u0000b\u202ec", "abc"),
        ("½ kg → 5", "½ kg → 5"),
    ],
)
def test_what_cannot_be_drawn_is_left_out(text: str, left: str) -> None:
    assert clean(text) == left


@given(st.text(max_size=80), st.floats(1, 2000))
def test_a_text_never_leaves_its_room(text: str, room: float) -> None:
    words = clean(text)
    assert TYPE.width(fitted(words, TYPE.width, room)) <= room
    for most in (1, 2, 3):
        lines = wrapped(words, TYPE.width, room, most)
        assert len(lines) <= most
        assert all(TYPE.width(line) <= room for line in lines)


def test_a_long_name_is_broken_between_words() -> None:
    assert wrapped("Bent-over row", TYPE.width, 2000, 2) == ["Bent-over row"]
    first, second = wrapped(f"{LONG}, {LONG}", TYPE.width, 952, 2)
    assert LONG.startswith(first + " ")
    assert second.endswith("…")


def test_the_fonts_have_every_letter_that_is_drawn() -> None:
    """A letter a font lacks is drawn as its box, as one that no font has is."""
    for file in sorted(Path(FONTS).glob("*.ttf")):
        font = ImageFont.truetype(file, 40, layout_engine=ImageFont.Layout.BASIC)
        box = bytes(font.getmask("\uffff"))
        letters = [chr(n) for first, last in DRAWN for n in range(first, last + 1)]
        lacking = [one for one in letters if clean(f"a{one}a") == f"a{one}a" and bytes(font.getmask(one)) == box]
        assert not lacking, f"{file.name}: {lacking}"
