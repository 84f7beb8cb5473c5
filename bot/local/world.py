"""What is true in Telegram for one bot? Its people, chats, messages, files, taps and everything it called."""

import asyncio
import secrets
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from bot.local import limits
from bot.local.chats import GROUPS, Chat, Query
from bot.local.errors import Json, bad_request, forbidden
from bot.local.faults import Faults
from bot.local.files import Files
from bot.local.flood import Flood
from bot.local.updates import UpdateQueue

Found = TypeVar("Found")
_CALLS_KEPT = 50_000
# Telegram's numbers grow for ever. Starting from the clock keeps ours growing over restarts too, so a bot that
# remembers update and message ids never meets one twice.
_BETWEEN_POLLS = 5  # seconds a bot may be busy with a batch before it counts as gone
_NUMBERS_BEGIN = 1_735_689_600  # 2025-01-01


@dataclass(slots=True)
class Call:
    """One request of the bot and how it ended."""

    method: str
    parameters: Json
    at: float
    status: int = 0  # 0: never answered
    description: str = ""
    fault: str = ""

    def record(self) -> Json:
        """The call as JSON for tests in other processes."""
        return {
            "method": self.method,
            "parameters": self.parameters,
            "at": self.at,
            "status": self.status,
            "description": self.description,
            "fault": self.fault,
        }


