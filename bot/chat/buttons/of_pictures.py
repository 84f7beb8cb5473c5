"""What can be pressed under a picture, and to get one?"""

from dataclasses import dataclass

from bot.chat.press import Press


@dataclass(frozen=True)
class ShowProgress(Press, tag="pg"):
    """The most telling picture of how it goes."""


@dataclass(frozen=True)
class ShowLift(Press, tag="pl"):
    """One exercise over time, named by one of its sets."""

    kept: int


@dataclass(frozen=True)
class ShowVolume(Press, tag="pw"):
    """Hard sets a week, under charts of before `ShowHere`."""


@dataclass(frozen=True)
class ShowBody(Press, tag="pb"):
    """Body weight and pull-ups, under charts of before `ShowHere`."""


@dataclass(frozen=True)
class ShowCalendar(Press, tag="pc"):
    """Training days, under charts of before `ShowHere`."""


LIFT, VOLUME, BODY, CALENDAR, ROAD = "l", "w", "b", "c", "r"
SESSION, WEEK = "s", "k"


@dataclass(frozen=True)
class ShowHere(Press, tag="ph"):
    """Another picture in place of what it stands under: LIFT (of a set), VOLUME, BODY, CALENDAR or ROAD."""

    shows: str
    kept: int = 0


@dataclass(frozen=True)
class MoreLifts(Press, tag="pm"):
    """All lifts there is a picture of, a page of them; from within (1) in place of the page before."""

    page: int = 0
    within: int = 0


@dataclass(frozen=True)
class ShareSession(Press, tag="ps"):
    """A finished session as a picture."""

    session: int


@dataclass(frozen=True)
class ShowWeek(Press, tag="wk"):
    """The report of the week of a day, written 20261119."""

    day: int


@dataclass(frozen=True)
class SwitchDark(Press, tag="pd"):
    """Pictures are dark (1), or light (0)."""

    on: int


@dataclass(frozen=True)
class GoDark(Press, tag="pk"):
    """Under the first picture: this one and the next ones are dark. As in ShowHere, or SESSION or WEEK of a day."""

    shows: str
    of: int = 0


@dataclass(frozen=True)
class SwitchWeekly(Press, tag="sw"):
    """The report of the week comes by itself (1), or not (0); `settings`: the button stands in the settings."""

    on: int
    settings: int = 1
