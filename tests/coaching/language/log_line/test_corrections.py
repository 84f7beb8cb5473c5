"""Is what was just kept put right, the right sets and nothing else?"""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bot.coaching.language.log_line import Action, LogReading
from tests.coaching.language.log_line.lines import done, read, written

ROWS = done("bent-over-row", 8, 8, 8, load="60")
PULL_UPS = done("pull-up", 9, 8, bodyweight=True)
ONE = done("deadlift", 5, load="100")

ON_THREE_ROWS = [
    ("make that 6", "60 kg × 8 · 8 · 6"),
    ("cahnge that to 7", "60 kg × 8 · 8 · 7"),
    ("*9", "60 kg × 8 · 8 · 9"),
    ("no, 7", "60 kg × 8 · 8 · 7"),
    ("sorry 9 reps", "60 kg × 8 · 8 · 9"),
    ("first set was 9", "60 kg × 9 · 8 · 8"),
    ("the last one was 6", "60 kg × 8 · 8 · 6"),
    ("set 2 was 6", "60 kg × 8 · 6 · 8"),
    ("they were all 62.5", "62.5 kg × 8 · 8 · 8"),
    ("62.5 not 60", "62.5 kg × 8 · 8 · 8"),
    ("62,5 not 60", "62.5 kg × 8 · 8 · 8"),
    ("last set was 65kg", "60 kg × 8 · 8, 65 kg × 8"),
    ("that was 65x7", "60 kg × 8 · 8, 65 kg × 7"),
    ("it was rpe 9", "60 kg × 8 · 8, 60 kg × 8 @ RPE 9"),
    ("rir 1", "60 kg × 8 · 8, 60 kg × 8 @ RPE 9"),
    ("the first was a warm up", "60 kg × 8 (warm-up), 60 kg × 8 · 8"),
    ("that was in pounds", "60 lb × 8 · 8 · 8"),
    ("it was per side", "60 kg × 8 · 8 · 8 each side"),
    ("undo", "60 kg × 8 · 8"),
    ("scratch that", "60 kg × 8 · 8"),
    ("delete the last two", "60 kg × 8"),
    ("all three were at 65", "65 kg × 8 · 8 · 8"),
    ("the last two were 6", "60 kg × 8 · 6 · 6"),
    ("9 on the first and 7 on the second, i counted wrong", "60 kg × 9 · 7 · 8"),
    ("delete set 1 pls", "60 kg × 8 · 8"),
    ("oops second set was 9 reps not 8", "60 kg × 8 · 9 · 8"),
]

ON_A_RAMP = [
    ("delete the 70", "60 kg × 8, 80 kg × 6"),
    ("the 70 was 6 reps", "60 kg × 8, 70 kg × 6, 80 kg × 6"),
    ("change the 60 to 62.5", "62.5 kg × 8, 70 kg × 7, 80 kg × 6"),
    ("it was 82.5", "60 kg × 8, 70 kg × 7, 82.5 kg × 6"),
]


@pytest.mark.parametrize(("text", "expected"), ON_THREE_ROWS)
def test_corrections(text: str, expected: str) -> None:
    reading = read(text, "bent-over-row", last=ROWS)
    assert (reading.action, written(reading)) == (Action.CORRECT, f"Bent-over row: {expected}")


def test_what_was_wrong_may_have_a_decimal_comma() -> None:
    assert written(read("65 not 62,5", last=done("bent-over-row", 8, 8, load="62.5"))) == "Bent-over row: 65 kg × 8 · 8"
    assert read("forty not 62,5", last=PULL_UPS).action in Action


def test_one_set_takes_a_bare_number_as_what_it_is_nearest_to() -> None:
    assert written(read("it was 102.5", last=ONE)) == "Deadlift: 102.5 kg × 5"
    assert written(read("it was 105", last=ONE)) == "Deadlift: 105 kg × 5"
    assert written(read("it was 6", last=ONE)) == "Deadlift: 100 kg × 6"
    assert read("it was 22", last=ONE).action is Action.ASK


def test_a_load_for_one_or_for_all_of_the_sets_is_asked() -> None:
    reading = read("it was 62.5", last=ROWS)
    assert (reading.action, reading.sets) == (Action.ASK, ())
    assert [option.label for option in reading.options] == ["all 3 sets", "the last one"]
    assert [written(LogReading(Action.CORRECT, option.sets)) for option in reading.options] == [
        "Bent-over row: 62.5 kg × 8 · 8 · 8",
        "Bent-over row: 60 kg × 8 · 8, 62.5 kg × 8",
    ]
    assert all(option.corrects for option in reading.options)


def test_a_load_that_is_hard_to_believe_is_asked_and_not_corrected() -> None:
    reading = read("it was 1000kg", last=ONE)
    assert (reading.action, [option.label for option in reading.options]) == (Action.ASK, ["1000 kg"])


