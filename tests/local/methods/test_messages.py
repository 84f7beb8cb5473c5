"""Do the smaller methods answer as they should: places, reply keyboards, pins, reactions, inline queries, channels?"""

from typing import Any

import pytest

from bot.local import LocalTelegram, Person
from bot.local.parameters import Upload
from tests.local.conftest import Ask
from tests.local.methods.test_media import png


async def test_a_place(ask: Ask, alex: Person) -> None:
    sent = await ask("sendLocation", chat_id=alex.id, latitude="52.5", longitude=13.4)
    assert sent["location"] == {"latitude": 52.5, "longitude": 13.4}


@pytest.mark.parametrize(
    ("place", "error"),
    [
        ({"latitude": 1}, "longitude is empty"),
        ({"latitude": "north", "longitude": 1}, "latitude must be a Number"),
        ({"latitude": "nan", "longitude": 1}, "wrong location specified"),
        ({"latitude": 1, "longitude": 181}, "wrong location specified"),
    ],
)
async def test_no_place(ask: Ask, alex: Person, place: dict[str, Any], error: str) -> None:
    assert (await ask("sendLocation", chat_id=alex.id, **place))["description"] == f"Bad Request: {error}"


async def test_a_reply_keyboard_comes_and_goes(ask: Ask, alex: Person) -> None:
    keyboard = {"keyboard": [["8", {"text": "Where I am", "request_location": True}]], "one_time_keyboard": True}
    sent = await ask("sendMessage", chat_id=alex.id, text="reps?", reply_markup=keyboard)
    assert "reply_markup" not in sent
    assert alex.chat.reply_keyboard
    assert alex.chat.reply_keyboard["keyboard"][0][0] == {"text": "8"}
    await ask("sendMessage", chat_id=alex.id, text="thanks", reply_markup={"remove_keyboard": True})
    assert alex.chat.reply_keyboard is None


@pytest.mark.parametrize(
    ("keyboard", "error"),
    [
        ([{"text": "x"}], 'field "keyboard" must be an Array of Arrays'),
        ([[7]], "can't parse keyboard button: KeyboardButton must be a String or an Object"),
        ([[{"text": ""}]], 'can\'t parse keyboard button: Field "text" must be of type String'),
    ],
)
async def test_no_reply_keyboard(ask: Ask, alex: Person, keyboard: Any, error: str) -> None:
    answer = await ask("sendMessage", chat_id=alex.id, text="x", reply_markup={"keyboard": keyboard})
    assert answer["description"] == f"Bad Request: {error}"


async def test_pins_and_reactions(ask: Ask, alex: Person) -> None:
    said = alex.say("pin me")
    place = {"chat_id": alex.id, "message_id": said["message_id"]}
    assert (await ask("unpinChatMessage", **place))["description"] == "Bad Request: message to unpin not found"
    assert await ask("pinChatMessage", **place) is True
    assert (await ask("getChat", chat_id=alex.id))["pinned_message"]["text"] == "pin me"
    assert await ask("unpinAllChatMessages", **place) is True
    thumb = {"type": "emoji", "emoji": "👍"}
    assert await ask("setMessageReaction", **place, reaction=[thumb]) is True
    assert (await ask("setMessageReaction", **place, reaction=[thumb] * 2))["description"].endswith(
        "REACTIONS_TOO_MANY"
    )


async def test_inline_queries_are_answered_once(ask: Ask, alex: Person) -> None:
    query = alex.ask_inline("row")
    (update,) = await ask("getUpdates")
    assert update["inline_query"]["query"] == "row"
    results = [{"type": "article", "id": str(number), "title": "Row"} for number in range(51)]
    for refused in (results, results[:1] * 2, [{"id": ""}], "x"):
        answer = await ask("answerInlineQuery", inline_query_id=query.id, results=refused)
        assert answer["error_code"] == 400
    assert await ask("answerInlineQuery", inline_query_id=query.id, results=results[:50]) is True
    assert (await ask("answerInlineQuery", inline_query_id=query.id, results=[]))["error_code"] == 400


async def test_a_copy_takes_a_new_caption_and_a_forward_names_its_channel(
    ask: Ask, telegram: LocalTelegram, alex: Person
) -> None:
    channel = telegram.world.add_chat({"type": "channel", "title": "News", "username": "news"}, {alex.id})
    post = await ask("sendMessage", chat_id="@news", text="hello")
    assert "from" not in post
    forwarded = await ask("forwardMessage", chat_id=alex.id, from_chat_id=channel.id, message_id=post["message_id"])
    assert forwarded["forward_origin"]["chat"]["title"] == "News"
    again = await ask("editMessageText", chat_id=alex.id, message_id=forwarded["message_id"], text="x")
    assert again["description"] == "Bad Request: message can't be edited"
    photo = alex.send_file("photo", Upload("p.png", "", png()), caption="old")
    source = {"chat_id": alex.id, "from_chat_id": alex.id, "message_id": photo["message_id"]}
    copied = await ask("copyMessage", **source, caption="new")
    assert alex.chat.messages[copied["message_id"]]["caption"] == "new"
    assert (await ask("copyMessage", **{**source, "message_id": 1}))["description"].endswith("to copy not found")


async def test_entities_beside_the_text_and_protected_content(ask: Ask, alex: Person) -> None:
    bold = [{"type": "bold", "offset": 2, "length": 3}]
    sent = await ask("sendMessage", chat_id=alex.id, text="  row  ", entities=bold, protect_content=True)
    assert (sent["text"], sent["entities"][0]["offset"], sent["has_protected_content"]) == ("row", 0, True)
    replied = await ask("sendMessage", chat_id=alex.id, text="x", reply_to_message_id=sent["message_id"])
    assert replied["reply_to_message"]["text"] == "row"


async def test_who_is_in_a_chat(ask: Ask, telegram: LocalTelegram, alex: Person) -> None:
    assert (await ask("getChatMember", chat_id=alex.id, user_id=42))["status"] == "member"
    assert (await ask("getChatMember", chat_id=alex.id, user_id=5))["description"].endswith("PARTICIPANT_ID_INVALID")
    alone = await ask("getChatAdministrators", chat_id=alex.id)
    assert alone["description"] == "Bad Request: there are no administrators in the private chat"
    assert (await ask("leaveChat", chat_id=alex.id))["error_code"] == 400
    telegram.world.add_chat({"type": "group", "title": "Gym"}, {alex.id})
    assert await ask("logOut") is True
