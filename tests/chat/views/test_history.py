"""Does the history head each day as a line begins, with the month's capital kept?"""

from datetime import date, timedelta

import pytest

from bot.chat.reply import Place
from bot.chat.views.history import history
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
