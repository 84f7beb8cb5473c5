"""Is a text of thousands of signs read in steps, however it is made, or does each sign look at all the others?"""

import sys
from collections.abc import Callable
from datetime import date
from types import FrameType

import pytest

from bot.coaching.language.log_line import LogContext
from bot.domain.units import Unit
from tests.journeys.people import coach

LONGEST = 4096
A_SIGN = 250
"""Calls of functions that a sign may cost; with half the signs looking at all of the rest it would be thousands."""
CONTEXT = LogContext(Unit.KG, date(2026, 3, 2), "deadlift")


def calls_of(run: Callable[[], object]) -> int:
    """How many functions are called, of Python and of C."""
    count = 0

    def tally(_: FrameType, event: str, __: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(tally)
    try:
        run()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    "text",
    [
        "1-1-" * 1024, "/1" * 2048, "1-1-" * 1000 + "tempo", "deadlift 60x5 (" + "l\n" * 2040,
        "deadlift 60x5 " + "(" * 4000, "deadlift 60x5 " + "(l" * 2000, "deadlift 60x5 " + "() " * 1300,
        "deadlift 60x5 " + "(1) " * 1000, "8 " * 2048, "x8" * 2048, "deadlift " * 450, "1\n" * 2048, "1,1/" * 1024,
    ],
)  # fmt: skip
def test_a_long_text(text: str) -> None:
    reader = coach().log_reader
    assert calls_of(lambda: reader.read(text[:LONGEST], CONTEXT)) < A_SIGN * LONGEST
