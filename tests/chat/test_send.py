"""Does each thing said become the one call it needs?"""

import pytest

from bot.chat.buttons.of_session import StartWorkout
from bot.chat.markup import Html, bold, lines
from bot.chat.reply import CARD, Button, Document, Place, Reply, Said, Toast, row, rows
from bot.chat.send import outgoing, to_calls
from bot.services.messages import ChatKind, Incoming, Press, Text
from tests.builders import NOW

TAP = Press("q1", "w", 55)
HELP = rows(row(Button("Help", StartWorkout())))


def update(content: Press | Text) -> Incoming:
    return Incoming(1, 9, ChatKind.PRIVATE, None, NOW, 55, content)


@pytest.mark.parametrize(
    ("said", "press", "method", "screen", "edits"),
    [
        (Reply(Html("hi")), None, "sendMessage", None, False),
        (Reply(Html("hi"), place=Place.PRESSED), TAP, "editMessageText", None, False),
        (Reply(Html("hi"), place=Place.PRESSED), None, "sendMessage", None, False),
        (Reply(Html("hi"), place=Place.SCREEN, screen=CARD), None, "editMessageText", CARD, True),
        (Reply(Html("hi"), place=Place.SCREEN), None, "sendMessage", None, False),
        (Reply(Html("hi"), screen=CARD), TAP, "sendMessage", CARD, False),
        (Toast("kept"), TAP, "answerCallbackQuery", None, False),
        (Document("a.json", b"{}", Html("all")), TAP, "sendDocument", None, False),
    ],
)
def test_the_call(said: Said, press: Press | None, method: str, screen: str | None, edits: bool) -> None:
    call = outgoing(said, 9, press)
    assert (call.method, call.screen, call.edits_screen) == (method, screen, edits)
    assert ("message_id" in call.payload) is (method == "editMessageText" and not edits)


def test_buttons_go_along_and_none_leaves_no_keyboard() -> None:
    assert outgoing(Reply(Html("x"), HELP), 9, None).payload["reply_markup"] == {
        "inline_keyboard": [[{"text": "Help", "callback_data": "w"}]]
    }
    assert "reply_markup" not in outgoing(Reply(Html("x")), 9, None).payload


def test_a_tap_is_always_answered_once() -> None:
    assert [call.method for call in to_calls([Reply(Html("x"))], update(TAP))] == ["answerCallbackQuery", "sendMessage"]
    assert [call.method for call in to_calls([Toast("x")], update(TAP))] == ["answerCallbackQuery"]
    assert [call.method for call in to_calls([], update(TAP))] == ["answerCallbackQuery"]
    assert to_calls([], update(Text("x"))) == []


def test_a_toast_needs_a_tap() -> None:
    with pytest.raises(ValueError, match="answers a tap"):
        outgoing(Toast("x"), 9, None)


def test_a_text_that_is_too_long_is_cut_between_lines() -> None:
    text = str(outgoing(Reply(lines(*(bold("x" * 100) for _ in range(60)))), 9, None).payload["text"])
    assert len(text) <= 4096
    assert text.endswith("</b>\n…")
