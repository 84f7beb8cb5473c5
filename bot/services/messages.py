"""What comes in from a person, and what goes out to a chat? Plain data, the same for every wire."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum, StrEnum


class ChatKind(StrEnum):
    PRIVATE = "private"
    GROUP = "group"
    CHANNEL = "channel"


@dataclass(frozen=True, slots=True)
class Person:
    """Who wrote. `id` is Telegram's and the only identity there is; the name is for show."""

    id: int
    name: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Text:
    text: str
    forwarded: bool = False
    edited: bool = False


@dataclass(frozen=True, slots=True)
class Press:
    """A tap on an inline button of message `message_id`. `data` may be forged: whoever reads it checks the owner."""

    query: str
    data: str
    message_id: int


@dataclass(frozen=True, slots=True)
class Place:
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class File:
    file_id: str
    name: str
    size: int


@dataclass(frozen=True, slots=True)
class Other:
    """A message the coach has no use for: `kind` is sticker, photo, voice, ..."""

    kind: str
    forwarded: bool = False
    edited: bool = False


@dataclass(frozen=True, slots=True)
class Membership:
    """The person blocked the bot (`here` False) or came back."""

    here: bool


Content = Text | Press | Place | File | Other | Membership


@dataclass(frozen=True, slots=True)
class Incoming:
    """One update. `at` is when it was written (messages) or accepted (presses), aware UTC."""

    update: int
    chat: int
    kind: ChatKind
    person: Person | None
    at: datetime
    message_id: int | None
    content: Content


DELETE = "deleteMessage"


class Priority(IntEnum):
    """What goes first under one sender: an answer never waits behind a wave of reminders."""

    ANSWER = 0
    BULK = 1


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One call of the Bot API, kept as a row until it is done.

    `screen`: the message this call makes (or edits) is remembered under that name in its chat. With `edits_screen`
    the call edits the message remembered there, and is sent as a new message where none is, or where it is gone.
    With method DELETE it is that message that goes, if there is one, and the screen is forgotten.
    `best_effort`: a refusal is nothing to report (an answer to a tap that is too old).
    `file`: (name, bytes) sent with the call; packed bytes (`packing`) are unpacked on the way.
    `picture`: the one that this call brings, by its name (`sent_pictures`), uploaded or as a `file_id` of it.
    `until`: past this moment the call is of no use and is dropped instead.
    """

    chat: int
    method: str
    payload: Mapping[str, object]
    priority: Priority = Priority.ANSWER
    screen: str | None = None
    edits_screen: bool = False
    best_effort: bool = False
    file: tuple[str, bytes] | None = field(default=None, repr=False)
    until: datetime | None = None
    picture: str | None = None
