"""Is every set kept as it was said, found again, and taken back whole?"""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError

from bot.domain.records import counts, rank, timed
from bot.domain.training import DoneSet, KeptSet
from bot.domain.units import Load, Unit
from bot.services.entries import Entry
from bot.storage.work import SqlWork
from tests.builders import NOW, TODAY, deadlift, kg, planned, pull_up
from tests.storage.people import ANN, BEN

YESTERDAY = TODAY - timedelta(days=1)

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=40)
LOADS = st.builds(Load, st.decimals(-2000, 2000, places=3), st.sampled_from(Unit))
RPES = st.integers(2, 20).map(lambda halves: Decimal(halves) / 2)
SETS = st.builds(
    DoneSet,
    exercise=st.sampled_from(["deadlift", "pull-up", "plank"]),
    reps=st.integers(1, 1000),
    seconds=st.none() | st.integers(1, 36000),
    load=st.none() | LOADS,
    bodyweight=st.booleans(),
    per_side=st.booleans(),
    rpe=st.none() | RPES,
    warmup=st.booleans(),
    note=st.none() | TEXT,
)


def keep(work: SqlWork, athlete: int, *sets: DoneSet, day: date = TODAY, session: int | None = None) -> Entry:
    return work.log.keep(athlete, sets, at=NOW, day=day, session=session)


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
    session = work.sessions.start(ann, "back", [planned()], now=NOW, day=TODAY)
    with pytest.raises(ValueError, match="shorter"):
        work.log.keep(ann, [deadlift(), deadlift()], at=NOW, day=TODAY, session=session.id, positions=[0])


def test_no_set_gets_into_the_session_of_another(work: SqlWork, ann: int) -> None:
    ben, _ = work.athletes.meet(BEN, BEN.id, NOW)
    session = work.sessions.start(ben.id, "back", [planned()], now=NOW, day=TODAY)
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


def test_last_time_is_the_last_day_of_each_exercise_without_warm_ups(work: SqlWork, ann: int) -> None:
    keep(work, ann, pull_up(9), day=YESTERDAY - timedelta(days=5))
    keep(work, ann, deadlift(3), day=YESTERDAY)
    today = keep(work, ann, deadlift(5, warmup=True), deadlift(8), deadlift(7))
    found = work.history.last_time(ann, ["deadlift", "pull-up", "deadlift", "plank"])
    assert found["deadlift"] == today.sets[1:]
    assert [one.done.reps for one in found["pull-up"]] == [9]
    assert "plank" not in found
    assert work.history.last_time(ann, []) == {}


def test_last_time_leaves_the_present_session_aside(work: SqlWork, ann: int) -> None:
    before = keep(work, ann, deadlift(6), day=YESTERDAY)
    session = work.sessions.start(ann, "back", [planned()], now=NOW, day=TODAY)
    keep(work, ann, deadlift(8, kg("140")), session=session.id)
    assert work.history.last_time(ann, ["deadlift"], before_session=session.id) == {"deadlift": before.sets}
    assert work.bests.heaviest(ann, ["deadlift"], before_session=session.id) == {"deadlift": before.sets}


def test_days_are_the_newest_first_with_their_sets_in_order(work: SqlWork, ann: int) -> None:
    days = [TODAY - timedelta(days=back) for back in range(4)]
    for day in reversed(days):
        keep(work, ann, deadlift(8), deadlift(7), day=day)
    gone = keep(work, ann, deadlift(), day=days[1] - timedelta(days=30))
    work.log.undo(ann, gone.id, NOW)
    assert [found.day for found in work.history.days(ann)] == days
    assert [found.day for found in work.history.days(ann, before=days[1], limit=1)] == [days[2]]
    assert [found.day for found in work.history.days(ann, after=days[3], limit=2)] == [days[1], days[2]]
    assert [one.done.reps for one in work.history.days(ann, limit=1)[0].sets] == [8, 7]


def heaviest(working: Sequence[KeptSet]) -> list[KeptSet]:
    """What the database should find, in plain words: no index, no partial condition."""
    found: dict[tuple[bool, int], KeptSet] = {}
    for one in working:
        key = timed(one.done), rank(one.done)[1]
        if counts(one.done) and (key not in found or rank(one.done) > rank(found[key].done)):
            found[key] = one
    return sorted(found.values(), key=lambda one: one.id)


