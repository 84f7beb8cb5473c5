"""How does a reply become a call of the Bot API? The only builder of payloads."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from bot.chat.markup import length
from bot.chat.reply import Document, Photo, Place, Reply, Rows, Said, SentMap, Toast
from bot.services.messages import DELETE, Incoming, Outgoing, Press, Priority

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
LONGEST_TOAST = 200
MEDIA = "editMessageMedia"


def keyboard(rows: Rows) -> Mapping[str, object]:
    return {
        "inline_keyboard": [[{"text": one.label, "callback_data": one.press.pack()} for one in row] for row in rows]
    }


def message(reply: Reply) -> dict[str, object]:
    payload: dict[str, object] = {
        "text": _fitting(reply.text),
        "parse_mode": "HTML",
        "link_preview_options": {"is_disabled": True},
        "reply_markup": keyboard(reply.rows),
    }
    if not reply.rows:
        del payload["reply_markup"]
    return payload


def _fitting(text: str, most: int = LONGEST_TEXT) -> str:
    """What Telegram takes in one message: whole lines, since no tag goes over the end of one."""
    if len(text) <= most or length(text) <= most:
        return text
    kept = text[: most - 2].rpartition("\n")[0]
    return f"{kept}\n…"


def outgoing(said: Said, chat: int, press: Press | None, priority: Priority = Priority.ANSWER) -> Outgoing:
    """One call for one thing said. `press` is the tap it answers, where it answers one."""
    match said:
        case Toast(text, alert):
            if press is None:
                raise ValueError("a toast answers a tap")
            payload: dict[str, object] = {"callback_query_id": press.query}
            if text:
                payload |= {"text": text[:LONGEST_TOAST], "show_alert": alert}
            return Outgoing(chat, "answerCallbackQuery", payload, best_effort=True)
        case Document(name, content, caption):
            return Outgoing(
                chat, "sendDocument", {"chat_id": chat, "caption": caption, "parse_mode": "HTML"}, file=(name, content)
            )
        case Photo(name, content, caption, rows, place):
            call = photo(chat, (name, content), caption, keyboard(rows) if rows else None, priority)
            return replace(call, method=MEDIA, payload={**call.payload, "message_id": place}) if place else call
        case SentMap(name, file_id, caption, rows, above):
            buttons = keyboard(rows) if rows else None
            return with_map(chat, name, file_id, caption, buttons, priority, above=above)
        case Reply():
            return _reply(said, chat, press, priority)


def photo(
    chat: int,
    file: tuple[str, bytes] | None,
    caption: str,
    buttons: Mapping[str, object] | None,
    priority: Priority = Priority.ANSWER,
) -> Outgoing:
    payload: dict[str, object] = {"chat_id": chat, "caption": _fitting(caption, LONGEST_CAPTION), "parse_mode": "HTML"}
    if buttons:
        payload["reply_markup"] = buttons
    return Outgoing(chat, "sendPhoto", payload, priority, file=file)


def with_map(
    chat: int,
    name: str,
    file: tuple[str, bytes] | str,
    words: str,
    buttons: Mapping[str, object] | None,
    priority: Priority = Priority.ANSWER,
    *,
    above: bool,
) -> Outgoing:
    """`name`: the map's among the pictures that Telegram has; `file`: to be uploaded, or the id it has there. The words
    stand above it; where they do not, the answer went before, and it follows in silence."""
    known = isinstance(file, str)
    call = photo(chat, None if isinstance(file, str) else file, words, buttons, priority)
    more = {"show_caption_above_media": True} if above else {"disable_notification": True}
    return replace(call, payload={**call.payload, **more, **({"photo": file} if known else {})}, picture=name)


def _reply(reply: Reply, chat: int, press: Press | None, priority: Priority) -> Outgoing:
    payload = {"chat_id": chat, **message(reply)}
    if reply.place is Place.PRESSED and press is not None:
        edit = {**payload, "message_id": press.message_id}
        return Outgoing(chat, "editMessageText", edit, priority, screen=reply.screen)
    if reply.place is Place.SCREEN and reply.screen is not None:
        return Outgoing(chat, "editMessageText", payload, priority, screen=reply.screen, edits_screen=True)
    return Outgoing(chat, "sendMessage", payload, priority, screen=reply.screen)


def removal(chat: int, screen: str) -> Outgoing:
    """The message that a chat remembers under a name goes, if it is there."""
    return Outgoing(chat, DELETE, {"chat_id": chat}, screen=screen, edits_screen=True)


def to_calls(said: Iterable[Said], incoming: Incoming) -> list[Outgoing]:
    """The calls for everything said to one update. A tap is always answered, with an empty toast if need be."""
    press = incoming.content if isinstance(incoming.content, Press) else None
    everything = list(said)
    if press is not None and not any(isinstance(one, Toast) for one in everything):
        everything.insert(0, Toast(""))
    return [outgoing(one, incoming.chat, press) for one in everything]
