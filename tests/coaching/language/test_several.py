"""Is a message taken apart where it asks two things, and left whole where it does not?"""

import pytest

from bot.coaching.language.intents import Intent, Outcome
from bot.coaching.language.several import Parting
from tests.coaching.understanding import LANGUAGE, UNDERSTANDER, after

PARTING = Parting(LANGUAGE.words.asking, LANGUAGE.words.joining)

LATS, PULL_UP, PULLDOWN = "latissimus-dorsi", "pull-up", "lat-pulldown"
TWO = [
    ("how do i do a deadlift and how many sets?", [(Intent.HOW_TO, "deadlift"), (Intent.SETS_REPS, "deadlift")]),
    ("what are lats? how do i train them?", [(Intent.MUSCLE_INFO, LATS), (Intent.EXERCISES_FOR_MUSCLE, LATS)]),
    ("how long should i rest and how many sets for pull-ups", [(Intent.REST, PULL_UP), (Intent.SETS_REPS, PULL_UP)]),
    ("how often should i train my back, and how do i warm up", [(Intent.FREQUENCY, ""), (Intent.WARMUP, "")]),
    (
        "what muscles does a lat pulldown work and what grip should i use",
        [(Intent.MUSCLES_WORKED, PULLDOWN), (Intent.GRIP, PULLDOWN)],
    ),
]
ONE = [
    "what is a seal row and how is it done",
    "what's the difference between a pull-up and a chin-up",
    "my back rounds when it gets heavy, what should i do",
    "hi, how do i do a bent over row?",
    "how do i do a bent over row? thanks",
    "deadlift",
]


@pytest.mark.parametrize(("text", "readings"), TWO, ids=[text for text, _ in TWO])
def test_both_are_answered(text: str, readings: list[tuple[Intent, str]]) -> None:
    found = UNDERSTANDER.understand_all(text)
    assert [(one.intent, "+".join(one.subject.ids)) for one in found] == readings


def test_a_lift_that_is_named_counts_before_the_one_spoken_of() -> None:
    found = UNDERSTANDER.understand_all("how do i do a seal row and what are the mistakes", after("kroc row form"))
    assert [(one.intent, one.subject.exercises) for one in found] == [
        (Intent.HOW_TO, ("seal-row",)),
        (Intent.MISTAKES, ("seal-row",)),
    ]


@pytest.mark.parametrize("text", ONE)
def test_one_question_is_answered_once(text: str) -> None:
    assert len(UNDERSTANDER.understand_all(text)) == 1


@pytest.mark.parametrize(
    "text", ["my back hurts when i row, how do i do rows?", "can i row with a numb leg and how many sets"]
)
def test_pain_is_never_one_of_two(text: str) -> None:
    [only] = UNDERSTANDER.understand_all(text)
    assert only.outcome is Outcome.SAFETY


def test_a_story_is_not_taken_apart() -> None:
    assert PARTING.parts("how " + "very " * 60 + "long? what now?") == ()
