"""Does every how-to of an exercise come as one message, its muscles on a map under the words?"""

from typing import Any

import pytest

from bot.chat.handlers import picture
from bot.chat.handlers.ask import SEEN
from bot.chat.markup import length
from bot.chat.send import LONGEST_CAPTION
from bot.chat.views.answer import answer
from bot.coaching.answers import answer_for
from bot.coaching.language.intents import Subject
from bot.local import LocalTelegram
from bot.local.faults import Fault
from bot.pictures.draw import draw
from bot.services.pictures import ExerciseMap, Picture
from tests.journeys.people import Lifter, buttons, coach

BUTTONS = [["Mistakes", "Muscles", "Sets and reps"], ["More", "Wrong?"], ["Today's session"]]


def is_map(message: dict[str, Any]) -> bool:
    return "photo" in message and message.get("show_caption_above_media") is True


def calls(telegram: LocalTelegram, method: str) -> list[dict[str, Any]]:
    return [call.parameters for call in telegram.world.calls if call.method == method and call.status == 200]


async def test_a_how_to_is_words_a_map_and_buttons_in_one_message(alex_on_both: Lifter) -> None:
    alex = alex_on_both
    [said] = await alex.says("how do I do a bent-over row")
    assert said.startswith("Bent-over row\n1  Hold the bar overhand")
    assert is_map(alex.last)
    assert buttons(alex.last) == BUTTONS


async def test_so_it_is_by_every_way_to_it(alex: Lifter) -> None:
    await alex.says("/workout")
    [said] = await alex.taps("How to", alex.card)
    assert said.startswith("Deadlift\n1  ")
    assert is_map(alex.last)
    assert buttons(alex.last)[-1] == ["Back to the session"]
    [said] = await alex.taps("Muscles")
    assert said.startswith("Deadlift: muscles\n")
    assert is_map(alex.last)
    await alex.taps("How to do it")
    assert is_map(alex.last)
    assert alex.last["caption"].startswith("Deadlift\n1  ")


async def test_other_answers_have_none(alex: Lifter) -> None:
    for said in ("common mistakes on pull-ups", "how do I train my back", "what are the rhomboids", "easier pull-ups"):
        await alex.says(said)
        assert "photo" not in alex.last, said


async def test_whatever_is_under_it_goes_on_from_there(alex: Lifter) -> None:
    await alex.says("how do I do a pull-up")
    under = alex.last
    for label, told in (("More", "Pull-up"), ("Mistakes", "Pull-up"), ("Wrong?", "Noted")):
        assert told in (await alex.taps(label, under))[0]
        assert "photo" not in alex.last
    await alex.taps("Today's session", under)
    assert "DEADLIFT" in alex.last["text"]
    assert under in alex.messages, "nothing takes its place"
    [said] = await alex.says("and the grip?")
    assert "Deadlift" in said or "Pull-up" in said


async def test_a_changed_question_changes_no_answer(alex: Lifter) -> None:
    await alex.says("how do I do a pull-up")
    before = alex.messages
    assert await alex.edits("how do I do a pull-up", "how do I do a chin-up") == []
    assert alex.messages == before


async def test_two_questions_are_two_answers_and_two_quick_taps_are_one(telegram: LocalTelegram, alex: Lifter) -> None:
    said = await alex.says("how do I deadlift and what muscles does the deadlift work?")
    assert sorted(one.splitlines()[0] for one in said) == ["Deadlift", "Deadlift: muscles"]
    assert all(map(is_map, alex.messages[-2:]))
    await alex.taps("Muscles", times=2)
    assert 2 <= len([one for one in alex.messages if one.get("caption", "").startswith("Deadlift: m")]) <= 3


async def test_words_too_long_for_a_caption_come_first_and_at_once(
    telegram: LocalTelegram, alex: Lifter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(picture, "LONGEST_CAPTION", 100)
    said = await alex.says("how do I do a bent-over row")
    assert said[0].startswith("Bent-over row\n1  Hold the bar overhand")
    assert said[1] == "Bent-over row: mid-back, traps and lats"
    words, its_map = alex.messages[-2:]
    assert buttons(words) == BUTTONS
    assert buttons(its_map) == []
    assert calls(telegram, "sendPhoto")[-1]["disable_notification"] == "true"


def refuse(shown: Picture, *, dark: bool) -> bytes:
    """Draws charts, and no map."""
    if isinstance(shown, ExerciseMap):
        raise ValueError("no such muscle")
    return draw(shown, dark=dark)


@pytest.fixture
def no_map(monkeypatch: pytest.MonkeyPatch) -> None:
    """The coach of the fixture reads the drawing when it draws."""
    monkeypatch.setattr("bot.app.draw", refuse)


async def test_where_no_map_can_be_drawn_the_words_come_alone_at_once(no_map: None, alex: Lifter) -> None:
    [said] = await alex.says("how do I do a bent-over row")
    assert said.startswith("Bent-over row\n1  Hold the bar overhand")
    assert "photo" not in alex.last
    assert buttons(alex.last) == BUTTONS


async def test_words_that_went_before_are_not_said_again(
    no_map: None, alex: Lifter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(picture, "LONGEST_CAPTION", 100)
    [said] = await alex.says("how do I do a bent-over row")
    assert said.startswith("Bent-over row\n1  Hold")


async def test_a_picture_that_telegram_does_not_take_leaves_its_words(telegram: LocalTelegram, alex: Lifter) -> None:
    refused = Fault("400", "sendPhoto", count=1, description="Bad Request: IMAGE_PROCESS_FAILED")
    telegram.world.faults.rules.append(refused)
    [said] = await alex.says("how do I do a bent-over row")
    assert said.startswith("Bent-over row\n1  Hold")
    assert "photo" not in alex.last
    assert buttons(alex.last) == BUTTONS


def test_every_how_to_is_short_enough_to_stand_above_its_map() -> None:
    """Else it would come as two messages."""
    known = coach()
    for intent in SEEN:
        for exercise in known.knowledge.exercises:
            found = answer_for(intent, Subject((exercise,)), known.knowledge, known.language, "short")
            assert length(answer(found, None, 1).text) <= LONGEST_CAPTION * 3 / 4, exercise
