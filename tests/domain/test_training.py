"""Does a session know what is done, what is next, and what it weighs?"""

from decimal import Decimal

import pytest

from bot.domain.training import DoneSet, RepRange, volume_kg
from tests.builders import deadlift, item, kept, kg, lb, planned, pull_up, session


@pytest.mark.parametrize(
    ("done", "kilograms"),
    [
        (deadlift(8, kg("100")), "800"),
        (deadlift(5, lb("225")), "510.29141625"),
        (deadlift(8, kg("60"), warmup=True), "0"),
        (pull_up(8), "0"),
        (pull_up(5, kg("10")), "50"),
        (pull_up(8, kg("-20")), "0"),
        (DoneSet("one-arm-dumbbell-row", reps=12, load=kg("24"), per_side=True), "576"),
        (DoneSet("deadlift", reps=None, load=kg("100")), "0"),
    ],
)
def test_volume_counts_what_was_moved(done: DoneSet, kilograms: str) -> None:
    assert done.volume_kg == Decimal(kilograms)
    assert volume_kg([done, done]) == 2 * Decimal(kilograms)


def test_warm_ups_and_swapped_sets_do_not_count_towards_the_plan() -> None:
    one = item(0, deadlift(warmup=True), pull_up(), deadlift())
    assert [kept.done for kept in one.working] == [deadlift()]
    assert one.next_set == 2
    assert not one.complete


def test_an_item_is_complete_when_its_sets_are_done_or_it_is_left_aside() -> None:
    assert item(0, deadlift(), deadlift(), deadlift()).complete
    assert item(0, skipped=True).complete


@pytest.mark.parametrize(
    ("done", "position", "expected"),
    [
        ([0, 0, 0], 0, 0),
        ([3, 0, 0], 0, 1),
        ([3, 3, 0], 1, 2),
        ([0, 3, 3], 2, 0),
        ([3, 3, 3], 2, 3),
        ([3, 1, 3], 2, 1),
    ],
)
def test_the_next_exercise_is_the_next_with_something_left(done: list[int], position: int, expected: int) -> None:
    items = [item(index, *[deadlift()] * count) for index, count in enumerate(done)]
    assert session(*items, position=position).next_position() == expected


def test_sets_kept_join_their_item_or_stand_beside_the_plan() -> None:
    before = session(item(0), item(1, plan=planned("pull-up")))
    after = before.with_sets([kept(pull_up(), 5), kept(deadlift(), 6)], [1, None])
    assert [len(one.done) for one in after.items] == [0, 1]
    assert [one.done for one in after.extras] == [deadlift()]
    assert len(after.sets) == 2
    assert before.sets == ()


def test_nothing_is_current_past_the_end() -> None:
    assert session(item(0), position=1).current is None
    assert session(item(0, skipped=True)).current is None


@pytest.mark.parametrize(("low", "high", "said"), [(6, 8, "6–8"), (10, 10, "10")])
def test_a_range_is_said_shortly(low: int, high: int, said: str) -> None:
    assert str(RepRange(low, high)) == said
