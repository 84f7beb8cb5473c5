"""Is pain never missed, led to the right entry, and what only sounds like pain not taken for it?"""

from pathlib import Path

import pytest
import yaml

from bot.coaching.answers import answer
from bot.coaching.language.intents import Intent, Outcome, TalkContext
from bot.coaching.language.pain import PainWords
from bot.coaching.language.shapes import Pain
from tests.coaching.understanding import LANGUAGE, after, asked
from tests.knowledge import KNOWLEDGE

SAID: list[tuple[str, str]] = [
    (text, entry)
    for entry, texts in yaml.safe_load(Path(__file__).with_name("pain_said.yaml").read_text(encoding="utf-8")).items()
    for text in texts
]
FINE: list[str] = yaml.safe_load(Path(__file__).with_name("pain_fine.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("text", "entry"), SAID)
def test_pain_is_answered_with_safety_by_the_entry_it_is_about(text: str, entry: str) -> None:
    got = asked(text)
    assert (got.outcome, got.intent, got.advice) == (Outcome.SAFETY, Intent.PAIN_OR_INJURY, entry)
    assert got.urgent is KNOWLEDGE.pain[entry].is_pressing


@pytest.mark.parametrize("text", FINE)
def test_what_only_sounds_like_pain_is_no_alarm(text: str) -> None:
    assert asked(text).outcome is not Outcome.SAFETY


def test_the_tables_are_worth_their_name() -> None:
    assert len(SAID) >= 80
    assert len(FINE) >= 80
    led_to = {entry for _, entry in SAID}
    assert led_to >= {id for id, one in KNOWLEDGE.pain.items() if one.aliases} - {"leaking", "when-it-hurts"}


@pytest.mark.parametrize("text", [text for text, _ in SAID])
def test_no_answer_to_pain_offers_anything_but_more_about_it(text: str) -> None:
    given = answer(asked(text), KNOWLEDGE, LANGUAGE)
    assert any("top" in line for line in given.lines)
    assert given.warns
    assert all(one.advice for one in given.follow_ups)


@pytest.mark.parametrize(
    "text",
    [
        "my elbow aches when i squat",
        "running hurts my shins",
        "pain in my shoulder from bench press",
        "can i eat before training, my chest hurts",
    ],
)
def test_pain_that_names_a_place_is_never_waved_off_as_another_sport(text: str) -> None:
    assert asked(text).outcome is Outcome.SAFETY


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("no numbness or tingling, my back hurts", "lower-back"),
        ("my elbow hurts on back extensions", "elbow"),
        ("chest supported rows hurt my lower back", "lower-back"),
        ("my back and my shoulder hurt", "lower-back"),
        ("my knee hurts and i lost control of my bladder", "cauda-equina"),
    ],
)
def test_the_most_serious_of_what_is_said_and_not_denied_counts(text: str, entry: str) -> None:
    assert asked(text).advice == entry


@pytest.mark.parametrize(
    ("text", "entry"),
    [("in my left knee", "knee"), ("lower back", "lower-back"), ("both legs tingling", "cauda-equina")],
)
def test_where_it_hurts_can_be_typed(text: str, entry: str) -> None:
    got = asked(text, after("ouch"))
    assert (got.outcome, got.advice) == (Outcome.SAFETY, entry)


@pytest.mark.parametrize("text", ["what are lats", "deadlift grip", "thanks"])
def test_after_pain_other_questions_are_answered_too(text: str) -> None:
    assert asked(text, after("my back hurts")).outcome is not Outcome.SAFETY


@pytest.mark.parametrize(
    ("pain", "text", "entry"),
    [
        ("chest pain on rows", "can i continue", "chest-pain"),
        ("chest pain on rows", "it's gone now, can I finish my session?", "chest-pain"),
        ("chest pain on rows", "the pain is gone", "chest-pain"),
        ("i lost control of my bladder", "so deadlift tomorrow?", "cauda-equina"),
        ("i lost control of my bladder", "should i see a doctor", "cauda-equina"),
        ("my elbow hurts", "can i continue", "back-to-training"),
        ("my elbow hurts", "can i deadlift tomorrow", "back-to-training"),
        ("my elbow hurts", "its gone now", "back-to-training"),
        ("my elbow hurts", "it doesn't hurt anymore", "back-to-training"),
        ("my lower back hurts", "can i do pull ups instead", "back-to-training"),
        ("my lower back hurts", "how long should i rest", "back-to-training"),
        ("my lower back hurts", "what if i go lighter weight", "back-to-training"),
        ("my lower back hurts", "is it ok to train legs", "back-to-training"),
        ("my lower back hurts", "should i ice it", "back-to-training"),
    ],
)
def test_after_pain_a_question_of_training_on_stays_with_it(pain: str, text: str, entry: str) -> None:
    got = asked(text, after(pain))
    assert (got.outcome, got.advice) == (Outcome.SAFETY, entry)
    later = asked(text, TalkContext(advice=asked(pain).advice))
    assert (later.outcome, later.advice) == (Outcome.SAFETY, entry)


