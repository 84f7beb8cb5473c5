"""Does an independent client believe it? aiogram drives the stand-in and must see Telegram."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiogram import Bot, Dispatcher, F
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramConflictError,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.filters import CommandStart
from aiogram.types import (
    BotCommand,
    BufferedInputFile,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    Message,
)

from bot.local import LocalTelegram, Person
from bot.local.parameters import Upload
from tests.local.methods.test_media import png

KEYS = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Done", callback_data="done:1")]])


class Session(AiohttpSession):
    """Without the quarter of a second it waits for TLS when closed."""

    async def close(self) -> None:
        if self._session:
            await self._session.close()


@pytest.fixture
async def aiogram(telegram: LocalTelegram) -> AsyncIterator[Bot]:
    session = Session(api=TelegramAPIServer.from_base(telegram.url))
    bot = Bot(telegram.token, session=session, default=DefaultBotProperties(parse_mode="HTML"))
    yield bot
    await session.close()


async def test_say_edit_delete(aiogram: Bot, alex: Person) -> None:
    assert (await aiogram.get_me()).username == "local_coach_bot"
    sent = await aiogram.send_message(alex.id, "<b>Row</b> 💪 <i>3x8</i>", reply_markup=KEYS)
    assert sent.html_text == "<b>Row</b> 💪 <i>3x8</i>"
    assert sent.reply_markup
    assert sent.reply_markup.model_dump() == KEYS.model_dump()
    edited = await aiogram.edit_message_text("done", chat_id=alex.id, message_id=sent.message_id)
    assert isinstance(edited, Message)
    assert (edited.text, edited.reply_markup) == ("done", None)
    await aiogram.edit_message_reply_markup(chat_id=alex.id, message_id=sent.message_id, reply_markup=KEYS)
    assert await aiogram.delete_message(alex.id, sent.message_id)
    assert alex.heard() == []


async def test_a_tap_is_answered(aiogram: Bot, alex: Person) -> None:
    sent = await aiogram.send_message(alex.id, "set 1", reply_markup=KEYS)
    query = alex.tap(sent.message_id, "Done")
    (update,) = await aiogram.get_updates()
    assert update.callback_query
    assert update.callback_query.data == "done:1"
    assert await aiogram.answer_callback_query(update.callback_query.id, "kept", show_alert=True)
    assert query.answer == {"text": "kept", "show_alert": True}


async def test_files(aiogram: Bot, alex: Person) -> None:
    photo = await aiogram.send_photo(alex.id, BufferedInputFile(png(40, 30), "week.png"), caption="<b>week</b>")
    assert photo.photo
    assert (photo.photo[0].width, photo.caption) == (40, "week")
    down = await aiogram.download(photo.photo[0])
    assert down
    assert down.read() == png(40, 30)
    pictures: list[Any] = [InputMediaPhoto(media=BufferedInputFile(png(n, n), "a.png")) for n in (5, 6)]
    album = await aiogram.send_media_group(alex.id, pictures)
    assert [message.photo[0].width for message in album if message.photo] == [5, 6]
    alex.send_file("document", Upload("log.csv", "text/csv", b"a,b"), caption="my log")
    (update,) = await aiogram.get_updates()
    assert update.message
    assert update.message.document
    assert update.message.document.file_name == "log.csv"


async def test_the_menu(aiogram: Bot) -> None:
    commands = [BotCommand(command="workout", description="Today's session")]
    assert await aiogram.set_my_commands(commands)
    assert [each.command for each in await aiogram.get_my_commands()] == ["workout"]
    assert await aiogram.set_my_short_description("Backs.")
    assert (await aiogram.get_my_short_description()).short_description == "Backs."
    assert (await aiogram.get_chat_menu_button()).type == "commands"


async def test_what_it_learns_of_chats(aiogram: Bot, telegram: LocalTelegram, alex: Person) -> None:
    assert (await aiogram.get_chat(alex.id)).first_name == "Alex"
    group = telegram.world.add_chat({"type": "supergroup", "title": "Gym"}, {alex.id})
    assert (await aiogram.get_chat_member(group.id, alex.id)).status == "member"
    assert await aiogram.get_chat_member_count(group.id) == 2
    assert (await aiogram.get_chat_administrators(group.id))[0].user.id == alex.id
    assert await aiogram.leave_chat(group.id)
    with pytest.raises(TelegramForbiddenError, match="bot was kicked from the supergroup chat"):
        await aiogram.send_message(group.id, "x")


@pytest.mark.parametrize(
    ("kind", "error"),
    [
        ("400", TelegramBadRequest),
        ("401", TelegramUnauthorizedError),
        ("403", TelegramForbiddenError),
        ("409", TelegramConflictError),
        ("429", TelegramRetryAfter),
        ("500", TelegramServerError),
        ("502", Exception),
        ("bad_json", Exception),
        ("reset_before", TelegramNetworkError),
        ("reset_after", TelegramNetworkError),
        ("truncated", TelegramNetworkError),
        ("timeout", TelegramNetworkError),
        ("timeout_after", TelegramNetworkError),
    ],
)
async def test_every_fault_is_the_error_it_should_be(
    aiogram: Bot, alex: Person, kind: str, error: type[Exception]
) -> None:
    fault = alex.world.faults.add(kind, "send*", count=1, seconds=0.05, retry_after=7)
    with pytest.raises(error) as caught:
        await aiogram.send_message(alex.id, kind)
    if isinstance(caught.value, TelegramRetryAfter):
        assert caught.value.retry_after == 7
    assert len(alex.heard()) == fault.carried_out
    await aiogram.send_message(alex.id, "the rule is used up")


async def test_an_unknown_token_and_an_unknown_method(aiogram: Bot, alex: Person) -> None:
    stranger = Bot("43:stranger", session=aiogram.session)
    with pytest.raises(TelegramUnauthorizedError):
        await stranger.get_me()
    with pytest.raises(TelegramNotFound, match="method not found"):
        await aiogram.send_dice(1)
    with pytest.raises(TelegramAPIError, match="message text is empty"):
        await aiogram.send_message(alex.id, " ")


async def test_its_dispatcher_runs_a_bot_on_it(aiogram: Bot, alex: Person) -> None:
    dispatcher = Dispatcher()

    @dispatcher.message(CommandStart())
    async def start(message: Message) -> None:
        await message.answer("hello", reply_markup=KEYS)

    @dispatcher.callback_query(F.data == "done:1")
    async def done(query: CallbackQuery) -> None:
        await query.answer("ok")

    polling = asyncio.ensure_future(
        dispatcher.start_polling(aiogram, handle_signals=False, close_bot_session=False, polling_timeout=5)
    )
    alex.say("/start")
    (hello,) = await alex.world.until(alex.heard)
    query = alex.tap(hello["message_id"], "Done")
    assert await alex.world.until(lambda: query.answer) == {"text": "ok", "show_alert": False}
    await dispatcher.stop_polling()
    await polling
