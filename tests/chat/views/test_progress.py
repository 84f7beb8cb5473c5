"""What stands under a chart: the number of its line, what the line is, and since when?"""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from bot.chat.views.dates import since_text
from bot.chat.views.progress import lift_caption
from bot.domain.units import Unit
from bot.services.pictures import LiftChart, Point

TODAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (TODAY, "today"),
        (date(2026, 11, 23), "Mon 23 Nov"),
        (date(2026, 10, 26), "Mon 26 Oct"),
        (date(2026, 10, 25), "25 Oct"),
        (date(2024, 11, 27), "27 Nov 2024"),
    ],
)
def test_no_weekday_of_long_ago(day: date, said: str) -> None:
    assert since_text(day, TODAY) == said


def chart(days: int, *, every: int = 3, counted: str = "reps", left_out: bool = False, weighed: bool = False) -> str:
    """Repetitions that fall by 5 on the last day."""
    points = [Point(TODAY - timedelta(days=every * n), Decimal(20 - n // 10)) for n in range(days - 1, 0, -1)]
    best = (*points, Point(TODAY, Decimal(15)))
    return str(
        lift_caption(LiftChart("Pull-up", Unit.KG, (), best, counted, left_out=left_out, weighed=weighed), TODAY)
    )


def test_a_long_line_is_named_and_told_by_its_end() -> None:
    assert "best set <b>15 reps</b>" in chart(30)
    assert "best set this month <b>20 reps</b>, +9 since " in chart(100, every=4)
    assert "The line is the best of each week." in chart(90)
    assert "The line is" not in chart(30)


def test_who_weighed_themselves_is_not_asked_to() -> None:
    assert "bw 82.5" in chart(9, left_out=True)
    assert "bw 82.5" not in chart(9, left_out=True, weighed=True)
