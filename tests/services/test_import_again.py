"""Is a set that was imported, or logged here, never brought twice, and a new one always, however the file changed?"""

from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import update

from bot.domain.athlete import Athlete
from bot.domain.errors import NothingToUndo, SetGone
from bot.domain.training import DoneSet
from bot.domain.units import Unit
from bot.services.edit_set import change_count, delete_set, put_back
from bot.services.import_sets import import_sets, preview
from bot.services.imports import Import
from bot.services.messages import Person
from bot.services.undo import undo
from bot.services.undo_import import undo_import
from bot.storage.database import SqlDatabase
from bot.storage.tables import done_sets
from bot.storage.work import SqlWork
from tests.builders import NOW, TODAY, deadlift, kg
from tests.coaching.importing.files import FITNOTES, STRONG, STRONG_UNITS, file, strong, strong_units
from tests.services.importing import added, bring, lifted, met, ready
from tests.storage.people import BEN

YESTERDAY = TODAY - timedelta(days=1)


def sets(*loads: object) -> bytes:
    """One workout of deadlifts for 8."""
    return file(STRONG_UNITS, *(strong_units(number, load) for number, load in enumerate(loads, start=1)))


def notes(*loads: object) -> bytes:
    """Deadlifts of yesterday, at no time of that day."""
    return file(FITNOTES.format(unit="kgs"), *(f"{YESTERDAY},Deadlift,Back,{load},8,,," for load in loads))


def numbers(work: SqlWork, athlete: Athlete) -> list[int]:
    return [kept.id for kept in work.history.every(athlete.id)]


def brought(work: SqlWork, athlete: Athlete, body: bytes) -> Import:
    found = bring(work, athlete, body)
    assert found is not None
    return found


def test_a_set_logged_here_stands_for_an_equal_one_of_its_day_alone(database: SqlDatabase) -> None:
    def go(work: SqlWork) -> None:
        ann = met(work)
        noon = datetime(YESTERDAY.year, YESTERDAY.month, YESTERDAY.day, 11, tzinfo=UTC)
        work.log.keep(ann.id, [deadlift(8, kg("100"))], at=noon, day=YESTERDAY)
        assert added(work, ann, notes(60, 80, 100)) == 2
        assert lifted(work, ann) == ["60 × 8", "80 × 8", "100 × 8"]
        assert added(work, ann, notes(60, 80, 100)) == 0
        assert added(work, ann, notes(60, 80, 100, 100)) == 1, "it answers for one"
        earlier = notes(100).replace(str(YESTERDAY).encode(), str(YESTERDAY - timedelta(days=1)).encode())
        assert added(work, ann, earlier) == 1, "another day"

    database.run_now(go)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "other",
    [
        deadlift(8, kg("100"), warmup=True),
        deadlift(7, kg("100")),
        deadlift(8, kg("100.5")),
        DoneSet("deadlift", 8, load=kg("100"), per_side=True),
        DoneSet("deadlift", 8, 8, load=kg("100")),
        DoneSet("bent-over-row", 8, load=kg("100")),
    ],
)
def test_another_set_of_that_day_answers_for_nothing(sqlite_database: SqlDatabase, other: DoneSet) -> None:
    def go(work: SqlWork) -> None:
        ann = met(work)
        work.log.keep(ann.id, [other], at=NOW - timedelta(days=1), day=YESTERDAY)
        assert added(work, ann, notes(100)) == 1

    sqlite_database.run_now(go)  # type: ignore[arg-type]


def test_a_set_put_in_between_comes_alone(database: SqlDatabase) -> None:
    def go(work: SqlWork) -> None:
        ann = met(work)
        assert added(work, ann, sets(100, 120)) == 2
        assert added(work, ann, sets(100, 110, 120)) == 1
        assert lifted(work, ann) == ["100 × 8", "110 × 8", "120 × 8"]
        assert added(work, ann, sets(90, 100, 110, 120)) == 1
        assert added(work, ann, sets(120, 110, 100, 90)) == 0, "their order is no matter"
        assert added(work, ann, sets(100)) == 0

    database.run_now(go)  # type: ignore[arg-type]


def test_a_long_workout_has_no_end(database: SqlDatabase) -> None:
    def go(work: SqlWork) -> None:
        ann = met(work)
        assert added(work, ann, sets(*[100] * 70)) == 70
        assert added(work, ann, sets(*[100] * 71)) == 1
        assert added(work, ann, sets(*[100] * 71)) == 0

    database.run_now(go)  # type: ignore[arg-type]


