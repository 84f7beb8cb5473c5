"""Is a file kept whole or not at all, once, and taken back as one; and does an export bring the same history back?"""

from datetime import UTC, date, datetime

import pytest

from bot.coaching.importing.shapes import App, Reason
from bot.domain.errors import NothingToUndo
from bot.services.edit_set import delete_set, put_back
from bot.services.import_sets import preview
from bot.services.undo_import import newest_import, undo_import
from bot.storage.database import SqlDatabase
from bot.storage.work import SqlWork
from tests.builders import NOW, TODAY, deadlift, kg
from tests.coaching.importing.files import STRONG_UNITS, file, strong_units
from tests.services.importing import bring, met, ready
from tests.storage.people import BEN

SQUAT = strong_units(1, 120, 5).replace("Deadlift (Barbell)", "Squat (Barbell)")
THREE = file(STRONG_UNITS, strong_units(1), strong_units(2), SQUAT)


def test_the_preview_says_what_it_would_bring(database: SqlDatabase) -> None:
    body = THREE + file(strong_units(1, reps=0).replace("2025-03-04", "2025-03-06"))

    def look(work: SqlWork) -> None:
        shown = preview(work, met(work), ready(body))
        assert (shown.app, shown.workouts, shown.sets, shown.known) == (App.STRONG, 1, 3, 0)
        assert (shown.matched, shown.own) == (("deadlift",), ("Squat (Barbell)",))
        assert (shown.first, shown.last) == (date(2025, 3, 4), date(2025, 3, 4))
        assert shown.left_out == {Reason.NOTHING_DONE: [5]}

    database.run_now(look)  # type: ignore[arg-type]


def test_an_import_is_kept_once_and_taken_back_as_one(database: SqlDatabase) -> None:
    def go(work: SqlWork) -> None:
        ann = met(work)
        before = work.log.keep(ann.id, [deadlift()], at=NOW, day=TODAY)
        done = bring(work, ann, THREE)
        assert done is not None
        assert done.sets == 3
        assert work.history.count(ann.id) == 4
        assert bring(work, ann, THREE) is None, "again adds nothing"
        more = file(strong_units(3), strong_units().replace("2025-03-04", "2025-03-06"))
        later = bring(work, ann, THREE + more)
        assert later is not None
        assert later.sets == 2, "a later export brings only what is new"
        assert undo_import(work, ann, done.entry, NOW).sets == 3
        assert work.history.count(ann.id) == 3
        with pytest.raises(NothingToUndo):
            undo_import(work, ann, done.entry, NOW)
        again = bring(work, ann, THREE + more)
        assert again is not None
        assert again.sets == 3, "what was taken back can come again"
        assert work.log.last_entry(ann.id) == before, "an import is no entry that a word takes back"

    database.run_now(go)  # type: ignore[arg-type]


def test_sets_are_at_the_local_time_of_the_file(database: SqlDatabase) -> None:
    def go(work: SqlWork) -> None:
        ann = met(work)
        late, plain = (strong_units().replace("18:05:09", clock) for clock in ("00:10:00", "00:00:00"))
        bring(work, ann, file(STRONG_UNITS, late, plain))
        noon, evening = work.history.days(ann.id)
        assert (evening.day, noon.day) == (date(2025, 3, 3), date(2025, 3, 4)), "the small hours are the evening's"
        assert evening.sets[0].performed_at == datetime(2025, 3, 3, 23, 10, tzinfo=UTC)
        assert noon.sets[0].performed_at == datetime(2025, 3, 4, 11, tzinfo=UTC), "a midnight is a date alone"

    database.run_now(go)  # type: ignore[arg-type]


def test_nobody_takes_back_what_another_imported(database: SqlDatabase) -> None:
    def go(work: SqlWork) -> None:
        ann, ben = met(work), met(work, BEN)
        done = bring(work, ann, THREE)
        assert done is not None
        with pytest.raises(NothingToUndo):
            undo_import(work, ben, done.entry, NOW)
        assert newest_import(work, ben) is None
        assert newest_import(work, ann) == done
        work.log.keep(ann.id, [deadlift()], at=NOW, day=TODAY)
        assert newest_import(work, ann) is None, "a set came after it"

    database.run_now(go)  # type: ignore[arg-type]


def test_a_set_that_was_deleted_does_not_come_again(database: SqlDatabase) -> None:
    def go(work: SqlWork) -> None:
        ann = met(work)
        done = bring(work, ann, THREE)
        assert done is not None
        [day] = work.history.days(ann.id)
        for one in day.sets:
            delete_set(work, ann, one.id, NOW)
            assert bring(work, ann, THREE) is None, "not one by one, and not when none is left"
            shown = preview(work, ann, ready(THREE))
            assert (shown.sets, shown.known) == (0, 3)
        more = bring(work, ann, THREE + file(strong_units(3)))
        assert more is not None
        assert more.sets == 1
        back = put_back(work, ann, day.sets[0].id)
        assert back == day.sets[0]
        assert undo_import(work, ann, done.entry, NOW) == done
        again = bring(work, ann, THREE + file(strong_units(3)))
        assert again is not None
        assert again.sets == 3, "with the import taken back, all of it can come again"

    database.run_now(go)  # type: ignore[arg-type]


def test_what_another_deleted_comes_to_this_one(database: SqlDatabase) -> None:
    def go(work: SqlWork) -> None:
        ann, ben = met(work), met(work, BEN)
        bring(work, ann, THREE)
        delete_set(work, ann, work.history.days(ann.id)[0].sets[0].id, NOW)
        brought = bring(work, ben, THREE)
        assert brought is not None
        assert brought.sets == 3

    database.run_now(go)  # type: ignore[arg-type]


def test_imported_sets_count_as_last_time_and_best(database: SqlDatabase) -> None:
    def go(work: SqlWork) -> None:
        ann = met(work)
        bring(work, ann, THREE)
        assert len(work.history.last_time(ann.id, ["deadlift"])["deadlift"]) == 2
        [best] = work.bests.heaviest(ann.id, ["Squat (Barbell)"])["Squat (Barbell)"]
        assert best.done.load == kg("120")

    database.run_now(go)  # type: ignore[arg-type]
