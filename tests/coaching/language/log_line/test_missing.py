"""Is what was missed never taken for what was done?"""

import pytest

from bot.coaching.language.log_line import Action, Wants
from tests.coaching.language.log_line.lines import read, written

MISSED = [
    ("missed 2", 2),
    ("missed two reps", 2),
    ("failed the last 2", 2),
    ("missed the last 2 reps", 2),
    ("missed by 3", 3),
    ("missed 2 of 8", 2),
    ("deadlift missed 2", 2),
    ("deadlift 100 missed 2", 2),
    ("2 short", 2),
    ("two short", 2),
    ("one rep short", 1),
    ("2 reps shy", 2),
    ("2 short of 8", 2),
    ("i was 2 short", 2),
    ("fell 2 short today", 2),
    ("came up 2 short", 2),
    ("i came up 2 reps short", 2),
    ("short by 2", 2),
    ("deadlift 100, 2 short", 2),
]


@pytest.mark.parametrize(("text", "missed"), MISSED)
def test_what_was_missed_is_asked_about(text: str, missed: int) -> None:
    reading = read(text, "deadlift")
    assert (reading.action, reading.wants, reading.missed) == (Action.ASK, Wants.REPS, missed)
    assert reading.question == "Deadlift: how many did you get?"


@pytest.mark.parametrize(
    "text",
    [
        "8 but missed 2",
        "8 reps, missed 2",
        "100x8, missed 2",
        "100 kg x 8 missed 2",
        "8, 2 short",
        "100x8, 2 reps short",
    ],
)
def test_beside_what_was_to_be_done_it_may_be_the_rest(text: str) -> None:
    reading = read(text, "deadlift")
    assert [[one.reps for one in option.sets] for option in reading.options] == [[6], [8]]


def test_of_several_sets_it_is_asked_for_each() -> None:
    assert read("3x8 missed 2", "deadlift").question == "Deadlift: how many did you get in each set?"


DONE = [
    ("got 6", "Deadlift: 6 reps"),
    ("only 6", "Deadlift: 6 reps"),
    ("failed at 6", "Deadlift: 6 reps"),
    ("failed at 6 reps", "Deadlift: 6 reps"),
    ("100 failed at 6", "Deadlift: 100 kg × 6"),
    ("got 6, failed 7", "Deadlift: 6 reps"),
    ("180 miss, 175x3", "Deadlift: 175 kg × 3"),
    ("150x4 (missed the 5th)", "Deadlift: 150 kg × 4"),
    ("8 short rest", "Deadlift: 8 reps"),
    ("100x8, short rest", "Deadlift: 100 kg × 8"),
    ("100x8, 2 short of failure", "Deadlift: 100 kg × 8 @ RPE 8"),
    ("100x8 2 reps shy of failure", "Deadlift: 100 kg × 8 @ RPE 8"),
]


@pytest.mark.parametrize(("text", "kept"), DONE)
def test_what_was_done_is_kept(text: str, kept: str) -> None:
    assert written(read(text, "deadlift")) == kept


def test_a_load_that_was_missed_is_no_number_of_repetitions() -> None:
    assert read("missed 100", "deadlift").question == "Deadlift: how many reps at that load?"


@pytest.mark.parametrize("text", ["5 seconds short", "15s short", "missed 5 seconds", "5 short"])
def test_of_a_hold_it_is_asked_how_long_it_was(text: str) -> None:
    reading = read(text, "dead-hang")
    assert reading.question == "Dead hang: how long did you hold it?"
    assert (reading.action, reading.sets) == (Action.ASK, ())


def test_one_repetition_is_one_rep() -> None:
    assert [one.label for one in read("pull ups 3, missed 2").options] == ["1 rep", "3 reps"]
