"""Are the quantities of a line read as lifters mean them?"""

import pytest

from bot.coaching.language.log_line import Action
from tests.coaching.language.log_line.lines import read, written

ON_A_BARBELL = [
    ("3x8 @ 60kg", "60 kg × 8 · 8 · 8"),
    ("60 x 8, 60 x 8, 62.5 x 6", "60 kg × 8 · 8, 62.5 kg × 6"),
    ("60x8x3", "60 kg × 8 · 8 · 8"),
    ("3x8x60", "60 kg × 8 · 8 · 8"),
    ("3 x 8 x 62.5kg", "62.5 kg × 8 · 8 · 8"),
    ("70kg x 6 x 2", "70 kg × 6 · 6"),
    ("80x4x12", "80 kg × 12 · 12 · 12 · 12"),
    ("10x10x60", "60 kg × 10 · 10 · 10 · 10 · 10 · 10 · 10 · 10 · 10 · 10"),
    ("100x8", "100 kg × 8"),
    ("6x90", "90 kg × 6"),
    ("27.5x12", "27.5 kg × 12"),
    ("8", "8 reps"),
    ("8,8,7", "8 · 8 · 7 reps"),
    ("10 9 8", "10 · 9 · 8 reps"),
    ("9-8-7", "9 · 8 · 7 reps"),
    ("65 9 9 8", "65 kg × 9 · 9 · 8"),
    ("65kg 9, 9, 8", "65 kg × 9 · 9 · 8"),
    ("9/9/8 65kg", "65 kg × 9 · 9 · 8"),
    ("9, 9, 8 x 65", "65 kg × 9 · 9 · 8"),
    ("65 x 9/9/8", "65 kg × 9 · 9 · 8"),
    ("3x9,9,8 @ 65", "65 kg × 9 · 9 · 8"),
    ("50/60/70 x 6", "50 kg × 6, 60 kg × 6, 70 kg × 6"),
    ("50, 60, 70 x 6", "50 kg × 6, 60 kg × 6, 70 kg × 6"),
    ("6x80, 90, 100", "80 kg × 6, 90 kg × 6, 100 kg × 6"),
    ("30, 32.5, 35kg 12, 10, 8", "30 kg × 12, 32.5 kg × 10, 35 kg × 8"),
    ("50 55 60 1x9", "50 kg × 9, 55 kg × 9, 60 kg × 9"),
    ("4x6 70 75 80 85", "70 kg × 6, 75 kg × 6, 80 kg × 6, 85 kg × 6"),
    ("70 4x6 80 1x4", "70 kg × 6 · 6 · 6 · 6, 80 kg × 4"),
    ("4x6 70, 1x4 80", "70 kg × 6 · 6 · 6 · 6, 80 kg × 4"),
    ("62,5 3x8", "62.5 kg × 8 · 8 · 8"),
    ("3x8 @62,5", "62.5 kg × 8 · 8 · 8"),
    ("90 for 6, 95 for 4", "90 kg × 6, 95 kg × 4"),
    ("6 @ 90, 4 @ 95", "90 kg × 6, 95 kg × 4"),
    ("4 sets of 6 at 90", "90 kg × 6 · 6 · 6 · 6"),
    ("90 kg, 6 reps, 4 sets", "90 kg × 6 · 6 · 6 · 6"),
    ("weight: 90 reps: 6 sets: 2", "90 kg × 6 · 6"),
    ("3 sets of 9 at 55 and then 1 of 7", "55 kg × 9 · 9 · 9 · 7"),
    ("3 sets: 9, 8, 7 at 60", "60 kg × 9 · 8 · 7"),
    ("four by six at seventy five", "75 kg × 6 · 6 · 6 · 6"),
    ("sixty seven and a half for five", "67.5 kg × 5"),
    ("a single at 110", "110 kg × 1"),
    ("60×8×2", "60 kg × 8 · 8"),
    ("６０ｘ８", "60 kg × 8"),
    ("60*8", "60 kg × 8"),
    ("60kgx8x2", "60 kg × 8 · 8"),
    ("~60 x 8", "60 kg × 8"),
    ("60kg x 8, same again, 62.5 x 6", "60 kg × 8 · 8, 62.5 kg × 6"),
    ("60x8, 3 min rest, 60x7", "60 kg × 8 · 7"),
    ("60x8 seat 4, tempo 3010", "60 kg × 8"),
    ("90x5 drop 70x8 drop 50x10", "90 kg × 5, 70 kg × 8, 50 kg × 10"),
    ("135 lb x 8 (61 kg)", "135 lb × 8"),
    ("100 kg/220 lb x 5", "100 kg × 5"),
    ("225# x 5", "225 lb × 5"),
    ("60k x 8", "60 kg × 8"),
    ("5x5 = 25", "5 · 5 · 5 · 5 · 5 reps"),
    ("2 plates x 5", "100 kg × 5"),
    ("empty bar x 12", "20 kg × 12"),
    ("100x2, 110 fail", "100 kg × 2"),
    ("80 x 6 to failure", "80 kg × 6"),
]


