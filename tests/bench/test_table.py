"""Does the bench tell when a figure is missed?"""

from tests.bench.measure import Figures, middle
from tests.bench.table import judge, table

STOCK = "stock echo"


def figures(per_second: float, cpu_ms: float = 1.0) -> Figures:
    return Figures(per_second, cpu_ms, 10.0, 20.0, 5.0)


def test_what_is_missed_is_said() -> None:
    results = {
        STOCK: figures(1000),
        "coach: questions": figures(1499),
        "coach: sets": figures(700),
        "coach, 10 k sets stored: sets": figures(700, 1.0),
        "coach, 1 M sets stored: sets": figures(700, 1.16),
    }
    verdicts = judge(results, {"sqlite": (149.0, 2.1), "stock": (500.0, 9.0)}, STOCK)
    assert [good for _, good in verdicts] == [False, True, False, True, False]


def test_what_was_not_measured_is_not_judged() -> None:
    assert judge({STOCK: figures(1000)}, {}, STOCK) == []


def test_ratios_are_to_the_stock_bot() -> None:
    assert " 0.50 " in table({STOCK: figures(1000), "half": figures(500)}, STOCK, 10)


def test_the_median_of_each_figure() -> None:
    assert middle([figures(1, 9), figures(3, 7), figures(2, 8)]) == figures(2, 8)
