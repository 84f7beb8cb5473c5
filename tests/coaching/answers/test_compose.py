"""Is an answer short first, honest, with its source, and followed by questions that can be pressed?"""

import pytest

from bot.coaching.answers import Answer, answer, answer_for, render_plain
from bot.coaching.answers.part import SHORT
from bot.coaching.language.intents import Intent, Option, Outcome, Subject, Understanding
from tests.coaching.understanding import LANGUAGE, after, answered
from tests.knowledge import KNOWLEDGE

STEPS = 6
"""Of an exercise, or exercises of the session: a numbered list is never cut."""
ELSEWHERE = (Intent.SMALL_TALK, Intent.OUT_OF_SCOPE, Intent.PAIN_OR_INJURY)
OF_A_LIFT = [intent for intent in Intent if intent not in ELSEWHERE]


def pressed(intent: Intent, *exercises: str, muscles: tuple[str, ...] = (), part: str = "short") -> Answer:
    return answer_for(intent, Subject(exercises, muscles), KNOWLEDGE, LANGUAGE, part)


@pytest.mark.parametrize("exercise", sorted(KNOWLEDGE.exercises))
def test_every_question_about_every_exercise_has_a_short_answer_with_its_source(exercise: str) -> None:
    for intent in OF_A_LIFT:
        given = pressed(intent, exercise)
        assert 1 <= len(given.lines) <= (STEPS if given.numbered else SHORT), intent
        assert given.entry, intent
        assert given.sources, intent
        for follow_up in given.follow_ups:
            again = answer_for(follow_up.intent, follow_up.subject, KNOWLEDGE, LANGUAGE, follow_up.part)
            assert again.lines, follow_up


@pytest.mark.parametrize("muscle", sorted(KNOWLEDGE.muscles))
def test_every_question_about_every_muscle_is_answered(muscle: str) -> None:
    for intent in OF_A_LIFT:
        assert pressed(intent, muscles=(muscle,)).sources, intent


@pytest.mark.parametrize("intent", list(Intent))
def test_every_question_about_nothing_in_particular_is_answered(intent: Intent) -> None:
    assert pressed(intent).lines


def test_steps_are_numbered_and_the_rest_is_behind_more() -> None:
    short = pressed(Intent.HOW_TO, "deadlift")
    assert short.numbered
    assert short.more
    assert short.follow_ups[-1].part == "more"
    whole = pressed(Intent.HOW_TO, "deadlift", part="more")
    assert not [one for one in whole.follow_ups if one.part]
    assert set(short.sources) < set(whole.sources)


def test_a_name_without_an_entry_is_said_to_have_none() -> None:
    given = answered("axle deadlift grip")
    assert given.note == "No entry of its own for the axle deadlift; nearest is the deadlift."
    assert given.title == "Deadlift: grip"
    assert given.note in render_plain(given)


def test_whether_a_lift_trains_a_muscle_is_said_first() -> None:
    assert answered("does the pull-up work the lats").lines[0].startswith("Latissimus dorsi: yes")
    assert answered("does the lat pulldown work the erectors").lines[0] == "Erector spinae: hardly."


def test_several_lifts_get_a_line_each() -> None:
    given = answered("why rows")
    assert [line.split(":")[0] for line in given.lines] == [
        "Bent-over row",
        "One-arm dumbbell row",
        "Seated cable row",
    ]


def test_a_comparison_names_both_and_what_each_costs_the_lower_back() -> None:
    given = answered("deadlift or lat pulldown")
    assert given.title == "Deadlift, lat pulldown"
    assert given.lines[-1] == "Load on the lower back, 0 to 3: deadlift 3, lat pulldown 0."


def test_pain_says_stop_first_and_offers_no_exercise() -> None:
    given = answered("my lower back hurts when i deadlift")
    assert given.lines[0].startswith("Stop")
    assert all(one.intent is Intent.PAIN_OR_INJURY for one in given.follow_ups)


def test_red_flags_are_urgent() -> None:
    given = answered("my leg is numb and i lost control of my bladder")
    assert given.urgent
    assert all(one.part for one in given.follow_ups)
    assert "emergency" in " ".join(given.lines)


@pytest.mark.parametrize(("question", "word"), [("squats?", "Legs"), ("is creatine safe", "Supplements")])
def test_what_is_not_coached_is_said_by_topic(question: str, word: str) -> None:
    assert answered(question).lines[0].startswith(word)


def test_a_choice_is_offered_as_buttons() -> None:
    options = (Option("Grip", Intent.GRIP, Subject(("deadlift",))),)
    given = answer(Understanding(Outcome.CLARIFY, options=options), KNOWLEDGE, LANGUAGE)
    assert [one.label for one in given.follow_ups] == ["Grip"]


def test_the_context_holds_what_was_listed() -> None:
    context = after("show me the session")
    assert context is not None
    assert [one.subject.exercises for one in context.offered][:2] == [("deadlift",), ("pull-up",)]


def test_plain_text_has_numbers_buttons_and_receipt() -> None:
    plain = render_plain(pressed(Intent.HOW_TO, "deadlift")).splitlines()
    assert plain[0] == "Deadlift"
    assert plain[1].startswith("1. ")
    assert plain[-2].startswith("[ ")
    assert plain[-1].endswith("(entry deadlift)")
