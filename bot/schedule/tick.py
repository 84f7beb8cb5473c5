"""How often are reminders looked at? Every few seconds; one look at a time, and a late one makes up for those missed.

Not one job a person: a job store forgets, fires twice or is late where a row cannot.
"""

import logging
from collections.abc import Awaitable, Callable
from datetime import UTC

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.domain.errors import StorageUnavailable

logger = logging.getLogger(__name__)


class Ticker:
    """Calls `look` every `seconds`, until stopped. A look that fails because storage is away is made again."""

    def __init__(self, look: Callable[[], Awaitable[None]], seconds: float) -> None:
        self._look = look
        self._scheduler = AsyncIOScheduler(timezone=UTC)
        self._scheduler.add_job(
            self._tick, "interval", seconds=seconds, max_instances=1, coalesce=True, misfire_grace_time=None
        )

    async def _tick(self) -> None:
        try:
            await self._look()
        except StorageUnavailable as away:
            logger.warning("reminders were not looked at: %s", away)

    def start(self) -> None:
        self._scheduler.start()

    def stop(self) -> None:
        self._scheduler.shutdown(wait=False)
