"""Does a lifter who does all that is asked ever lift less? A year of sessions, each asked of the coach and done."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from itertools import pairwise

import pytest

from bot.coaching.planning.writing import write_plan
from bot.domain.advice import Advice, Why
from bot.domain.athlete import Athlete
from bot.domain.planning import Aim, Level, Plan, PlanSession, Unmet, Wishes
from bot.domain.training import DoneSet, Method, PlannedExercise, RepRange
from bot.domain.units import Unit, kilograms
from bot.services.finish_workout import finish_workout
from bot.services.log_set import keep_sets
from bot.services.workout import workout
from bot.storage.database import SqlDatabase, open_database
from bot.storage.work import SqlWork
from tests.builders import NOW, kg, lb
from tests.journeys.people import coach
from tests.knowledge import KNOWLEDGE
from tests.storage.people import ANN

WEEKS = 52
START = NOW - timedelta(weeks=WEEKS)
HALF_A_WEEK = timedelta(days=3.5)
GYM = frozenset(KNOWLEDGE.kits["full-gym"].has)
LOWER = frozenset({Why.DELOAD, Why.BREAK})
EVERY_METHOD = (
    PlannedExercise("deadlift", 3, RepRange(3, 5), 180, method=Method.PERCENT, percent=85),
    PlannedExercise("bent-over-row", 3, RepRange(6, 8), 120, method=Method.RPE, rpe=Decimal(8)),
    PlannedExercise("romanian-deadlift", 3, RepRange(5, 5), 120, method=Method.LINEAR),
    PlannedExercise("lat-pulldown", 3, RepRange(8, 12), 90),
    PlannedExercise("pull-up", 3, RepRange(3, 5), 120, bodyweight=True, method=Method.ROAD),
)


@pytest.fixture
def work(sqlite_url: str) -> Iterator[SqlWork]:
    database: SqlDatabase = open_database(sqlite_url)
    database.migrate()
    with database.engine.connect() as connection:
        yield SqlWork(connection)
    database.close()


def by_percent() -> tuple[PlannedExercise, ...]:
    """Every lift that a written plan asks by a part of the maximum."""
    found: dict[str, PlannedExercise] = {}
    for kit in KNOWLEDGE.kits.values():
        for days in (1, 2, 4):
            plan = write_plan(Wishes(Aim.STRENGTH, Level.ADVANCED, days, 60, frozenset(kit.has)), KNOWLEDGE)
            if not isinstance(plan, Unmet):
                lifts = [one for session in plan.sessions for one in session.exercises]
                found |= {one.exercise: one for one in lifts if one.method is Method.PERCENT}
    return tuple(found.values())


def lived(
    work: SqlWork, lifts: Sequence[PlannedExercise], unit: Unit, rpe: Decimal | None, begun: bool
) -> dict[str, list[tuple[Advice, bool]]]:
    """What was advised of each lift, and whether in a light week."""
    ann, _ = work.athletes.meet(ANN, ANN.id, START)
    work.athletes.choose_unit(ann.id, unit)
    ann = replace(ann, unit=unit)
    wishes = Wishes(Aim.STRENGTH, Level.ADVANCED, equipment=GYM)
    work.plans.keep(ann.id, Plan("full-back", wishes, (PlanSession("A", tuple(lifts), 60),)), START)
    if begun:
        load = kg("100") if unit is Unit.KG else lb("225")
        known = [DoneSet(one.exercise, 5, load=load) for one in lifts if not one.bodyweight for _ in range(3)]
        for week in (1, 2):
            keep_sets(work, ann, known, START - timedelta(weeks=week), session=None)
    found: dict[str, list[tuple[Advice, bool]]] = defaultdict(list)
    for number in range(2 * WEEKS):
        _train(work, ann, number, rpe, found)
    return found


def _train(
    work: SqlWork, ann: Athlete, number: int, rpe: Decimal | None, found: dict[str, list[tuple[Advice, bool]]]
) -> None:
    at = START + number * HALF_A_WEEK
    session = workout(work, coach(), ann, at).session
    for item in session.items:
        advice, plan = item.advice, item.plan
        assert advice is not None
        found[plan.exercise].append((advice, session.light))
        count = {"seconds" if plan.timed else "reps": advice.reps}
        done = DoneSet(plan.exercise, load=advice.load, bodyweight=plan.bodyweight, rpe=rpe, **count)  # type: ignore[arg-type]
        keep_sets(work, ann, [done] * plan.sets, at, session=work.sessions.open(ann.id))
    finish_workout(work, coach(), ann, session.id, at)


@pytest.mark.parametrize("unit", Unit)
@pytest.mark.parametrize("rpe", [None, Decimal(8)])
@pytest.mark.parametrize(
    ("lifts", "begun"), [(EVERY_METHOD, False), (by_percent(), True)], ids=["every method", "by percent"]
)
def test_no_load_falls(
    work: SqlWork, lifts: Sequence[PlannedExercise], unit: Unit, rpe: Decimal | None, *, begun: bool
) -> None:
    assert lifts
    found = lived(work, lifts, unit, rpe, begun)
    for exercise, told in found.items():
        hard = [advice for advice, light in told if not light]
        for before, after in pairwise(hard):
            assert kilograms(after.load) >= kilograms(before.load), (exercise, before, after)
        assert not any(advice.reason.why in LOWER for advice in hard), exercise
    if rpe is None:
        for exercise in {one.exercise for one in lifts} - {"pull-up"}:
            hard = [advice for advice, light in found[exercise] if not light]
            assert kilograms(hard[-1].load) > kilograms(hard[0].load), exercise
