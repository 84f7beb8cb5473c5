"""Which stage of the pull-up road is next, and is every load of it on one scale?"""

from dataclasses import replace

import pytest

from bot.coaching.progression.road import ROAD, road_stage
from bot.coaching.progression.shapes import Bout
from bot.domain.advice import Why
from bot.domain.training import Method
from bot.domain.units import Load
from tests.builders import kg
from tests.coaching.progression.histories import TODAY, bout

GYM = None
DOOR = {"pull-up-bar"}
BAND = {"pull-up-bar", "band"}


def did(exercise: str, *counts: int, ago: int = 3, load: Load | None = None, low: int = 1) -> Bout:
    return bout(ago, load, *counts, exercise=exercise, asked=(low, low + 5), sets_asked=len(counts))


@pytest.mark.parametrize(
    ("history", "equipment", "exercise", "number"),
    [
        ([], GYM, "dead-hang", 1),
        ([did("dead-hang", 25, 20, 15)], GYM, "dead-hang", 1),
        ([did("dead-hang", 30, 30, 30)], GYM, "scapular-pull-up", 2),
        ([did("scapular-pull-up", 8, 8, 8)], GYM, "negative-pull-up", 3),
        ([did("scapular-pull-up", 8, 8)], GYM, "negative-pull-up", 3),
        ([did("negative-pull-up", 5, 5, 5)], GYM, "assisted-pull-up", 4),
        ([did("negative-pull-up", 5, 5, 5)], DOOR, "pull-up", 4),
        ([did("assisted-pull-up", 8, 8, 8, load=kg("-30"))], GYM, "assisted-pull-up", 4),
        ([did("assisted-pull-up", 8, 8, 8, load=kg("-15"))], GYM, "pull-up", 5),
        ([did("assisted-pull-up", 8, 8, 8)], BAND, "pull-up", 5),
        ([did("pull-up", 1, 1)], GYM, "pull-up", 5),
        ([did("pull-up", 3, 3, 3, 3, 3)], GYM, "pull-up", 6),
        ([did("pull-up", 6, 5, 5)], GYM, "pull-up", 6),
        ([did("pull-up", 8, 8, 8)], GYM, "weighted-pull-up", 7),
        ([did("pull-up", 8, 8, 8)], DOOR, "pull-up", 5),
        ([did("weighted-pull-up", 6, 6, 5, load=kg("10"))], GYM, "weighted-pull-up", 7),
        ([did("pull-up", 8, 8, 8, ago=40)], GYM, "pull-up", 6),
        ([did("pull-up", 8, 8, 8, ago=200)], GYM, "dead-hang", 1),
        (
            [
                did("assisted-pull-up", 8, 8, 8, load=kg("-15"), ago=10),
                did("negative-pull-up", 2, 2, ago=3, low=3),
            ],
            GYM,
            "pull-up",
            5,
        ),
        (
            [
                did("pull-up", 3, 3, 3, 3, 3, ago=10),
                did("pull-up", 3, 2, 2, ago=6, low=4),
                did("pull-up", 3, 3, 2, ago=3, low=4),
            ],
            GYM,
            "pull-up",
            5,
        ),
    ],
)
def test_the_stage(history: list[Bout], equipment: set[str] | None, exercise: str, number: int) -> None:
    by_exercise: dict[str, list[Bout]] = {}
    for one in history:
        by_exercise.setdefault(one.sets[0].exercise, []).append(one)
    found = road_stage(by_exercise, equipment, TODAY)
    assert found is not None
    stages = [stage.plan for stage in ROAD if equipment is None or stage.needs & equipment]
    assert found.plan == stages[number - 1]
    assert found.plan.exercise == exercise
    assert found.plan.method is Method.ROAD


def test_tried_twice_in_vain_is_a_stage_back_until_that_is_made_again() -> None:
    """Empty tries are none; singles at a stage of four are."""
    made = did("dead-hang", 30, 30, 30, ago=20)
    vain = [did("scapular-pull-up", 2, 2, ago=ago, low=5) for ago in (8, 11)]
    history = {"dead-hang": [made], "scapular-pull-up": vain}
    back = road_stage(history, GYM, TODAY)
    assert back is not None
    assert back.plan.exercise == "dead-hang"
    again = road_stage({**history, "dead-hang": [did("dead-hang", 30, 30, 30, ago=4), made]}, GYM, TODAY)
    assert again is not None
    assert again.plan.exercise == "scapular-pull-up"


def test_why_it_is_this_stage() -> None:
    found = road_stage({"dead-hang": [did("dead-hang", 30, 30, 30)]}, GYM, TODAY)
    assert found is not None
    assert (found.reason.why, found.reason.other) == (Why.ROAD, "dead-hang")
    late = road_stage({"pull-up": [did("pull-up", 6, 6, 6, ago=40)]}, GYM, TODAY)
    assert late is not None
    assert (late.reason.why, late.reason.days) == (Why.BREAK, 40)


def test_light_bouts_say_nothing_and_no_bar_is_no_road() -> None:
    light = replace(did("dead-hang", 30, 30, 30), light=True)
    found = road_stage({"dead-hang": [light]}, GYM, TODAY)
    assert found is not None
    assert found.plan == ROAD[0].plan
    assert road_stage({}, {"band"}, TODAY) is None
