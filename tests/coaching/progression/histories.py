"""How does a test write down what was done? `bout(7, kg("100"), 8, 8, 8)`: seven days ago, three eights at 100."""

from datetime import date, timedelta
from decimal import Decimal

from bot.coaching.progression.facts import Facts, facts_of
from bot.coaching.progression.shapes import Bout
from bot.domain.planning import Level
from bot.domain.training import DoneSet, GaveOut, Method, PlannedExercise, RepRange
from bot.domain.units import Load
from tests.knowledge import KNOWLEDGE

TODAY = date(2026, 11, 26)
BODYWEIGHT = {"pull-up", "assisted-pull-up", "inverted-row", "dead-hang", "weighted-pull-up", "negative-pull-up"}
TIMED = {"dead-hang", "farmers-carry"}


def facts(exercise: str = "deadlift", level: Level = Level.INTERMEDIATE) -> Facts:
    return facts_of(KNOWLEDGE, exercise, level)


def plan(
    exercise: str = "deadlift",
    low: int = 6,
    high: int = 8,
    *,
    sets: int = 3,
    method: Method = Method.DOUBLE,
    rpe: str | None = None,
    percent: int | None = None,
) -> PlannedExercise:
    return PlannedExercise(
        exercise,
        sets,
        RepRange(low, high),
        120,
        timed=exercise in TIMED,
        bodyweight=exercise in BODYWEIGHT,
        method=method,
        rpe=Decimal(rpe) if rpe else None,
        percent=percent,
    )


def bout(
    ago: int,
    load: Load | None,
    *counts: int,
    exercise: str = "deadlift",
    asked: tuple[int, int] | None = (6, 8),
    sets_asked: int | None = 3,
    rpe: str | None = None,
    light: bool = False,
    gave_out: GaveOut | None = None,
) -> Bout:
    sets = tuple(
        DoneSet(
            exercise,
            reps=None if exercise in TIMED else count,
            seconds=count if exercise in TIMED else None,
            load=load,
            bodyweight=exercise in BODYWEIGHT,
            rpe=Decimal(rpe) if rpe else None,
        )
        for count in counts
    )
    return Bout(
        TODAY - timedelta(days=ago),
        sets,
        RepRange(*asked) if asked else None,
        sets_asked if asked else None,
        light,
        gave_out,
    )
