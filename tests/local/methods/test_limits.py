"""Is a bot held to every limit, in Telegram's words?"""

from typing import Any

import pytest

from bot.local import LocalTelegram, Person
from tests.local.conftest import Ask


def buttons(rows: int, columns: int = 1, data: str = "d") -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": "x", "callback_data": data}] * columns for _ in range(rows)]}


ONE = {"text": "x"}
SEND_REFUSED = [
    ({}, "message text is empty"),
    ({"text": " \n "}, "message text is empty"),
    ({"text": "<b></b>", "parse_mode": "HTML"}, "message text is empty"),
    ({"text": "x" * 4097}, "message is too long"),
    ({"text": "x" * 32769}, "text is too long"),
    ({"text": "*x*", "parse_mode": "MarkdownV2"}, "unsupported parse_mode"),
    ({"text": "a<br>", "parse_mode": "html"}, 'can\'t parse entities: Unsupported start tag "br" at byte offset 1'),
    ({**ONE, "reply_markup": buttons(1, data="é" * 33)}, "BUTTON_DATA_INVALID"),
    ({**ONE, "reply_markup": buttons(101)}, "reply markup is too long"),
    ({**ONE, "reply_markup": buttons(1, 9)}, "reply markup is too long"),
    (
        {**ONE, "reply_markup": {"inline_keyboard": [[{"text": "x"}]]}},
        "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ),
    ({**ONE, "reply_markup": {"inline_keyboard": [[{"text": " ", "callback_data": "x"}]]}}, "BUTTON_TEXT_INVALID"),
    (
        {**ONE, "reply_markup": {"inline_keyboard": [[{"text": "x", "callback_data": 8}]]}},
        'can\'t parse inline keyboard button: Field "callback_data" must be of type String',
    ),
    ({**ONE, "reply_markup": "{"}, "can't parse reply keyboard markup JSON object"),
    ({**ONE, "reply_markup": []}, "object expected as reply markup"),
    (
        {**ONE, "reply_markup": {"inline_keyboard": [{"text": "x"}]}},
        'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
    ),
    (
        {**ONE, "reply_markup": {"inline_keyboard": [[{"text": "x", "url": "nowhere"}]]}},
        "inline keyboard button URL 'nowhere' is invalid: Wrong HTTP URL",
    ),
    ({**ONE, "reply_parameters": {"message_id": 1}}, "message to be replied not found"),
]


@pytest.mark.parametrize(("parameters", "error"), SEND_REFUSED)
async def test_send_message_is_refused(ask: Ask, alex: Person, parameters: dict[str, Any], error: str) -> None:
    answer = await ask("sendMessage", chat_id=alex.id, **parameters)
    assert (answer["error_code"], answer["description"]) == (400, f"Bad Request: {error}")
    assert alex.heard() == []


@pytest.mark.parametrize(
    "parameters",
    [
        {"text": "x" * 4096},
        {"text": f"<b>{'é' * 4096}</b>", "parse_mode": "HTML"},
        {"text": "💪" * 4096},
        {**ONE, "reply_markup": buttons(1, data="é" * 32)},
        {**ONE, "reply_markup": buttons(12, 8)},
        {**ONE, "reply_markup": {"remove_keyboard": True}},
        {**ONE, "reply_parameters": {"message_id": 1, "allow_sending_without_reply": True}},
    ],
)
async def test_send_message_is_taken_at_the_limit(ask: Ask, alex: Person, parameters: dict[str, Any]) -> None:
    message = await ask("sendMessage", chat_id=alex.id, **parameters)
    assert message["message_id"] == alex.heard()[-1]["message_id"]


@pytest.mark.parametrize(
    ("chat_id", "code", "error"),
    [
        ("", 400, "Bad Request: chat_id is empty"),
        (99, 400, "Bad Request: chat not found"),
        ("@nobody", 400, "Bad Request: chat not found"),
        (1002, 403, "Forbidden: bot can't initiate conversation with a user"),
    ],
)
async def test_a_chat_that_cannot_be_written_to(ask: Ask, alex: Person, chat_id: object, code: int, error: str) -> None:
    answer = await ask("sendMessage", chat_id=chat_id, text="x")
    assert (answer["error_code"], answer["description"]) == (code, error)


async def test_a_person_who_blocked_the_bot(ask: Ask, alex: Person) -> None:
    alex.block()
    answer = await ask("sendMessage", chat_id=alex.id, text="x")
    assert (answer["error_code"], answer["description"]) == (403, "Forbidden: bot was blocked by the user")


COMMAND = {"command": "log", "description": "Log a set"}


@pytest.mark.parametrize(
    ("commands", "error"),
    [
        ([COMMAND] * 101, "BOT_COMMANDS_TOO_MUCH"),
        ([{**COMMAND, "command": "Log"}], "BOT_COMMAND_INVALID"),
        ([{**COMMAND, "command": "x" * 33}], "BOT_COMMAND_INVALID"),
        ([{**COMMAND, "command": ""}], "command must be non-empty"),
        ([{**COMMAND, "description": " "}], "command description must be non-empty"),
        ([{**COMMAND, "description": "x" * 257}], "command description length must not exceed 256"),
        ([{"command": "x"}], 'can\'t parse BotCommand: field "command" and "description" are required'),
        (["x"], "can't parse BotCommand: expected an Object"),
        ("x", "can't parse commands JSON object"),
    ],
)
async def test_commands_are_refused(ask: Ask, commands: object, error: str) -> None:
    assert (await ask("setMyCommands", commands=commands))["description"] == f"Bad Request: {error}"


async def test_the_menu_is_the_narrowest_that_was_set(ask: Ask, telegram: LocalTelegram) -> None:
    await ask("setMyCommands", commands=[COMMAND])
    await ask("setMyCommands", commands=[{**COMMAND, "command": "mine"}], scope={"type": "chat", "chat_id": 1001})
    assert [each["command"] for each in await ask("getMyCommands")] == ["log"]
    await ask("deleteMyCommands")
    assert await ask("getMyCommands") == []
    assert len(await ask("getMyCommands", scope={"type": "chat", "chat_id": 1001})) == 1


async def test_words_about_itself(ask: Ask) -> None:
    assert await ask("setMyDescription", description="I coach backs.") is True
    assert await ask("getMyDescription", language_code="de") == {"description": "I coach backs."}
    answer = await ask("setMyShortDescription", short_description="x" * 121)
    assert answer["description"] == "Bad Request: BOT_SHORT_DESCRIPTION_TOO_LONG"


async def test_an_answer_to_a_tap_is_short_and_comes_once(ask: Ask, alex: Person) -> None:
    message = await ask("sendMessage", chat_id=alex.id, text="x", reply_markup=buttons(1))
    query = alex.tap(message["message_id"], "x")
    too_long = await ask("answerCallbackQuery", callback_query_id=query.id, text="x" * 201)
    assert too_long["description"] == "Bad Request: MESSAGE_TOO_LONG"
    assert await ask("answerCallbackQuery", callback_query_id=query.id, text="x" * 200) is True
    again = await ask("answerCallbackQuery", callback_query_id=query.id)
    assert again["description"] == ("Bad Request: query is too old and response timeout expired or query ID is invalid")
    assert query.answer == {"text": "x" * 200, "show_alert": False}


async def test_an_unknown_method_is_a_loud_404(ask: Ask, caplog: pytest.LogCaptureFixture) -> None:
    answer = await ask("sendTelepathy", chat_id=1)
    assert (answer["error_code"], answer["description"]) == (404, "Not Found: method not found")
    assert "sendtelepathy" in caplog.text


async def test_method_names_are_read_without_regard_to_case(ask: Ask) -> None:
    assert (await ask("GETME"))["id"] == 42


@pytest.mark.parametrize("action", ["typing", "upload_photo", "dancing"])
async def test_chat_actions(ask: Ask, alex: Person, action: str) -> None:
    answer = await ask("sendChatAction", chat_id=alex.id, action=action)
    refused = "Bad Request: wrong parameter action in request"
    assert answer is True or (action == "dancing" and answer["description"] == refused)
