"""What can be done from outside? All that a person does, and what only the owner may: faults, clock, feeds."""

import base64
from collections.abc import Callable
from typing import Any

from tornado.httputil import HTTPServerRequest

from bot.local.errors import Json
from bot.local.faults import Fault
from bot.local.parameters import Upload, upload_of
from bot.local.people import Person
from bot.local.world import World

_FLOOD_SETTINGS = (
    "on", "chat_rate", "chat_burst", "group_rate", "group_burst", "overall_rate", "overall_burst",
)  # fmt: skip
Deed = Callable[[World, Json, HTTPServerRequest], Any]


def _person(world: World, given: Json) -> Person:
    number = int(given["person"])
    if number not in world.people:
        raise LookupError(f"there is no person {number}")
    return Person(world, world.people[number])


def _chat(given: Json) -> int | None:
    return int(given["chat"]) if given.get("chat") is not None else None


def people(world: World, given: Json, _: HTTPServerRequest) -> Json:
    """{"first_name", "id"?, "last_name"?, "username"?, "language_code"?}"""
    return world.add_person({"first_name": "Kim", **given})


def chats(world: World, given: Json, _: HTTPServerRequest) -> Json:
    """{"type": "group"|"supergroup"|"channel", "title", "members": [ids]}"""
    members = {int(number) for number in given.pop("members", [])}
    if given.get("type") not in ("group", "supergroup", "channel") or not members <= set(world.people):
        raise ValueError("a chat needs a type (group, supergroup, channel), a title, and members that exist")
    return world.add_chat({"title": "Gym", **given}, members).record


def say(world: World, given: Json, _: HTTPServerRequest) -> Json:
    """{"person", "text", "chat"?, "reply_to"?}"""
    return _person(world, given).say(str(given["text"]), _chat(given), given.get("reply_to"))


def forward(world: World, given: Json, _: HTTPServerRequest) -> Json:
    """{"person", "text", "author"?, "chat"?}"""
    return _person(world, given).forward(str(given["text"]), given.get("author"), _chat(given))


def edit(world: World, given: Json, _: HTTPServerRequest) -> Json:
    """{"person", "message_id", "text", "chat"?}"""
    return _person(world, given).edit(int(given["message_id"]), str(given["text"]), _chat(given))


def delete(world: World, given: Json, _: HTTPServerRequest) -> Json:
    """{"person", "message_id", "chat"?}"""
    _person(world, given).delete(int(given["message_id"]), _chat(given))
    return {}


def tap(world: World, given: Json, _: HTTPServerRequest) -> Json:
    """{"person", "message_id", "button": callback data or words, "chat"?, "forged"?}"""
    forged = bool(given.get("forged"))
    query = _person(world, given).tap(int(given["message_id"]), str(given["button"]), _chat(given), forged=forged)
    return {"query": query.id}


def query(world: World, given: Json, _: HTTPServerRequest) -> Json:
    """{"query"}: how the bot answered a tap, if it did."""
    return {"answer": world.queries[str(given["query"])].answer}


def inline(world: World, given: Json, _: HTTPServerRequest) -> Json:
    """{"person", "text"}: type @bot text."""
    return {"query": _person(world, given).ask_inline(str(given["text"])).id}


def location(world: World, given: Json, _: HTTPServerRequest) -> Json:
    """{"person", "latitude", "longitude", "chat"?}"""
    return _person(world, given).send_location(float(given["latitude"]), float(given["longitude"]), _chat(given))


def file(world: World, given: Json, request: HTTPServerRequest) -> Json:
    """A form with the file as `file`, or {"content": base64, "name"}; and "person", "kind" (photo, document, sticker,
    voice, video, audio), "caption"?, "chat"?"""
    upload = upload_of(request, "file")
    if upload is None:
        body = base64.b64decode(given["content"])
        upload = Upload(str(given.get("name", "file")), str(given.get("content_type", "")), body)
    kind = str(given.get("kind", "document"))
    return _person(world, given).send_file(kind, upload, str(given.get("caption", "")), _chat(given))


def content(world: World, given: Json, _: HTTPServerRequest) -> Json:
    """{"person", "content": {"contact": {...}}, "chat"?}: any other kind of message."""
    return _person(world, given).send(dict(given["content"]), _chat(given))


def block(world: World, given: Json, _: HTTPServerRequest) -> Json:
    """{"person", "blocked"?}"""
    _person(world, given).block(bool(given.get("blocked", True)))
    return {}


def feed(world: World, given: Json, _: HTTPServerRequest) -> Json:
    """{"says": [[person, text], ...]} for many messages at once (who is unknown is made up), or
    {"raw": [update, ...]} for updates exactly as given, malformed ones too. Returns the last update's id."""
    for number, text in given.get("says", []):
        if number not in world.people:
            world.add_person({"id": number, "first_name": f"Person {number}", "language_code": "en"})
        Person(world, world.people[number]).say(text)
    for update in given.get("raw", []):
        world.updates.put_raw(dict(update), 0)
    return {"last_update_id": world.updates.next_id - 1, "pending_updates": len(world.updates.pending)}


def faults(world: World, given: Json, _: HTTPServerRequest) -> list[Json]:
    """{"rules": [{"kind", "method"?, "count"?, "skip"?, "share"?, "chat_id"?, ...}]} adds; {"clear": true} first."""
    rules = [Fault.from_json(rule) for rule in given.get("rules", [])]
    if given.get("clear"):
        world.faults.clear()
    world.faults.rules += rules
    return world.faults.records()


def flood(world: World, given: Json, _: HTTPServerRequest) -> Json:
    """{"on": true, "overall_rate"?, ...}: the model of Telegram's flood limits."""
    for name in _FLOOD_SETTINGS:
        if name in given:
            setattr(world.flood, name, given[name])
    return {name: getattr(world.flood, name) for name in _FLOOD_SETTINGS}


def settings(world: World, given: Json, _: HTTPServerRequest) -> Json:
    """{"clock_offset"?: seconds, "deliveries_lost"?: share of webhook answers lost, "reads_groups"?: bool}"""
    world.clock_offset = float(given.get("clock_offset", world.clock_offset))
    world.deliveries_lost = float(given.get("deliveries_lost", world.deliveries_lost))
    world.reads_groups = bool(given.get("reads_groups", world.reads_groups))
    return {
        "clock_offset": world.clock_offset,
        "deliveries_lost": world.deliveries_lost,
        "reads_groups": world.reads_groups,
    }


DEEDS: dict[str, Deed] = {
    deed.__name__: deed
    for deed in (
        people, chats, say, forward, edit, delete, tap, query, inline, location, file, content, block, feed, faults,
        flood, settings,
    )
}  # fmt: skip
