"""Is a line through years the best of its weeks or months, and nothing that was not lifted?"""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.services.pictures import Point
from bot.services.trend import FEW, mean, trend

MONDAY = date(2026, 11, 16)


def points(count: int, every: int) -> list[Point]:
    """A saw that rises."""
    return [Point(MONDAY + timedelta(days=n * every), Decimal(100 + n - 9 * (n % 2))) for n in range(count)]


@pytest.mark.parametrize(
    ("count", "every", "of", "most"),
    [(1, 1, "", 1), (FEW, 2, "", FEW), (FEW + 1, 2, "week", 13), (100, 3, "week", 44), (200, 4, "month", 28)],
)
def test_the_longer_the_fewer(count: int, every: int, of: str, most: int) -> None:
    found = trend(points(count, every))
    assert found.of == of
    assert sum(map(len, found.parts)) <= most


def test_a_light_day_makes_no_tooth() -> None:
    [line] = trend(points(200, 4)).parts
    assert [one.value for one in line] == sorted(one.value for one in line)


def test_months_away_end_a_line() -> None:
    away = timedelta(days=90)
    told = points(60, 3)
    found = trend([*told, *(Point(one.day + away + timedelta(days=180), one.value) for one in told)])
    assert len(found.parts) == 2
    assert (found.ends[0].day.year, found.ends[1].value) == (2026, max(one.value for one in told))


def test_the_mean_of_a_body_lies_between_its_weights() -> None:
    found = mean(points(3, 2))
    assert (found.day, found.value) == (MONDAY + timedelta(days=2), Decimal(98))


@given(st.lists(st.tuples(st.dates(), st.integers(-50, 300)), min_size=1, max_size=120))
def test_every_point_of_it_was_lifted(done: list[tuple[date, int]]) -> None:
    told = sorted((Point(day, Decimal(value)) for day, value in done), key=lambda one: one.day)
    found = trend(told)
    assert {one for part in found.parts for one in part} <= set(told)
    assert max(one.value for part in found.parts for one in part) == max(one.value for one in told)
