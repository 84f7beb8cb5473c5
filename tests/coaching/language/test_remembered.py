"""Does the coach grow with every strange word that it is told?"""

import tracemalloc
from collections.abc import Callable, Iterable
from datetime import date
from random import Random
from string import ascii_lowercase

from bot.coaching.language.features import REMEMBERED, distinct_marks
from bot.coaching.language.log_line import LogContext
from bot.domain.units import Unit
from tests.journeys.people import coach

MEGABYTE = 2**20


def grown(listen: Callable[[str], object], words: Iterable[str]) -> float:
    """Megabytes that are kept."""
    tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        for word in words:
            listen(word)
        return (tracemalloc.get_traced_memory()[0] - before) / MEGABYTE
    finally:
        tracemalloc.stop()


def strange(count: int, length: int, seed: int) -> list[str]:
    chance = Random(seed)
    return ["".join(chance.choices(ascii_lowercase, k=8)) + "z" * (length - 8) for _ in range(count)]


def test_pieces_of_words_are_kept_of_so_many() -> None:
    words = strange(3 * REMEMBERED, 30, seed=1)
    assert grown(lambda word: distinct_marks([word]), words) < 15


def test_long_words_are_not_kept() -> None:
    reader, context = coach().log_reader, LogContext(Unit.KG, date(2026, 3, 2))
    assert not reader.read("zzzzzzzz", context).sets
    assert grown(lambda word: reader.read(word, context), strange(1000, 4000, seed=2)) < 1.5
    assert grown(lambda word: distinct_marks([word]), strange(1000, 4000, seed=3)) < 1.5
