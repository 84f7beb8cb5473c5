"""Are the steps of a chart round, its marks few, and its gaps left open?"""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.pictures.scale import Days, tick, values
from bot.services.trend import runs

D = date.fromisoformat


@pytest.mark.parametrize(
    ("shown", "whole", "least", "ticks"),
    [
        ("116.5", False, "5", "114 116 118 120"),
        ("100 120", False, "5", "100 110 120"),
        ("80 85", False, "4", "80 82 84 86"),
        ("0", True, "4", "0 1 2"),
        ("5 12", True, "4", "5 10 15"),
        ("-20 10", False, "5", "-20 -10 0 10"),
        ("0.5 0.7", False, "0.1", "0.5 0.6 0.7"),
    ],
)
def test_ticks(shown: str, whole: bool, least: str, ticks: str) -> None:
    scale = values([Decimal(one) for one in shown.split()], 100, 0, whole=whole, least=Decimal(least))
    assert scale.ticks == tuple(Decimal(one) for one in ticks.split())


@given(st.lists(st.decimals(-100_000, 100_000, places=3), min_size=1, max_size=9), st.booleans())
def test_all_that_is_shown_is_within_few_round_steps(shown: list[Decimal], whole: bool) -> None:
    scale = values(shown, 500, 100, whole=whole, least=Decimal(4))
    assert 2 <= len(scale.ticks) <= 6
    assert all(100 <= round(scale.at(one), 6) <= 500 for one in shown)


@pytest.mark.parametrize(
    ("value", "step", "text"),
    [("80", "2.0", "80"), ("82.5", "2.5", "82.5"), ("1200", "50", "1\u00a0200"), ("-5", "5", "−5")],
)
def test_a_tick_has_the_decimals_of_its_step(value: str, step: str, text: str) -> None:
    assert tick(Decimal(value), Decimal(step)) == text


@pytest.mark.parametrize(
    ("days", "marks"),
    [
        ("2026-11-18", "18 Nov"),
        ("2026-11-15 2026-11-18", "15 Nov, 18 Nov"),
        ("2025-12-30 2026-01-02", "30 Dec 2025, 2 Jan"),
        ("2026-08-26 2026-09-10 2026-10-10 2026-11-18", "Sep, Oct, Nov"),
        ("2024-11-20 2025-03-01 2026-01-01 2026-11-16", "Jan ’25, Jul ’25, Jan ’26, Jul ’26"),
        ("2001-01-01 2010-01-01 2020-01-01 2026-01-01", "2005, 2010, 2015, 2020, 2025"),
    ],
)
def test_days_below(days: str, marks: str) -> None:
    shown = [D(one) for one in days.split()]
    assert ", ".join(words for _, words in Days(shown[0], shown[-1], 0, 900).marks(shown)) == marks


@given(st.lists(st.dates(), min_size=1, max_size=9))
def test_few_marks_each_within(shown: list[date]) -> None:
    scale = Days(min(shown), max(shown), 100, 900)
    marks = scale.marks(shown)
    assert len(marks) <= 6
    assert all(100 <= scale.at(of) <= 900 for of, _ in marks)


def test_a_gap_of_months_is_left_open() -> None:
    days = [D("2026-01-01") + timedelta(days=n) for n in (0, 42, 85, 86)]
    assert runs(days) == [range(0, 2), range(2, 4)]
    assert runs([]) == []