def test_days_of_an_exercise_are_those_with_a_working_set_of_it(work: SqlWork, ann: int) -> None:
    days = [TODAY - timedelta(days=back) for back in range(4)]
    keep(work, ann, deadlift(8), pull_up(5), day=days[0])
    keep(work, ann, pull_up(6), deadlift(5, warmup=True), day=days[1])
    keep(work, ann, deadlift(5, warmup=True), deadlift(7), day=days[2])
    found = work.history.days_of(ann, "deadlift")
    assert [(one.day, [kept.done.reps for kept in one.sets]) for one in found] == [(days[0], [8]), (days[2], [5, 7])]
    assert [one.day for one in work.history.days_of(ann, "deadlift", before=days[0])] == [days[2]]
    assert [one.day for one in work.history.days_of(ann, "deadlift", after=days[2])] == [days[0]]


def test_a_set_is_found_by_its_owner_alone_and_put_back_once(work: SqlWork, ann: int) -> None:
    ben = work.athletes.meet(BEN, BEN.id, NOW)[0].id
    entry = keep(work, ann, deadlift(), deadlift(7))
    first, second = entry.sets
    assert work.history.kept(ann, first.id) == first
    assert work.history.kept(ben, first.id) is None
    assert work.history.exercise_of(ben, first.id) is None
    for one in entry.sets:
        work.changes.drop(ann, one.id, NOW)
    assert work.history.kept(ann, second.id) is None
    assert work.history.exercise_of(ann, second.id) == "deadlift"
    assert work.log.last_entry(ann) is None
    assert not work.changes.put_back(ben, second.id)
    assert work.changes.put_back(ann, second.id)
    assert not work.changes.put_back(ann, second.id)
    assert work.history.on(ann, TODAY) == (second,)
    assert work.log.last_entry(ann) == Entry(entry.id, (second,))


HISTORIES = st.lists(
    st.tuples(st.integers(0, 3), st.lists(SETS, min_size=1, max_size=3), st.booleans()), min_size=1, max_size=8
)


History = list[tuple[int, list[DoneSet], bool]]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=25)
@given(history=HISTORIES)
def test_what_is_found_is_what_a_plain_search_finds(work: SqlWork, history: History) -> None:
    athlete = work.athletes.meet(ANN, ANN.id, NOW)[0].id
    standing: list[KeptSet] = []
    for back, sets, undone in history:
        entry = keep(work, athlete, *sets, day=TODAY - timedelta(days=back))
        if undone:
            work.log.undo(athlete, entry.id, NOW)
        else:
            standing += entry.sets
    for exercise in ("deadlift", "pull-up", "plank"):
        working = [one for one in standing if one.done.exercise == exercise and not one.done.warmup]
        last = max((one.day for one in working), default=None)
        expected = tuple(one for one in working if one.day == last)
        assert work.history.last_time(athlete, [exercise]).get(exercise, ()) == expected
        found = work.bests.heaviest(athlete, [exercise])[exercise]
        assert sorted(found, key=lambda one: one.id) == heaviest(working)
        for hold in (False, True):
            tops = {rank(one.done) for one in found if timed(one.done) is hold}
            assert set(work.bests.tops(athlete, exercise, timed=hold)) == tops
    assert work.history.count(athlete) == len(standing)
    work.athletes.forget(athlete)  # the next example starts from nothing


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
    work.changes.drop(ann, first.sets[0].id, NOW)
    later = NOW + timedelta(minutes=1)
    work.log.undo(ann, first.id, later)
    second = work.log.keep(ann, [deadlift(6)], at=NOW, day=TODAY, message=7, replaces=first.id)
    assert work.log.said(ann, 7) == second
    work.log.undo(ann, second.id, later)
    assert work.log.bring_back(ben.id, second.id) is None
    back = work.log.bring_back(ann, second.id)
    assert back is not None
    assert [one.done for one in back.sets] == [deadlift(5)]
    assert work.log.said(ann, 7) == back
    assert work.log.bring_back(ann, first.id) is None
