"""What can be pressed about rests and forgotten sessions?"""

from dataclasses import dataclass

from bot.chat.press import Press


@dataclass(frozen=True)
class SwitchRest(Press, tag="rt"):
    """Ring when a rest is over (1), or not (0)."""

    on: int


@dataclass(frozen=True)
class FinishForgotten(Press, tag="ff"):
    """From the question whether a quiet session is over: it is."""

    session: int


@dataclass(frozen=True)
class KeepOpen(Press, tag="fo"):
    """It is not."""

    session: int
