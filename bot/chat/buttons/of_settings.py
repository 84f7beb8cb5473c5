"""What can be pressed about settings, the gym, and what is kept of a lifter?"""

from dataclasses import dataclass

from bot.chat.press import Press


@dataclass(frozen=True)
class ChooseUnit(Press, tag="un"):
    """`screen` is where the button stood: start or settings."""

    unit: str
    screen: str


@dataclass(frozen=True)
class ZoneMenu(Press, tag="zm"):
    """Where to train, and so what time it is there."""


@dataclass(frozen=True)
class ChooseZone(Press, tag="zo"):
    zone: str


@dataclass(frozen=True)
class TypeCity(Press, tag="tc"):
    """The next text names a city."""


@dataclass(frozen=True)
class ShowSettings(Press, tag="st"):
    """The settings, in place."""


@dataclass(frozen=True)
class DayMenu(Press, tag="dm"):
    """When the day turns."""


@dataclass(frozen=True)
class DayTurns(Press, tag="dt"):
    """A local hour."""

    hour: int


@dataclass(frozen=True)
class ForgetMe(Press, tag="fm"):
    """Asks once before everything is deleted."""


@dataclass(frozen=True)
class ForgetMeYes(Press, tag="fy"):
    """Deletes everything. `athlete` is who was asked; checked against who presses."""

    athlete: int


@dataclass(frozen=True)
class ShowPrivacy(Press, tag="pv"):
    """What is kept."""


@dataclass(frozen=True)
class ShowGym(Press, tag="gy"):
    """What is there where they train."""


@dataclass(frozen=True)
class PickGym(Press, tag="gp"):
    """`part` (bar, stack) weighs, or goes by, this much of `unit`."""

    part: str
    amount: str
    unit: str
