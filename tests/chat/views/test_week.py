"""What is the one thing to do next, as the week stands?"""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bot.chat.views.week import next_text
from bot.services.pictures import RegionWeek
from bot.services.week import Lack, Week

TRAPS = RegionWeek("trapezius", "Traps", Decimal(4), 10, 18)
WEEK = Week(date(2026, 11, 23), 2, 2, 1, (TRAPS,), (), Lack(TRAPS, 2, 2))


@pytest.mark.parametrize(
    ("week", "said"),
    [
        (replace(WEEK, done=0), "one session, whichever day suits you."),
        (WEEK, "2 more row or face pull sets in each session."),
        (replace(WEEK, done=1), "the session that is left; its sets count most."),
        (replace(WEEK, done=1, planned=3), "the 2 sessions that are left."),
        (replace(WEEK, lack=None), "the same again, a little heavier."),
    ],
)
def test_what_is_next(week: Week, said: str) -> None:
    assert next_text(week).replace("two", "2") == said
