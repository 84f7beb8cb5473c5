"""What can a bot learn about a chat and who is in it?"""

from bot.local.chats import Chat
from bot.local.errors import Json, bad_request
from bot.local.parameters import Parameters
from bot.local.world import World

_NO_GIFTS = {
    "unlimited_gifts": False,
    "limited_gifts": False,
    "unique_gifts": False,
    "premium_subscription": False,
    "gifts_from_channels": False,
}


def get_chat(world: World, parameters: Parameters) -> Json:
    chat = world.chat(parameters.text("chat_id"))
    info = {**chat.record, "accent_color_id": chat.id % 7, "max_reaction_count": 11, "accepted_gift_types": _NO_GIFTS}
    if chat.pinned in chat.messages:
        info["pinned_message"] = chat.messages[chat.pinned]
    return info


def get_chat_member(world: World, parameters: Parameters) -> Json:
    chat = world.chat(parameters.text("chat_id"))
    number = parameters.integer("user_id")
    if number == world.user["id"]:
        return bot_membership(world, chat)
    if number not in world.people:
        raise bad_request("PARTICIPANT_ID_INVALID")
    return {"user": world.people[number], "status": "member" if number in chat.members else "left"}


def bot_membership(world: World, chat: Chat) -> Json:
    """The bot as a member of this chat: thrown out where it is blocked."""
    if chat.blocked:
        return {"user": world.user, "status": "kicked", "until_date": 0}
    return {"user": world.user, "status": "member"}


def get_chat_member_count(world: World, parameters: Parameters) -> int:
    return len(world.chat(parameters.text("chat_id")).members) + 1


def get_chat_administrators(world: World, parameters: Parameters) -> list[Json]:
    chat = world.chat(parameters.text("chat_id"))
    if chat.kind == "private":
        raise bad_request("there are no administrators in the private chat")
    owner = min(chat.members, default=0)
    return [{"user": world.people[owner], "status": "creator", "is_anonymous": False}] if owner else []


def leave_chat(world: World, parameters: Parameters) -> bool:
    chat = world.chat_for_sending(parameters.text("chat_id"))
    if chat.kind == "private":
        raise bad_request("chat not found")
    chat.blocked = True
    return True
