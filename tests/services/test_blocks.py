"""Is a lift that is stuck again asked with other repetitions, session after session, until the block is over?"""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from bot.chat.views.why import why_this_load
from bot.domain.advice import Why
from bot.domain.athlete import Athlete
from bot.domain.planning import Plan, PlanSession
from bot.domain.session import SessionItem
from bot.domain.training import DoneSet, RepRange
from bot.services.finish_workout import finish_workout
from bot.services.log_set import keep_sets
from bot.services.plan import first_wishes
from bot.services.workout import workout
from bot.storage.database import SqlDatabase
from bot.storage.work import SqlWork
from tests.builders import NOW, TODAY, kg, planned
from tests.journeys.people import coach
from tests.storage.people import ANN

HALF_A_WEEK = timedelta(days=3.5)
ROW = "bent-over-row"
ASKED = planned(ROW, 3, 10, 10)
STUCK = [("65", 10, 10, 9), ("65", 10, 10, 9), ("57.5", 10, 10, 10), ("65", 10, 10, 9), ("65", 10, 10, 9)]


@pytest.fixture
def work(database: SqlDatabase) -> Iterator[SqlWork]:
    with database.engine.connect() as connection:
        yield SqlWork(connection)


@pytest.fixture
def ann(work: SqlWork) -> Athlete:
    athlete, _ = work.athletes.meet(ANN, ANN.id, NOW)
    session = PlanSession("A", (ASKED,), 60)
    work.plans.keep(athlete.id, Plan("back-session", first_wishes(work, coach(), athlete, TODAY), (session,)), NOW)
    return athlete


def trained(work: SqlWork, ann: Athlete, at: int, load: str, *counts: int) -> SessionItem:
    """What the session asked, so many half weeks from now on."""
    now = NOW + at * HALF_A_WEEK
    shown = workout(work, coach(), ann, now)
    done = [DoneSet(ROW, reps=count, load=kg(load)) for count in counts]
    keep_sets(work, ann, done, now, session=shown.session)
    finish_workout(work, coach(), ann, shown.session.id, now)
    assert shown.item is not None
    return shown.item


def test_other_repetitions_are_asked_for_six_weeks(work: SqlWork, ann: Athlete) -> None:
    for at, (load, *counts) in enumerate(STUCK):
        assert trained(work, ann, at, load, *counts).plan.reps == ASKED.reps
    told = why_this_load(workout(work, coach(), ann, NOW + len(STUCK) * HALF_A_WEEK), coach().knowledge).text
    assert "Stuck at 65 kg again: 6–8 reps for 6 weeks" in told
    assert "6–8 for some weeks in place of the plan" in told
    asked = [trained(work, ann, len(STUCK) + at, "65", 8, 8, 8) for at in range(13)]
    first, *_, last = asked
    assert first.advice is not None
    assert (first.advice.reason.why, first.advice.load, first.plan.reps) == (Why.BLOCK, kg("65"), RepRange(6, 8))
    assert {one.plan.reps for one in asked[:12]} == {RepRange(6, 8)}
    assert last.plan.reps == ASKED.reps
