"""Which pictures has Telegram already? What was uploaded once is sent again by its `file_id`, undrawn and at once.

An id is good for the bot that uploaded the file, and for no other. A picture's name says what is seen on it and which
drawing it is of, so a drawing that changed is a picture that Telegram has not.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class SentPicture:
    bot: int
    name: str
    file_id: str


class SentPictures(Protocol):
    def find(self, bot: int, name: str) -> str | None:
        """Its `file_id`."""
        ...

    def note(self, sent: SentPicture, now: datetime) -> None:
        """Telegram took it; the newest id counts."""
        ...

    def forget(self, file_id: str) -> None:
        """Telegram does not know it, or knows it no more."""
        ...

    def purge(self, before: datetime) -> int:
        """Forget those noted before then: drawings of old, and bots that were."""
        ...
