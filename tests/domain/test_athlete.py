"""On which day of training does a moment lie?"""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.domain.athlete import Athlete

ALEX = Athlete(id=1, telegram_id=1, name="Alex", zone="Europe/Berlin")

MOMENTS = [
    (4, (2026, 11, 22, 22, 59), date(2026, 11, 22)),  # 23:59 in Berlin
    (4, (2026, 11, 22, 23, 40), date(2026, 11, 22)),  # 00:40
    (4, (2026, 11, 23, 2, 59), date(2026, 11, 22)),  # 03:59
    (4, (2026, 11, 23, 3, 0), date(2026, 11, 23)),  # 04:00
    (0, (2026, 11, 22, 23, 40), date(2026, 11, 23)),
    (6, (2026, 11, 23, 4, 59), date(2026, 11, 22)),
    (4, (2026, 3, 29, 1, 59), date(2026, 3, 28)),  # 03:59, an hour after the clocks went forward
    (4, (2026, 3, 29, 2, 0), date(2026, 3, 29)),
    (4, (2026, 10, 25, 2, 59), date(2026, 10, 24)),  # 03:59, the clocks went back
]


@pytest.mark.parametrize(("turns", "moment", "day"), MOMENTS)
def test_the_day_turns_where_the_lifter_is(turns: int, moment: tuple[int, ...], day: date) -> None:
    athlete = replace(ALEX, day_turns=turns)
    assert athlete.day(datetime(*moment, tzinfo=UTC)) == day  # type: ignore[misc,arg-type]
