"""What is kept of the wire? Updates accepted and not yet handled, calls to be made and how they ended."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.services.messages import Outgoing
from bot.services.orders import Order
from bot.services.sent_pictures import SentPicture


@dataclass(frozen=True, slots=True)
class InboxRow:
    """An accepted update: `body` is Telegram's JSON as it came. `tries` counts runs that did not end."""

    update: int
    chat: int
    body: bytes
    received_at: datetime
    tries: int


class Inbox(Protocol):
    def accept(self, updates: Sequence[tuple[int, int, bytes]], now: datetime) -> int:
        """Keep (update, chat, body) rows, those already known left out; how many were new."""
        ...

    def claim(self, limit: int) -> Sequence[InboxRow]:
        """Waiting updates, fair between chats and in order within each, locked against other claimers."""
        ...

    def done(self, updates: Sequence[int], now: datetime) -> None: ...

    def set_aside(self, update: int, fault: str, now: datetime) -> bool:
        """Make it a dead letter: kept, not run again. False where it was handled, or set aside, already."""
        ...

    def count_try(self, updates: Sequence[int]) -> None: ...

    def waiting(self) -> int: ...

    def last_update(self) -> int | None:
        """The highest update accepted."""
        ...

    def purge(self, before: datetime) -> int:
        """Delete handled updates accepted before then, and replies sent before then."""
        ...


@dataclass(frozen=True, slots=True)
class OutboxRow:
    id: int
    outgoing: Outgoing
    tries: int
    screen_message: int | None
    """The message remembered under `outgoing.screen` at the time of the lease."""


@dataclass(frozen=True, slots=True)
class Sent:
    """How a call ended. `message_id` is what Telegram made of it; `again_at` asks for another try; `fault` is final."""

    id: int
    message_id: int | None = None
    again_at: datetime | None = None
    fault: str | None = None
    gone: bool = False
    """The person blocked the bot or the chat is gone: what else waits for it is dropped."""
    picture: SentPicture | None = None
    """What Telegram took, and can be sent again by that id."""
    instead: Order | None = None
    """Telegram has not the picture that was named: it is to be made and uploaded, as at first."""
    tried: bool = True
    """False for one that was given back unmade: it waited behind another, and has all its tries."""

    @property
    def is_over(self) -> bool:
        """It went, or need not go."""
        return not self.gone and self.again_at is None and self.fault is None and self.instead is None


class Outbox(Protocol):
    def put(self, outgoing: Sequence[Outgoing], now: datetime) -> None: ...

    def exchange(
        self, ended: Sequence[Sent], *, limit: int, now: datetime, until: datetime, bulk: int | None = None
    ) -> Sequence[OutboxRow]:
        """Note how calls ended and lease the next ones until `until`: answers before bulk, in order within a chat.

        At most `bulk` of the leased ones are BULK (None: as many as fit), so that a wave waits here as rows and not
        in the sender's memory. While a call of a chat waits for another try, nothing later of its priority is leased.
        """
        ...

    def waiting(self) -> int: ...

    def waiting_bulk(self) -> int:
        """How much of `waiting` is BULK."""
        ...

    def withdraw(self, chat: int, screen: str) -> bool:
        """Drop what waits to be sent under a screen; True where a message is there all the same, or on its way."""
        ...

    def screen(self, chat: int, name: str) -> int | None:
        """The message that a chat remembers under a name."""
        ...

    def release(self) -> None:
        """Give back leases of an earlier run of this process (one process on SQLite)."""
        ...
