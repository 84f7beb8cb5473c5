"""Does a file wait for its lifter, once, for nobody else, and go when it is done with?"""

from datetime import timedelta

from bot.coaching.importing.shapes import Answers, DateOrder
from bot.domain.units import Unit
from bot.services.uploads import Todo
from bot.storage.database import SqlDatabase
from bot.storage.work import SqlWork
from tests.builders import NOW
from tests.storage.people import ANN, BEN

LATER = NOW + timedelta(minutes=3)


def test_a_file_is_looked_at_once(work: SqlWork, ann: int) -> None:
    upload = work.uploads.put(ann, ANN.id, "F", "strong.csv", NOW)
    assert work.uploads.waiting() == 1
    claimed = work.uploads.claim(NOW, LATER)
    assert claimed is not None
    assert (claimed.id, claimed.telegram_id, claimed.todo, claimed.tries) == (upload, ANN.id, Todo.LOOK, 0)
    assert work.uploads.claim(NOW, LATER) is None, "it is somebody's"
    again = work.uploads.claim(LATER, LATER)
    assert again is not None
    assert again.tries == 1, "whoever took it died"
    assert work.uploads.shown(again)
    assert not work.uploads.shown(again)
    assert work.uploads.waiting() == 0


def test_what_the_lifter_says_is_kept(work: SqlWork, ann: int) -> None:
    upload = work.uploads.put(ann, ANN.id, "F", "strong.csv", NOW)
    work.uploads.claim(NOW, LATER)
    work.uploads.answer(upload, unit=None, order=DateOrder.MONTH_FIRST, now=NOW)
    assert work.uploads.claim(NOW, LATER) is not None, "an answer makes it ready"
    work.uploads.answer(upload, unit=Unit.LB, order=None, now=NOW)
    found = work.uploads.find(ann, upload)
    assert found is not None
    assert (found.answers, found.todo, found.tries) == (Answers(Unit.LB, DateOrder.MONTH_FIRST), Todo.LOOK, 0)


def test_what_was_found_with_other_answers_is_not_shown_and_not_imported(work: SqlWork, ann: int) -> None:
    upload = work.uploads.put(ann, ANN.id, "F", "strong.csv", NOW)
    first = work.uploads.claim(NOW, LATER)
    assert first is not None
    work.uploads.answer(upload, unit=Unit.KG, order=None, now=NOW)
    in_kg = work.uploads.claim(NOW, LATER)
    assert in_kg is not None
    work.uploads.answer(upload, unit=Unit.LB, order=None, now=NOW)
    in_lb = work.uploads.claim(NOW, LATER)
    assert in_lb is not None
    assert not any(work.uploads.shown(one) or work.uploads.done(one) for one in (first, in_kg))
    assert not work.uploads.bring(upload, in_lb.look, NOW), "it is not shown yet"
    assert work.uploads.shown(in_lb)
    assert not work.uploads.bring(upload, in_kg.look, NOW), "another look is what was shown last"
    assert work.uploads.bring(upload, in_lb.look, NOW)
    assert not work.uploads.bring(upload, in_lb.look, NOW), "once"
    importing = work.uploads.claim(NOW, LATER)
    assert importing is not None
    assert (importing.todo, importing.answers.unit) == (Todo.IMPORT, Unit.LB)
    assert not work.uploads.done(in_lb), "that look is over"
    assert work.uploads.done(importing)
    assert not work.uploads.done(importing)


def test_a_newer_file_takes_the_place_of_an_older_and_nobody_has_anothers(work: SqlWork, ann: int) -> None:
    ben = work.athletes.meet(BEN, BEN.id, NOW)[0].id
    older = work.uploads.put(ann, ANN.id, "F", "one.csv", NOW)
    newer = work.uploads.put(ann, ANN.id, "G", "two.csv", NOW)
    assert newer > older
    assert work.uploads.find(ann, older) is None
    assert work.uploads.find(ben, newer) is None
    assert not work.uploads.drop(ben, newer)
    assert not work.uploads.drop(ben)
    assert work.uploads.drop(ann, newer)
    assert not work.uploads.drop(ann)


def test_old_files_are_purged(work: SqlWork, ann: int) -> None:
    work.uploads.put(ann, ANN.id, "F", "one.csv", NOW)
    assert work.uploads.purge(NOW) == 0
    assert work.uploads.purge(LATER) == 1


def test_a_start_takes_up_what_was_left(database: SqlDatabase) -> None:
    def live(work: SqlWork) -> bool:
        ann = work.athletes.meet(ANN, ANN.id, NOW)[0].id
        work.uploads.put(ann, ANN.id, "F", "one.csv", NOW)
        work.uploads.claim(NOW, LATER)
        work.uploads.release(NOW)
        return work.uploads.claim(NOW, LATER) is not None

    one_process = database.engine.dialect.name == "sqlite"
    assert database.run_now(live) is one_process  # type: ignore[arg-type]