@pytest.mark.parametrize(("text", "expected"), ON_A_BARBELL)
def test_a_loaded_lift(text: str, expected: str) -> None:
    assert written(read(text, "bent-over-row")) == f"Bent-over row: {expected}"


EFFORTS = [
    ("60x8 @8", "60 kg × 8 @ RPE 8"),
    ("60x8 rpe 8,5", "60 kg × 8 @ RPE 8.5"),
    ("60x8 rpe8.5", "60 kg × 8 @ RPE 8.5"),
    ("60x8 rir 2", "60 kg × 8 @ RPE 8"),
    ("60x8, 2 left in reserve", "60 kg × 8 @ RPE 8"),
    ("60x8 could have done 2 more", "60 kg × 8 @ RPE 8"),
    ("60kg 8, 8, 7 rpe 9", "60 kg × 8 · 8 · 7 @ RPE 9"),
    ("60kg 8, 8, 7, last set rpe 10", "60 kg × 8 · 8, 60 kg × 7 @ RPE 10"),
    ("3x8 60kg, last set @9", "60 kg × 8 · 8, 60 kg × 8 @ RPE 9"),
    ("60kg 8, 8, 8 rpe 7, 8, 9", "60 kg × 8 @ RPE 7, 60 kg × 8 @ RPE 8, 60 kg × 8 @ RPE 9"),
    ("60x8 @7 / 65x8 @8", "60 kg × 8 @ RPE 7, 65 kg × 8 @ RPE 8"),
    ("3x8 @60 @8", "60 kg × 8 · 8 · 8 @ RPE 8"),
]


@pytest.mark.parametrize(("text", "expected"), EFFORTS)
def test_how_hard_it_was(text: str, expected: str) -> None:
    assert written(read(text, "bent-over-row")) == f"Bent-over row: {expected}"


WARM_UPS = [
    ("40x10 (w), 60x8", "40 kg × 10 (warm-up), 60 kg × 8"),
    ("w 40x10, 60x8", "40 kg × 10 (warm-up), 60 kg × 8"),
    ("40x10 warmup, 60x8", "40 kg × 10 (warm-up), 60 kg × 8"),
    ("wu 40x10, 50x6, work 60 3x8", "40 kg × 10 (warm-up), 50 kg × 6 (warm-up), 60 kg × 8 · 8 · 8"),
    ("warm-ups: 40x10, 50x6", "40 kg × 10 (warm-up), 50 kg × 6 (warm-up)"),
]


@pytest.mark.parametrize(("text", "expected"), WARM_UPS)
def test_warm_ups(text: str, expected: str) -> None:
    assert written(read(text, "bent-over-row")) == f"Bent-over row: {expected}"


ON_THE_BAR = [
    ("bw+10 3x5", "bw+10 kg × 5 · 5 · 5"),
    ("9, 8, 6", "bw × 9 · 8 · 6"),
    ("4x7", "bw × 7 · 7 · 7 · 7"),
    ("bw x 9, bw x 8, +5kg x 5", "bw × 9 · 8, bw+5 kg × 5"),
    ("+7.5 x 5, 5, 4", "bw+7.5 kg × 5 · 5 · 4"),
    ("15 4x4", "bw+15 kg × 4 · 4 · 4 · 4"),
    ("4x4 with a 15kg plate", "bw+15 kg × 4 · 4 · 4 · 4"),
    ("-25x8", "bw-25 kg × 8"),
    ("assisted 25kg 2x8", "bw-25 kg × 8 · 8"),
    ("3x6 @9", "bw × 6 · 6 · 6 @ RPE 9"),
    ("bw+70kg x 2", "bw+70 kg × 2"),
    ("x7 x6 x6", "bw × 7 · 6 · 6"),
    ("12, then 9, then another 7", "bw × 12 · 9 · 7"),
    ("8 / 7 / 7", "bw × 8 · 7 · 7"),
    ("3 sets of 8, 7 and 6", "bw × 8 · 7 · 6"),
    ("amrap 14", "bw × 14"),
]


@pytest.mark.parametrize(("text", "expected"), ON_THE_BAR)
def test_a_body_weight_lift(text: str, expected: str) -> None:
    assert written(read(text, "pull-up")) == f"Pull-up: {expected}"


HELD = [
    ("50", "bw × 50 s"),
    ("50s 40s", "bw × 50 · 40 s"),
    ("1:20", "bw × 80 s"),
    ("1 min 15", "bw × 75 s"),
    ("3x35", "bw × 35 · 35 · 35 s"),
    ("35s x 3", "bw × 35 · 35 · 35 s"),
    ("+10kg 30s", "bw+10 kg × 30 s"),
    ("two minutes", "bw × 120 s"),
]


@pytest.mark.parametrize(("text", "expected"), HELD)
def test_a_timed_lift(text: str, expected: str) -> None:
    assert written(read(text, "dead-hang")) == f"Dead hang: {expected}"