def test_another_exercise() -> None:
    assert written(read("wrong exercise, it was pendlay rows", last=ROWS)) == "Pendlay row: 60 kg × 8 · 8 · 8"
    assert written(read("those were chin ups not pull ups", last=PULL_UPS)) == "Chin-up: bw × 9 · 8"


def test_a_named_exercise_points_at_its_sets() -> None:
    reading = read("those pull ups had +5kg", last=PULL_UPS + ONE)
    assert written(reading) == "Pull-up: bw+5 kg × 9 · 8 | Deadlift: 100 kg × 5"
    assert written(read("delete the pull ups", last=PULL_UPS + ONE)) == "Deadlift: 100 kg × 5"


def test_another_day() -> None:
    reading = read("that was yesterday", last=ONE)
    assert (reading.action, reading.sets, reading.day) == (Action.CORRECT, ONE, date(2026, 11, 21))


def test_everything_taken_back_leaves_nothing() -> None:
    reading = read("delete that", last=ONE)
    assert (reading.action, reading.sets) == (Action.CORRECT, ())


@pytest.mark.parametrize("text", ["7", "65x7", "deadlift 100x5", "no straps, 65x7"])
def test_a_new_set_is_no_correction(text: str) -> None:
    assert read(text, "bent-over-row", last=ROWS).action is Action.RECORD


@pytest.mark.parametrize("text", ["that felt heavy", "thanks", "undo"])
def test_without_a_set_to_change_nothing_is_corrected(text: str) -> None:
    assert read(text, "bent-over-row").action is Action.NONE


REPEATED = [
    ("same again", "60 kg × 8"),
    ("one more", "60 kg × 8"),
    ("another 2 sets", "60 kg × 8 · 8"),
    ("2 more sets", "60 kg × 8 · 8"),
    ("same weight x 6", "60 kg × 6"),
    ("same but 62.5", "62.5 kg × 8"),
    ("same again @9", "60 kg × 8 @ RPE 9"),
]


@pytest.mark.parametrize(("text", "expected"), REPEATED)
def test_the_set_before_once_more(text: str, expected: str) -> None:
    reading = read(text, "bent-over-row", last=ROWS)
    assert (reading.action, written(reading)) == (Action.RECORD, f"Bent-over row: {expected}")


def test_nothing_to_repeat_is_asked() -> None:
    assert read("same again", "bent-over-row").action is Action.ASK


@pytest.mark.parametrize(("text", "expected"), ON_A_RAMP)
def test_a_set_named_by_its_load(text: str, expected: str) -> None:
    ramp = (
        *done("bent-over-row", 8, load="60"),
        *done("bent-over-row", 7, load="70"),
        *done("bent-over-row", 6, load="80"),
    )
    reading = read(text, "bent-over-row", last=ramp)
    assert (reading.action, written(reading)) == (Action.CORRECT, f"Bent-over row: {expected}")


def test_only_how_hard_it_was_is_taken_back() -> None:
    rated = tuple(replace(one, rpe=Decimal(8)) for one in ONE)
    assert written(read("remove rpe", last=rated)) == "Deadlift: 100 kg × 5"


@pytest.mark.parametrize("text", ["the deadlift was 105", "delete the deadlift", "the pull-ups were 7 reps"])
def test_a_lift_that_is_not_among_them_is_none_of_them(text: str) -> None:
    reading = read(text, "bent-over-row", last=ROWS)
    assert (reading.action, reading.options) == (Action.ASK, ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("it was rdl 60x8", "Romanian deadlift: 60 kg × 8"),
        ("sorry, rdl 60x8", "Romanian deadlift: 60 kg × 8"),
        ("meant rdl 100x5", "Romanian deadlift: 100 kg × 5"),
        ("rdl 60x8 not deadlift", "Romanian deadlift: 60 kg × 8"),
        ("it was rdl 90kg", "Romanian deadlift: 90 kg × 5"),
    ],
)
def test_another_lift_that_was_meant_with_its_numbers_is_what_the_set_is(text: str, expected: str) -> None:
    reading = read(text, "deadlift", last=ONE)
    assert (reading.action, written(reading)) == (Action.CORRECT, expected)


@pytest.mark.parametrize("text", ["did rdl instead 60x8", "rdl instead, 60x8", "rdl 60x8 instead", "rdl was 60x8"])
def test_another_lift_that_was_done_instead_is_a_set_of_its_own(text: str) -> None:
    reading = read(text, "deadlift", last=ONE)
    assert (reading.action, written(reading)) == (Action.RECORD, "Romanian deadlift: 60 kg × 8")


@pytest.mark.parametrize("work", ["60x8", "100x5"])
def test_of_several_sets_another_lift_with_its_numbers_is_the_last_one(work: str) -> None:
    load, reps = work.split("x")
    reading = read(f"sorry, rdl {work}", last=done("deadlift", 5, 5, load="100"))
    assert written(reading) == f"Deadlift: 100 kg × 5 | Romanian deadlift: {load} kg × {reps}"