def test_a_set_put_right_in_the_other_app_is_no_second_set(database: SqlDatabase) -> None:
    def go(work: SqlWork) -> None:
        ann = met(work)
        assert added(work, ann, sets(100, 110)) == 2
        shown = preview(work, ann, ready(sets(100, 112.5, 120)))
        assert (shown.sets, shown.known, shown.changed) == (1, 2, 1)
        assert added(work, ann, sets(100, 112.5)) == 0
        assert lifted(work, ann) == ["100 × 8", "110 × 8"]
        in_pounds = file(STRONG_UNITS, *(strong_units(1, load).replace(";kg;", ";lb;") for load in (220.46, 242.51)))
        assert added(work, ann, in_pounds) == 0, "the app was set to pounds"
        assert added(work, ann, sets(100).replace(b"Deadlift (Barbell)", b"DEADLIFT (barbell)")) == 0

    database.run_now(go)  # type: ignore[arg-type]


def test_another_unit_said_of_the_same_file_brings_nothing(database: SqlDatabase) -> None:
    def go(work: SqlWork) -> None:
        ann = met(work)
        body = file(STRONG, strong(1), strong(2))
        assert added(work, ann, body) == 2
        shown, brought = import_sets(work, ann, ready(body, Unit.LB), NOW)
        assert (brought, shown.known, shown.changed) == (None, 2, 2)

    database.run_now(go)  # type: ignore[arg-type]


def test_what_was_deleted_here_does_not_come_back_until_its_import_is_undone(database: SqlDatabase) -> None:
    def go(work: SqlWork) -> None:
        ann = met(work)
        first = brought(work, ann, sets(100, 110, 120))
        for number in numbers(work, ann)[:2]:
            delete_set(work, ann, number, NOW)
        assert added(work, ann, sets(100, 110, 120)) == 0
        assert added(work, ann, sets(100, 110, 115, 120)) == 1
        assert lifted(work, ann) == ["115 × 8", "120 × 8"]
        undo_import(work, ann, first.entry, NOW)
        assert added(work, ann, sets(100, 110, 115, 120)) == 3
        assert lifted(work, ann) == ["100 × 8", "110 × 8", "115 × 8", "120 × 8"]

    database.run_now(go)  # type: ignore[arg-type]


def test_an_import_of_which_every_set_was_deleted_still_stands(database: SqlDatabase) -> None:
    def go(work: SqlWork) -> None:
        ann = met(work)
        first = brought(work, ann, sets(100))
        [number] = numbers(work, ann)
        delete_set(work, ann, number, NOW)
        assert added(work, ann, sets(100)) == 0
        assert undo(work, ann, NOW + timedelta(minutes=1)).entry.changed, "the deletion is what /undo takes back"
        assert lifted(work, ann) == ["100 × 8"]
        delete_set(work, ann, number, NOW + timedelta(minutes=2))
        undo_import(work, ann, first.entry, NOW + timedelta(minutes=3))
        assert added(work, ann, sets(100)) == 1
        with pytest.raises(NothingToUndo):
            undo(work, ann, NOW + timedelta(minutes=4))
        assert lifted(work, ann) == ["100 × 8"], "what the deletion took stands already"

    database.run_now(go)  # type: ignore[arg-type]


def test_a_set_changed_here_is_known_again(database: SqlDatabase) -> None:
    def go(work: SqlWork) -> None:
        ann = met(work)
        bring(work, ann, sets(100, 110))
        change_count(work, ann, numbers(work, ann)[0], 9, NOW)
        assert added(work, ann, sets(100, 110)) == 0
        assert added(work, ann, sets(100, 105, 110)) == 1
        assert lifted(work, ann) == ["100 × 9", "105 × 8", "110 × 8"]

    database.run_now(go)  # type: ignore[arg-type]


def test_a_set_is_put_back_once(database: SqlDatabase) -> None:
    def go(work: SqlWork) -> None:
        ann = met(work)
        first = brought(work, ann, sets(100, 110))
        number = numbers(work, ann)[0]
        delete_set(work, ann, number, NOW)
        assert added(work, ann, sets(100, 110)) == 0
        put_back(work, ann, number)
        assert lifted(work, ann) == ["100 × 8", "110 × 8"]
        delete_set(work, ann, number, NOW + timedelta(minutes=1))
        undo_import(work, ann, first.entry, NOW + timedelta(minutes=2))
        assert added(work, ann, sets(100, 110)) == 2
        with pytest.raises(SetGone):
            put_back(work, ann, number)
        assert lifted(work, ann) == ["100 × 8", "110 × 8"]

    database.run_now(go)  # type: ignore[arg-type]


