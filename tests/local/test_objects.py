"""Are its objects complete? Both client libraries must read every one of them and find no field they do not know."""

from collections.abc import Iterator
from typing import Any

import pytest
from aiogram.types import Update as AiogramUpdate
from pydantic import BaseModel
from telegram import TelegramObject, Update

from bot.local import LocalTelegram, Person
from bot.local.parameters import Upload
from tests.local.conftest import Ask
from tests.local.methods.test_media import png


def everything_a_person_does(alex: Person, card: int, group: int, channel: int) -> None:
    said = alex.say("/log 3x8 💪 @coach https://example.org")
    alex.say("again", reply_to=said["message_id"])
    alex.edit(said["message_id"], "/log 3x9")
    alex.forward("from Robin")
    alex.send_location(52.52, 13.405)
    for kind in ("document", "sticker", "voice", "video", "audio", "animation", "video_note"):
        alex.send_file(kind, Upload(f"{kind}.bin", "", b"x"))
    alex.send_file("photo", Upload("p.png", "image/png", png()), caption="look #back")
    alex.send({"contact": {"phone_number": "+1", "first_name": "Robin"}})
    alex.send({"dice": {"emoji": "🎲", "value": 3}})
    alex.tap(card, "x")
    alex.tap(card, "forged", forged=True)
    alex.ask_inline("row")
    alex.say("/workout", chat=group)
    posted = alex.say("news", chat=channel)
    alex.edit(posted["message_id"], "old news", chat=channel)
    alex.block()
    alex.block(False)


def unknown_to_ptb(found: object, path: str) -> Iterator[str]:
    if isinstance(found, TelegramObject):
        yield from (f"{path}.{name}" for name in found.api_kwargs)
        for name in found.to_dict(recursive=False):
            yield from unknown_to_ptb(getattr(found, name, None), f"{path}.{name}")
    elif isinstance(found, list | tuple):
        for each in found:
            yield from unknown_to_ptb(each, path)


def unknown_to_aiogram(found: object, path: str) -> Iterator[str]:
    if isinstance(found, BaseModel):
        yield from (f"{path}.{name}" for name in found.model_extra or {})
        for name in type(found).model_fields:
            yield from unknown_to_aiogram(getattr(found, name), f"{path}.{name}")
    elif isinstance(found, list | tuple):
        for each in found:
            yield from unknown_to_aiogram(each, path)


@pytest.fixture
async def updates(ask: Ask, telegram: LocalTelegram, alex: Person) -> list[dict[str, Any]]:
    markup = {
        "inline_keyboard": [[{"text": "x", "callback_data": "x"}, {"text": "site", "url": "https://example.org"}]]
    }
    card = await ask("sendMessage", chat_id=alex.id, text="<b>x</b>", parse_mode="HTML", reply_markup=markup)
    group = telegram.world.add_chat({"type": "group", "title": "Gym"}, {alex.id})
    channel = telegram.world.add_chat({"type": "channel", "title": "News", "username": "news"}, {alex.id})
    everything_a_person_does(alex, card["message_id"], group.id, channel.id)
    found: list[dict[str, Any]] = await ask("getUpdates")
    return found


# python-telegram-bot announces that durations will become timedeltas whenever one is looked at.
@pytest.mark.filterwarnings("ignore:Deprecated since version v22.2:telegram.warnings.PTBDeprecationWarning")
async def test_every_update_is_read_in_full(updates: list[dict[str, Any]]) -> None:
    assert len(updates) == 23
    unknown: list[str] = []
    for update in updates:
        kind = next(name for name in update if name != "update_id")
        parsed = Update.de_json(update, None)
        assert getattr(parsed, kind) is not None
        unknown += unknown_to_ptb(parsed, f"telegram {kind}")
        unknown += unknown_to_aiogram(AiogramUpdate.model_validate(update), f"aiogram {kind}")
    assert unknown == []


async def test_numbers_go_up_by_one(updates: list[dict[str, Any]]) -> None:
    numbers = [update["update_id"] for update in updates]
    assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))


async def test_a_channel_post_has_no_sender(updates: list[dict[str, Any]]) -> None:
    (post,) = [update["channel_post"] for update in updates if "channel_post" in update]
    assert "from" not in post
    assert post["sender_chat"] == post["chat"]
