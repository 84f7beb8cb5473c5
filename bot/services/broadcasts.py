"""What is kept of a message to everybody? Its words, how far it is, and how it ended."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol


class State(StrEnum):
    DRAFT = "draft"
    """Shown to the maintainer who wrote it, to nobody else."""
    SENDING = "sending"
    STOPPING = "stopping"
    """Nobody new gets it; what is under way ends."""
    DONE = "done"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Broadcast:
    """`athlete` is the maintainer who wrote it, in `chat`. `total` people were to get it when it was confirmed; for
    `put` of them it was put into the outbox, in the order of their chats, the last of which is `last_chat`."""

    id: int
    athlete: int
    chat: int
    text: str
    state: State
    written_at: datetime
    confirmed_at: datetime | None
    total: int
    put: int
    last_chat: int


@dataclass(frozen=True, slots=True)
class Progress:
    """How a broadcast stands: `reached` have it, `refused` cannot get it, `waiting` calls are still to be made."""

    reached: int
    refused: int
    waiting: int


class Broadcasts(Protocol):
    def draft(self, athlete: int, chat: int, text: str, now: datetime) -> int:
        """Keep one that nobody has confirmed, in place of an earlier draft of the same maintainer; its number."""
        ...

    def get(self, athlete: int, broadcast: int) -> Broadcast | None:
        """One of this maintainer's; None where it is not theirs."""
        ...

    def audience(self, athlete: int, until: datetime) -> int:
        """How many would get it: everybody met by then whose private chat takes messages, but for who writes it."""
        ...

    def confirm(self, broadcast: int, total: int, now: datetime) -> bool:
        """Begin to send; False where that was done already, whoever did it."""
        ...

    def drop(self, broadcast: int) -> bool:
        """Delete a draft; False where it is none any more."""
        ...

    def stop(self, broadcast: int) -> bool:
        """Take back what is not under way; False where it does not go out."""
        ...

    def under_way(self) -> Broadcast | None:
        """The oldest that is not over, locked against other claimers."""
        ...

    def next_chats(self, broadcast: Broadcast, limit: int) -> Sequence[int]: ...

    def advance(self, broadcast: int, *, last_chat: int, count: int) -> None: ...

    def progress(self, broadcast: int) -> Progress: ...

    def end(self, broadcast: int, state: State) -> None:
        """It is over; its traces in other people's chats are deleted."""
        ...

    def purge(self, before: datetime) -> int:
        """Delete those written before then, save those on their way."""
        ...


def screen_of(broadcast: int) -> str:
    """The name under which it is remembered in the chats of those who got it: how many these are is how far it is."""
    return f"broadcast-{broadcast}"


def progress_screen(broadcast: int) -> str:
    """The name of the message, in the maintainer's chat, that shows how far it is."""
    return f"progress-{broadcast}"
