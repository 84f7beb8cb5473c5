"""Is a set changed as it is asked, and made again what it was? Everything here happens at one and the same moment."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.coaching.importing.fingerprints import Fingerprint
from bot.domain.training import DoneSet, KeptSet
from bot.services.entries import Entry
from bot.services.imports import ImportedSet
from bot.storage.work import SqlWork
from tests.builders import NOW, TODAY, deadlift, kg, planned, pull_up, todays
from tests.storage.kept import SETS, YESTERDAY, keep
from tests.storage.people import ANN, BEN


def amend(work: SqlWork, athlete: int, kept: KeptSet, done: DoneSet, *, position: int | None = None) -> int:
    change = work.changes.begin(athlete, [kept.id], NOW)
    work.changes.amend(athlete, change, kept.id, done, position=position)
    return change


def drop(work: SqlWork, athlete: int, *kept: KeptSet) -> int:
    change = work.changes.begin(athlete, [one.id for one in kept], NOW)
    for one in kept:
        work.changes.drop(athlete, change, one.id, NOW)
    return change


def said(work: SqlWork, athlete: int) -> list[DoneSet]:
    return [one.done for one in work.history.every(athlete)]


# Each example changes another entry of the same athlete, which is what a log is.
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=25)
@given(was=st.lists(SETS, min_size=2, max_size=2), now=SETS)
def test_a_change_comes_back_as_it_was(work: SqlWork, was: list[DoneSet], now: DoneSet) -> None:
    athlete = work.athletes.meet(ANN, ANN.id, NOW)[0].id
    entry = keep(work, athlete, *was)
    best = {one.exercise: work.bests.heaviest(athlete, [one.exercise]) for one in was}
    change = amend(work, athlete, entry.sets[0], now)
    assert [one.done for one in work.history.on(athlete, TODAY)] == [now, was[1]]
    assert work.log.last_entry(athlete) == Entry(change, changed=entry.sets[:1], changed_at=NOW)
    assert work.changes.revert(athlete, change, NOW) == entry.sets[:1]
    assert work.history.on(athlete, TODAY) == entry.sets
    assert {one.exercise: work.bests.heaviest(athlete, [one.exercise]) for one in was} == best
    assert work.changes.revert(athlete, change, NOW) == ()
    assert work.log.last_entry(athlete) == entry
    work.athletes.forget(athlete)


def test_a_change_and_its_undo_are_the_owners_alone(work: SqlWork, ann: int) -> None:
    ben = work.athletes.meet(BEN, BEN.id, NOW)[0].id
    [mine] = keep(work, ann, deadlift()).sets
    foreign = amend(work, ben, mine, deadlift(1))
    work.changes.drop(ben, foreign, mine.id, NOW)
    work.changes.move(ben, foreign, [mine.id], at=NOW, day=YESTERDAY)
    assert work.log.entry(ben, foreign) is None
    assert work.history.on(ann, TODAY) == (mine,)
    change = amend(work, ann, mine, deadlift(7))
    assert work.changes.revert(ben, change, NOW) == ()
    assert work.log.entry(ben, change) is None
    assert said(work, ann) == [deadlift(7)]


def test_what_is_no_part_of_a_change_stays_as_it_is(work: SqlWork, ann: int) -> None:
    first, second = keep(work, ann, deadlift(), pull_up()).sets
    change = amend(work, ann, first, deadlift(7))
    work.changes.amend(ann, change, second.id, pull_up(1), position=None)
    work.changes.drop(ann, change, second.id, NOW)
    assert work.history.kept(ann, second.id) == second


def test_a_set_taken_back_cannot_be_changed(work: SqlWork, ann: int) -> None:
    entry = keep(work, ann, deadlift())
    work.log.undo(ann, entry.id, NOW)
    change = amend(work, ann, entry.sets[0], deadlift(7))
    assert said(work, ann) == []
    assert work.log.entry(ann, change) is None
    assert work.log.last_entry(ann) is None


def test_an_entry_stands_while_one_of_its_sets_does(work: SqlWork, ann: int) -> None:
    entry = keep(work, ann, deadlift(8), deadlift(7))
    first, second = entry.sets
    change = work.changes.begin(ann, [first.id, second.id], NOW)
    work.changes.drop(ann, change, first.id, NOW)
    work.changes.amend(ann, change, second.id, deadlift(6), position=None)
    assert work.log.entry(ann, entry.id) is not None
    last = drop(work, ann, second)
    assert work.log.entry(ann, entry.id) is None
    assert [one.done for one in work.changes.revert(ann, last, NOW)] == [deadlift(6)]
    assert work.changes.revert(ann, change, NOW) == entry.sets
    assert work.log.last_entry(ann) == entry


def test_an_entry_with_one_set_dropped_and_one_amended_is_taken_back_whole(work: SqlWork, ann: int) -> None:
    entry = keep(work, ann, deadlift(8), deadlift(7))
    first, second = entry.sets
    change = work.changes.begin(ann, [first.id, second.id], NOW)
    work.changes.drop(ann, change, first.id, NOW)
    work.changes.amend(ann, change, second.id, deadlift(6), position=None)
    assert work.log.undo(ann, entry.id, NOW)
    assert work.history.count(ann) == 0


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_sets_dropped_one_by_one_come_back_in_any_order(work: SqlWork, ann: int, order: tuple[int, int]) -> None:
    entry = keep(work, ann, deadlift(8), deadlift(7))
    changes = [drop(work, ann, one) for one in entry.sets]
    assert work.log.entry(ann, entry.id) is None
    for index in order:
        assert work.changes.revert(ann, changes[index], NOW) == (entry.sets[index],)
    assert work.log.last_entry(ann) == entry


def test_a_move_leaves_the_session_and_comes_back_into_it(work: SqlWork, ann: int) -> None:
    session = work.sessions.start(ann, todays("back", [planned()]), now=NOW, day=TODAY)
    entry = work.log.keep(ann, [deadlift()], at=NOW, day=TODAY, session=session.id, positions=[0])
    change = work.changes.begin(ann, [entry.sets[0].id], NOW)
    noon = NOW - timedelta(days=1, hours=6)
    work.changes.move(ann, change, [entry.sets[0].id], at=noon, day=YESTERDAY)
    [moved] = work.history.on(ann, YESTERDAY)
    assert (moved.session, moved.performed_at, moved.done) == (None, noon, deadlift())
    left = work.sessions.open(ann)
    assert left is not None
    assert not left.sets
    assert work.changes.revert(ann, change, NOW) == entry.sets
    again = work.sessions.open(ann)
    assert again is not None
    assert again.items[0].done == entry.sets


def test_a_session_discarded_since_is_none_to_come_back_into(work: SqlWork, ann: int) -> None:
    session = work.sessions.start(ann, todays("back", [planned()]), now=NOW, day=TODAY)
    entry = work.log.keep(ann, [deadlift()], at=NOW, day=TODAY, session=session.id, positions=[0])
    change = drop(work, ann, *entry.sets)
    work.sessions.finish(session.id, NOW)
    work.sessions.discard(session.id)
    [back] = work.changes.revert(ann, change, NOW)
    assert (back.session, back.done) == (None, deadlift())


def test_what_was_changed_later_goes_with_what_it_was_changed_after(work: SqlWork, ann: int) -> None:
    entry = keep(work, ann, deadlift(8), pull_up(5))
    first, other = entry.sets
    earlier = amend(work, ann, first, deadlift(7))
    later = work.changes.begin(ann, [first.id, other.id], NOW)
    work.changes.amend(ann, later, first.id, deadlift(6), position=None)
    work.changes.amend(ann, later, other.id, pull_up(4), position=None)
    assert work.changes.revert(ann, earlier, NOW) == (first,)
    assert work.changes.revert(ann, later, NOW) == (other,)
    assert work.log.last_entry(ann) == entry


def test_a_change_of_a_set_that_was_dropped_later_waits_for_it(work: SqlWork, ann: int) -> None:
    entry = keep(work, ann, deadlift(8))
    amended = amend(work, ann, entry.sets[0], deadlift(7))
    dropped = drop(work, ann, entry.sets[0])
    assert work.log.entry(ann, amended) is None
    assert work.changes.revert(ann, amended, NOW) == ()
    assert [one.done for one in work.changes.revert(ann, dropped, NOW)] == [deadlift(7)]
    assert work.changes.revert(ann, amended, NOW) == entry.sets


@pytest.mark.parametrize("drops", [False, True])
def test_a_change_of_an_entry_that_is_gone_is_nothing_to_take_back(work: SqlWork, ann: int, drops: bool) -> None:
    before = keep(work, ann, pull_up())
    entry = keep(work, ann, deadlift(8), deadlift(7))
    change = drop(work, ann, entry.sets[0]) if drops else amend(work, ann, entry.sets[0], deadlift(6))
    work.log.undo(ann, entry.id, NOW)
    assert work.log.last_entry(ann) == before
    assert work.changes.revert(ann, change, NOW) == ()
    assert said(work, ann) == [pull_up()]


def test_a_change_can_be_taken_back_again_once_its_entry_is_back_from_an_edit(work: SqlWork, ann: int) -> None:
    entry = work.log.keep(ann, [deadlift(8), deadlift(7)], at=NOW, day=TODAY, message=7)
    change = drop(work, ann, entry.sets[0])
    work.log.undo(ann, entry.id, NOW)
    edit = work.log.keep(ann, [deadlift(5)], at=NOW, day=TODAY, message=7, replaces=entry.id)
    assert work.changes.revert(ann, change, NOW) == ()
    work.log.undo(ann, edit.id, NOW)
    back = work.log.bring_back(ann, edit.id)
    assert back is not None
    assert back.sets == entry.sets[1:], "what was dropped before the edit stays so"
    assert work.changes.revert(ann, change, NOW) == entry.sets[:1]


def test_a_set_is_put_back_by_its_owner_alone_and_once(work: SqlWork, ann: int) -> None:
    ben = work.athletes.meet(BEN, BEN.id, NOW)[0].id
    entry = keep(work, ann, deadlift(), deadlift(7))
    first, second = entry.sets
    for one in entry.sets:
        drop(work, ann, one)
    assert work.history.kept(ann, second.id) is None
    assert work.history.exercise_of(ann, second.id) == "deadlift"
    assert not work.changes.put_back(ben, second.id)
    assert work.changes.put_back(ann, second.id)
    assert not work.changes.put_back(ann, second.id)
    assert work.history.on(ann, TODAY) == (second,)
    assert work.log.entry(ann, entry.id) == Entry(entry.id, (second,))
    newest = work.log.last_entry(ann)
    assert newest is not None
    assert newest.changed == (first,), "the other one is still taken back"


def test_what_was_put_back_is_no_change_to_take_back(work: SqlWork, ann: int) -> None:
    entry = keep(work, ann, deadlift(8))
    amended = amend(work, ann, entry.sets[0], deadlift(7))
    dropped = drop(work, ann, entry.sets[0])
    assert work.changes.put_back(ann, entry.sets[0].id)
    assert work.changes.revert(ann, dropped, NOW) == ()
    newest = work.log.last_entry(ann)
    assert newest is not None
    assert newest.id == amended


def test_a_changed_imported_set_comes_back_and_goes_with_its_import(work: SqlWork, ann: int) -> None:
    brought = [ImportedSet(deadlift(reps), NOW, TODAY, Fingerprint(1, reps, -reps)) for reps in (8, 7)]
    done = work.imports.keep(ann, "Strong", brought, 2, NOW)
    first, second = work.history.on(ann, TODAY)
    change = amend(work, ann, first, deadlift(9, kg("110")))
    dropped = drop(work, ann, second)
    assert set(work.imports.fingerprints(ann)) == {8, 7}, "a deleted one is known still"
    assert [one.fingerprint for one in work.imports.near(ann, since=TODAY, until=TODAY)] == [8, 7]
    assert work.imports.near(ann, since=YESTERDAY, until=YESTERDAY) == []
    assert work.changes.revert(ann, dropped, NOW) == (second,)
    assert work.changes.revert(ann, change, NOW) == (first,)
    for one in (first, second):
        drop(work, ann, one)
    assert set(work.imports.fingerprints(ann)) == {8, 7}, "also where none is left"
    assert work.imports.find(ann, done.entry) == done
    assert work.changes.put_back(ann, first.id)
    assert work.log.undo(ann, done.entry, NOW)
    assert work.imports.fingerprints(ann) == {}, "an import taken back may come again"
    assert work.imports.near(ann, since=TODAY, until=TODAY) == []
    assert not work.changes.put_back(ann, second.id), "and then it would be there twice"
    assert work.log.last_entry(ann) is None
