"""Is a set written in the shortest form that loses nothing?"""

from decimal import Decimal

import pytest

from bot.chat.views.sets import by_exercise, exercise_name, load_text, sets_text
from bot.domain.training import DoneSet
from tests.builders import deadlift, kept, kg, lb, pull_up
from tests.knowledge import KNOWLEDGE


@pytest.mark.parametrize(
    ("sets", "written"),
    [
        ([deadlift(8), deadlift(8), deadlift(7)], "100 kg × 8 · 8 · 7"),
        ([deadlift(8, kg("60")), deadlift(6, kg("62.5"))], "60 kg × 8, 62.5 kg × 6"),
        ([deadlift(5, lb("225"))], "225 lb × 5"),
        ([pull_up(9), pull_up(8)], "9 · 8"),
        ([pull_up(5, kg("10"))], "+10 kg × 5"),
        ([pull_up(8, kg("-20"))], "−20 kg × 8"),
        ([DoneSet("dead-hang", seconds=45, bodyweight=True)], "45 s"),
        ([DoneSet("one-arm-dumbbell-row", reps=12, load=kg("24"), per_side=True)], "24 kg × 12 each side"),
        ([deadlift(5, kg("60"), warmup=True), deadlift(8)], "warm-up 60 kg × 5, 100 kg × 8"),
        ([DoneSet("deadlift", reps=8, load=kg("100"), rpe=Decimal("8.5"))], "100 kg × 8 @8.5"),
        ([DoneSet("deadlift", reps=8)], "8"),
        ([], ""),
    ],
)
def test_sets_in_a_line(sets: list[DoneSet], written: str) -> None:
    assert sets_text(sets) == written


def test_exercises_come_in_the_order_they_came_up() -> None:
    found = by_exercise([kept(pull_up()), deadlift(), pull_up(7)])
    assert list(found) == ["pull-up", "deadlift"]
    assert found["pull-up"] == [pull_up(), pull_up(7)]


def test_a_name_that_left_the_knowledge_base_is_still_readable() -> None:
    assert exercise_name(KNOWLEDGE, "deadlift") == "Deadlift"
    assert exercise_name(KNOWLEDGE, "zercher-carry") == "Zercher carry"


def test_body_weight_alone_is_no_load() -> None:
    assert load_text(None, bodyweight=True) == ""
