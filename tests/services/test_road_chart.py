"""Does the road show each stage by its best days, on one scale, and where its lifter stands?"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from bot.coaching.progression.road import ROAD, share_of
from bot.domain.athlete import Athlete
from bot.domain.planning import Aim
from bot.domain.training import DoneSet
from bot.domain.units import Unit
from bot.services.messages import Person
from bot.services.pictures import Point, RoadStage
from bot.services.plan import first_wishes, use_plan
from bot.services.progress import Practised
from bot.services.road_chart import on_the_road, road_chart
from bot.storage.database import SqlDatabase
from bot.storage.work import SqlWork
from tests.builders import kg, pull_up
from tests.journeys.people import coach

MONDAY = date(2026, 11, 16)
DAY = timedelta(days=1)
NOW = datetime(2026, 11, 18, 12, tzinfo=UTC)


@pytest.fixture
def work(database: SqlDatabase) -> Iterator[SqlWork]:
    with database.engine.connect() as connection:
        yield SqlWork(connection)


@pytest.fixture
def ann(work: SqlWork) -> Athlete:
    return work.athletes.meet(Person(11, "Ann"), 11, NOW)[0]


def keep(work: SqlWork, athlete: Athlete, day: date, *sets: DoneSet) -> None:
    work.log.keep(athlete.id, sets, at=datetime(day.year, day.month, day.day, 12, tzinfo=UTC), day=day)


def hang(seconds: int) -> DoneSet:
    return DoneSet("dead-hang", seconds=seconds, bodyweight=True)


def helped(reps: int, by: str | None) -> DoneSet:
    return DoneSet("assisted-pull-up", reps=reps, load=None if by is None else kg(f"-{by}"), bodyweight=True)


def stages(work: SqlWork, athlete: Athlete) -> dict[str, RoadStage]:
    return {one.name: one for one in road_chart(work, athlete, MONDAY + 2 * DAY).stages}


def test_nothing_done_is_the_first_stage(work: SqlWork, ann: Athlete) -> None:
    found = road_chart(work, ann, MONDAY)
    assert (found.at, len(found.stages)) == (0, len(ROAD))
    assert found.stages[0] == RoadStage("Hang", "3×30 s")
    assert found.stages[-1].asks == "3×5–8"


def test_a_day_is_its_best_set_as_a_part_of_what_leads_on(work: SqlWork, ann: Athlete) -> None:
    keep(work, ann, MONDAY, hang(12), hang(15), hang(9))
    keep(work, ann, MONDAY + DAY, hang(40), hang(33), hang(31))
    found = road_chart(work, ann, MONDAY + 2 * DAY)
    assert found.stages[0].days == (
        Point(MONDAY, Decimal("0.5"), label="15 s"),
        Point(MONDAY + DAY, Decimal(1), label="40 s"),
    )
    assert (found.stages[0].best, found.at) == ("40 s", 1)


def test_less_help_is_as_good_as_more_repetitions(work: SqlWork, ann: Athlete) -> None:
    keep(work, ann, MONDAY, helped(8, "35"))
    keep(work, ann, MONDAY + DAY, helped(8, "25"), helped(4, "35"))
    found = stages(work, ann)["With help"]
    assert [one.value for one in found.days] == [Decimal("0.5"), Decimal("0.75")]
    assert (found.best, found.asks) == ("−25 × 8", "3×8 at −15 kg")
    work.athletes.choose_unit(ann.id, Unit.LB)
    there = work.athletes.find(11)
    assert there is not None
    assert stages(work, there)["With help"].asks == "3×8 at −33.1 lb"


def test_a_band_has_no_number(work: SqlWork, ann: Athlete) -> None:
    keep(work, ann, MONDAY, helped(4, None))
    found = stages(work, ann)["With help"]
    assert ([one.value for one in found.days], found.asks) == ([Decimal("0.5")], "3×8")


def test_pull_ups_are_two_stages(work: SqlWork, ann: Athlete) -> None:
    keep(work, ann, MONDAY, pull_up(1), pull_up(2))
    keep(work, ann, MONDAY + DAY, pull_up(5), pull_up(3))
    found = stages(work, ann)
    assert [(one.day, one.label) for one in found["First pull-ups"].days] == [(MONDAY, "2"), (MONDAY + DAY, "3")]
    assert [one.label for one in found["Pull-ups"].days] == ["5"]


def test_what_the_gym_lacks_is_no_stage(work: SqlWork, ann: Athlete) -> None:
    wishes = replace(first_wishes(work, coach(), ann, MONDAY), aim=Aim.PULL_UP, equipment=frozenset({"pull-up-bar"}))
    use_plan(work, coach(), ann, wishes, NOW)
    assert not {"With help", "With a belt"} & set(stages(work, ann))
    use_plan(work, coach(), ann, replace(wishes, aim=Aim.SIZE, equipment=frozenset({"dumbbell"})), NOW)
    assert len(stages(work, ann)) == len(ROAD), "without a bar the whole road is shown"


@pytest.mark.parametrize(
    ("done", "on"),
    [
        ({}, False),
        ({"dead-hang": 6}, True),
        ({"dead-hang": 6, "pull-up": 6}, True),
        ({"dead-hang": 6, "pull-up": 90}, False),
        ({"pull-up": 9, "deadlift": 9}, False),
    ],
)
def test_whoever_pulls_up_is_on_the_road_no_more(done: dict[str, int], on: bool) -> None:
    assert on_the_road([Practised(name, 1, sets, MONDAY, MONDAY) for name, sets in done.items()]) is on


@pytest.mark.parametrize(
    ("stage", "count", "by", "most", "share"),
    [(0, 15, 0, 0, "0.5"), (0, 90, 0, 0, "1"), (3, 8, 15, 35, "1"), (3, 8, 5, 35, "1"), (3, 4, 10, 10, "0.5")],
)
def test_no_share_is_above_the_whole(stage: int, count: int, by: int, most: int, share: str) -> None:
    assert share_of(ROAD[stage], count, Decimal(by), Decimal(most)) == Decimal(share)
