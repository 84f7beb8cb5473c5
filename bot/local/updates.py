"""What has the bot not heard yet? A queue that forgets an update only when the bot asks for the next one."""

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import islice

import orjson

from bot.local import limits
from bot.local.errors import Json, conflict

EVERY_KIND = (
    "message", "edited_message", "channel_post", "edited_channel_post", "inline_query", "chosen_inline_result",
    "callback_query", "shipping_query", "pre_checkout_query", "poll", "poll_answer", "my_chat_member", "chat_member",
    "chat_join_request", "message_reaction", "message_reaction_count", "chat_boost", "removed_chat_boost",
)  # fmt: skip
_ON_REQUEST_ONLY = frozenset(("chat_member", "message_reaction", "message_reaction_count"))
DEFAULT_KINDS = frozenset(EVERY_KIND) - _ON_REQUEST_ONLY
_FAR_AHEAD = 10  # an offset this far beyond the newest update is taken for a mistake and confirms nothing


@dataclass(frozen=True, slots=True, eq=False)
class Pending:
    """One update as it will be handed over, as often as needed."""

    update_id: int
    chat: int
    expires_at: float
    body: bytes


@dataclass(slots=True)
class UpdateQueue:
    """The updates of one bot, and whoever waits for them: one poller, or the webhook."""

    clock: Callable[[], float]
    next_id: int
    allowed: frozenset[str] = DEFAULT_KINDS
    pending: deque[Pending] = field(default_factory=deque)
    on_new: Callable[[], None] | None = None
    on_moved: Callable[[], None] = lambda: None  # a poller came or went, or updates were confirmed
    webhook_active: bool = False
    _poller: asyncio.Future[None] | None = None
    polled_at: float = 0
    _sweep_at: float = 0

    def put(self, kind: str, content: Json, chat: int) -> int | None:
        """Queue one update; None when the bot did not ask for this kind."""
        if kind not in self.allowed:
            return None
        seconds = limits.TAP_SECONDS if kind == "callback_query" else limits.UPDATE_SECONDS
        return self.put_raw({kind: content}, chat, seconds)

    def put_raw(self, update: Json, chat: int, seconds: float = limits.UPDATE_SECONDS) -> int:
        """Queue an update exactly as given, well-formed or not; only its id is added."""
        update_id = update.get("update_id")
        if not isinstance(update_id, int):
            update_id, self.next_id = self.next_id, self.next_id + 1
            update = {"update_id": update_id, **update}
        else:
            self.next_id = max(self.next_id, update_id + 1)
        self.pending.append(Pending(update_id, chat, self.clock() + seconds, orjson.dumps(update)))
        self._announce()
        return update_id

    def allow(self, kinds: object) -> None:
        """Set which kinds are queued from now on; an empty list means the default."""
        if isinstance(kinds, list):
            self.allowed = frozenset(kind for kind in EVERY_KIND if kind in kinds) or DEFAULT_KINDS

    @property
    def polled(self) -> bool:
        """Is somebody waiting for news right now?"""
        return self._poller is not None

    def asks_for_default(self) -> bool:
        return self.allowed == DEFAULT_KINDS

    async def take(self, offset: int, limit: int, seconds: float) -> bytes:
        """Confirm what lies before the offset and hand over what follows it, waiting for it if need be."""
        self.end_poll("terminated by other getUpdates request; make sure that only one bot instance is running")
        if self.webhook_active:
            raise conflict(
                "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
            )
        self.polled_at = self.clock()
        self._confirm(offset)
        self.forget_expired()
        if not self.pending and seconds > 0:
            await self._wait(seconds)
        batch = [update.body for update in islice(self.pending, limit)]
        return b'{"ok":true,"result":[' + b",".join(batch) + b"]}"

    def end_poll(self, why: str) -> None:
        """Answer the waiting poller with a conflict."""
        if self._poller and not self._poller.done():
            self._poller.set_exception(conflict(why))

    def clear(self) -> None:
        self.pending.clear()
        self.on_moved()

    def forget_expired(self) -> None:
        """Drop what nobody fetched in time."""
        now = self.clock()
        if abs(now - self._sweep_at) >= 1:  # a long queue is not searched at every poll
            self._sweep_at = now
            self.pending = deque(update for update in self.pending if update.expires_at > now)

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            while len(self.pending) > -offset:
                self.pending.popleft()
        elif offset < self.next_id + _FAR_AHEAD:
            while self.pending and self.pending[0].update_id < offset:
                self.pending.popleft()
        self.on_moved()

    async def _wait(self, seconds: float) -> None:
        self._poller = poller = asyncio.get_running_loop().create_future()
        self.on_moved()
        try:
            async with asyncio.timeout(seconds):
                await poller
        except TimeoutError:
            return
        finally:
            if self._poller is poller:
                self._poller = None
                self.on_moved()

    def _announce(self) -> None:
        if self._poller and not self._poller.done():
            self._poller.set_result(None)
        if self.on_new:
            self.on_new()