SIDES = [
    ("12 each side", "12 reps each side"),
    ("26kg 3x9/side", "26 kg × 9 · 9 · 9 each side"),
    ("9/9 @ 26", "26 kg × 9 each side"),
    ("26 x 9/9", "26 kg × 9 each side"),
    ("9 left 9 right", "9 reps each side"),
    ("9e x 26", "26 kg × 9 each side"),
]


@pytest.mark.parametrize(("text", "expected"), SIDES)
def test_a_side_at_a_time(text: str, expected: str) -> None:
    assert written(read(text, "one-arm-dumbbell-row")) == f"One-arm dumbbell row: {expected}"


UNCLEAR = [
    ("bent-over-row", "8x3"),
    ("bent-over-row", "12x3"),
    ("bent-over-row", "60 @ 8"),
    ("bent-over-row", "70"),
    ("bent-over-row", "70, 80, 90"),
    ("bent-over-row", "70x6, 80, 90"),
    ("bent-over-row", "60kg 8-10"),
    ("bent-over-row", "60kg 5+"),
    ("bent-over-row", "60kg 7+1"),
    ("bent-over-row", "60kg 7 or 8"),
    ("bent-over-row", "60 x maybe 8"),
    ("bent-over-row", "3 sets"),
    ("bent-over-row", "3x8 60kg, last set 7"),
    ("bent-over-row", "90,5"),
    ("bent-over-row", "1000 x 5"),
    ("bent-over-row", "600 reps"),
    ("bent-over-row", "99999999 x 5"),
    ("bent-over-row", "1_000 x 5"),
    ("bent-over-row", "bw x 8"),
    ("bent-over-row", "20kg a side x 8"),
    ("bent-over-row", "rpe 12 60x8"),
    ("bent-over-row", "100x1 fail"),
    ("bent-over-row", "x0"),
    ("bent-over-row", "60x8x3x2"),
    ("pull-up", "9x3"),
    ("pull-up", "3x8, 7, 6"),
    ("pull-up", "3x5 @ 85kg"),
    ("pull-up", "to failure x3"),
    ("pull-up", "+10 x 5, 3x8"),
    ("face-pull", "3x15 @10"),
    ("face-pull", "15x4"),
    ("lat-pulldown", "4 plates x 10"),
    ("t-bar-row", "2 plates x 10"),
    ("one-arm-dumbbell-row", "12 left 9 right"),
    ("one-arm-dumbbell-row", "12/9"),
    (None, "60x8"),
    (None, "8"),
    ("deadlift", "62.5 100x5 3x5@160"),
]


@pytest.mark.parametrize(("current", "text"), UNCLEAR)
def test_what_can_be_read_in_two_ways_is_asked_and_not_recorded(current: str | None, text: str) -> None:
    reading = read(text, current)
    assert (reading.action, reading.sets) == (Action.ASK, ())
    assert reading.question


def test_the_likely_readings_are_offered() -> None:
    reading = read("10x3", "pull-up")
    assert [option.label for option in reading.options] == ["3 reps × 10 sets", "10 reps × 3 sets"]
    assert [len(option.sets) for option in reading.options] == [10, 3]


def test_the_rest_of_the_line_stays_in_every_option() -> None:
    reading = read("deadlift 120x5, pull ups 8x4")
    assert [written_option.exercise for written_option in reading.options[1].sets] == ["deadlift", *["pull-up"] * 4]


def test_what_is_hard_to_believe_is_kept_when_it_is_confirmed() -> None:
    reading = read("550kg x 1", "deadlift")
    assert [written(reading), len(reading.options)] == ["ask", 1]
    assert reading.options[0].sets[0].reps == 1


def test_the_unit_is_the_lifters_unless_it_is_said() -> None:
    assert written(read("135x8", "bent-over-row", unit="lb")) == "Bent-over row: 135 lb × 8"
    assert written(read("60kg x 8, 65 x 8", "bent-over-row", unit="lb")) == "Bent-over row: 60 kg × 8, 65 kg × 8"
    assert written(read("2 plates x 5", "deadlift", unit="lb")) == "Deadlift: 225 lb × 5"


TRACES = [
    ("bent-over-row", "65 9 9 8", "read `65` as load: it is over 30"),
    ("bent-over-row", "65 9 9 8", "read `9` as reps: the load is told beside it"),
    ("bent-over-row", "62.5 3x8", "read `62.5` as load: only a load has a fraction"),
    ("bent-over-row", "60x8x3", "read `60 x 8 x 3` as load × reps × sets: the load comes first"),
    ("pull-up", "9, 8", "read `9` as reps: body weight needs no load"),
    ("dead-hang", "50", "read `50` as seconds: the exercise is held"),
    ("farmers-carry", "24 30s", "read `24` as load: the seconds are told beside it"),
]


@pytest.mark.parametrize(("current", "text", "why"), TRACES)
def test_the_trace_tells_what_each_number_was_taken_for(current: str, text: str, why: str) -> None:
    assert why in read(text, current).trace


def test_the_trace_says_why() -> None:
    assert "read `60 x 8` as load × reps: the first number is over 30" in read("60x8", "bent-over-row").trace
