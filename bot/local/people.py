"""What can a person do in a chat with the bot? Write, tap, edit, send files and places, block; updates follow."""

from dataclasses import dataclass
from typing import Any

from bot.local import limits
from bot.local.chats import Chat, Query
from bot.local.entities import Formatted, finished
from bot.local.errors import Json
from bot.local.methods.about_chats import bot_membership
from bot.local.methods.content import as_fields
from bot.local.methods.media import shown
from bot.local.parameters import Upload
from bot.local.world import World


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with Telegram in hand. Every deed names the chat it happens in; without one it is the private chat."""

    world: World
    record: Json

    @property
    def id(self) -> int:
        number: int = self.record["id"]
        return number

    @property
    def chat(self) -> Chat:
        """The private chat with the bot."""
        return self.world.chats[self.id]

    def say(self, text: str, chat: int | None = None, reply_to: int | None = None) -> Json:
        """Write a text; a long one leaves in several messages, as Telegram's apps send it. The last is returned."""
        where = self._where(chat)
        formatted = finished(Formatted(text))
        if not formatted.text:
            raise ValueError("an empty message cannot be sent")
        extra = self._reply(where, reply_to)
        for start in range(0, len(formatted.text), limits.TEXT):
            part = formatted
            if len(formatted.text) > limits.TEXT:
                part = finished(Formatted(formatted.text[start : start + limits.TEXT]))
            message = self._send(where, {**extra, **as_fields(part, "text", "entities")})
        return message

    def forward(self, text: str, author: Json | None = None, chat: int | None = None) -> Json:
        """Pass on what somebody else wrote."""
        author = author or {"id": 777, "is_bot": False, "first_name": "Robin"}
        origin = {"type": "user", "date": int(self.world.now()) - 3600, "sender_user": author}
        content = as_fields(finished(Formatted(text)), "text", "entities")
        return self._send(self._where(chat), {**content, "forward_origin": origin})

    def send_file(self, kind: str, upload: Upload, caption: str = "", chat: int | None = None) -> Json:
        """Send a photo, document, sticker, voice message, ..."""
        where = self._where(chat)
        content = shown(self.world.files.keep(kind, upload))
        if caption:
            content |= as_fields(finished(Formatted(caption)), "caption", "caption_entities")
        return self._send(where, content)

    def send_location(self, latitude: float, longitude: float, chat: int | None = None) -> Json:
        if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
            raise ValueError(f"{latitude}, {longitude} is no place on earth")
        return self._send(self._where(chat), {"location": {"latitude": latitude, "longitude": longitude}})

    def send(self, content: Json, chat: int | None = None) -> Json:
        """Send any other content (a contact, a poll, dice) as Telegram would show it."""
        return self._send(self._where(chat), content)

    def edit(self, message_id: int, text: str, chat: int | None = None) -> Json:
        """Change an own message."""
        where = self._where(chat)
        old = where.messages.get(message_id)
        if old is None or (where.kind != "channel" and old.get("from", {}).get("id") != self.id):
            raise LookupError(f"message {message_id} is not {self.record['first_name']}'s to edit")
        field, entities = ("text", "entities") if "text" in old else ("caption", "caption_entities")
        kept = {name: value for name, value in old.items() if name not in (field, entities)}
        changed = as_fields(finished(Formatted(text)), field, entities)
        message = self.world.replace(where, {**kept, **changed, "edit_date": int(self.world.now())})
        self._tell("edited_message", "edited_channel_post", where, message)
        return message

    def delete(self, message_id: int, chat: int | None = None) -> None:
        """Take a message away; bots are not told."""
        where = self._where(chat)
        if message_id not in where.messages:
            raise LookupError(f"message {message_id} is not in the chat")
        self.world.remove(where, message_id)

    def tap(self, message_id: int, button: str, chat: int | None = None, *, forged: bool = False) -> Query:
        """Tap a button, named by its callback data or its words; only a forged tap presses one that is not there."""
        where = self._where(chat)
        message = where.messages.get(message_id)
        if message is None:
            raise LookupError(f"message {message_id} is not in the chat")
        data = button if forged else _callback_data(message, button)
        query = self.world.ask(self.id, where, message_id, data)
        content = {
            "id": query.id,
            "from": self.record,
            "message": message,
            "chat_instance": str(7_000_000_000_000 + where.id),
            "data": data,
        }
        self.world.updates.put("callback_query", content, where.id)
        self.world.publish(
            {"type": "tap", "chat": where.id, "query": query.id, "person": self.id, "message_id": message_id}
        )
        return query

    def ask_inline(self, text: str, offset: str = "") -> Query:
        """Type @bot and some words into a text field."""
        query = self.world.ask(self.id, self.chat, 0, text)
        content = {"id": query.id, "from": self.record, "query": text, "offset": offset, "chat_type": "sender"}
        self.world.updates.put("inline_query", content, self.id)
        return query

    def block(self, blocked: bool = True) -> None:
        """Block the bot, or let it write again."""
        if self.chat.blocked == blocked:
            return
        old = bot_membership(self.world, self.chat)
        self.chat.blocked = blocked
        change = {
            "chat": self.chat.record,
            "from": self.record,
            "date": int(self.world.now()),
            "old_chat_member": old,
            "new_chat_member": bot_membership(self.world, self.chat),
        }
        self.world.updates.put("my_chat_member", change, self.id)
        self.world.publish({"type": "blocked", "chat": self.id, "blocked": blocked})

    def heard(self, chat: int | None = None) -> list[Json]:
        """What the bot wrote in this chat and still stands there, oldest first."""
        bot = self.world.user["id"]
        return [message for message in self._where(chat).transcript() if message.get("from", {}).get("id") == bot]

    def _where(self, chat: int | None) -> Chat:
        where = self.chat if chat is None else self.world.chats.get(chat)
        if where is None or self.id not in where.members:
            raise LookupError(f"{self.record['first_name']} is not in chat {chat}")
        return where

    def _reply(self, where: Chat, number: int | None) -> Json:
        if number is None:
            return {}
        if number not in where.messages:
            raise LookupError(f"message {number} is not in the chat")
        answered = where.messages[number]
        return {"reply_to_message": {name: answered[name] for name in answered if name != "reply_to_message"}}

    def _send(self, where: Chat, content: Json) -> Json:
        if where.blocked:
            raise ValueError("the bot is blocked in this chat; unblock it first")
        if where.kind == "private":
            where.started = True
        message = self.world.post(where, content, None if where.kind == "channel" else self.record)
        self._tell("message", "channel_post", where, message)
        return message

    def _tell(self, kind: str, channel_kind: str, where: Chat, message: Json) -> None:
        if self.world.hears(where, message):
            self.world.updates.put(channel_kind if where.kind == "channel" else kind, message, where.id)


def _callback_data(message: Json, button: str) -> str:
    rows: list[list[dict[str, Any]]] = message.get("reply_markup", {}).get("inline_keyboard", [])
    pressable = [each for row in rows for each in row if "callback_data" in each]
    for field in ("callback_data", "text"):
        for each in pressable:
            if each[field] == button:
                return str(each["callback_data"])
    there = ", ".join(repr(each["text"]) for each in pressable) or "none"
    raise LookupError(f"message {message['message_id']} has no button {button!r}; there are: {there}")