def test_what_an_earlier_version_imported_is_known_again(database: SqlDatabase) -> None:
    """It kept the place in the file, and no lift."""
    before = sets(100, 120, 130)

    def go(work: SqlWork) -> None:
        ann = met(work)
        bring(work, ann, before)

    def again(work: SqlWork) -> None:
        ann = met(work)
        delete_set(work, ann, numbers(work, ann)[2], NOW)
        assert added(work, ann, before) == 0
        assert added(work, ann, sets(100, 110, 120, 130)) == 1
        assert added(work, ann, sets(100, 110, 120, 130)) == 0
        assert lifted(work, ann) == ["100 × 8", "110 × 8", "120 × 8"]
        assert added(work, ann, sets(100, 112.5, 122.5, 130)) == 0, "put right in the other app"
        assert added(work, ann, sets(100, 112.5, 122.5, 130, 140)) == 1

    database.run_now(go)  # type: ignore[arg-type]
    places = [one.print.place for one in ready(before).sets]
    with database.engine.begin() as connection:
        for number, place in enumerate(places, start=1):
            old = {"fingerprint": place, "lift_in_file": None}
            connection.execute(update(done_sets).where(done_sets.c.id == number).values(old))
    database.run_now(again)  # type: ignore[arg-type]


OLD_EXPORT = file(
    STRONG_UNITS,
    "2026-11-22 02:00:00;Backcoach;Deadlift;1;100;kg;8;;;;;;",
    "2026-11-22 02:00:00;Backcoach;Deadlift;2;100;kg;8;;;;;;",
    "2026-11-22 19:30:00;Backcoach;Deadlift;1;100;kg;8;;;;;;",
    "2026-11-22 19:30:00;Backcoach;Deadlift;2;100;kg;5;;;;;;",
)
"""As earlier versions exported the log of the test below: each set under the start of its workout alone."""


def test_an_export_of_an_earlier_version_brings_nothing_back_after_a_move_or_another_turn_of_the_day(
    database: SqlDatabase,
) -> None:
    def go(work: SqlWork) -> None:
        ann = met(work)
        for minute in (0, 5):
            late = datetime(2026, 11, 22, 1, minute, tzinfo=UTC)  # 02:00 in Berlin: the evening of the 21st
            work.log.keep(ann.id, [deadlift()], at=late, day=ann.day(late))
        work.log.keep(ann.id, [deadlift(), deadlift(5)], at=NOW, day=TODAY)
        assert added(work, ann, OLD_EXPORT) == 0
        work.athletes.turn_day(ann.id, 0)
        assert added(work, met(work), OLD_EXPORT) == 0
        assert added(work, met(work, zone="America/New_York"), OLD_EXPORT) == 0
        assert added(work, met(work, BEN), OLD_EXPORT) == 4

    database.run_now(go)  # type: ignore[arg-type]


people = count(5000)
LOADS = st.sampled_from([100, 110, 120])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(st.lists(LOADS, max_size=4), st.lists(LOADS, max_size=3), st.lists(LOADS, max_size=3), st.data())
def test_a_file_that_grew_brings_what_it_grew_by(
    sqlite_database: SqlDatabase, before: list[int], more: list[int], typed: list[int], data: st.DataObject
) -> None:
    """Wherever in it, and whatever was deleted here in between; a set logged here answers for an equal one."""
    grown = [*before]
    for load in more:
        grown.insert(data.draw(st.integers(0, len(grown))), load)

    with sqlite_database.engine.begin() as connection:
        work = SqlWork(connection)
        alex = met(work, Person(next(people), "Alex"))
        for load in typed:
            at = datetime(2025, 3, 4, 20, tzinfo=UTC)
            work.log.keep(alex.id, [deadlift(8, kg(str(load)))], at=at, day=at.date())
        answering = Counter(typed)
        assert (added(work, alex, sets(*before)) if before else 0) == (Counter(before) - answering).total()
        imported = numbers(work, alex)[len(typed) :]
        deleted = data.draw(st.sets(st.sampled_from(imported))) if imported else set()
        for number in deleted:
            delete_set(work, alex, number, NOW)
        expected = (Counter(grown) - answering).total() - (Counter(before) - answering).total()
        assert (added(work, alex, sets(*grown)) if grown else 0) == expected
        assert work.history.count(alex.id) == len(typed) + len(imported) - len(deleted) + expected
        assert not grown or added(work, alex, sets(*data.draw(st.permutations(grown)))) == 0
