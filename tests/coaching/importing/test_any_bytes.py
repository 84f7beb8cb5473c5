"""Whatever the bytes are: is a file read, or refused in a sentence, and nothing else ever raised?"""

from contextlib import suppress
from datetime import date

from hypothesis import example, given
from hypothesis import strategies as st

from bot.coaching.importing.guard import guarded, unguarded
from bot.coaching.importing.reader import read
from bot.coaching.importing.shapes import Answers, DateOrder, FileRefused
from bot.domain.units import Unit
from tests.coaching.importing.files import FITNOTES, HEVY, STRONG, STRONG_UNITS, hevy, strong, strong_units

TODAY = date(2026, 11, 22)
ANSWERS = [Answers(), Answers(Unit.LB, DateOrder.MONTH_FIRST)]
HEADINGS = [STRONG, STRONG_UNITS, HEVY.format(unit="kg", far="km"), FITNOTES.format(unit="kgs"), ""]
CELLS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(["2025-03-04", "04/03/2025", "1.5", "-3", "W", '"', "'", "\r", "\n", "0:01", "99999999999", "kg"]),
)
ROWS = st.one_of(
    st.sampled_from([strong(), strong_units(), hevy()]),
    st.lists(CELLS, max_size=16).map(",".join),
    st.lists(CELLS, max_size=16).map(";".join),
)


@given(st.binary(max_size=400), st.sampled_from(ANSWERS))
@example(b"\xff\xfe\x00", ANSWERS[0])
@example(b"\xfe\xff\xd8\x00", ANSWERS[0])
def test_any_bytes(body: bytes, answers: Answers) -> None:
    with suppress(FileRefused):
        read(body, TODAY, answers)


@given(st.sampled_from(HEADINGS), st.lists(ROWS, max_size=6), st.sampled_from(ANSWERS))
def test_any_rows_below_headings(headings: str, rows: list[str], answers: Answers) -> None:
    body = "\n".join([headings, *rows]).encode("utf-8", "surrogatepass")
    with suppress(FileRefused):
        reading = read(body, TODAY, answers)
        assert all(one.reps or one.seconds for one in reading.sets)
        assert all(one.exercise and len(one.exercise) <= 100 for one in reading.sets)


@given(st.text(alphabet="'=+-@\t\rabc", max_size=8))
def test_no_text_is_a_formula_and_each_comes_back(text: str) -> None:
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert unguarded(guarded(text)) == text
