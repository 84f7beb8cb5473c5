"""Does the history head each day as a line begins, with the month's capital kept?"""

from datetime import date, timedelta

import pytest

from bot.chat.reply import Place
from bot.chat.views.history import history, how_many
from bot.services.entries import TrainingDay
from bot.services.history import Page
from tests.builders import TODAY, deadlift, kept
from tests.knowledge import KNOWLEDGE


@pytest.mark.parametrize(
    ("day", "head"),
    [
        (TODAY, "<b>Today</b> · 1 set"),
        (TODAY - timedelta(days=1), "<b>Yesterday</b> · 1 set"),
        (date(2026, 11, 16), "<b>Mon 16 Nov</b> · 1 set"),
        (date(2025, 12, 31), "<b>Wed 31 Dec 2025</b> · 1 set"),
    ],
)
def test_the_head_of_a_day(day: date, head: str) -> None:
    page = Page((TrainingDay(day, (kept(deadlift(), day=day),)),), None, None)
    shown = history(page, KNOWLEDGE, TODAY, first=True, place=Place.NEW)
    assert shown.text.splitlines()[0] == head


@pytest.mark.parametrize(
    ("working", "warmups", "said"),
    [(1, 0, "1 set"), (0, 1, "1 warm-up"), (2, 1, "2 sets and 1 warm-up"), (0, 2, "2 warm-ups"), (0, 0, "0 sets")],
)
def test_warm_ups_are_said_beside_the_sets(working: int, warmups: int, said: str) -> None:
    assert how_many([*[deadlift()] * working, *[deadlift(warmup=True)] * warmups]) == said
