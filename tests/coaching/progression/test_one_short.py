"""Whoever always stops one repetition short, and tells no effort, does not sink by it."""

from datetime import timedelta
from decimal import Decimal

import pytest

from bot.coaching.progression.advise import advise
from bot.coaching.progression.setbacks import halved
from bot.coaching.progression.shapes import Bout
from bot.coaching.progression.standstill import Lift, deload_due
from bot.domain.gym import Gym
from bot.domain.planning import Level
from bot.domain.training import DoneSet
from bot.domain.units import kilograms
from tests.builders import kg
from tests.coaching.progression.histories import TODAY, facts, plan

SESSIONS = 104


@pytest.mark.parametrize("level", Level)
def test_a_year_of_one_short(level: Level) -> None:
    asked, known, gym = plan(), facts("deadlift", level), Gym()
    history = [Bout(TODAY, (DoneSet("deadlift", 8, load=kg("100")),) * 3, asked.reps, 3)]
    hard: list[Decimal] = []
    for number in range(1, SESSIONS):
        day = TODAY + timedelta(days=3.5 * number)
        light = deload_due([Lift(asked, tuple(history), known)], day, gym) is not None
        told = advise(asked, history, day, gym, known, light=light)
        done = (DoneSet("deadlift", told.reps - 1, load=told.load),) * told.sets
        sets = halved(asked.sets) if light else told.sets
        history.insert(0, Bout(day, done, told.block or asked.reps, sets, light))
        if not light:
            hard.append(kilograms(told.load))
    assert min(hard) >= 90
    assert max(hard[:52]) > 100
    assert hard[-1] > hard[52]
