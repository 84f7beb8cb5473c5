"""Is every set kept as it was said, found again, and taken back whole?"""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError

from bot.domain.training import DoneSet
from bot.storage.work import SqlWork
from tests.builders import NOW, TODAY, deadlift, planned, pull_up, todays
from tests.storage.kept import SETS, YESTERDAY, keep
from tests.storage.people import ANN, BEN


# Each example keeps another entry of the same athlete, which is what a log is.
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=50)
@given(sets=st.lists(SETS, min_size=1, max_size=4))
def test_sets_come_back_as_they_were_said_and_in_order(work: SqlWork, ann: int, sets: list[DoneSet]) -> None:
    entry = keep(work, ann, *sets)
    assert [one.done for one in entry.sets] == sets
    assert work.log.entry(ann, entry.id) == entry
    assert work.log.last_entry(ann) == entry


def test_an_entry_without_a_set_is_refused(work: SqlWork, ann: int) -> None:
    with pytest.raises(ValueError, match="without a set"):
        keep(work, ann)


def test_a_place_for_each_set_or_for_none(work: SqlWork, ann: int) -> None:
    session = work.sessions.start(ann, todays("back", [planned()]), now=NOW, day=TODAY)
    with pytest.raises(ValueError, match="shorter"):
        work.log.keep(ann, [deadlift(), deadlift()], at=NOW, day=TODAY, session=session.id, positions=[0])


def test_no_set_gets_into_the_session_of_another(work: SqlWork, ann: int) -> None:
    ben, _ = work.athletes.meet(BEN, BEN.id, NOW)
    session = work.sessions.start(ben.id, todays("back", [planned()]), now=NOW, day=TODAY)
    with pytest.raises(IntegrityError):
        keep(work, ann, deadlift(), session=session.id)


def test_an_entry_is_its_owners_alone(work: SqlWork, ann: int) -> None:
    ben, _ = work.athletes.meet(BEN, BEN.id, NOW)
    entry = keep(work, ann, deadlift())
    assert work.log.entry(ben.id, entry.id) is None
    assert not work.log.undo(ben.id, entry.id, NOW)
    assert work.log.entry(ann, entry.id) == entry


def test_undo_takes_back_an_entry_whole_and_once(work: SqlWork, ann: int) -> None:
    first, second = keep(work, ann, deadlift()), keep(work, ann, deadlift(5), pull_up())
    assert work.log.undo(ann, second.id, NOW)
    assert not work.log.undo(ann, second.id, NOW)
    assert work.log.entry(ann, second.id) is None
    assert work.log.last_entry(ann) == first
    assert work.history.count(ann) == 1
    assert work.history.last_time(ann, ["deadlift", "pull-up"]) == {"deadlift": first.sets}


def test_a_number_is_never_given_out_again(work: SqlWork, ann: int) -> None:
    taken = keep(work, ann, deadlift()).id
    work.athletes.forget(ann)
    back, _ = work.athletes.meet(ANN, ANN.id, NOW)
    assert keep(work, back.id, deadlift()).id > taken
    assert back.id > ann


def test_entries_of_a_day_are_the_newest_oldest_first(work: SqlWork, ann: int) -> None:
    keep(work, ann, deadlift(), day=YESTERDAY)
    made = [keep(work, ann, deadlift(reps), pull_up()) for reps in (8, 7, 6, 5)]
    work.log.undo(ann, made[2].id, NOW)
    assert work.log.entries(ann, day=TODAY, limit=2) == (made[1], made[3])


def test_an_entry_is_found_by_the_message_that_said_it(work: SqlWork, ann: int) -> None:
    ben, _ = work.athletes.meet(BEN, BEN.id, NOW)
    first = work.log.keep(ann, [deadlift()], at=NOW, day=TODAY, message=7)
    assert work.log.said(ann, 7) == first
    assert work.log.said(ann, 8) is None
    assert work.log.said(ben.id, 7) is None
    work.log.undo(ann, first.id, NOW)
    assert work.log.said(ann, 7) is None


def test_what_was_replaced_is_put_back_without_what_was_dropped_before(work: SqlWork, ann: int) -> None:
    ben, _ = work.athletes.meet(BEN, BEN.id, NOW)
    first = work.log.keep(ann, [deadlift(), deadlift(5)], at=NOW, day=TODAY, message=7)
    change = work.changes.begin(ann, [first.sets[0].id], NOW)
    work.changes.drop(ann, change, first.sets[0].id, NOW)
    work.log.undo(ann, first.id, NOW)
    second = work.log.keep(ann, [deadlift(6)], at=NOW, day=TODAY, message=7, replaces=first.id)
    assert work.log.said(ann, 7) == second
    assert work.log.in_place_of(ann, first.id) == second.id
    assert work.log.in_place_of(ben.id, first.id) is None
    work.log.undo(ann, second.id, NOW)
    assert work.log.bring_back(ben.id, second.id) is None
    back = work.log.bring_back(ann, second.id)
    assert back is not None
    assert [one.done for one in back.sets] == [deadlift(5)]
    assert work.log.said(ann, 7) == back
    assert work.log.bring_back(ann, first.id) is None
