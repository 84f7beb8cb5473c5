"""What can a maintainer press? As in `buttons.py`, no tag is used again; whose press it is, is checked by who acts."""

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
