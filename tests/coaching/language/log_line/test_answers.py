"""Is an answer in words the reading that was meant, and nothing else one?"""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coaching.language.log_line import load_words
from bot.coaching.language.log_line.answers import Answers, instead

ANSWERS = Answers(load_words(Path("knowledge/language/en")))
ROWS = ("Bent-over row", "One-arm dumbbell row", "Seated cable row")
ALSO = (("barbell row", "bor"), ("db row",), ("cable row",))
SCOPE = ("all 3 sets", "the last one")
SETS = ("8 reps × 10 sets", "10 reps × 8 sets")
REPS = ("100 kg × 8", "100 kg × 9", "100 kg × 10")
ROLE = ("22 reps", "22 kg")
EFFORT = ("RPE 10", "15 reps × 3 sets at 10 kg")
SIDES = ("two sets, 12 and 10", "12 each side", "10 each side")
DAYS = ("Tuesday 24 November", "Monday 23 November")


@pytest.mark.parametrize(
    ("labels", "said", "index"),
    [
        (ROWS, "bent over", 0),
        (ROWS, "the bent-over row", 0),
        (ROWS, "Seated!", 2),
        (ROWS, "barbell", 0),
        (ROWS, "db", 1),
        (ROWS, "the second one", 1),
        (ROWS, "third", 2),
        (ROWS, "row", None),
        (ROWS, "fourth", None),
        (ROWS, "how is a row done", None),
        (ROWS, "bent over?", None),
        (ROWS, "bent over row 60x8", None),
        (SCOPE, "all of them", 0),
        (SCOPE, "all", 0),
        (SCOPE, "just the last", 1),
        (SCOPE, "the last one", 1),
        (SETS, "8 sets", 1),
        (SETS, "eight sets", 1),
        (SETS, "10 sets of 8", 0),
        (SETS, "8 reps", 0),
        (SETS, "8", None),
        (REPS, "9", 1),
        (REPS, "nine", 1),
        (REPS, "10", 2),
        (REPS, "100", None),
        (REPS, "11", None),
        (ROLE, "load", 1),
        (ROLE, "the weight", 1),
        (ROLE, "reps", 0),
        (EFFORT, "load", 1),
        (EFFORT, "it was the rpe", 0),
        (SIDES, "two sets", 0),
        (SIDES, "10 each side", 2),
        (SIDES, "12 each", None),
        (DAYS, "tuesday", 0),
        (DAYS, "on mon", 1),
        (DAYS, "november", None),
        (("1000 kg × 5",), "hello", None),
        (("100 kg × 5",), "", None),
    ],
)
def test_a_reading_is_picked(labels: tuple[str, ...], said: str, index: int | None) -> None:
    assert ANSWERS.pick(said, labels, ALSO if labels is ROWS else ()) == index


@pytest.mark.parametrize(
    ("said", "counts"),
    [
        ("9", "9"),
        ("five", "5"),
        ("it was 5", "5"),
        ("5 reps", "5 reps"),
        ("3x8", "3x8"),
        ("3 × 8", "3 x 8"),
        ("8 8 7", "8 8 7"),
        ("8, 8, 7", "8, 8, 7"),
        ("110x5", None),
        ("60 kg", None),
        ("101", None),
        ("how many", None),
        ("", None),
        ("deadlift 5", None),
    ],
)
def test_counts(said: str, counts: str | None) -> None:
    assert ANSWERS.counts(said) == counts


@pytest.mark.parametrize(
    ("line", "said", "answer", "whole"),
    [
        ("deadlift 100x8-12", "8 - 12", "9", "deadlift 100x9"),
        ("deadlift 100 8 - 12", "8 - 12", "9", "deadlift 100 9"),
        ("One-Arm  Row 24kg", "one arm row", "Deadlift", "Deadlift 24kg"),
        ("zerchers 60x5", "zercher", "Deadlift", None),
        ("deadlift 108-12", "8 - 12", "9", None),
        ("deadlift 100", "", "9", None),
    ],
)
def test_an_answer_stands_in_place_of_what_was_unclear(line: str, said: str, answer: str, whole: str | None) -> None:
    assert instead(line, said, answer) == whole


def test_yes_and_no() -> None:
    assert all(map(ANSWERS.agrees, ("yes", "Yes!", "yep", "really", "yes, please")))
    assert all(map(ANSWERS.declines, ("no", "Neither.", "none of them")))
    assert not any(map(ANSWERS.agrees, ("no", "yes 5", "yesterday", "")))
    assert not any(map(ANSWERS.declines, ("no, 72.5", "yes", "not today", "")))


@given(st.text(max_size=40), st.lists(st.text(max_size=20), max_size=3))
def test_any_text_is_an_answer_or_none(text: str, labels: list[str]) -> None:
    index = ANSWERS.pick(text, labels)
    assert index is None or 0 <= index < len(labels)
    ANSWERS.counts(text)
    ANSWERS.agrees(text)