class World:
    """Everything Telegram knows about one bot."""

    def __init__(self, token: str, clock: Callable[[], float], *, name: str = "Coach", username: str = "") -> None:
        self.token = token
        self.clock_offset = 0.0
        self._clock = clock
        self.user: Json = {
            "id": int(token.partition(":")[0]),
            "is_bot": True,
            "first_name": name,
            "username": username or "local_coach_bot",
        }
        started = max(int(clock()) - _NUMBERS_BEGIN, 1)
        self.updates = UpdateQueue(self.now, next_id=10 * started)
        self.updates.on_moved = lambda: self.publish({"type": "moved"})
        self.people: dict[int, Json] = {}
        self.chats: dict[int, Chat] = {}
        self.files = Files()
        self.queries: dict[str, Query] = {}
        self.profile: Json = {}  # commands, descriptions, menu button: what the bot set about itself
        self.calls: deque[Call] = deque(maxlen=_CALLS_KEPT)
        self.calls_made = 0
        self.counts: dict[str, int] = {}  # calls that went well, by method
        self.faults = Faults()
        self.flood = Flood(self.now)
        self.reads_groups = False
        self.deliveries_lost = 0.0  # share of the webhook's 200 answers that never arrive
        self.webhook: Json = {}
        self._next_message = 10 * started
        self._changed: asyncio.Future[None] | None = None
        self._listeners: set[Callable[[Json], None]] = set()

    # Time and numbers

    def now(self) -> float:
        return self._clock() + self.clock_offset

    def next_message_id(self) -> int:
        self._next_message += 1
        return self._next_message

    def listening(self) -> bool:
        """Is a bot there to hear what people say?"""
        return bool(self.webhook) or self.updates.polled or self.now() - self.updates.polled_at < _BETWEEN_POLLS

    # People and chats

    def add_person(self, record: Json) -> Json:
        """Somebody with an account, and their private chat with the bot."""
        person = {"id": 1001 + len(self.people), "is_bot": False, **record}
        chat: Json = {name: person[name] for name in ("id", "first_name", "last_name", "username") if name in person}
        self.people[person["id"]] = person
        self.chats.setdefault(person["id"], Chat({**chat, "type": "private"}, members={person["id"]}))
        self.publish({"type": "person", "person": person})
        return person

    def add_chat(self, record: Json, members: set[int]) -> Chat:
        """A group or a channel that the bot is in."""
        number = -(100 + len(self.chats)) if record["type"] == "group" else -(1_000_000_000_100 + len(self.chats))
        chat = Chat({"id": number, **record}, members=members, started=True)
        self.chats[chat.id] = chat
        self.publish({"type": "chat", "chat": chat.id})
        return chat

    def chat_for_sending(self, chat_id: str) -> Chat:
        """The chat a bot wants to write in, if it may."""
        chat = self.chat(chat_id)
        if chat.blocked:
            if chat.kind == "private":
                raise forbidden("bot was blocked by the user")
            raise forbidden(f"bot was kicked from the {chat.kind} chat")
        if chat.kind == "private" and not chat.started:
            raise forbidden("bot can't initiate conversation with a user")
        return chat

    def chat(self, chat_id: str) -> Chat:
        """The chat a call names, by number or @username."""
        if not chat_id:
            raise bad_request("chat_id is empty")
        try:
            chat = self.chats.get(int(chat_id))
        except ValueError:
            name = chat_id.removeprefix("@")
            public = (each for each in self.chats.values() if each.kind != "private")
            chat = next((each for each in public if each.record.get("username") == name), None)
        if chat is None:
            raise bad_request("chat not found")
        return chat

    # Messages

    def post(self, chat: Chat, content: Json, sender: Json | None) -> Json:
        """Put a new message into a chat, as everybody there sees it."""
        message: Json = {"message_id": self.next_message_id()}
        if sender is not None:
            message["from"] = sender
        elif chat.kind == "channel":
            message["sender_chat"] = chat.record
        message["chat"] = chat.record
        message["date"] = int(self.now())
        message |= content
        chat.messages[message["message_id"]] = message
        self.publish({"type": "message", "chat": chat.id, "message": message})
        return message

    def replace(self, chat: Chat, message: Json) -> Json:
        """Put a changed message in the place of its older self (never change one: updates still hold it)."""
        chat.messages[message["message_id"]] = message
        self.publish({"type": "edited", "chat": chat.id, "message": message})
        return message

    def remove(self, chat: Chat, message_id: int) -> None:
        del chat.messages[message_id]
        self.publish({"type": "deleted", "chat": chat.id, "message_id": message_id})

    def hears(self, chat: Chat, message: Json) -> bool:
        """Is this message for the bot's ears? In groups only what is addressed to it, unless it reads everything."""
        if chat.blocked:
            return False
        if chat.kind not in GROUPS or self.reads_groups:
            return True
        text: str = message.get("text") or message.get("caption") or ""
        mention = f"@{self.user['username']}"
        if text.startswith("/"):
            command = text.split(maxsplit=1)[0]
            return "@" not in command or command.endswith(mention)
        answered = message.get("reply_to_message", {}).get("from", {}).get("id")
        return mention in text or answered == self.user["id"]

    # Taps

    def ask(self, person: int, chat: Chat, message_id: int, data: str) -> Query:
        """A tapped button becomes a query that wants an answer."""
        query = Query(str(secrets.randbits(62)), person, chat.id, message_id, data, self.now())
        self.queries[query.id] = query
        return query

    def answer_query(self, query_id: str, answer: Json) -> None:
        """Stop a button's spinner, once and in time."""
        query = self.queries.get(query_id)
        if query is None or query.answer is not None or self.now() - query.asked_at > limits.TAP_SECONDS:
            raise bad_request("query is too old and response timeout expired or query ID is invalid")
        query.answer = answer
        self.publish({"type": "answer", "chat": query.chat, "query": query_id, "person": query.person, **answer})

    # Watching

    def publish(self, event: Json) -> None:
        """Tell everybody who watches that something changed."""
        if self._changed is not None:
            self._changed.set_result(None)
            self._changed = None
        for listener in tuple(self._listeners):
            listener(event)

    def done(self, methods: str) -> int:
        """How many calls of a method ("sendMessage", or "send*" for all that begin so) went well."""
        if methods.endswith("*"):
            return sum(count for name, count in self.counts.items() if name.startswith(methods[:-1]))
        return self.counts.get(methods, 0)

    def listen(self, listener: Callable[[Json], None]) -> Callable[[], None]:
        """Hear of every change from now on; call the result to stop."""
        self._listeners.add(listener)
        return lambda: self._listeners.discard(listener)

    async def change(self) -> None:
        """Wait for the next change."""
        if self._changed is None:
            self._changed = asyncio.get_running_loop().create_future()
        await asyncio.shield(self._changed)

    async def until(self, look: Callable[[], Found], seconds: float = 10) -> Found:
        """Wait until something is found (anything true) and return it."""
        async with asyncio.timeout(seconds):
            while not (found := look()):
                await self.change()
            return found

    def record(self, call: Call) -> None:
        """Keep a finished call for whoever checks what the bot did."""
        self.calls.append(call)
        self.calls_made += 1
        if call.status == 200:
            self.counts[call.method] = self.counts.get(call.method, 0) + 1
        if self._changed is not None:
            self.publish({"type": "call", "method": call.method})
