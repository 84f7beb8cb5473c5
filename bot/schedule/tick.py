"""How often are reminders looked at? Every few seconds; one look at a time, and a late one makes up for those missed.

Not one job a person: a job store forgets, fires twice or is late where a row cannot.
"""

import logging
from collections.abc import Awaitable, Callable
from datetime import UTC

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.domain.errors import StorageUnavailable
from bot.schedule.fault import where

logger = logging.getLogger(__name__)


class Ticker:
    """Calls `look` every `seconds`, until stopped. A look that fails is made again; the log has a line for each change
    of why."""

    def __init__(self, look: Callable[[], Awaitable[None]], seconds: float, *, what: str = "reminders") -> None:
        self._what = what
        self._look = look
        self._why: str | None = None
        self._scheduler = AsyncIOScheduler(timezone=UTC)
        self._scheduler.add_job(
            self._tick, "interval", seconds=seconds, max_instances=1, coalesce=True, misfire_grace_time=None
        )

    async def _tick(self) -> None:
        try:
            await self._look()
        except StorageUnavailable as away:
            self._failed(str(away))
        # The border to APScheduler, which would log a traceback at every tick.
        except Exception as fault:  # noqa: BLE001
            self._failed(where(fault))
        else:
            self._works()

    def _failed(self, why: str) -> None:
        if why != self._why:
            logger.error(
                "%(what)s are not looked at (%(why)s); trying again until it works", {"what": self._what, "why": why}
            )
        self._why = why

    def _works(self) -> None:
        if self._why is not None:
            logger.warning("%(what)s are looked at again", {"what": self._what})
        self._why = None

    def start(self) -> None:
        self._scheduler.start()

    def stop(self) -> None:
        self._scheduler.shutdown(wait=False)
