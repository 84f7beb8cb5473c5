"""What can a bot change afterwards? Its own messages' text, caption, buttons and picture; and what it may delete."""

from typing import Any

from bot.local import limits
from bot.local.chats import GROUPS, Chat
from bot.local.errors import Json, bad_request
from bot.local.keyboards import read_markup
from bot.local.methods.content import caption_content, place_of_caption, text_content
from bot.local.methods.media import media_content
from bot.local.parameters import Parameters, as_integer
from bot.local.world import World

_EDITABLE_MEDIA = ("photo", "document", "video", "audio", "animation")
_CAPTION = ("caption", "caption_entities", "show_caption_above_media")


def edit_message_text(world: World, parameters: Parameters) -> Json:
    content = text_content(parameters)
    chat, message = _own_message(world, parameters)
    if "text" not in message:
        raise bad_request("there is no text in the message to edit")
    return _change(world, chat, message, parameters, ("text", "entities"), content)


def edit_message_caption(world: World, parameters: Parameters) -> Json:
    content = caption_content(parameters)
    chat, message = _own_message(world, parameters)
    kind = next((kind for kind in (*_EDITABLE_MEDIA, "voice") if kind in message), None)
    if kind is None:
        raise bad_request("there is no caption in the message to edit")
    content |= place_of_caption(parameters, kind)
    return _change(world, chat, message, parameters, _CAPTION, content)


def edit_message_reply_markup(world: World, parameters: Parameters) -> Json:
    chat, message = _own_message(world, parameters)
    return _change(world, chat, message, parameters, (), {})


def edit_message_media(world: World, parameters: Parameters) -> Json:
    item = parameters.structure("media", "input media")
    chat, message = _own_message(world, parameters)
    content = media_content(world, parameters, item, _EDITABLE_MEDIA)
    return _change(world, chat, message, parameters, ("text", "entities", *_CAPTION, *_EDITABLE_MEDIA), content)


def _own_message(world: World, parameters: Parameters) -> tuple[Chat, Json]:
    if not parameters.has("chat_id") and parameters.has("inline_message_id"):
        raise bad_request("MESSAGE_ID_INVALID")  # no message was ever sent inline here
    chat = world.chat_for_sending(parameters.text("chat_id"))
    message = chat.messages.get(parameters.integer("message_id"))
    if message is None:
        raise bad_request("message to edit not found")
    if message.get("from", {}).get("id") != world.user["id"] and "sender_chat" not in message:
        raise bad_request("message can't be edited")
    if "forward_origin" in message:
        raise bad_request("message can't be edited")
    return chat, message


def _change(
    world: World, chat: Chat, message: Json, parameters: Parameters, replaced: tuple[str, ...], content: Json
) -> Json:
    """The message with some fields replaced; its keyboard goes unless the call brings one."""
    markup = read_markup(parameters)
    if markup.reply is not None:
        raise bad_request("inline keyboard expected")
    gone = {*replaced, "reply_markup", "edit_date"}
    changed = {name: value for name, value in message.items() if name not in gone} | content
    if markup.inline is not None:
        changed["reply_markup"] = markup.inline
    if changed == {name: value for name, value in message.items() if name != "edit_date"}:
        raise bad_request(
            "message is not modified: specified new message content and reply markup are exactly the same as a "
            "current content and reply markup of the message"
        )
    world.flood.check(chat.id, group=chat.kind in GROUPS)
    changed["edit_date"] = int(world.now())
    return world.replace(chat, changed)


def delete_message(world: World, parameters: Parameters) -> bool:
    chat = world.chat_for_sending(parameters.text("chat_id"))
    number = parameters.integer("message_id")
    if not number:
        raise bad_request("message identifier is not specified")
    if number not in chat.messages:
        raise bad_request("message to delete not found")
    if not _deletable(world, chat, chat.messages[number]):
        raise bad_request("message can't be deleted")
    world.remove(chat, number)
    return True


def delete_messages(world: World, parameters: Parameters) -> bool:
    """Delete many; those that are gone or may not be deleted are skipped, as Telegram does."""
    chat = world.chat_for_sending(parameters.text("chat_id"))
    numbers: Any = parameters.structure("message_ids", "message_ids")
    if not isinstance(numbers, list):
        raise bad_request("expected an Array of message identifiers")
    if len(numbers) > limits.DELETED_AT_ONCE:
        raise bad_request("too many message identifiers specified")
    if not all(isinstance(number, int | str) for number in numbers):
        raise bad_request("message identifier must be a Number")
    for number in map(as_integer, numbers):
        if number in chat.messages and _deletable(world, chat, chat.messages[number]):
            world.remove(chat, number)
    return True


def _deletable(world: World, chat: Chat, message: Json) -> bool:
    own = message.get("from", {}).get("id") == world.user["id"]
    recent = world.now() - message["date"] <= limits.DELETABLE_SECONDS
    return bool(recent and (own or chat.kind in ("private", "channel")))


def set_message_reaction(world: World, parameters: Parameters) -> bool:
    chat = world.chat_for_sending(parameters.text("chat_id"))
    number = parameters.integer("message_id")
    if number not in chat.messages:
        raise bad_request("message to react not found")
    reactions = parameters.structure("reaction", "reaction types") or []
    if not isinstance(reactions, list):
        raise bad_request("expected an Array of ReactionType")
    if len(reactions) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    world.publish({"type": "reaction", "chat": chat.id, "message_id": number, "reaction": reactions})
    return True


def pin_chat_message(world: World, parameters: Parameters) -> bool:
    chat = world.chat_for_sending(parameters.text("chat_id"))
    number = parameters.integer("message_id")
    if number not in chat.messages:
        raise bad_request("message to pin not found")
    return _pin(world, chat, number)


def unpin_chat_message(world: World, parameters: Parameters) -> bool:
    chat = world.chat_for_sending(parameters.text("chat_id"))
    if chat.pinned is None:
        raise bad_request("message to unpin not found")
    return _pin(world, chat, None)


def unpin_all_chat_messages(world: World, parameters: Parameters) -> bool:
    return _pin(world, world.chat_for_sending(parameters.text("chat_id")), None)


def _pin(world: World, chat: Chat, number: int | None) -> bool:
    chat.pinned = number
    world.publish({"type": "pinned", "chat": chat.id, "message_id": number})
    return True
