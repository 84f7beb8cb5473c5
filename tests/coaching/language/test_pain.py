"""Is pain never missed, and what only sounds like pain not taken for it?"""

import pytest

from bot.coaching.language.intents import Intent, Outcome
from bot.coaching.language.pain import PainWords
from bot.coaching.language.shapes import Pain
from tests.coaching.understanding import asked

HURTS = [
    "my back hurts",
    "my lower bakc huts when i deadlift",
    "shoulder pain on pull-ups, what grip is better?",
    "golfer's elbow from chin ups",
    "i think i slipped a disc, which rows can i do",
    "tingling down my leg after deadlifts",
    "felt a pop in my back, should i finish my sets?",
    "can i take ibuprofen and train",
    "deadlift with sciatica, how many sets",
    "how do i deadlift with a herniated disc",
    "i had back surgery, what weight should i start with",
    "numbnes in my fingers on dead hangs",
    "no pain no gain they say but my elbow hurts",
]


@pytest.mark.parametrize("text", HURTS)
def test_pain_is_answered_with_safety(text: str) -> None:
    got = asked(text)
    assert (got.outcome, got.intent) == (Outcome.SAFETY, Intent.PAIN_OR_INJURY)


FINE = [
    "my lats are sore but nothing hurts badly, no pain",
    "does a strong back prevent back pain",
    "does back training reduce the risk of injury",
    "no pain no gain, right?",
    "sore muscles after back day, train or rest",
    "my lower back is tired after deadlifts, not painful",
    "how do i avoid injury on deadlifts",
    "does resting longer hurt my gains",
]


@pytest.mark.parametrize("text", FINE)
def test_what_only_sounds_like_pain_is_no_alarm(text: str) -> None:
    assert asked(text).outcome is not Outcome.SAFETY


@pytest.mark.parametrize(
    ("text", "urgent"),
    [
        ("back pain and i lost control of my bladder", True),
        ("my foot drops since i hurt my back, foot drop", True),
        ("chest pain during deadlifts", True),
        ("my elbow hurts on rows", False),
    ],
)
def test_red_flags_are_urgent(text: str, urgent: bool) -> None:
    got = asked(text)
    assert (got.outcome, got.urgent) == (Outcome.SAFETY, urgent)


WORDS = PainWords(
    Pain(phrases=("ouch",), signs=("hurts", "leg * weak"), red_flags=("leg * weak",), excused=("hurts * less",))
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("it hurts", ("hurts",)),
        ("it hurts a lot less", ()),
        ("it hurts a lot less but now it hurts", ("hurts",)),
        ("my leg is so weak", ("leg * weak",)),
        ("leg weak", ("leg * weak",)),
        ("my leg is strong and my grip is weak", ()),
    ],
)
def test_rows_of_words_with_gaps(text: str, found: tuple[str, ...]) -> None:
    assert WORDS.look(text.split()).found == found
