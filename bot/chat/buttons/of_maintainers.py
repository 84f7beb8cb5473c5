"""What can be pressed by a maintainer?"""

from dataclasses import dataclass

from bot.chat.press import Press


@dataclass(frozen=True)
class SendBroadcast(Press, tag="bcs"):
    """Let a draft go out; pressed twice, it is a draft no more."""

    broadcast: int


@dataclass(frozen=True)
class DropBroadcast(Press, tag="bcd"):
    broadcast: int


@dataclass(frozen=True)
class StopBroadcast(Press, tag="bcx"):
    broadcast: int


@dataclass(frozen=True)
class ShowStats(Press, tag="sts"):
    """The figures anew, in place of those shown."""
