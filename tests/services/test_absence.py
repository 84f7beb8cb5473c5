"""Do the sessions move when days are left out, whatever days are theirs, and is none lost?"""

from collections.abc import Iterator
from datetime import time, timedelta
from itertools import combinations

import pytest

from bot.coaching.planning.absence_words import Skipped
from bot.domain.athlete import Athlete
from bot.domain.planning import Plan, PlanSession
from bot.domain.reminding import Rhythm
from bot.domain.training import DoneSet
from bot.services.absence import Moved, skip, time_off
from bot.services.log_set import keep_sets
from bot.services.plan import first_wishes
from bot.services.remind import remind
from bot.services.workout import workout
from bot.storage.database import SqlDatabase
from bot.storage.work import SqlWork
from tests.builders import NOW, TODAY, kg, planned
from tests.journeys.people import coach
from tests.storage.people import ANN

DAY = timedelta(days=1)
LIFTS = ("deadlift", "lat-pulldown", "bent-over-row")
SUNDAY = TODAY.weekday()


@pytest.fixture
def work(sqlite_database: SqlDatabase) -> Iterator[SqlWork]:
    with sqlite_database.engine.connect() as connection:
        yield SqlWork(connection)


@pytest.fixture
def ann(work: SqlWork) -> Athlete:
    return work.athletes.meet(ANN, ANN.id, NOW - 9 * DAY)[0]


def keep_plan(work: SqlWork, ann: Athlete, names: str, lifts: tuple[str, ...] = LIFTS) -> None:
    wishes = first_wishes(work, coach(), ann, TODAY)
    sessions = tuple(PlanSession(name, (planned(lift),), 30) for name, lift in zip(names, lifts, strict=False))
    work.plans.keep(ann.id, Plan("back-session", wishes, sessions), NOW - 8 * DAY)


def moved(work: SqlWork, ann: Athlete, days: set[int], skipped: Skipped) -> Moved:
    if not work.reminders.all(ann.id):
        remind(work, ann, ANN.id, Rhythm(time(18), frozenset(days)), NOW)
    found = skip(work, coach(), ann, skipped, NOW)
    assert found is not None
    return found


@pytest.mark.parametrize("names", ["A", "AB", "ABC"])
@pytest.mark.parametrize("days", [{1}, {1, 3}, {0, 2, 4}, set(range(7))])
def test_whatever_days_are_left_out_each_session_comes_in_turn(
    work: SqlWork, ann: Athlete, names: str, days: set[int]
) -> None:
    keep_plan(work, ann, names)
    for named in (frozenset(some) for count in (1, 2, 3, 7) for some in combinations(range(7), count)):
        found = moved(work, ann, days, Skipped(len(named), named))
        assert found.trains is bool(named & days)
        assert [name for _, name in found.days if name][: len(names)] == list(names)
        assert {day.weekday() for day, name in found.days if name is None} == named & days
        assert all(day.weekday() in days for day, _ in found.days)
        assert found.left == max(0, len(names) - len(named & days or named))


def test_a_day_of_theirs_beyond_the_next_sessions_is_theirs(work: SqlWork, ann: Athlete) -> None:
    keep_plan(work, ann, "AB")
    found = moved(work, ann, set(range(7)), Skipped(1, frozenset({SUNDAY - 1})))
    assert found.trains
    assert [name for _, name in found.days] == ["A", "B", "A", "B", "A", "B", None]


def test_only_days_of_theirs_are_taken_off_the_week(work: SqlWork, ann: Athlete) -> None:
    keep_plan(work, ann, "AB")
    assert moved(work, ann, {1, 3}, Skipped(2, frozenset({0, 3}))).left == 1


def test_very_many_days_are_not_told_one_by_one(work: SqlWork, ann: Athlete) -> None:
    keep_plan(work, ann, "AB")
    assert not moved(work, ann, set(range(7)), Skipped(300)).days


def test_a_session_of_an_older_plan_moves_nothing_in_this_one(work: SqlWork, ann: Athlete) -> None:
    keep_plan(work, ann, "ABC")
    session = workout(work, coach(), ann, NOW).session
    keep_sets(work, ann, [DoneSet("deadlift", 8, load=kg("60"))], NOW, session=session)
    assert time_off(work, coach(), ann, 7, NOW).following == "B", "that one is under way"
    keep_plan(work, ann, "XY", LIFTS[1:])
    assert time_off(work, coach(), ann, 7, NOW).following == "X"
