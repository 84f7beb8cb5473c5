"""What can be pressed about reminders and under a push?

Weekdays travel as a number with one bit a day, Monday's the lowest; a local date as in `of_log.py`.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.chat.press import Press
from bot.domain.errors import ScreenOutdated


@dataclass(frozen=True)
class RemindMenu(Press, tag="rm"):
    """The reminders, or the days of a first one."""


@dataclass(frozen=True)
class RemindAt(Press, tag="ra"):
    """Every day at a time, written 1830: from when there was one reminder a person."""

    at: str


@dataclass(frozen=True)
class RemindOff(Press, tag="rx"):
    """No more pushes; with several reminders, asked of which."""


NEW = 0
"""Where the number of a reminder stands for one that is still to be made."""


def as_mask(days: Iterable[int]) -> int:
    return sum(1 << day for day in days)


def as_days(mask: int) -> frozenset[int]:
    """Raises ScreenOutdated for a number that is no set of weekdays."""
    if not 0 <= mask < 1 << 7:
        raise ScreenOutdated
    return frozenset(day for day in range(7) if mask >> day & 1)


@dataclass(frozen=True)
class ChooseDays(Press, tag="md"):
    """The weekdays of a reminder, to be toggled; these are on."""

    reminder: int
    days: int


@dataclass(frozen=True)
class ChooseTime(Press, tag="mt"):
    """The time of a reminder on these weekdays."""

    reminder: int
    days: int


@dataclass(frozen=True)
class SetReminder(Press, tag="ms"):
    """Push on these weekdays at a time of day, written 1830."""

    reminder: int
    days: int
    at: str


@dataclass(frozen=True)
class WriteTime(Press, tag="mw"):
    """The next text is the time of a reminder on these weekdays."""

    reminder: int
    days: int


@dataclass(frozen=True)
class ShowReminder(Press, tag="mo"):
    """One of them, and what can be done with it."""

    reminder: int


@dataclass(frozen=True)
class DropReminder(Press, tag="mx"):
    reminder: int


@dataclass(frozen=True)
class DropReminders(Press, tag="ma"):
    """All of them."""


@dataclass(frozen=True)
class PauseMenu(Press, tag="mp"):
    """How long to pause."""


@dataclass(frozen=True)
class PauseFor(Press, tag="mf"):
    """No push for so many days."""

    days: int


@dataclass(frozen=True)
class WritePause(Press, tag="mu"):
    """The next text is the day until which to pause."""


@dataclass(frozen=True)
class ResumePushes(Press, tag="mr"):
    """End the pause."""


@dataclass(frozen=True)
class PutOff(Press, tag="ml"):
    """The push of a reminder for a day, again in so many minutes; 0 for this evening."""

    reminder: int
    day: int
    minutes: int


@dataclass(frozen=True)
class SkipDay(Press, tag="mk"):
    """No push for that day any more."""

    reminder: int
    day: int
