"""What is kept of reminders, and what is asked of where it is kept?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from bot.domain.athlete import Athlete
from bot.domain.reminding import Due, Rhythm


@dataclass(frozen=True, slots=True)
class Reminder:
    """A push of the day's session in a rhythm. `due` is what is looked at next."""

    id: int
    athlete: int
    chat: int
    rhythm: Rhythm
    due: Due
    again: bool
    """`due` is a push of that date that the lifter put off."""
    set_at: datetime
    """When the lifter chose it: what was trained before then does not silence it."""
    since: datetime
    """What was due before then was not missed: they chose anew, or had blocked the bot."""


@dataclass(frozen=True, slots=True)
class Missed:
    """Pushes that did not come and that the lifter was not told of: how many, and the first one's local date."""

    count: int
    first: date


class Reminders(Protocol):
    def all(self, athlete: int) -> tuple[Reminder, ...]:
        """In the order they were made."""
        ...

    def get(self, athlete: int, reminder: int) -> Reminder | None:
        """One of the athlete's; None where it is not theirs."""
        ...

    def add(self, athlete: int, chat: int, rhythm: Rhythm, due: Due, now: datetime) -> Reminder: ...

    def change(self, reminder: int, chat: int, rhythm: Rhythm, due: Due, now: datetime) -> None:
        """Chosen anew: dates from that of `due` on may be served again."""
        ...

    def move(self, reminder: int, due: Due, *, again: bool = False) -> None:
        """Look at it then."""
        ...

    def drop(self, athlete: int, reminder: int) -> bool: ...

    def due(self, now: datetime, limit: int) -> Sequence[tuple[Reminder, Athlete]]:
        """Reminders due at `now`, locked against other claimers, oldest first; chats that block the bot left out."""
        ...

    def claim(self, reminder: int, day: date, now: datetime) -> bool:
        """Note that this local date is served; False where it was before."""
        ...

    def last_claimed(self, athlete: int, before: date) -> date | None:
        """The last date before one that was served and not skipped by the lifter."""
        ...

    def skip(self, athlete: int, day: date) -> None:
        """The lifter does not want what was served on a date."""
        ...

    def of_other_rules(self, rules: str, after: int, limit: int) -> Sequence[tuple[Reminder, Athlete]]:
        """Reminders with a number above `after` that were not looked through under these rules of time zones."""
        ...

    def looked_through(self, reminders: Sequence[int], rules: str) -> None: ...


class PushStates(Protocol):
    """What holds for all pushes to a lifter."""

    def paused_until(self, athlete: int) -> date | None:
        """The local date on which pushes come again; it may be over."""
        ...

    def pause(self, athlete: int, until: date | None) -> None: ...

    def miss(self, athlete: int, missed: Missed) -> None:
        """To be told with the next message; added to what waits already."""
        ...

    def tell(self, athlete: int) -> Missed | None:
        """What waits to be told, from now on told."""
        ...
