"""When does a lift stand still, and when does a light week come?"""

from datetime import timedelta

import pytest

from bot.coaching.progression.past import past_of
from bot.coaching.progression.shapes import Bout
from bot.coaching.progression.stalling import stalled
from bot.coaching.progression.standstill import Lift, deload_due, hard_weeks
from bot.domain.advice import Reason, Why
from bot.domain.gym import Gym
from bot.domain.planning import Level
from tests.builders import kg
from tests.coaching.progression.histories import TODAY, bout, facts, plan

GYM = Gym()


def weekly(load: str, *counts: int, weeks: int, first: int = 7) -> list[Bout]:
    return [bout(first + 7 * week, kg(load), *counts) for week in range(weeks)]


def imported(count: int) -> list[Bout]:
    """Sets that no session asked for."""
    return [bout(8 + 7 * week, kg("90"), count, count, count, asked=None) for week in range(6)]


@pytest.mark.parametrize(
    ("history", "level", "times"),
    [
        (weekly("100", 7, 7, 7, weeks=6), Level.INTERMEDIATE, 5),
        (weekly("100", 7, 7, 7, weeks=5), Level.INTERMEDIATE, None),
        (weekly("100", 7, 7, 7, weeks=5), Level.NOVICE, 4),
        (weekly("100", 7, 7, 7, weeks=6), Level.ADVANCED, None),
        (weekly("100", 7, 7, 7, weeks=7), Level.ADVANCED, 6),
        ([bout(0, kg("100"), 8, 7, 7), *weekly("100", 7, 7, 7, weeks=6)], Level.INTERMEDIATE, None),
        ([bout(0, kg("100"), 8, 8, 8), *weekly("100", 8, 8, 8, weeks=6)], Level.INTERMEDIATE, None),
        ([bout(2 * n, kg("100"), 7, 7, 7) for n in range(8)], Level.INTERMEDIATE, None),
        ([bout(1, kg("90"), 7, 7, light=True), *weekly("100", 7, 7, 7, weeks=6)], Level.INTERMEDIATE, None),
        ([*weekly("90", 7, 7, 7, weeks=2), *weekly("100", 7, 7, 7, weeks=6, first=21)], Level.INTERMEDIATE, None),
        ([bout(14 * n, kg("100"), 7, 7, 7) for n in range(8)], Level.INTERMEDIATE, None),
        ([bout(1, kg("100"), 6, 6, 6), *imported(12)], Level.INTERMEDIATE, None),
        ([bout(1, kg("90"), 6, 6, 6), *imported(7)], Level.INTERMEDIATE, 6),
        ([], Level.NOVICE, None),
    ],
)
def test_standing_still(history: list[Bout], level: Level, times: int | None) -> None:
    assert stalled(past_of(plan(), history, TODAY, GYM, facts(level=level))) == times


def lift(*ago: int, light: tuple[int, ...] = (), grows: bool = True) -> Lift:
    """Trained on these days; a little better each time."""
    days = sorted({*ago, *light})
    bouts = (bout(day, kg(str(500 - day) if grows else "100"), 7, 7, 7, light=day in light) for day in days)
    return Lift(plan(), tuple(bouts), facts())


TWICE_A_WEEK = tuple(day for week in range(9) for day in (7 * week + 3, 7 * week + 7))


@pytest.mark.parametrize(
    ("lifts", "expected"),
    [
        ([lift(*TWICE_A_WEEK)], Reason(Why.DELOAD, times=9)),
        ([lift(*TWICE_A_WEEK[:14])], None),
        ([lift(*TWICE_A_WEEK[6:])], None),
        ([lift(*TWICE_A_WEEK[2:], light=(3,))], Reason(Why.DELOAD, times=8)),
        ([lift(*TWICE_A_WEEK[4:], light=(3, 7))], None),
        ([lift(*TWICE_A_WEEK[:6], *TWICE_A_WEEK[10:])], None),
        ([lift(3, 7, 10, 14, 17, 21, 24, 28, 31, 35, grows=False), lift(3)], Reason(Why.STALL, times=9)),
        ([lift(3, 7, 10, 14, 17, 21, 24, 28, 31, 35, grows=False), lift(3), lift(3)], None),
        ([lift()], None),
        ([], None),
    ],
)
def test_a_light_week(lifts: list[Lift], expected: Reason | None) -> None:
    assert deload_due(lifts, TODAY, GYM) == expected


def test_a_shortened_session_begins_no_light_week() -> None:
    assert deload_due([lift(7, 10, 14, light=(3,))], TODAY, GYM) is None


def test_hard_weeks_end_at_a_pause() -> None:
    days = [TODAY - timedelta(days=ago) for ago in (1, 4, 8, 11, 15, 24, 30)]
    assert hard_weeks(days, TODAY) == 2
    assert hard_weeks([], TODAY) == 0
    assert hard_weeks(days, TODAY + timedelta(days=30)) == 0
