"""Can a person do only what Telegram's apps allow?"""

import pytest

from bot.local import LocalTelegram, Person
from bot.local.parameters import Upload
from tests.local.conftest import Ask

BUTTONS = {"inline_keyboard": [[{"text": "Done: 8", "callback_data": "d:8"}, {"text": "site", "url": "https://e.org"}]]}


async def test_only_a_button_that_is_there_can_be_tapped(ask: Ask, alex: Person) -> None:
    card = await ask("sendMessage", chat_id=alex.id, text="x", reply_markup=BUTTONS)
    number = card["message_id"]
    assert alex.tap(number, "Done: 8").data == alex.tap(number, "d:8").data == "d:8"
    for gone in ("d:9", "site"):
        with pytest.raises(LookupError, match="there are: 'Done: 8'"):
            alex.tap(number, gone)
    assert alex.tap(number, "d:9", forged=True).data == "d:9"
    await ask("editMessageReplyMarkup", chat_id=alex.id, message_id=number)
    with pytest.raises(LookupError, match="there are: none"):
        alex.tap(number, "d:8")
    with pytest.raises(LookupError, match="not in the chat"):
        alex.tap(1, "d:8")


async def test_a_group_tells_the_bot_only_what_is_for_it(ask: Ask, telegram: LocalTelegram, alex: Person) -> None:
    group = telegram.world.add_chat({"type": "group", "title": "Gym"}, {alex.id})
    mine = await ask("sendMessage", chat_id=group.id, text="hello")
    for text in ("chatter", "/workout", "/workout@other_bot", "/log@local_coach_bot", "hey @local_coach_bot"):
        alex.say(text, chat=group.id)
    alex.say("8", chat=group.id, reply_to=mine["message_id"])
    heard = [update["message"]["text"] for update in await ask("getUpdates")]
    assert heard == ["/workout", "/log@local_coach_bot", "hey @local_coach_bot", "8"]
    telegram.world.reads_groups = True
    alex.say("chatter", chat=group.id)
    assert len(await ask("getUpdates")) == 5
    with pytest.raises(LookupError, match="Sam is not in chat"):
        telegram.person("Sam").say("x", chat=group.id)


async def test_blocking_is_told_and_silences(ask: Ask, alex: Person) -> None:
    alex.block()
    with pytest.raises(ValueError, match="unblock it first"):
        alex.say("x")
    alex.block(False)
    changes = [update["my_chat_member"]["new_chat_member"]["status"] for update in await ask("getUpdates")]
    assert changes == ["kicked", "member"]


async def test_a_long_text_leaves_in_parts(ask: Ask, alex: Person) -> None:
    alex.say("x" * 5000)
    assert [len(update["message"]["text"]) for update in await ask("getUpdates")] == [4096, 904]


def test_what_cannot_be_sent(alex: Person) -> None:
    with pytest.raises(ValueError, match="empty message"):
        alex.say(" \n")
    with pytest.raises(ValueError, match="no place on earth"):
        alex.send_location(91, 0)
    with pytest.raises(LookupError, match="not Alex's to edit"):
        alex.edit(1, "x")
    with pytest.raises(LookupError, match="not in the chat"):
        alex.say("x", reply_to=1)


async def test_a_caption_is_edited_and_a_message_taken_away(ask: Ask, alex: Person) -> None:
    sent = alex.send_file("document", Upload("a.csv", "text/csv", b"a"), caption="old")
    assert alex.edit(sent["message_id"], "new")["caption"] == "new"
    alex.delete(sent["message_id"])
    assert sent["message_id"] not in alex.chat.messages
    assert [set(update) - {"update_id"} for update in await ask("getUpdates")] == [{"message"}, {"edited_message"}]
