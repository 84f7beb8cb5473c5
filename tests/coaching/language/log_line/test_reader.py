"""Are whole messages read right: several exercises, lines, days; and is all that is no log left alone?"""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.coaching.language.log_line import Action
from tests.coaching.language.log_line.lines import done, read, written

MESSAGES = [
    ("deadlift 3x5 110kg, pull ups 9,8,7", "Deadlift: 110 kg × 5 · 5 · 5 | Pull-up: bw × 9 · 8 · 7"),
    ("4x5 deadlifts at 110 and 3x9 chin ups", "Deadlift: 110 kg × 5 · 5 · 5 · 5 | Chin-up: bw × 9 · 9 · 9"),
    ("9, 8 pull ups, 6, 5 chin ups", "Pull-up: bw × 9 · 8 | Chin-up: bw × 6 · 5"),
    ("one hang of 50 seconds", "Dead hang: bw × 50 s"),
    ("squeezed out 9 chins, then 7", "Chin-up: bw × 9 · 7"),
    (
        "Deadlift\n60x5 (w)\n110x5\n\nPull ups\nbw x 9\nbw x 8",
        "Deadlift: 60 kg × 5 (warm-up), 110 kg × 5 | Pull-up: bw × 9 · 8",
    ),
    ("1. RDL 80 2x9\n2. Face pulls 20kg 2x14", "Romanian deadlift: 80 kg × 9 · 9 | Face pull: 20 kg × 14 · 14"),
    ("• shrugs 70kg x 14\n• hypers 12", "Shrug: 70 kg × 14 | Back extension: bw × 12"),
    ("*Pendlay row*\n• 70 x 6\n• 70 x 5", "Pendlay row: 70 kg × 6 · 5"),
    ("deadlift|110kg|2x5", "Deadlift: 110 kg × 5 · 5"),
    ("lat pulldown, seat 5, 50x11", "Lat pulldown: 50 kg × 11"),
    ("deadlifts (RDL) 80x9", "Romanian deadlift: 80 kg × 9"),
    ("deadlift (romanian) 70x6", "Romanian deadlift: 70 kg × 6"),
    ("dumbell row 26 x 9", "One-arm dumbbell row: 26 kg × 9"),
    ("pendaly rows 70x6", "Pendlay row: 70 kg × 6"),
    ("lat puldown 50x11", "Lat pulldown: 50 kg × 11"),
    ("bnet over row 60x8", "Bent-over row: 60 kg × 8"),
    ("wide grip pull ups 2x6", "Wide-grip pull-up: bw × 6 · 6"),
    ("assisted chin ups 25kg 2x8", "Chin-up: bw-25 kg × 8 · 8"),
    ("deadlift 140x4 💪 new pr", "Deadlift: 140 kg × 4"),
    ("deadlift 140x4 grip slipping on the last one, next time 145", "Deadlift: 140 kg × 4"),
    ("no belt, deadlift 140x4", "Deadlift: 140 kg × 4"),
    ("deadlift 140x4 up from 135 last week", "Deadlift: 140 kg × 4"),
    ("pull ups 3x8 with my brother", "Pull-up: bw × 8 · 8 · 8"),
    ("good morning! deadlift 140x4", "Deadlift: 140 kg × 4"),
]


@pytest.mark.parametrize(("text", "expected"), MESSAGES)
def test_messages(text: str, expected: str) -> None:
    assert written(read(text, "superman")) == expected


def test_a_named_exercise_beats_the_one_on_the_card() -> None:
    assert written(read("deadlift 110x5", "pull-up")) == "Deadlift: 110 kg × 5"


def test_a_bare_row_is_the_row_on_the_card_or_it_is_asked() -> None:
    assert written(read("rows 50x11", "seated-cable-row")) == "Seated cable row: 50 kg × 11"
    reading = read("rows 50x11", "pull-up")
    assert [option.label for option in reading.options] == ["Bent-over row", "One-arm dumbbell row", "Seated cable row"]


@pytest.mark.parametrize(
    "text",
    ["bench press 3x8 70", "upright rows 30x12", "deadlift 110x5, zercher squats 60x5", "pull ups / chin ups 3x8"],
)
def test_a_lift_that_is_not_known_is_never_put_under_another(text: str) -> None:
    assert read(text, "deadlift").action is Action.ASK


def test_the_rest_can_be_kept_without_the_lift_that_is_not_known() -> None:
    (option,) = read("deadlift 110x5, bench 80x5").options
    assert (option.label, [one.exercise for one in option.sets]) == ("Leave out bench", ["deadlift"])


DAYS = [
    ("yesterday", date(2026, 11, 21)),
    ("last night", date(2026, 11, 21)),
    ("3 days ago", date(2026, 11, 19)),
    ("on monday", date(2026, 11, 16)),
    ("sunday", date(2026, 11, 15)),
    ("17.6.", date(2026, 6, 17)),
    ("25.12.", date(2025, 12, 25)),
    ("2026-11-03", date(2026, 11, 3)),
    ("nov 3", date(2026, 11, 3)),
    ("3rd november", date(2026, 11, 3)),
    ("11/20", date(2026, 11, 20)),
    ("20/11", date(2026, 11, 20)),
    ("today", None),
    ("18:30", None),
    ("7 pm", None),
]


@pytest.mark.parametrize(("said", "day"), DAYS)
def test_the_day_is_understood(said: str, day: date | None) -> None:
    reading = read(f"{said} deadlift 110x5")
    assert (reading.action, reading.day, written(reading)) == (Action.RECORD, day, "Deadlift: 110 kg × 5")


