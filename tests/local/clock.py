"""Which time is it in a test? Whatever the test says."""

from dataclasses import dataclass


@dataclass
class Clock:
    """A clock that stands still until it is told."""

    now: float = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now

    def pass_(self, seconds: float) -> None:
        self.now += seconds
