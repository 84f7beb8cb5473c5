"""How is one call made, and made good when Telegram refuses its form? Returns the message it made, or raises."""

import html
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from telegram.error import BadRequest, ChatMigrated

from bot.delivery.client import MEDIA, PARTS, Client
from bot.services.messages import DELETE, Outgoing

EDIT = "editMessageText"
SEND = "sendMessage"
PHOTO = "sendPhoto"

NOT_MODIFIED = "message is not modified"
MESSAGE_IS_GONE = (
    "message to edit not found",
    "message can't be edited",
    "message_id_invalid",
    "message is not found",
    "no media in the message to edit",
    "no text in the message to edit",  # it is a picture: what should stand in its place comes below it
)
NO_PICTURE = ("image_process_failed", "photo_", "too big for a photo", "request entity too large")
UNREADABLE_MARKUP = ("can't parse entities", "can't parse message text", "entity_bounds_invalid")
ONLY_WHEN_SENT = frozenset(
    {"disable_notification", "protect_content", "reply_parameters", "message_effect_id", "message_thread_id"}
)
TAG = re.compile(r"</?(?:a|b|strong|i|em|s|strike|del|u|ins|tg-spoiler|span|pre|code|blockquote)(?:\s[^<>]*)?>")

MOST_MENDS = 3

Call = tuple[str, dict[str, object]]


@dataclass(frozen=True, slots=True)
class Made:
    """The id of the message that a call made, edited or deleted, and that of the photo on it."""

    message: int | None = None
    photo: str | None = None


async def deliver(client: Client, outgoing: Outgoing, screen_message: int | None) -> Made:
    """Make the call. Raises telegram.error classes."""
    if outgoing.method == DELETE:
        return Made(await _delete(client, outgoing, screen_message))
    method, payload = _shape(outgoing, screen_message)
    for _ in range(MOST_MENDS):
        try:
            return _made(await _call(client, method, payload, outgoing.file))
        except ChatMigrated as moved:
            payload = {**payload, "chat_id": moved.new_chat_id}
        except BadRequest as refusal:
            if NOT_MODIFIED in str(refusal).lower():
                return Made(_number(payload.get("message_id")))
            mended = _mend(method, payload, str(refusal).lower())
            if mended is None:
                raise
            method, payload = mended
    return _made(await _call(client, method, payload, outgoing.file))


async def _delete(client: Client, outgoing: Outgoing, message: int | None) -> int | None:
    """Where there is none, there is nothing to do; one that cannot be deleted (it is gone, or too old) is let be."""
    if message is not None:
        with suppress(BadRequest):
            await client.call(DELETE, {**outgoing.payload, "message_id": message})
    return message


async def _call(client: Client, method: str, payload: Mapping[str, object], file: tuple[str, bytes] | None) -> Any:
    if file is None or method not in PARTS:
        return await client.call(method, payload)
    return await client.send_file(method, payload, file)


def _shape(outgoing: Outgoing, screen_message: int | None) -> Call:
    """An edit of the screen where there is one, else a new message."""
    payload = dict(outgoing.payload)
    if not outgoing.edits_screen:
        return outgoing.method, payload
    if screen_message is None:
        return _as_new(payload)
    kept = {name: value for name, value in payload.items() if name not in ONLY_WHEN_SENT}
    return EDIT, {**kept, "message_id": screen_message}


def _as_new(payload: Mapping[str, object]) -> Call:
    return SEND, {name: value for name, value in payload.items() if name not in {"message_id", "inline_message_id"}}


def _mend(method: str, payload: Mapping[str, object], refusal: str) -> Call | None:
    """The same in a form that Telegram takes, or None."""
    if method == MEDIA and any(words in refusal for words in MESSAGE_IS_GONE):
        return PHOTO, {name: value for name, value in payload.items() if name != "message_id"}
    if method in (PHOTO, MEDIA) and any(words in refusal for words in NO_PICTURE) and payload.get("caption"):
        return _in_words(payload)
    if method == EDIT and any(words in refusal for words in MESSAGE_IS_GONE):
        return _as_new(payload)
    if any(words in refusal for words in UNREADABLE_MARKUP) and "parse_mode" in payload:
        return method, _plain(payload)
    return None


def _in_words(payload: Mapping[str, object]) -> Call:
    """What stands beside a picture that is not taken."""
    words = {name: value for name, value in payload.items() if name not in {"caption", "show_caption_above_media"}}
    return _as_new({**words, "text": payload["caption"]})


def _plain(payload: Mapping[str, object]) -> dict[str, object]:
    """Without markup: better read plainly than not at all."""
    plain = {name: value for name, value in payload.items() if name != "parse_mode"}
    for name in ("text", "caption"):
        words = plain.get(name)
        if isinstance(words, str):
            plain[name] = html.unescape(TAG.sub("", words))
    return plain


def _made(result: Any) -> Made:
    if not isinstance(result, dict):
        return Made()
    sizes = result.get("photo")
    largest = sizes[-1] if isinstance(sizes, list) and sizes else None
    photo = largest.get("file_id") if isinstance(largest, dict) else None
    return Made(_number(result.get("message_id")), photo if isinstance(photo, str) else None)


def _number(value: object) -> int | None:
    return value if type(value) is int else None
