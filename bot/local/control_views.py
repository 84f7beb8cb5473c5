"""What can be looked at? The state, a transcript, the bot's calls, and waiting until something is so."""

from collections.abc import Awaitable, Callable
from itertools import islice

from tornado.web import RequestHandler

from bot.local.errors import Json
from bot.local.methods.me import commands_for
from bot.local.world import World

_SHOWN_INLINE = ("image/png", "image/jpeg", "image/gif", "image/webp")


async def state(world: World, arguments: dict[str, str]) -> Json:
    """Bot, people, chats and what the bot set about itself."""
    del arguments
    return {
        "bot": world.user,
        "token": world.token,
        "people": list(world.people.values()),
        "chats": [
            {**chat.record, "members": sorted(chat.members), "blocked": chat.blocked, "messages": len(chat.messages)}
            for chat in islice(world.chats.values(), 1000)
        ],
        "description": world.profile.get("description ", ""),
        "short_description": world.profile.get("short_description ", ""),
        "pending_updates": len(world.updates.pending),
        "listening": world.listening(),
        "webhook": world.webhook.get("url", ""),
        "calls": world.calls_made,
        "done": world.counts,
        "now": world.now(),
    }


async def transcript(world: World, arguments: dict[str, str]) -> Json:
    """?chat=ID[&last=N]: every message that stands there, the keyboard under the text field, the person's menu."""
    chat = world.chats.get(int(arguments["chat"]))
    if chat is None:
        raise LookupError(f"there is no chat {arguments['chat']}")
    messages = chat.transcript()[-int(arguments.get("last", "500")) :]
    person = world.people.get(chat.id)
    return {
        "chat": chat.record,
        "messages": messages,
        "blocked": chat.blocked,
        "keyboard": chat.reply_keyboard,
        "pinned": chat.pinned,
        "commands": commands_for(world, person) if person else [],
        "now": world.now(),
    }


async def calls(world: World, arguments: dict[str, str]) -> Json:
    """?since=N[&method=sendMessage]: the calls the bot made, from the Nth on; `next` is the N for the next time."""
    first = world.calls_made - len(world.calls)
    skipped = max(int(arguments.get("since", "0")) - first, 0)
    wanted = arguments.get("method", "")
    chosen = [call.record() for call in islice(world.calls, skipped, None) if wanted in ("", call.method)]
    return {"next": world.calls_made, "calls": chosen}


async def faults(world: World, arguments: dict[str, str]) -> list[Json]:
    """The fault rules in force."""
    del arguments
    return world.faults.records()


async def wait(world: World, arguments: dict[str, str]) -> Json:
    """?method=sendMessage&count=N[&timeout=S]: until so many calls went well (`send*` counts all that begin so);
    ?idle=1: until no update is pending."""
    seconds = float(arguments.get("timeout", "30"))
    if "idle" in arguments:
        await world.until(lambda: not world.updates.pending, seconds)
    if "count" in arguments:
        method, count = arguments["method"], int(arguments["count"])
        await world.until(lambda: world.done(method) >= count, seconds)
    return {"done": world.counts, "pending_updates": len(world.updates.pending)}


async def message(world: World, arguments: dict[str, str]) -> Json:
    """?chat=ID&after=N[&contains=words][&timeout=S]: the bot's first message there newer than N (edits count too)."""
    chat = world.chats.get(int(arguments["chat"]))
    if chat is None:
        raise LookupError(f"there is no chat {arguments['chat']}")
    after, words = int(arguments.get("after", "0")), arguments.get("contains", "")

    def found() -> Json | None:
        for each in chat.transcript():
            text: str = each.get("text") or each.get("caption") or ""
            if each["message_id"] > after and each.get("from", {}).get("is_bot") and words in text:
                return each
        return None

    result = await world.until(found, float(arguments.get("timeout", "10")))
    return result or {}


def show_file(handler: RequestHandler, world: World) -> None:
    """?id=FILE_ID: the bytes; pictures may be shown, everything else is only saved."""
    stored = world.files.by_id.get(handler.get_query_argument("id", ""))
    if stored is None:
        handler.set_status(404)
        handler.finish({"error": "there is no such file"})
        return
    inline = stored.mime_type in _SHOWN_INLINE
    handler.set_header("Content-Type", stored.mime_type if inline else "application/octet-stream")
    if not inline:
        handler.set_header("Content-Disposition", "attachment")
    handler.set_header("Cache-Control", "private, max-age=3600")
    handler.finish(stored.body)


VIEWS: dict[str, Callable[[World, dict[str, str]], Awaitable[object]]] = {
    "state": state,
    "transcript": transcript,
    "calls": calls,
    "faults": faults,
    "wait": wait,
    "message": message,
}
