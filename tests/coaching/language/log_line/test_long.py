"""Is a text of thousands of signs read in steps, however it is made, or does each sign look at all the others?"""

from datetime import date
from time import process_time

import pytest

from bot.coaching.language.log_line import LogContext
from bot.domain.units import Unit
from tests.journeys.people import coach

LONGEST = 4096
QUARTER = LONGEST // 4
AT_MOST = 10
"""Times the work of a quarter of the text: each sign by itself makes four, each with all the others sixteen."""
A_BLINK = 0.05
"""Seconds of work that tell nothing yet."""
CONTEXT = LogContext(Unit.KG, date(2026, 3, 2), "deadlift")


@pytest.mark.parametrize(
    "text",
    [
        "1-1-" * 1024, "/1" * 2048, "1-1-" * 1000 + "tempo", "deadlift 60x5 (" + "l\n" * 2040,
        "deadlift 60x5 " + "(" * 4000, "deadlift 60x5 " + "(l" * 2000, "deadlift 60x5 " + "() " * 1300,
        "deadlift 60x5 " + "(1) " * 1000, "8 " * 2048, "x8" * 2048, "deadlift " * 450, "1\n" * 2048, "1,1/" * 1024,
    ],
)  # fmt: skip
def test_a_long_text(text: str) -> None:
    whole, quarter = work_of(text[:LONGEST]), work_of(text[:QUARTER])
    assert whole < A_BLINK or whole < AT_MOST * quarter


def work_of(text: str) -> float:
    """Seconds of the processor, the least of three."""
    reader = coach().log_reader
    found = []
    for _ in range(3):
        began = process_time()
        reader.read(text, CONTEXT)
        found.append(process_time() - began)
    return min(found)
