"""What can go wrong in a way that the lifter can be told? Each class carries facts; `chat/errors.py` words them.

CoachError
├── ScreenOutdated      a press on a card that is no longer today's
├── NoOpenSession       something that needs an open session, without one
├── NothingToUndo       no entry is left to take back
├── SetGone             a set, or an exercise, that is not in this lifter's log
├── NoteGone            a note that is not this lifter's, or was deleted
├── NoteWithoutLift     a note to a lift that nobody knows, or to none
├── BadNote             a note that is empty, or too long
├── QuestionClosed      an option whose question is no longer open
├── FileGone            a button of a file that was answered, dropped or replaced by a newer one
├── BadLoad             a weight that the exercise cannot be done with
├── BadGym              words about a gym that say nothing of its loads
├── BadBroadcast        a message to everybody that is empty, or too long
├── UnknownZone         a place or time zone that nobody knows
├── BadRhythm           days and a time to be reminded at that cannot be read
├── BadPause            a day to pause until that cannot be read, is over, or is too far
├── TooManyReminders    one more than are kept
├── ReminderGone        a reminder that was dropped, or is somebody else's
└── PushOver            a button of a push whose day is over
"""

from dataclasses import dataclass


class CoachError(Exception):
    """Expected trouble: told to the lifter in one sentence, nothing kept by halves."""


@dataclass
class ScreenOutdated(CoachError):
    """The press belongs to an earlier state of the session, or to nobody."""


@dataclass
class NoOpenSession(CoachError):
    """There is no session to act on."""


@dataclass
class NothingToUndo(CoachError):
    """Every entry is already taken back, or none was made."""


@dataclass
class BadGym(CoachError):
    """`said` is what could not be read; `other_unit`: it is in the unit that the gym is not in."""

    said: str
    other_unit: bool = False


@dataclass
class SetGone(CoachError):
    """It was deleted or taken back, or it is somebody else's."""


@dataclass
class NoteGone(CoachError):
    """It was deleted or taken back, or it is somebody else's."""


@dataclass
class NoteWithoutLift(CoachError):
    """`said` is the lift that was named; empty where none was, and none is being done."""

    said: str


@dataclass
class BadWeight(CoachError):
    """A number that is nobody's body weight. `said` has its unit."""

    said: str


@dataclass
class BadNote(CoachError):
    length: int
    most: int


@dataclass
class QuestionClosed(CoachError):
    """An option was pressed whose question was answered (then its sets are recorded), dropped or replaced."""

    recorded: bool


@dataclass
class NothingLeft(CoachError):
    """Every lift of the next session is off while it hurts, and nothing that is known spares it: `sites`, by name."""

    sites: tuple[str, ...] = ()


@dataclass
class FileGone(CoachError):
    """The file is no longer waited with: imported, dropped, or replaced."""


@dataclass
class BadLoad(CoachError):
    """A weight that this exercise cannot be done with."""

    said: str


@dataclass
class BadBroadcast(CoachError):
    length: int
    most: int


@dataclass
class UnknownZone(CoachError):
    said: str


@dataclass
class UnknownTime(CoachError):
    """Nowhere do the clocks show that now."""


@dataclass
class BadRhythm(CoachError):
    said: str


@dataclass
class BadPause(CoachError):
    said: str


@dataclass
class TooManyReminders(CoachError):
    most: int


@dataclass
class ReminderGone(CoachError):
    """`said` is how it was named; empty where it was pressed."""

    said: str = ""


@dataclass
class PushOver(CoachError):
    """Its day is over, or it never was."""


class StorageUnavailable(Exception):
    """The database is locked, full, damaged or out of reach: nothing was kept, and trying again later may work.

    No `CoachError`: the answer itself would have to be kept, so nobody can be told before it is back.
    """
