"""What may be changed and deleted afterwards, and in which words is the rest refused?"""

from typing import Any

import pytest

from bot.local import LocalTelegram, Person
from tests.local.clock import Clock
from tests.local.conftest import Ask

BUTTON = {"inline_keyboard": [[{"text": "undo", "callback_data": "u"}]]}


@pytest.fixture
async def card(ask: Ask, alex: Person) -> dict[str, Any]:
    message: dict[str, Any] = await ask("sendMessage", chat_id=alex.id, text="set 1", reply_markup=BUTTON)
    return message


async def edit(ask: Ask, card: dict[str, Any], **parameters: Any) -> Any:
    return await ask("editMessageText", chat_id=card["chat"]["id"], message_id=card["message_id"], **parameters)


async def test_an_edit_replaces_text_and_buttons(ask: Ask, alex: Person, card: dict[str, Any]) -> None:
    edited = await edit(ask, card, text="<b>set 2</b>", parse_mode="HTML", reply_markup=BUTTON)
    assert (edited["text"], edited["reply_markup"]) == ("set 2", BUTTON)
    assert edited["edit_date"] >= edited["date"]
    bare = await edit(ask, card, text="set 2")
    assert "reply_markup" not in bare
    assert "entities" not in bare
    assert alex.heard() == [bare]


async def test_the_same_again_is_not_modified(ask: Ask, card: dict[str, Any]) -> None:
    answer = await edit(ask, card, text=" set 1 ", reply_markup=BUTTON)
    assert answer["description"].startswith("Bad Request: message is not modified: specified new message content and")
    assert (await edit(ask, card, text="set 2"))["text"] == "set 2"
    assert "not modified" in (await edit(ask, card, text="set 2"))["description"]


async def test_buttons_alone(ask: Ask, card: dict[str, Any]) -> None:
    place = {"chat_id": card["chat"]["id"], "message_id": card["message_id"]}
    assert "reply_markup" not in await ask("editMessageReplyMarkup", **place)
    refused = await ask("editMessageReplyMarkup", **place, reply_markup={"keyboard": [["x"]]})
    assert refused["description"] == "Bad Request: inline keyboard expected"


@pytest.mark.parametrize(
    ("method", "parameters", "error"),
    [
        ("editMessageText", {"message_id": 1, "text": "x"}, "message to edit not found"),
        ("editMessageCaption", {"caption": "x"}, "there is no caption in the message to edit"),
        ("editMessageText", {"text": ""}, "message text is empty"),
        ("editMessageText", {"text": "x" * 4097}, "message is too long"),
        ("deleteMessage", {"message_id": 1}, "message to delete not found"),
        ("deleteMessage", {"message_id": ""}, "message identifier is not specified"),
        ("deleteMessages", {"message_ids": [1] * 101}, "too many message identifiers specified"),
        ("setMessageReaction", {"message_id": 1}, "message to react not found"),
        ("pinChatMessage", {"message_id": 1}, "message to pin not found"),
    ],
)
async def test_what_cannot_be_changed(
    ask: Ask, card: dict[str, Any], method: str, parameters: dict[str, Any], error: str
) -> None:
    place = {"chat_id": card["chat"]["id"], "message_id": card["message_id"]}
    answer = await ask(method, **{**place, **parameters})
    assert answer["description"] == f"Bad Request: {error}"


async def test_a_persons_message_is_not_the_bots_to_edit(ask: Ask, alex: Person) -> None:
    message = alex.say("mine")
    answer = await ask("editMessageText", chat_id=alex.id, message_id=message["message_id"], text="x")
    assert answer["description"] == "Bad Request: message can't be edited"


async def test_deleting(ask: Ask, alex: Person, card: dict[str, Any], clock: Clock) -> None:
    said = alex.say("delete me")
    assert await ask("deleteMessage", chat_id=alex.id, message_id=said["message_id"]) is True
    again = await ask("deleteMessage", chat_id=alex.id, message_id=said["message_id"])
    assert again["description"] == "Bad Request: message to delete not found"
    clock.pass_(48 * 3600 + 1)
    old = await ask("deleteMessage", chat_id=alex.id, message_id=card["message_id"])
    assert old["description"] == "Bad Request: message can't be deleted"
    assert await ask("deleteMessages", chat_id=alex.id, message_ids=[card["message_id"], 5]) is True
    assert alex.heard() == [card]


async def test_in_a_group_only_its_own_messages_go(ask: Ask, telegram: LocalTelegram, alex: Person) -> None:
    group = telegram.world.add_chat({"type": "group", "title": "Gym"}, {alex.id})
    said = alex.say("/stay", chat=group.id)
    answer = await ask("deleteMessage", chat_id=group.id, message_id=said["message_id"])
    assert answer["description"] == "Bad Request: message can't be deleted"


async def test_copy_and_forward(ask: Ask, alex: Person, card: dict[str, Any]) -> None:
    source = {"chat_id": alex.id, "from_chat_id": alex.id, "message_id": card["message_id"]}
    forwarded = await ask("forwardMessage", **source)
    assert forwarded["forward_origin"]["type"] == "user"
    copied = await ask("copyMessage", **source)
    assert alex.chat.messages[copied["message_id"]]["text"] == "set 1"
