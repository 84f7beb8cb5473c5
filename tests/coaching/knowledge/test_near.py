"""Does a name that has no entry lead to the nearest one, or to an honest "not covered"?"""

import pytest

from bot.coaching.language.intents import Intent, Outcome
from tests.coaching.understanding import UNDERSTANDER
from tests.knowledge import KNOWLEDGE

LED = [
    ("axle deadlift", "deadlift"),
    ("deadlift with chains", "deadlift"),
    ("sternum chin-ups", "chin-up"),
    ("muscle up", "muscle-up"),
    ("v-bar pullup", "neutral-grip-pull-up"),
    ("behind the neck pulldown", "wide-grip-pulldown"),
    ("trap bar shrug", "shrug"),
    ("seated good morning", "good-morning"),
    ("helms row", "chest-supported-row"),
    ("machine pullover", "dumbbell-pullover"),
]
NOT_COVERED = ["cat stretch", "foam roll my lats", "ball slams", "upright row", "atlas stones", "side splits"]


@pytest.mark.parametrize(("name", "exercise"), LED)
def test_a_name_leads_to_the_nearest(name: str, exercise: str) -> None:
    got = UNDERSTANDER.understand(name)
    assert (got.outcome, got.intent, got.subject.exercises) == (Outcome.ANSWER, Intent.HOW_TO, (exercise,))


@pytest.mark.parametrize("name", NOT_COVERED)
def test_what_is_no_lift_for_the_back_is_said_not_to_be(name: str) -> None:
    got = UNDERSTANDER.understand(name)
    assert got.outcome is Outcome.UNKNOWN
    assert got.not_covered


def test_a_name_is_near_one_lift_only() -> None:
    near = [name for exercise in KNOWLEDGE.exercises.values() for name in exercise.near]
    assert len(near) == len(set(near)) >= 60
