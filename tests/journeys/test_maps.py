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
from tests.journeys.people import Lifter, buttons, coach, coach_at_work, settled, watch

BUTTONS = [["Mistakes", "Muscles", "Sets and reps"], ["More", "Wrong?"], ["Today's session"]]


REFUSALS = (
    "wrong file identifier/HTTP URL specified",
    "wrong remote file identifier specified: Wrong padding in the string",
    "wrong remote file identifier specified: can't unserialize it. Wrong last symbol",
    "FILE_REFERENCE_EXPIRED",
)
"""As Telegram has told other bots."""


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


async def test_every_question_is_answered_however_quickly_it_is_asked_again(alex: Lifter) -> None:
    said = await alex.says("how do I deadlift and what muscles does the deadlift work?")
    assert sorted(one.splitlines()[0] for one in said) == ["Deadlift", "Deadlift: muscles"]
    assert all(map(is_map, alex.messages[-2:]))
    for _ in range(3):
        alex.person.say("how do I do a pull-up")
    await settled(alex.telegram, alex.watcher)
    assert all(map(is_map, alex.messages[-3:]))
    assert len({one["caption"] for one in alex.messages[-3:]}) == 1


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


def uploads(telegram: LocalTelegram) -> int:
    """Calls that brought a picture; others named one that is there."""
    return len([call for call in calls(telegram, "sendPhoto") if call["photo"] not in telegram.world.files.by_id])


def forget_files(telegram: LocalTelegram) -> None:
    """As a stand-in that was begun anew."""
    telegram.world.files.by_id.clear()
    telegram.world.files.by_path.clear()


async def test_the_second_time_nothing_is_drawn_and_nothing_uploaded(
    telegram: LocalTelegram, alex_on_both: Lifter, monkeypatch: pytest.MonkeyPatch
) -> None:
    alex = alex_on_both
    [first] = await alex.says("how do I do a bent-over row")
    seen = alex.last["photo"]
    monkeypatch.setattr("bot.app.draw", refuse)
    [again] = await alex.says("how do I do a bent-over row")
    assert again == first
    assert is_map(alex.last)
    assert (alex.last["photo"], buttons(alex.last)) == (seen, BUTTONS)
    await alex.taps("Muscles")
    assert alex.last["photo"] == seen, "one map is under both answers"
    assert uploads(telegram) == 1
    sam = Lifter(telegram, alex.watcher, "Sam")
    await sam.says("how do I do a bent-over row")
    assert sam.last["photo"] == seen
    assert uploads(telegram) == 1


async def test_dark_maps_are_others(telegram: LocalTelegram, alex: Lifter) -> None:
    await alex.says("how do I do a bent-over row")
    light = alex.last["photo"]
    await alex.says("/settings")
    await alex.taps("Dark pictures")
    for _ in range(2):
        await alex.says("how do I do a bent-over row")
        assert alex.last["photo"] != light
    assert uploads(telegram) == 2


async def test_words_that_went_before_are_followed_by_a_map_that_is_there(
    telegram: LocalTelegram, alex: Lifter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(picture, "LONGEST_CAPTION", 100)
    for _ in range(2):
        said = await alex.says("how do I do a bent-over row")
        assert [one.splitlines()[0] for one in said] == ["Bent-over row", "Bent-over row: mid-back, traps and lats"]
    assert uploads(telegram) == 1
    forget_files(telegram)
    said = await alex.says("how do I do a bent-over row")
    assert [one.splitlines()[0] for one in said] == ["Bent-over row", "Bent-over row: mid-back, traps and lats"]
    assert "show_caption_above_media" not in alex.last
    assert uploads(telegram) == 2


@pytest.mark.parametrize("refusal", REFUSALS)
async def test_a_map_that_telegram_has_no_more_is_uploaded_anew_and_the_answer_comes_once(
    telegram: LocalTelegram, alex_on_both: Lifter, refusal: str
) -> None:
    alex = alex_on_both
    [first] = await alex.says("how do I do a bent-over row")
    telegram.world.faults.rules.append(Fault("400", "sendPhoto", count=1, description=f"Bad Request: {refusal}"))
    assert await alex.says("how do I do a bent-over row") == [first]
    assert is_map(alex.last)
    assert buttons(alex.last) == BUTTONS
    assert uploads(telegram) == 2
    assert await alex.says("how do I do a bent-over row") == [first]
    assert uploads(telegram) == 2, "the new one is known from now on"


async def test_many_who_are_refused_at_once_are_all_answered(telegram: LocalTelegram, alex_on_both: Lifter) -> None:
    alex = alex_on_both
    await alex.says("how do I do a bent-over row")
    forget_files(telegram)
    people = [Lifter(telegram, alex.watcher, f"Sam {number}") for number in range(8)]
    for one in people:
        one.person.say("how do I do a bent-over row")
    await settled(telegram, alex.watcher)
    for one in people:
        assert [is_map(message) for message in one.messages] == [True]


async def test_a_refused_map_that_cannot_be_drawn_leaves_its_words(
    telegram: LocalTelegram, alex: Lifter, monkeypatch: pytest.MonkeyPatch
) -> None:
    await alex.says("how do I do a bent-over row")
    forget_files(telegram)
    monkeypatch.setattr("bot.app.draw", refuse)
    [said] = await alex.says("how do I do a bent-over row")
    assert said.startswith("Bent-over row\n1  Hold the bar")
    assert "photo" not in alex.last
    assert buttons(alex.last) == BUTTONS


OTHER_TOKEN = "777:another"


@pytest.mark.parametrize(
    ("token", "drawing", "uploaded"),
    [(None, None, 1), (OTHER_TOKEN, None, 2), (None, "drawn otherwise", 2)],
)
async def test_the_next_start_knows_what_telegram_has(
    telegram: LocalTelegram,
    sqlite_url: str,
    monkeypatch: pytest.MonkeyPatch,
    token: str | None,
    drawing: str | None,
    uploaded: int,
) -> None:
    """Of this bot, and of this drawing; else it is uploaded."""
    watcher = watch(sqlite_url)
    async with coach_at_work(sqlite_url, telegram):
        alex = Lifter(telegram, watcher)
        await alex.says("how do I do a bent-over row")
    if drawing is not None:
        monkeypatch.setattr("bot.app.edition", lambda _: drawing)
    other = telegram if token is None else LocalTelegram(token)
    if other is not telegram:
        other.world.updates.next_id += 1_000  # both began in the same second, and the database is one
        await other.start()
    async with coach_at_work(sqlite_url, other):
        sam = Lifter(other, watcher, "Alex")
        await sam.says("how do I do a bent-over row")
        assert is_map(sam.last)
    assert not [call for call in other.world.calls if call.method == "sendPhoto" and call.status == 400]
    assert uploads(telegram) + (0 if other is telegram else uploads(other)) == uploaded
    if other is not telegram:
        await other.stop()
    watcher.close()
