"""Is whoever only writes sets told of a light week when it is due, once, and nobody else?"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import pytest

from bot.coaching.importing.fingerprints import Fingerprint
from bot.domain.athlete import Athlete, noon_of
from bot.domain.planning import Level
from bot.domain.training import DoneSet
from bot.services.finish_workout import finish_workout
from bot.services.hard_sets import WEEK, monday_of
from bot.services.imports import ImportedSet
from bot.services.log_set import keep_sets
from bot.services.rest_due import rest_due
from bot.services.week import week_of
from bot.services.workout import workout
from bot.storage.database import SqlDatabase
from bot.storage.work import SqlWork
from tests.builders import NOW, TODAY, kg
from tests.journeys.people import coach
from tests.storage.people import ANN

DAY = timedelta(days=1)
MONDAY = monday_of(TODAY)


@pytest.fixture
def work(database: SqlDatabase) -> Iterator[SqlWork]:
    with database.engine.connect() as connection:
        yield SqlWork(connection)


@pytest.fixture
def ann(work: SqlWork) -> Athlete:
    athlete, _ = work.athletes.meet(ANN, ANN.id, NOW)
    return athlete


def written(work: SqlWork, ann: Athlete, *sets: int, exercise: str = "deadlift") -> None:
    """So many sets in each of the weeks before this one, the oldest first."""
    for ago, count in zip(range(len(sets), 0, -1), sets, strict=True):
        of_day(work, ann, MONDAY - WEEK * ago + DAY, count, exercise)


def of_day(work: SqlWork, ann: Athlete, day: date, count: int, exercise: str = "deadlift") -> None:
    at = noon_of(day, ann.zone)
    if count:
        work.log.keep(ann.id, [DoneSet(exercise, reps=8, load=kg("60"))] * count, at=at, day=day, kept_at=at)


def due(work: SqlWork, ann: Athlete, today: date = MONDAY, level: Level = Level.NOVICE) -> int | None:
    return rest_due(work, coach(), ann, today, level)


@pytest.mark.parametrize(
    ("sets", "weeks"),
    [
        ((), None),
        ([12] * 11, None),
        ([12] * 12, 12),
        ([12] * 13, None),
        ([12] * 24, 24),
        ([12] * 12 + [6] + [12] * 11, None),
        ([12] * 12 + [6] + [12] * 12, 12),
        ([12] * 5 + [0] + [12] * 12, 12),
        ([12] * 11 + [8], None),
        ([9, 12, 10, 12, 9, 12, 10, 11, 12, 9, 12, 10], 12),
    ],
)
def test_it_is_due_after_as_many_hard_weeks_as_the_rule_has(
    work: SqlWork, ann: Athlete, sets: Sequence[int], weeks: int | None
) -> None:
    written(work, ann, *sets)
    assert due(work, ann) == weeks


def test_each_level_has_its_own_rule(work: SqlWork, ann: Athlete) -> None:
    written(work, ann, *[12] * 8)
    assert due(work, ann) is None
    assert due(work, ann, level=Level.INTERMEDIATE) == 8


def test_on_a_sunday_it_is_the_week_that_follows(work: SqlWork, ann: Athlete) -> None:
    written(work, ann, *[12] * 11)
    of_day(work, ann, MONDAY, 12)
    assert due(work, ann, MONDAY + 5 * DAY) is None
    assert due(work, ann, MONDAY + 6 * DAY) == 12


def test_lifts_that_the_book_does_not_know_are_no_weeks(work: SqlWork, ann: Athlete) -> None:
    written(work, ann, *[12] * 12, exercise="wrist curl")
    assert due(work, ann) is None


def test_whoever_takes_sessions_is_told_by_these(work: SqlWork, ann: Athlete) -> None:
    written(work, ann, *[12] * 12)
    session = workout(work, coach(), ann, NOW).session
    assert due(work, ann) is None
    keep_sets(work, ann, [DoneSet("deadlift", reps=8, load=kg("60"))], NOW, session=session)
    finish_workout(work, coach(), ann, session.id, NOW)
    assert due(work, ann) is None


def test_the_week_says_it_while_it_runs(work: SqlWork, ann: Athlete) -> None:
    written(work, ann, *[12] * 12)
    saturday = NOW - DAY
    assert week_of(work, coach(), ann, ann.day(saturday), saturday).rest_after == 12
    assert week_of(work, coach(), ann, ann.day(saturday) - WEEK, saturday).rest_after is None


def test_a_log_from_elsewhere_hides_which_weeks_were_light(work: SqlWork, ann: Athlete) -> None:
    written(work, ann, *[12] * 12)
    brought = ImportedSet(DoneSet("deadlift", reps=8, load=kg("60")), NOW, TODAY, Fingerprint(1, 2, 3))
    work.imports.keep(ann.id, "Strong", [brought], 1, NOW)
    assert due(work, ann) is None
