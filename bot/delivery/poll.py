"""How do updates come in by polling? Asked for, kept, and only then acknowledged."""

import asyncio
import logging
from collections.abc import Callable
from typing import Any

from telegram.error import Conflict, TelegramError

from bot.delivery.client import Client
from bot.delivery.incoming import ALLOWED_UPDATES
from bot.delivery.intake import rows_of
from bot.delivery.outage import Outage
from bot.delivery.refusals import TokenRefused
from bot.delivery.request import Flood, Unauthorized
from bot.delivery.work import Clock
from bot.domain.errors import StorageUnavailable
from bot.services.ports import Database

logger = logging.getLogger(__name__)

MOST_UPDATES = 100
LONG_POLL_SECONDS = 25
CONFLICT = "another process polls with this token; only one may"


class Poller:
    """The offset is not kept: it starts at what Telegram has not been told of, and what was kept already is left out.

    (Telegram draws a new number at random after a quiet week, so a kept offset could hide updates.)
    """

    def __init__(self, client: Client, database: Database, clock: Clock, on_commit: Callable[[int], None]) -> None:
        self._client = client
        self._database = database
        self._clock = clock
        self._on_commit = on_commit
        self._offset: int | None = None
        self._reached = False
        self.more_waits = False
        """Telegram gave as much as it gives at once, so there is more."""
        self._telegram = Outage("Telegram (getUpdates)")
        self._storage = Outage("the database (accepting updates)", longest=5.0)

    @property
    def works(self) -> bool:
        """Telegram answered when it was last asked, and what it gave could be kept."""
        return self._reached and not self._telegram.now and not self._storage.now

    async def run(self) -> None:
        """Until cancelled. Raises TokenRefused."""
        await self._until_it_works(self._leave_webhook)
        self._reached = True
        while True:
            updates = await self._until_it_works(self._fetch)
            self.more_waits = len(updates) == MOST_UPDATES
            if updates:
                await self._keep(updates)

    async def _leave_webhook(self) -> object:
        return await self._client.call("deleteWebhook", {})

    async def _fetch(self) -> list[Any]:
        asked = {
            "offset": self._offset,
            "limit": MOST_UPDATES,
            # After trouble it is asked for an answer at once, so that it is known as soon as all is well again.
            "timeout": 0 if self._telegram.now else LONG_POLL_SECONDS,
            "allowed_updates": list(ALLOWED_UPDATES),
        }
        result = await self._client.call("getUpdates", asked, read_timeout=LONG_POLL_SECONDS + 10)
        if not isinstance(result, list):
            raise TelegramError("Invalid server response")
        return result

    async def _until_it_works(self, ask: Callable[[], Any]) -> Any:
        while True:
            try:
                answer = await ask()
            except Unauthorized:
                raise TokenRefused from None
            except Flood as flood:
                await asyncio.sleep(self._telegram.failed("asked too often", at_least=flood.seconds))
            except Conflict:
                await asyncio.sleep(self._telegram.failed(CONFLICT, at_least=1.0))
            except TelegramError as error:
                await asyncio.sleep(self._telegram.failed(str(error)))
            else:
                self._telegram.over()
                return answer

    async def _keep(self, updates: list[Any]) -> None:
        """Commit, then move the offset: the next request is what tells Telegram that these arrived."""
        rows = rows_of(updates)
        while True:
            try:
                new = await self._database.run(lambda work: work.inbox.accept(rows, self._clock()))
                break
            except StorageUnavailable as away:
                await asyncio.sleep(self._storage.failed(str(away)))
        self._storage.over()
        if rows:
            self._offset = max(update for update, _, _ in rows) + 1
            self._on_commit(new)
        else:
            await asyncio.sleep(1.0)  # nothing but updates without a number: they come again at once
