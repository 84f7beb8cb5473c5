"""What became of updates that could not be handled? Kept for an operator, who can read one and have it run again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol

import orjson

UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """`body` is Telegram's JSON as it came, with every word of it; `fault` names why it was put aside."""

    update: int
    chat: int
    received_at: datetime
    ended_at: datetime
    fault: str
    body: bytes

    @property
    def kind(self) -> str:
        """Of update, and of what is in it, as in `message: text`; never a word of it."""
        return kind_of(self.body)


class Replay(StrEnum):
    """What became of the wish to run one again."""

    WAITING = "waiting"
    """It is among those to be handled, once."""
    WAITS_ALREADY = "waits already"
    HANDLED = "handled"
    """It was handled, or deleted with all of its sender's data: only its number is left."""
    UNKNOWN = "unknown"


class DeadLetters(Protocol):
    def list(self, limit: int) -> Sequence[DeadLetter]:
        """The oldest first."""
        ...

    def get(self, update: int) -> DeadLetter | None: ...

    def replay(self, update: int) -> Replay:
        """Put it among the waiting ones; whoever asks second is told so, also from another process."""
        ...


OF_A_MESSAGE = ("text", "document", "location", "photo", "voice", "sticker")
CARRIES_A_MESSAGE = ("message", "edited_message", "channel_post", "edited_channel_post")


def kind_of(body: bytes) -> str:
    try:
        raw = orjson.loads(body)
    except ValueError:
        return UNREADABLE
    if not isinstance(raw, dict):
        return UNREADABLE
    name = next((key for key in ("callback_query", "my_chat_member", *CARRIES_A_MESSAGE) if key in raw), None)
    if name is None:
        return "another kind"
    return f"{name}: {_content(raw[name])}" if name in CARRIES_A_MESSAGE else name


def _content(message: Any) -> str:
    there = (part for part in OF_A_MESSAGE if isinstance(message, dict) and part in message)
    return next(there, "something else")
