"""What did a lifter ask for that takes time to make, and is it made? An order is a row until the calls that bring it
stand in the outbox in its place, so that each brings one file or picture, whatever happens in between."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from bot.services.messages import Outgoing, Priority


class Lane(StrEnum):
    """Orders of one lane are made one after another, those of two beside each other: no picture waits for a long file.

    The value is the method of a row in the outbox that is no call yet.
    """

    FILES = "export"
    PICTURES = "picture"


@dataclass(frozen=True, slots=True)
class Order:
    """`name` begins the names of the files that come of it; `about` says more, as plain JSON values."""

    telegram_id: int
    chat: int
    lane: Lane
    name: str
    about: Mapping[str, object]
    priority: Priority = Priority.ANSWER
    until: datetime | None = None
    """Past it, it is of no use."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """An order to be made. `tries` counts those that did not end; `asked_at` is the moment of the turn."""

    id: int
    order: Order
    tries: int
    asked_at: datetime


class Orders(Protocol):
    def ask(self, order: Order, now: datetime) -> bool:
        """False where an answer of that name is still on its way to the chat: it is one with that."""
        ...

    def claim(self, lanes: Collection[Lane], now: datetime, until: datetime) -> Wanted | None:
        """The next one to be made, answers first, no one else's until then; the try is counted."""
        ...

    def again(self, wanted: int, at: datetime) -> None:
        """Give a claimed one back, for then."""
        ...

    def made(self, wanted: int, calls: Sequence[Outgoing], now: datetime) -> bool:
        """Put the calls that bring it in its place; False, and nothing is put, where it is asked for no more."""
        ...
