"""What can a bot say? Texts, places, copies and forwards, and that it is typing."""

from bot.local import limits
from bot.local.errors import Json, bad_request
from bot.local.methods.content import caption_content, send, text_content
from bot.local.parameters import Parameters
from bot.local.world import World

_ACTIONS = frozenset(
    f"{verb}_{what}" for verb in ("record", "upload") for what in ("video", "voice", "audio", "video_note")
) | {"typing", "upload_photo", "upload_document", "find_location", "choose_sticker"}
_NOT_COPIED = ("message_id", "from", "sender_chat", "chat", "date", "edit_date", "reply_to_message", "reply_markup")


def send_message(world: World, parameters: Parameters) -> Json:
    chat = world.chat_for_sending(parameters.text("chat_id"))
    return send(world, parameters, text_content(parameters), chat)


def send_location(world: World, parameters: Parameters) -> Json:
    return send(world, parameters, {"location": place(parameters)})


def place(parameters: Parameters) -> Json:
    """Latitude and longitude of a call, within the globe."""
    found = {}
    for name, most in (("latitude", 90), ("longitude", 180)):
        if not parameters.text(name):
            raise bad_request(f"{name} is empty")
        try:
            found[name] = float(parameters.text(name))
        except ValueError as wrong:
            raise bad_request(f"{name} must be a Number") from wrong
        if not -most <= found[name] <= most:
            raise bad_request("wrong location specified")
    return found


def send_chat_action(world: World, parameters: Parameters) -> bool:
    chat = world.chat_for_sending(parameters.text("chat_id"))
    action = parameters.text("action").lower()
    if action not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    seconds = limits.CHAT_ACTION_SECONDS
    world.publish({"type": "action", "chat": chat.id, "action": action, "seconds": seconds})
    return True


def forward_message(world: World, parameters: Parameters) -> Json:
    chat = world.chat_for_sending(parameters.text("chat_id"))
    original = _original(world, parameters, "message to forward not found")
    author = original.get("from")
    origin: Json = {"date": original["date"]}
    if author is None:
        origin |= {"type": "channel", "chat": original["chat"], "message_id": original["message_id"]}
    else:
        origin |= {"type": "user", "sender_user": author}
    content = {name: value for name, value in original.items() if name not in _NOT_COPIED}
    return send(world, Parameters(), {**content, "forward_origin": origin}, chat)


def copy_message(world: World, parameters: Parameters) -> Json:
    chat = world.chat_for_sending(parameters.text("chat_id"))
    original = _original(world, parameters, "message to copy not found")
    content = {name: value for name, value in original.items() if name not in (*_NOT_COPIED, "forward_origin")}
    if parameters.has("caption") and "text" not in content:
        content.pop("caption", None)
        content.pop("caption_entities", None)
        content |= caption_content(parameters)
    return {"message_id": send(world, parameters, content, chat)["message_id"]}


def _original(world: World, parameters: Parameters, missing: str) -> Json:
    source = world.chat(parameters.text("from_chat_id"))
    message = source.messages.get(parameters.integer("message_id"))
    if message is None:
        raise bad_request(missing)
    return message
