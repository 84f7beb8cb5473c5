"""Are days said as people say them, each with its weekday where it is to come?"""

from datetime import date

import pytest

from bot.chat.views.dates import day_ahead, whose_day

THURSDAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (THURSDAY, "Today's"),
        (date(2026, 11, 25), "Yesterday's"),
        (date(2026, 11, 23), "Monday's"),
        (date(2026, 11, 20), "Friday's"),
        (date(2026, 11, 19), "Thu 19 Nov's"),
        (date(2025, 11, 26), "Wed 26 Nov 2025's"),
        (date(2026, 11, 27), "Fri 27 Nov's"),
    ],
)
def test_whose_day(day: date, said: str) -> None:
    assert whose_day(day, THURSDAY) == said


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (THURSDAY, "today, Thu 26 Nov"),
        (date(2026, 11, 27), "tomorrow, Fri 27 Nov"),
        (date(2026, 11, 30), "Mon 30 Nov"),
        (date(2027, 1, 5), "Tue 5 Jan 2027"),
    ],
)
def test_a_day_to_come(day: date, said: str) -> None:
    assert day_ahead(day, THURSDAY) == said
