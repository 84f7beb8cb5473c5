"""Does a session come back as it was left, to its owner and nobody else?"""

from dataclasses import replace
from datetime import timedelta

from bot.domain.session import Session, SessionState
from bot.domain.training import PlannedExercise, RepRange
from bot.services.todays import Asked
from bot.storage.work import SqlWork
from tests.builders import NOW, TODAY, deadlift, kg, lb, planned, pull_up, todays
from tests.storage.people import BEN

PLANK = PlannedExercise("plank", 2, RepRange(30, 45), rest=60, per_side=True, timed=True, bodyweight=True)
PLANS = (planned(), planned("pull-up"), PLANK)
LATER = NOW + timedelta(hours=1)


def start(work: SqlWork, athlete: int) -> Session:
    return work.sessions.start(athlete, todays("back", PLANS), now=NOW, day=TODAY)


def test_a_session_comes_back_as_it_was_started(work: SqlWork, ann: int) -> None:
    started = start(work, ann)
    assert [item.plan for item in started.items] == list(PLANS)
    assert work.sessions.open(ann) == work.sessions.get(ann, started.id) == started


def test_a_session_without_a_plan_is_still_a_session(work: SqlWork, ann: int) -> None:
    started = work.sessions.start(ann, todays("free", []), now=NOW, day=TODAY)
    assert work.sessions.open(ann) == started


def test_who_has_none_has_none(work: SqlWork, ann: int) -> None:
    assert work.sessions.open(ann) is None
    assert work.sessions.last_finished(ann) is None
    assert work.sessions.get(ann, 404) is None


def test_a_session_is_its_owners_alone(work: SqlWork, ann: int) -> None:
    ben, _ = work.athletes.meet(BEN, BEN.id, NOW)
    started = start(work, ann)
    assert work.sessions.get(ben.id, started.id) is None
    assert work.sessions.open(ben.id) is None


def test_there_is_one_open_session_at_most(work: SqlWork, ann: int) -> None:
    first = start(work, ann)
    again = work.sessions.start(ann, todays("other", []), now=LATER, day=TODAY)
    assert again == first == work.sessions.open(ann)


def test_sets_are_found_where_they_belong(work: SqlWork, ann: int) -> None:
    started = start(work, ann)
    sets = (deadlift(8), deadlift(7), pull_up())
    entry = work.log.keep(ann, sets, at=NOW, day=TODAY, session=started.id, positions=[0, 0, None])
    again = work.sessions.open(ann)
    assert again == started.with_sets(entry.sets, [0, 0, None])
    work.log.undo(ann, entry.id, NOW)
    assert work.sessions.open(ann) == started


def test_the_card_is_moved_and_loads_are_chosen(work: SqlWork, ann: int) -> None:
    started = start(work, ann)
    work.sessions.move(started.id, 2)
    work.sessions.choose_load(started.id, 0, lb("135"))
    work.sessions.skip(started.id, 1)
    again = work.sessions.open(ann)
    first, second, third = started.items
    assert again == replace(
        started, position=2, items=(replace(first, load=lb("135")), replace(second, skipped=True), third)
    )
    work.sessions.choose_load(started.id, 0, None)
    work.sessions.skip(started.id, 1, skipped=False)
    assert work.sessions.open(ann) == replace(started, position=2)


def test_a_swap_replaces_the_plan_and_forgets_the_load(work: SqlWork, ann: int) -> None:
    started = start(work, ann)
    work.sessions.choose_load(started.id, 0, kg("100"))
    work.sessions.skip(started.id, 0)
    work.sessions.swap(started.id, 0, Asked(PLANK))
    again = work.sessions.get(ann, started.id)
    assert again is not None
    assert again.items[0] == replace(started.items[0], plan=PLANK)
    assert again.items[1:] == started.items[1:]


def test_a_finished_session_is_closed_and_can_be_opened_again(work: SqlWork, ann: int) -> None:
    started = start(work, ann)
    work.sessions.finish(started.id, LATER)
    finished = replace(started, state=SessionState.FINISHED, finished_at=LATER)
    assert work.sessions.open(ann) is None
    assert work.sessions.last_finished(ann) == work.sessions.get(ann, started.id) == finished
    work.sessions.finish(started.id, LATER + timedelta(hours=1))
    assert work.sessions.last_finished(ann) == finished, "a second tap does not move the end"
    work.sessions.reopen(started.id)
    assert work.sessions.open(ann) == started


def test_the_last_finished_is_the_one_finished_last(work: SqlWork, ann: int) -> None:
    sessions = []
    for hour in (1, 3, 2):
        sessions.append(start(work, ann))
        work.sessions.finish(sessions[-1].id, NOW + timedelta(hours=hour))
    last = work.sessions.last_finished(ann)
    assert last is not None
    assert last.id == sessions[1].id


def test_a_session_without_sets_can_be_discarded(work: SqlWork, ann: int) -> None:
    started = start(work, ann)
    undone = work.log.keep(ann, [deadlift()], at=NOW, day=TODAY, session=started.id, positions=[0])
    work.log.undo(ann, undone.id, NOW)
    work.sessions.discard(started.id)
    assert work.sessions.get(ann, started.id) is None
    assert start(work, ann).id > started.id


def test_a_set_keeps_its_session_from_being_discarded(work: SqlWork, ann: int) -> None:
    started = start(work, ann)
    entry = work.log.keep(ann, [deadlift()], at=NOW, day=TODAY, session=started.id, positions=[0])
    work.sessions.discard(started.id)
    assert work.sessions.open(ann) == started.with_sets(entry.sets, [0])
