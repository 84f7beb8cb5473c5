"""What can be pressed under what was kept, in the history, the records and the logbook?

Exercises are named by one of their sets, days by a number written 20261119: both fit, whatever they are called.
"""

from dataclasses import dataclass
from datetime import date

from bot.chat.press import Press
from bot.domain.errors import ScreenOutdated


@dataclass(frozen=True)
class UndoEntry(Press, tag="u"):
    """Take back the sets that one message or one tap kept."""

    entry: int


@dataclass(frozen=True)
class AnswerLog(Press, tag="al"):
    """One of the readings offered for the unclear line of update `update`; -1 for none of them."""

    update: int
    index: int


@dataclass(frozen=True)
class ShowHistory(Press, tag="hi"):
    """The history as a new message."""


@dataclass(frozen=True)
class OlderDays(Press, tag="h"):
    """History from before a date, written 20261122; empty for the newest."""

    before: str = ""


NONE = 0
"""Where a day or a number stands for none."""


def as_number(day: date | None) -> int:
    return int(f"{day:%Y%m%d}") if day else NONE


def as_day(number: int) -> date | None:
    """Raises ScreenOutdated for a number that is no day."""
    if number == NONE:
        return None
    try:
        return date(number // 10_000, number // 100 % 100, number % 100)
    except (ValueError, OverflowError):
        raise ScreenOutdated from None


@dataclass(frozen=True)
class NewerDays(Press, tag="hn"):
    """The history's days that follow a date."""

    after: int


@dataclass(frozen=True)
class ShowDay(Press, tag="hd"):
    """The sets of one day, each to be changed."""

    day: int
    page: int = 0


@dataclass(frozen=True)
class ShowSet(Press, tag="hs"):
    """One set, and what can be changed of it; `entry` is the confirmation that it was opened from, 0 for none."""

    kept: int
    entry: int = 0


@dataclass(frozen=True)
class EditEntry(Press, tag="ue"):
    """The set that one message or one tap kept, to be changed; where it kept several, first which of them."""

    entry: int


@dataclass(frozen=True)
class ShowEntry(Press, tag="uk"):
    """From the menus of an entry back to its confirmation, as it stands now."""

    entry: int


@dataclass(frozen=True)
class TakeBack(Press, tag="tb"):
    """Take an entry back, and no earlier version of it comes in its place."""

    entry: int


@dataclass(frozen=True)
class ChangeCount(Press, tag="hc"):
    """It had `count` repetitions, or seconds. No step but the number itself: a second tap changes nothing more."""

    kept: int
    count: int
    entry: int = 0


@dataclass(frozen=True)
class ChangeLoad(Press, tag="hl"):
    """Its load was this, in thousandths of `unit`; 0 for body weight alone."""

    kept: int
    thousandths: int
    unit: str
    entry: int = 0


@dataclass(frozen=True)
class TypeLoad(Press, tag="ht"):
    """The next text is the load of this set."""

    kept: int


@dataclass(frozen=True)
class DeleteSet(Press, tag="hx"):
    kept: int


@dataclass(frozen=True)
class PutBack(Press, tag="hp"):
    """Let a deleted set stand again."""

    kept: int


@dataclass(frozen=True)
class ListTrained(Press, tag="he"):
    """The exercises in the log, a page of them."""

    page: int = 0


@dataclass(frozen=True)
class ShowTrained(Press, tag="ho"):
    """The days of one exercise: those before a day, or those that follow one."""

    kept: int
    before: int = NONE
    after: int = NONE


@dataclass(frozen=True)
class ListRecords(Press, tag="rl"):
    """The best of each exercise, a page of them, in place."""

    page: int = 0


@dataclass(frozen=True)
class ShowRecords(Press, tag="rk"):
    """All records of one exercise."""

    kept: int


@dataclass(frozen=True)
class ListWeights(Press, tag="bw"):
    """Body weights from before one of them."""

    before: int = NONE


@dataclass(frozen=True)
class ListNotes(Press, tag="nt"):
    """Notes from before one of them."""

    before: int = NONE


@dataclass(frozen=True)
class DeleteNote(Press, tag="nx"):
    note: int
