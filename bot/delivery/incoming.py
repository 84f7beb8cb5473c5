"""What did a person send? Telegram's update, as JSON came, read into plain data."""

from datetime import datetime
from typing import Any

import orjson
from telegram import CallbackQuery, Chat, ChatMember, ChatMemberUpdated, Message, Update, User

from bot.delivery.content import read_content
from bot.delivery.intake import LARGEST
from bot.delivery.quick import read_quickly, written_at
from bot.services.messages import ChatKind, Incoming, Membership, Person, Press

ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")
"""What Telegram is asked for. Channel posts are not: a coach has no business in a channel."""

READ = frozenset({*ALLOWED_UPDATES, "channel_post", "edited_channel_post"})

UNREAD = frozenset(
    {"entities", "caption_entities", "reply_to_message", "external_reply", "quote", "reply_markup", "pinned_message"}
)
OF_A_PRESSED_MESSAGE = frozenset({"message_id", "date", "chat"})

KINDS = {
    Chat.PRIVATE: ChatKind.PRIVATE,
    Chat.GROUP: ChatKind.GROUP,
    Chat.SUPERGROUP: ChatKind.GROUP,
    Chat.CHANNEL: ChatKind.CHANNEL,
}


class MalformedUpdate(Exception):
    """An update that cannot be read: it becomes a dead letter alone."""


def read_body(body: bytes, received_at: datetime) -> Incoming | None:
    """An accepted row. None for what is ignored on purpose; MalformedUpdate for all that has no sense."""
    try:
        raw = orjson.loads(body)
        if "update_id" in raw and READ.isdisjoint(raw):
            return None  # not even parsed: the library refuses what is older or newer than itself
        return read_quickly(raw, received_at) or read_update(Update.de_json(_lean(raw), None), received_at)
    except MalformedUpdate:
        raise
    # The border to whatever comes over the wire: the library raises what its code happens to trip over.
    except Exception as fault:
        raise MalformedUpdate(type(fault).__name__) from fault


def _lean(raw: dict[str, Any]) -> dict[str, Any]:
    """Without what nobody here looks at: the library builds an object of each entity and each button of a card."""
    lean = dict(raw)
    for name in READ.intersection(raw):
        value = dict(raw[name])
        if name == "callback_query" and isinstance(value.get("message"), dict):
            value["message"] = {key: part for key, part in value["message"].items() if key in OF_A_PRESSED_MESSAGE}
        lean[name] = {key: part for key, part in value.items() if key not in UNREAD}
    return lean


def read_update(update: Update, received_at: datetime) -> Incoming | None:
    """An update as plain data, or None for a kind that is ignored on purpose."""
    if update.callback_query is not None:
        return _press(update, update.callback_query, received_at)
    if update.my_chat_member is not None:
        return _membership(update, update.my_chat_member, received_at)
    message = update.message or update.channel_post
    if message is not None:
        return _message(update, message, received_at, edited=False)
    message = update.edited_message or update.edited_channel_post
    if message is not None:
        return _message(update, message, received_at, edited=True)
    return None


def _message(update: Update, message: Message, received_at: datetime, *, edited: bool) -> Incoming | None:
    content = read_content(message, edited=edited)
    if content is None:
        return None
    return Incoming(
        update=_number(update.update_id),
        chat=_number(message.chat.id),
        kind=_kind(message.chat),
        person=_person(message.from_user),
        at=written_at(message.date, received_at),
        message_id=_number(message.message_id),
        content=content,
    )


def _press(update: Update, query: CallbackQuery, received_at: datetime) -> Incoming | None:
    message = query.message
    if message is None:
        return None  # a button of an inline message: the coach makes none
    number = _number(message.message_id)
    return Incoming(
        update=_number(update.update_id),
        chat=_number(message.chat.id),
        kind=_kind(message.chat),
        person=_person(query.from_user),
        at=received_at,
        message_id=number,
        content=Press(query=_words(query.id), data=_words(query.data or ""), message_id=number),
    )


def _membership(update: Update, change: ChatMemberUpdated, received_at: datetime) -> Incoming | None:
    if change.chat.type != Chat.PRIVATE:
        return None
    here = change.new_chat_member.status not in {ChatMember.BANNED, ChatMember.LEFT}
    return Incoming(
        update=_number(update.update_id),
        chat=_number(change.chat.id),
        kind=ChatKind.PRIVATE,
        person=_person(change.from_user),
        at=received_at,
        message_id=None,
        content=Membership(here=here),
    )


def _kind(chat: Chat) -> ChatKind:
    try:
        return KINDS[chat.type]
    except KeyError:
        raise MalformedUpdate("unknown kind of chat") from None


def _person(user: User | None) -> Person | None:
    if user is None:
        return None
    return Person(id=_number(user.id), name=_words(user.first_name), language=user.language_code)


def _number(value: object) -> int:
    if type(value) is not int:
        raise MalformedUpdate("a number is not a number")
    if abs(value) > LARGEST:
        raise MalformedUpdate("a number is larger than any that is given out")
    return value


def _words(value: object) -> str:
    if not isinstance(value, str):
        raise MalformedUpdate("a text is not a text")
    return value
