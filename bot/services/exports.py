"""Which file did a lifter ask for, and is it made? A request is a row until its file stands in the outbox in its
place, so that each request brings one file, whatever happens in between."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from bot.services.messages import Outgoing

EXPORT = "export"
"""The method of a row in the outbox that is no call yet: its file is still to be made."""


class Export(StrEnum):
    """What can be taken along; the value begins the name of its files."""

    SETS = "backcoach-sets"
    EVERYTHING = "backcoach-export"


@dataclass(frozen=True, slots=True)
class Wanted:
    """`tries` counts those that did not end."""

    id: int
    telegram_id: int
    chat: int
    export: Export
    tries: int


class Exports(Protocol):
    def ask(self, telegram_id: int, chat: int, export: Export, now: datetime) -> bool:
        """Ask for a file; False where one of the kind is still on its way to the chat."""
        ...

    def claim(self, now: datetime, until: datetime) -> Wanted | None:
        """The next one to be made, no one else's until then; the try is counted."""
        ...

    def again(self, wanted: int, at: datetime) -> None:
        """Give a claimed one back, for then."""
        ...

    def made(self, wanted: int, calls: Sequence[Outgoing], now: datetime) -> bool:
        """Put the calls that bring it in its place; False, and nothing is put, where it is asked for no more."""
        ...
