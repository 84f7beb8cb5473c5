"""Does an answer to pain say stop, who and how fast, and lead on by its choices and its parts?"""

import pytest

from bot.coaching.answers import answer_for, render_plain
from bot.coaching.answers.of_pain import PARTS, of_pain
from bot.coaching.language.intents import Intent, Subject
from tests.coaching.understanding import LANGUAGE, answered
from tests.knowledge import KNOWLEDGE

WORDING = LANGUAGE.wording


@pytest.mark.parametrize("id", sorted(KNOWLEDGE.pain))
def test_every_entry_is_short_and_has_its_source(id: str) -> None:
    advice = KNOWLEDGE.pain[id]
    given = of_pain(advice, KNOWLEDGE, WORDING)
    assert given.lines[0] == advice.stop[0].text
    assert 2 <= len(given.lines) <= 6
    assert given.sources
    assert given.urgent is advice.is_pressing
    assert [one.advice for one in given.follow_ups if not one.part] == [one.to for one in advice.choices]


@pytest.mark.parametrize("id", sorted(KNOWLEDGE.pain))
def test_every_part_is_a_button_away_and_leads_to_the_others(id: str) -> None:
    advice = KNOWLEDGE.pain[id]
    offered = [one.part for one in of_pain(advice, KNOWLEDGE, WORDING).follow_ups if one.part]
    assert offered == [part for part in PARTS if getattr(advice, part)]
    for part in offered:
        given = of_pain(advice, KNOWLEDGE, WORDING, part)
        assert given.lines == tuple(claim.text for claim in getattr(advice, part))
        assert [one.part for one in given.follow_ups] == [other for other in offered if other != part]


def test_who_and_when_are_said_so() -> None:
    given = of_pain(KNOWLEDGE.pain["leg-weakness"], KNOWLEDGE, WORDING)
    assert any(line.startswith("Who: a doctor today") for line in given.lines)
    assert any(line.startswith("When: today") for line in given.lines)


def test_a_question_stands_last_above_its_choices() -> None:
    given = answered("my lower back hurts when i deadlift")
    assert given.lines[-1] == "What comes with it?"
    assert given.follow_ups[-1].label == "None of these"


def test_an_old_button_about_pain_starts_at_the_beginning() -> None:
    given = answer_for(Intent.PAIN_OR_INJURY, Subject(("deadlift",)), KNOWLEDGE, LANGUAGE)
    assert given.entry == "pain"


def test_the_command_line_shows_the_choices() -> None:
    assert "[ Bladder, bowel or saddle | " in render_plain(answered("my back hurts"))