def test_a_date_with_two_readings_is_asked() -> None:
    reading = read("04/05 deadlift 110x5")
    assert [option.day for option in reading.options] == [date(2026, 5, 4), date(2026, 4, 5)]


def test_several_days_at_once_are_asked_about() -> None:
    assert read("mon: deadlift 110x5\ntue: pull ups 8").action is Action.ASK


NO_LOGS = [
    "how many sets of 8 should i do",
    "deadlift 110x5?",
    "i want to pull 200 for 3",
    "goal: deadlift 200x1",
    "deadlift 3x5 110 tomorrow",
    "this friday deadlift 5x3 at 130",
    "next session 4x6 rows with 65",
    "deadlift 150x3, that is the goal",
    "3x5 deadlift at 85%",
    "my friend rows 120 for 8",
    "she deadlifted 130x5",
    "my max is 14 pull ups",
    "i can do 14 pull ups",
    "i deadlift 130 for 5",
    "i usually do 4x8 rows",
    "used to row 100x5",
    "last year i pulled 180x3",
    "skipped the 3x8 pull ups",
    "do 3x8 pull ups",
    "show me the last 3 sessions",
    "set a timer for 120",
    "rest 120",
    "i slept 8 hours",
    "bodyweight 81.5kg",
    "i weigh 81.5",
    "my back hurts after 3x5 deadlifts",
    "5x5 deadlifts is too much",
    "meet me at 7",
    "hello",
    "pull ups",
    "",
    "🔥🔥",
]


@pytest.mark.parametrize("text", NO_LOGS)
@pytest.mark.parametrize("current", [None, "deadlift", "pull-up"])
def test_what_is_no_log_records_nothing_and_asks_nothing(text: str, current: str | None) -> None:
    reading = read(text, current)
    assert (reading.action, reading.sets) == (Action.NONE, ())


HURT = [
    "60x8 and my elbow hurts",
    "60x8 my elbow hurts",
    "60x8 hurt my back",
    "did 60x8 and now my arm is numb",
    "60 kg 8 reps with some elbow pain",
    "60x8 tweaked my back",
]


@pytest.mark.parametrize("text", HURT)
def test_sets_before_what_hurt_at_them_are_kept_while_a_lift_is_under_way(text: str) -> None:
    assert written(read(text, "deadlift")) == "Deadlift: 60 kg × 8"


def test_a_named_lift_needs_a_joint_before_what_hurt_where_none_is_under_way() -> None:
    assert written(read("deadlift 60x8 and my back hurts", None)) == "Deadlift: 60 kg × 8"
    assert read("deadlift 60x8 hurts my back", None).action is Action.NONE


@pytest.mark.parametrize(
    "text",
    ["when i do 60x8 my back hurts", "at 100x5 my back hurts", "100 kg hurts", "should i do 60x8 if my elbow hurts"],
)
def test_a_habit_that_hurts_is_no_set(text: str) -> None:
    assert read(text, "deadlift").action is Action.NONE


SEPARATORS = [
    "x",
    "*",
    "@",
    ",",
    " ",
    "/",
    "-",
    "+",
    "(",
    ")",
    ":",
    ".",
    "\n",
    "#",
    "%",
    "?",
    "~",
    "=",
    "\u202e",
    "\x00",
]
NUMBERS = [
    "3",
    "8",
    "60",
    "62,5",
    "1:10",
    "17.6.",
    "2026-11-20",
    ".5e1",
    "6017.6.",
    "12/12",
    "1_000",
    "½",
    "٣",
    "²",
    "1e9",
    "9" * 11,
    "5.",
]
SAID = [
    "deadlift",
    "pull ups",
    "rows",
    "bench",
    "kg",
    "rpe",
    "rir",
    "each side",
    "w",
    "to failure",
    "bw",
    "plates",
    "yesterday",
    "not",
]
MORE = [
    "make that",
    "undo",
    "same again",
    "was",
    "nan",
    "sets of",
    "min",
    "last set",
    "one",
    "hundred",
    "half",
    "maybe",
    "fail",
    "left",
    "to",
]
PIECES = st.sampled_from([*SEPARATORS, *NUMBERS, *SAID, *MORE])
CURRENT = st.sampled_from([None, "deadlift", "pull-up", "dead-hang", "one-arm-dumbbell-row", "no-such-thing"])
LAST = st.sampled_from([(), done("deadlift", 5, load="100"), done("pull-up", 8, 7, bodyweight=True)])


@settings(max_examples=400, deadline=None)
@given(text=st.lists(PIECES, max_size=16).map("".join) | st.text(max_size=80), current=CURRENT, last=LAST)
def test_no_text_at_all_raises(text: str, current: str | None, last: tuple) -> None:  # type: ignore[type-arg]
    reading = read(text, current, last=last)
    assert (reading.action is Action.RECORD) <= bool(reading.sets)
    assert (reading.action is Action.ASK) == bool(reading.question)


@pytest.mark.parametrize(
    "piece", ["1x", "8,", "x1:10 ", "8/8/", "not 8 ", "100 ", "deadlift 60x8, ", "9", "(", "🔥", "q w "]
)
def test_the_longest_message_is_answered(piece: str) -> None:
    text = (piece * 4096)[:5000]
    assert read(text, "deadlift", last=done("deadlift", 5, load="100")).action in Action
