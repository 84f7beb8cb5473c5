"""What goes into a message? Reads text, captions, replies and options that many methods share."""

import logging

from bot.local import limits
from bot.local.chats import GROUPS, Chat
from bot.local.entities import Formatted, finished, from_entities
from bot.local.errors import Json, bad_request
from bot.local.html import parse_html
from bot.local.keyboards import Markup, read_markup
from bot.local.parameters import Parameters, as_integer
from bot.local.world import World

_SEEN = ("photo", "video", "animation")
_LOG = logging.getLogger(__name__)


def text_content(parameters: Parameters) -> Json:
    """The `text` of a call as a message holds it."""
    formatted = _formatted(parameters.text("text"), parameters, "entities")
    if not formatted.text:
        raise bad_request("message text is empty")
    if len(formatted.text) > limits.TEXT:
        raise bad_request("message is too long")
    return as_fields(formatted, "text", "entities")


def caption_content(parameters: Parameters) -> Json:
    """The `caption` of a call; none is fine."""
    formatted = _formatted(parameters.text("caption"), parameters, "caption_entities")
    if not formatted.text:
        return {}
    if len(formatted.text) > limits.CAPTION:
        raise bad_request("message caption is too long")
    return as_fields(formatted, "caption", "caption_entities")


def place_of_caption(parameters: Parameters, kind: str) -> Json:
    """Above what is seen, where a call says so; below is the usual, and the only one for what is not seen."""
    above = kind in _SEEN and parameters.flag("show_caption_above_media")
    return {"show_caption_above_media": True} if above else {}


def as_fields(formatted: Formatted, text: str, entities: str) -> Json:
    """A formatted text under the names a message has for it."""
    if not formatted.entities:
        return {text: formatted.text}
    return {text: formatted.text, entities: formatted.entities}


def _formatted(source: str, parameters: Parameters, entities_name: str) -> Formatted:
    if len(source) > limits.TEXT and len(source.encode()) > limits.RAW_TEXT_BYTES:
        raise bad_request("text is too long")
    mode = parameters.text("parse_mode").lower()
    if mode == "html":
        return finished(parse_html(source))
    if mode not in ("", "none"):
        _LOG.error("parse_mode %r is not implemented here, only HTML is", mode)
        raise bad_request("unsupported parse_mode")
    given = parameters.structure(entities_name, "entities")
    return finished(from_entities(source, given) if given else Formatted(source))


def send(world: World, parameters: Parameters, content: Json, chat: Chat | None = None) -> Json:
    """Post a bot's message: may it, does it answer another, what keyboard does it bring?"""
    chat = chat or world.chat_for_sending(parameters.text("chat_id"))
    markup = read_markup(parameters)
    reply = _replied(parameters, chat)
    world.flood.check(chat.id, group=chat.kind in GROUPS, paid=parameters.flag("allow_paid_broadcast"))
    if reply is not None:
        content = {"reply_to_message": reply, **content}
    if markup.inline is not None:
        content = {**content, "reply_markup": markup.inline}
    if parameters.flag("protect_content"):
        content = {**content, "has_protected_content": True}
    show_reply_keyboard(world, chat, markup)
    return world.post(chat, content, sender=None if chat.kind == "channel" else world.user)


def show_reply_keyboard(world: World, chat: Chat, markup: Markup) -> None:
    """Put up or take away the keyboard under the text field."""
    if markup.reply is None:
        return
    chat.reply_keyboard = markup.reply if "keyboard" in markup.reply else None
    world.publish({"type": "keyboard", "chat": chat.id, "keyboard": chat.reply_keyboard})


def _replied(parameters: Parameters, chat: Chat) -> Json | None:
    given = parameters.structure("reply_parameters", "reply parameters") or {}
    if not isinstance(given, dict):
        raise bad_request("object expected as reply parameters")
    number = as_integer(given.get("message_id"), parameters.integer("reply_to_message_id"))
    if not number:
        return None
    message = chat.messages.get(number)
    if message is None:
        if given.get("allow_sending_without_reply") or parameters.flag("allow_sending_without_reply"):
            return None
        raise bad_request("message to be replied not found")
    return {name: value for name, value in message.items() if name != "reply_to_message"}
