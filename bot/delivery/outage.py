"""Is the other side there? How long to wait for it, and one line in the log per change of state."""

import asyncio
import logging

logger = logging.getLogger(__name__)


class Outage:
    """Growing waits while something is away. Telegram and the database each have their own."""

    def __init__(self, what: str, *, first: float = 0.1, longest: float = 30.0) -> None:
        self._what = what
        self._first = first
        self._longest = longest
        self._failures = 0
        self._why: str | None = None

    @property
    def now(self) -> bool:
        return self._failures > 0

    def failed(self, why: str, *, at_least: float = 0.0) -> float:
        """Note a failure; the seconds to wait before the next try."""
        if why != self._why:
            logger.warning("%(what)s: %(why)s; trying again until it works", {"what": self._what, "why": why})
            self._why = why
        wait = min(self._first * 2.0 ** min(self._failures, 20), self._longest)
        self._failures += 1
        return max(wait, at_least)

    def over(self) -> None:
        if self._failures:
            logger.warning("%(what)s: works again", {"what": self._what})
        self._failures = 0
        self._why = None


async def wait_for(event: asyncio.Event, seconds: float) -> None:
    """Until the event is set, at most so long."""
    try:
        async with asyncio.timeout(seconds):
            await event.wait()
    except TimeoutError:
        return
