"""Is a file kept whole or not at all, once, and taken back as one; and does an export bring the same history back?"""

from datetime import UTC, date, datetime

import pytest

from bot.coaching.importing.matching import ExerciseMatcher
from bot.coaching.importing.shapes import Answers, App, Reason
from bot.coaching.language.language import load_language
from bot.domain.athlete import Athlete
from bot.domain.errors import NothingToUndo
from bot.domain.training import DoneSet
from bot.domain.units import Unit
from bot.services.import_sets import Prepared, import_sets, newest_import, prepare, preview, undo_import
from bot.services.messages import Person
from bot.storage.database import SqlDatabase
from bot.storage.work import SqlWork
from tests.builders import NOW, TODAY, deadlift, kg
from tests.coaching.importing.files import STRONG_UNITS, file, strong_units
from tests.knowledge import FOLDER, KNOWLEDGE
from tests.storage.people import ANN, BEN

MATCHER = ExerciseMatcher(KNOWLEDGE, load_language(FOLDER / "language" / "en", KNOWLEDGE).words.spellings)
SQUAT = strong_units(1, 120, 5).replace("Deadlift (Barbell)", "Squat (Barbell)")
THREE = file(STRONG_UNITS, strong_units(1), strong_units(2), SQUAT)


def met(work: SqlWork, person: Person = ANN, zone: str = "Europe/Berlin") -> Athlete:
    athlete, _ = work.athletes.meet(person, person.id, NOW)
    work.athletes.choose_zone(athlete.id, zone)
    found = work.athletes.find(person.id)
    assert found is not None
    return found


def ready(body: bytes = THREE) -> Prepared:
    return prepare(MATCHER, body, TODAY, Answers(Unit.KG))


def history(work: SqlWork, athlete: Athlete) -> list[tuple[date, list[DoneSet]]]:
    return [(day.day, [kept.done for kept in day.sets]) for day in work.history.days(athlete.id, limit=1000)]


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
    def bring(work: SqlWork) -> None:
        ann = met(work)
        before = work.log.keep(ann.id, [deadlift()], at=NOW, day=TODAY)
        done = import_sets(work, ann, ready(), NOW)
        assert done is not None
        assert done.sets == 3
        assert work.history.count(ann.id) == 4
        assert import_sets(work, ann, ready(), NOW) is None, "again adds nothing"
        more = file(strong_units(3), strong_units().replace("2025-03-04", "2025-03-06"))
        later = import_sets(work, ann, ready(THREE + more), NOW)
        assert later is not None
        assert later.sets == 2, "a later export brings only what is new"
        assert undo_import(work, ann, done.entry, NOW).sets == 3
        assert work.history.count(ann.id) == 3
        with pytest.raises(NothingToUndo):
            undo_import(work, ann, done.entry, NOW)
        again = import_sets(work, ann, ready(), NOW)
        assert again is not None
        assert again.sets == 3, "what was taken back can come again"
        assert work.log.last_entry(ann.id) == before, "an import is no entry that a word takes back"

    database.run_now(bring)  # type: ignore[arg-type]


def test_sets_are_at_the_local_time_of_the_file(database: SqlDatabase) -> None:
    def bring(work: SqlWork) -> None:
        ann = met(work)
        late, plain = (strong_units().replace("18:05:09", clock) for clock in ("00:10:00", "00:00:00"))
        import_sets(work, ann, ready(file(STRONG_UNITS, late, plain)), NOW)
        noon, evening = work.history.days(ann.id)
        assert (evening.day, noon.day) == (date(2025, 3, 3), date(2025, 3, 4)), "the small hours are the evening's"
        assert evening.sets[0].performed_at == datetime(2025, 3, 3, 23, 10, tzinfo=UTC)
        assert noon.sets[0].performed_at == datetime(2025, 3, 4, 11, tzinfo=UTC), "a midnight is a date alone"

    database.run_now(bring)  # type: ignore[arg-type]


def test_nobody_takes_back_what_another_imported(database: SqlDatabase) -> None:
    def bring(work: SqlWork) -> None:
        ann, ben = met(work), met(work, BEN)
        done = import_sets(work, ann, ready(), NOW)
        assert done is not None
        with pytest.raises(NothingToUndo):
            undo_import(work, ben, done.entry, NOW)
        assert newest_import(work, ben) is None
        assert newest_import(work, ann) == done
        work.log.keep(ann.id, [deadlift()], at=NOW, day=TODAY)
        assert newest_import(work, ann) is None, "a set came after it"

    database.run_now(bring)  # type: ignore[arg-type]


def test_imported_sets_count_as_last_time_and_best(database: SqlDatabase) -> None:
    def bring(work: SqlWork) -> None:
        ann = met(work)
        import_sets(work, ann, ready(), NOW)
        assert len(work.history.last_time(ann.id, ["deadlift"])["deadlift"]) == 2
        [best] = work.bests.heaviest(ann.id, ["Squat (Barbell)"])["Squat (Barbell)"]
        assert best.done.load == kg("120")

    database.run_now(bring)  # type: ignore[arg-type]
