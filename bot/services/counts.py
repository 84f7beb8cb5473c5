"""What is counted while the coach runs? Numbers of this process since its start, for whoever watches it."""

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field

BOUNDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
"""Seconds: most turns take 1 to 5 ms, and the longest as long as TURN_LIMIT."""


@dataclass(slots=True)
class Spread:
    """How often something took how long. `counts` has one more than BOUNDS: what took longer than the last."""

    counts: list[int] = field(default_factory=lambda: [0] * (len(BOUNDS) + 1))
    seconds: float = 0.0

    def note(self, seconds: float) -> None:
        self.counts[bisect_left(BOUNDS, seconds)] += 1
        self.seconds += seconds


@dataclass(slots=True)
class Counts:
    """Each grows when what it counts is committed, or went out; only the event loop's thread writes them."""

    accepted: int = 0
    """Updates kept, those handed over a second time left out."""
    handled: int = 0
    dead: int = 0
    turns: Spread = field(default_factory=Spread)
    sent: int = 0
    """Calls that Telegram took."""
    send_errors: Counter[str] = field(default_factory=Counter)
    """By kind: flood, gone, refused, timeout, network, server."""
    reminders_due: int = 0
    reminders_sent: int = 0
    reminders_late: int = 0
    """Too late to be of use, so not sent."""
