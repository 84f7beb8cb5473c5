"""Which buttons may a message carry? Checks inline and reply keyboards as the Bot API does."""

from dataclasses import dataclass
from typing import Any

from bot.local import limits
from bot.local.errors import ApiError, Json, bad_request
from bot.local.parameters import Parameters

_ACTIONS = ("url", "callback_data", "web_app", "login_url", "copy_text", "pay", "callback_game")
_MAY_BE_EMPTY = ("switch_inline_query", "switch_inline_query_current_chat", "switch_inline_query_chosen_chat")


@dataclass(slots=True)
class Markup:
    """A keyboard under a message (inline) or under the text field (everything else)."""

    inline: Json | None = None
    reply: Json | None = None


def read_markup(parameters: Parameters) -> Markup:
    """The checked `reply_markup` of a call."""
    given = parameters.structure("reply_markup", "reply keyboard markup")
    if given is None:
        return Markup()
    if not isinstance(given, dict):
        raise bad_request("object expected as reply markup")
    if given.get("keyboard"):
        return Markup(reply={**given, "keyboard": _reply_rows(given["keyboard"])})
    if given.get("inline_keyboard"):
        rows = _inline_rows(given["inline_keyboard"])
        return Markup(inline={"inline_keyboard": rows} if rows else None)
    if given.get("remove_keyboard") or given.get("force_reply"):
        return Markup(reply=given)
    return Markup()


def _inline_rows(rows: Any) -> list[list[Json]]:
    if not _all_lists(rows):
        raise bad_request('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays')
    checked = [[_inline_button(button) for button in row] for row in rows if row]
    if sum(map(len, checked)) > limits.BUTTONS or any(len(row) > limits.BUTTONS_IN_A_ROW for row in checked):
        raise bad_request("reply markup is too long")
    return checked


def _inline_button(button: Any) -> Json:
    if not isinstance(button, dict):
        raise _broken_inline("InlineKeyboardButton must be an Object")
    if not isinstance(button.get("text"), str):
        raise _broken_inline('Field "text" must be of type String')
    if not button["text"].strip():
        raise bad_request("BUTTON_TEXT_INVALID")
    action = next((name for name in _ACTIONS if button.get(name)), None)
    if action is None and not any(name in button for name in _MAY_BE_EMPTY):
        raise _broken_inline("Text buttons are unallowed in the inline keyboard")
    if action in ("url", "callback_data") and not isinstance(button[action], str):
        raise _broken_inline(f'Field "{action}" must be of type String')
    if action == "callback_data" and len(button[action].encode()) > limits.CALLBACK_DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    if action == "url" and "." not in button[action] and not button[action].startswith("tg://"):
        raise bad_request(f"inline keyboard button URL '{button[action]}' is invalid: Wrong HTTP URL")
    return {name: value for name, value in button.items() if value is not None}


def _reply_rows(rows: Any) -> list[list[Json]]:
    if not _all_lists(rows):
        raise bad_request('field "keyboard" must be an Array of Arrays')
    return [[_reply_button(button) for button in row] for row in rows if row]


def _reply_button(button: Any) -> Json:
    if isinstance(button, str):
        button = {"text": button}
    if not isinstance(button, dict):
        raise bad_request("can't parse keyboard button: KeyboardButton must be a String or an Object")
    if not isinstance(button.get("text"), str) or not button["text"].strip():
        raise bad_request('can\'t parse keyboard button: Field "text" must be of type String')
    return button


def _all_lists(rows: Any) -> bool:
    return isinstance(rows, list) and all(isinstance(row, list) for row in rows)


def _broken_inline(what: str) -> ApiError:
    return bad_request(f"can't parse inline keyboard button: {what}")
