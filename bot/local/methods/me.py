"""What can a bot say about itself? Its name, commands, descriptions and menu button."""

import re
from collections.abc import Callable
from typing import Any

import orjson

from bot.local import limits
from bot.local.errors import Json, bad_request
from bot.local.parameters import Parameters
from bot.local.world import World

_COMMAND = re.compile(r"[a-z0-9_]+")
_SCOPES = (
    "default", "all_private_chats", "all_group_chats", "all_chat_administrators", "chat", "chat_administrators",
    "chat_member",
)  # fmt: skip


def get_me(world: World, parameters: Parameters) -> Json:  # noqa: ARG001 - every method is called alike
    return {
        **world.user,
        "can_join_groups": True,
        "can_read_all_group_messages": world.reads_groups,
        "supports_inline_queries": True,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def set_my_commands(world: World, parameters: Parameters) -> bool:
    given = parameters.structure("commands", "commands")
    if not isinstance(given, list):
        raise bad_request("expected an Array of BotCommand")
    if len(given) > limits.COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    world.profile[_commands_key(parameters)] = [_command(each) for each in given]
    world.publish({"type": "commands"})
    return True


def get_my_commands(world: World, parameters: Parameters) -> list[Json]:
    commands: list[Json] = world.profile.get(_commands_key(parameters), [])
    return commands


def delete_my_commands(world: World, parameters: Parameters) -> bool:
    world.profile.pop(_commands_key(parameters), None)
    world.publish({"type": "commands"})
    return True


def commands_for(world: World, person: Json) -> list[Json]:
    """The menu this person sees in the private chat: the narrowest scope wins, their language before any."""
    scopes: list[Json] = [{"type": "chat", "chat_id": person["id"]}, {"type": "all_private_chats"}, {"type": "default"}]
    for scope in scopes:
        for language in (person.get("language_code", ""), ""):
            found: list[Json] | None = world.profile.get(_key(scope, language))
            if found is not None:
                return found
    return []


def _command(given: Any) -> Json:
    match given:
        case {"command": str(name), "description": str(description)}:
            name, description = name.removeprefix("/"), description.strip()
        case dict():
            raise bad_request('can\'t parse BotCommand: field "command" and "description" are required')
        case _:
            raise bad_request("can't parse BotCommand: expected an Object")
    if not name or not description:
        what = "command" if not name else "command description"
        raise bad_request(f"{what} must be non-empty")
    if len(description) > limits.COMMAND_DESCRIPTION:
        raise bad_request(f"command description length must not exceed {limits.COMMAND_DESCRIPTION}")
    if len(name) > limits.COMMAND_NAME or not _COMMAND.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    return {"command": name, "description": description}


def _commands_key(parameters: Parameters) -> str:
    scope = parameters.structure("scope", "BotCommandScope") or {"type": "default"}
    if not isinstance(scope, dict) or scope.get("type") not in _SCOPES:
        raise bad_request("can't parse BotCommandScope: unsupported type specified")
    return _key(scope, parameters.text("language_code"))


def _key(scope: Json, language: str) -> str:
    return f"commands {orjson.dumps(scope, option=orjson.OPT_SORT_KEYS).decode()} {language}"


def set_words(field: str, most: int) -> Callable[[World, Parameters], bool]:
    """The setMyName, setMyDescription, ... that keeps one text."""

    def method(world: World, parameters: Parameters) -> bool:
        text = parameters.text(field)
        if len(text) > most:
            raise bad_request(f"BOT_{field.upper()}_TOO_LONG")
        world.profile[f"{field} {parameters.text('language_code')}"] = text
        world.publish({"type": "profile"})
        return True

    return method


def get_words(field: str) -> Callable[[World, Parameters], Json]:
    def method(world: World, parameters: Parameters) -> Json:
        default = world.user["first_name"] if field == "name" else ""
        for language in (parameters.text("language_code"), ""):
            if found := world.profile.get(f"{field} {language}"):
                return {field: found}
        return {field: default}

    return method


def set_chat_menu_button(world: World, parameters: Parameters) -> bool:
    button = parameters.structure("menu_button", "menu button") or {"type": "default"}
    if not isinstance(button, dict) or button.get("type") not in ("default", "commands", "web_app"):
        raise bad_request("can't parse menu button: MenuButton has unsupported type")
    world.profile[f"menu {parameters.text('chat_id')}"] = button
    return True


def get_chat_menu_button(world: World, parameters: Parameters) -> Json:
    default: Json = world.profile.get("menu ") or {"type": "commands"}
    return world.profile.get(f"menu {parameters.text('chat_id')}") or default


def leave_server(world: World, parameters: Parameters) -> bool:  # noqa: ARG001 - every method is called alike
    """logOut and close: nothing to move on loopback, but the waiting poll ends."""
    world.updates.end_poll("terminated by other getUpdates request; make sure that only one bot instance is running")
    return True