@pytest.mark.parametrize(
    "text",
    [
        "is 8 enough",
        "shoud i go to failure",
        "should i pull with my elbows",
        "whats rpe",
        "what is a hard set",
        "what plates for 102.5",
        "make it 4 sets",
        "plan for 3 days",
        "how many reps",
        "can i use straps",
        "can i train twice a week",
        "how do i make rows harder",
        "how long should i rest between sets",
    ],
)
@pytest.mark.parametrize("pain", ["i feel dizzy", "chest pain on rows"])
def test_after_a_red_flag_another_topic_is_answered_as_usual(pain: str, text: str) -> None:
    assert asked(text, after(pain)).outcome is not Outcome.SAFETY
    assert asked(text, TalkContext(advice=asked(pain).advice)).outcome is not Outcome.SAFETY


@pytest.mark.parametrize(
    "text",
    [
        "can i train",
        "can I deadlift tomorrow",
        "can i do 3 more sets",
        "how many sets can i still do",
        "so how many sets should i do now",
        "maybe just 2 light sets",
        "should i stop",
        "should i train",
        "so what's today's session",
        "whats next",
    ],
)
@pytest.mark.parametrize("pain", ["i feel dizzy", "chest pain on rows"])
def test_training_despite_a_red_flag_is_answered_by_it(pain: str, text: str) -> None:
    advice = asked(pain).advice
    assert asked(text, after(pain)).advice == advice
    assert asked(text, TalkContext(advice=advice)).advice == advice


def test_what_spares_something_is_asked_of_a_red_flag_until_something_else_is_spoken_of() -> None:
    assert asked("something easier?", after("i feel dizzy")).outcome is Outcome.SAFETY
    later = TalkContext(advice=asked("i feel dizzy").advice)
    assert asked("easier version of pull ups", later).outcome is Outcome.ANSWER


def test_pain_is_not_forgotten_over_another_question() -> None:
    assert asked("can i train now", after("chest pain on rows", "deadlift grip")).advice == "chest-pain"


@pytest.mark.parametrize(
    "text",
    ["how do i do a bent-over row", "how many sets should i do", "thanks, all good", "what time should i go to bed"],
)
def test_a_question_of_its_own_is_none_of_training_on(text: str) -> None:
    assert asked(text, after("my knee hurts")).outcome is not Outcome.SAFETY


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("my knee hurts, and chest pian too", "chest-pain"),
        ("my arm hurts and thunderclap head pian", "sudden-headache"),
        ("it hurts less now", "chest-pain"),
    ],
)
def test_the_most_serious_counts_however_it_is_spelt_or_has_eased(text: str, entry: str) -> None:
    assert asked(text, after("chest pain on rows") if entry == "chest-pain" else None).advice == entry


def test_other_pain_is_answered_for_itself() -> None:
    assert asked("my knee hurts too", after("chest pain on rows")).advice == "knee"
    assert asked("and chest pain", after("my knee hurts")).advice == "chest-pain"


WORDS = PainWords(
    Pain(
        phrases=("ouch",),
        signs=("hurts", "leg * weak"),
        body=("elbow",),
        complaints=("clicks", "locks up"),
        excused=("hurts * less",),
    ),
    {"chest": KNOWLEDGE.pain["chest-pain"]},
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("it hurts", ("hurts",)),
        ("it hurts a lot less", ()),
        ("it hurts a lot less but now it hurts", ("hurts",)),
        ("my leg is so weak", ("leg is so weak",)),
        ("leg weak", ("leg weak",)),
        ("my leg is strong and my grip is weak", ()),
        ("my elbow clicks", ("elbow clicks",)),
        ("it locks up at the left elbow", ("locks up at the left elbow",)),
        ("clicks whenever i bend the poor elbow", ()),
        ("tightness in my chest", ("tightness in my chest",)),
    ],
)
def test_rows_of_words_with_gaps_and_emergencies(text: str, found: tuple[str, ...]) -> None:
    assert WORDS.look(text.split()).found == found


def test_what_names_a_lift_is_no_part_of_the_body() -> None:
    words = ["chest", "pain", "row"]
    assert WORDS.look(words).found
    assert not WORDS.look(words, named={0}).found
