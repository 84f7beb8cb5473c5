"""Are the short forms of the gym read as they are meant, or asked about?"""

from decimal import Decimal

import pytest

from bot.coaching.language.log_line import Action, LogContext
from bot.domain.units import Load, Unit
from tests.coaching.language.log_line.lines import READER, TODAY, done, read, written

THREE = done("deadlift", 5, 5, 5, load="100")
ROW = "one-arm-dumbbell-row"

PLATES = [
    ("deadlift plate x 10", "Deadlift: 60 kg × 10"),
    ("deadlift plate x10", "Deadlift: 60 kg × 10"),
    ("deadlift a plate for 10", "Deadlift: 60 kg × 10"),
    ("deadlift plate for 10", "Deadlift: 60 kg × 10"),
    ("deadlift 2 plates x 5", "Deadlift: 100 kg × 5"),
    ("2 plate deadlift x 5", "Deadlift: 100 kg × 5"),
]


@pytest.mark.parametrize(("said", "kept"), PLATES)
def test_a_plate_is_one_on_each_side_of_the_bar(said: str, kept: str) -> None:
    assert written(read(said)) == kept


def test_in_pounds_it_is_a_plate_of_45() -> None:
    assert written(read("deadlift plate x 10", unit="lb")) == "Deadlift: 135 lb × 10"


def test_their_own_bar_is_the_one_that_is_loaded() -> None:
    context = LogContext(Unit.KG, TODAY, "deadlift", bar=lambda: Load(Decimal(15), Unit.KG))
    assert written(READER.read("2 plates x 5", context)) == "Deadlift: 95 kg × 5"
    assert written(READER.read("just the bar x 8", context)) == "Deadlift: 15 kg × 8"


def test_a_bar_said_in_the_other_unit_is_not() -> None:
    context = LogContext(Unit.LB, TODAY, "deadlift", bar=lambda: Load(Decimal(15), Unit.KG))
    assert written(READER.read("2 plates x 5", context)) == "Deadlift: 225 lb × 5"


HANDS = ["L 24x12 R 24x12", "L: 24x12 R: 24x12", "L 24x12, R 24x12", "l 24 x 12 r 24 x 12", "L 24kg x 12 R 24kg x 12"]


@pytest.mark.parametrize("said", [*HANDS, *(f"db row {one}" for one in HANDS)])
def test_two_hands_are_one_set(said: str) -> None:
    assert written(read(said, ROW)) == "One-arm dumbbell row: 24 kg × 12 each side"


@pytest.mark.parametrize("said", ["L 24x12 R 24x10", "left 24x12 right 24x10", "24x12 L 24x10 R"])
def test_hands_that_differ_are_asked_about(said: str) -> None:
    labels = [option.label for option in read(said, ROW).options]
    assert labels == ["12 each side", "10 each side"]


def test_hands_with_other_loads_are_two_sets() -> None:
    assert "the sides differ" in (read("L 24x12 R 22x12", ROW).question or "")


def test_an_r_behind_a_number_still_counts_repetitions() -> None:
    assert written(read("24 x 12 r", ROW)) == "One-arm dumbbell row: 24 kg × 12"


@pytest.mark.parametrize("said", ["it was 5 sets", "that was 5 sets", "5 sets not 3", "should be 5 sets"])
def test_more_sets_than_were_kept_are_added(said: str) -> None:
    reading = read(said, "deadlift", last=THREE)
    assert (reading.action, reading.repeats, reading.sets) == (Action.RECORD, True, THREE[:2])


def test_fewer_sets_than_were_kept_go() -> None:
    reading = read("it was only 2 sets", "deadlift", last=(*done("pull-up", 8), *THREE))
    assert (reading.action, reading.sets) == (Action.CORRECT, (*done("pull-up", 8), *THREE[:2]))


def test_sets_with_another_load_are_others() -> None:
    reading = read("it was 4 sets", "deadlift", last=(*done("deadlift", 8, load="60"), *THREE))
    assert (reading.action, reading.sets) == (Action.RECORD, THREE[:1])


def test_sets_that_are_not_alike_are_not_guessed() -> None:
    reading = read("it was 5 sets", "deadlift", last=done("deadlift", 8, 8, 7, load="100"))
    assert (reading.question or "").startswith("The sets were not all alike.")


def test_what_was_done_tells_of_new_sets() -> None:
    assert "how many reps" in (read("I did 5 sets", "deadlift", last=THREE).question or "")


def test_a_sign_alone_behind_a_longer_set_is_asked_about() -> None:
    reading = read("x2", "deadlift", last=THREE)
    assert reading.question == "Deadlift: is “x2” 2 reps, or the last set again?"
    assert [(option.label, len(option.sets), option.sets[0].reps) for option in reading.options] == [
        ("2 reps", 1, 2),
        ("1 more set, 2 in all", 1, 5),
        ("2 more sets", 2, 5),
    ]


@pytest.mark.parametrize(
    ("said", "last"), [("x8", THREE), ("x5", THREE), ("x3", THREE), ("x2", done("deadlift", 3, load="150")), ("x2", ())]
)
def test_elsewhere_it_counts_repetitions(said: str, last: tuple[object, ...]) -> None:
    reading = read(said, "deadlift", last=last)  # type: ignore[arg-type]
    assert (reading.action, [one.reps for one in reading.sets]) == (Action.RECORD, [int(said[1:])])


@pytest.mark.parametrize("said", ["incline 100x5", "hammer 20x10", "leg 100x10"])
def test_half_a_name_of_another_lift_is_asked_about(said: str) -> None:
    assert "is none I know. Which one was it?" in (read(said, "deadlift").question or "")


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("incline row 30x10", "Chest-supported row: 30 kg × 10"),
        ("db row incline 24x12", "One-arm dumbbell row: 24 kg × 12"),
        ("pull ups hammer grip 3x8", "Pull-up: bw × 8 · 8 · 8"),
        ("stiff leg deadlift 100x5", "Stiff-leg deadlift: 100 kg × 5"),
        ("close grip 100x5", "Deadlift: 100 kg × 5"),
    ],
)
def test_beside_a_name_it_is_a_part_of_it(said: str, kept: str) -> None:
    assert written(read(said, "deadlift")) == kept
