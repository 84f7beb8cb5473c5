"""Is what was done found again: last time, day by day, and the best of it?"""

from collections.abc import Sequence
from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.records import counts, rank, timed
from bot.domain.training import DoneSet, KeptSet
from bot.storage.work import SqlWork
from tests.builders import NOW, TODAY, deadlift, kg, planned, pull_up, todays
from tests.storage.kept import SETS, YESTERDAY, keep
from tests.storage.people import ANN


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
    session = work.sessions.start(ann, todays("back", [planned()]), now=NOW, day=TODAY)
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


def test_days_of_an_exercise_are_those_with_a_working_set_of_it(work: SqlWork, ann: int) -> None:
    days = [TODAY - timedelta(days=back) for back in range(4)]
    keep(work, ann, deadlift(8), pull_up(5), day=days[0])
    keep(work, ann, pull_up(6), deadlift(5, warmup=True), day=days[1])
    keep(work, ann, deadlift(5, warmup=True), deadlift(7), day=days[2])
    found = work.history.days_of(ann, "deadlift")
    assert [(one.day, [kept.done.reps for kept in one.sets]) for one in found] == [(days[0], [8]), (days[2], [5, 7])]
    assert [one.day for one in work.history.days_of(ann, "deadlift", before=days[0])] == [days[2]]
    assert [one.day for one in work.history.days_of(ann, "deadlift", after=days[2])] == [days[0]]


HISTORIES = st.lists(
    st.tuples(st.integers(0, 3), st.lists(SETS, min_size=1, max_size=3), st.booleans()), min_size=1, max_size=8
)


History = list[tuple[int, list[DoneSet], bool]]


def heaviest(working: Sequence[KeptSet]) -> list[KeptSet]:
    """What the database should find, in plain words: no index, no partial condition."""
    found: dict[tuple[bool, int], KeptSet] = {}
    for one in working:
        key = timed(one.done), rank(one.done)[1]
        if counts(one.done) and (key not in found or rank(one.done) > rank(found[key].done)):
            found[key] = one
    return sorted(found.values(), key=lambda one: one.id)


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
