"""How is a file that a lifter sent fetched and read? Beside the turns, which wait for no network and no long file.

What is found in it, and what is said of it, is one transaction.
"""

import asyncio
import logging
from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import TypeVar

from telegram.error import BadRequest, InvalidToken, TelegramError

from bot.delivery.client import Client
from bot.delivery.outage import Outage, wait_for
from bot.delivery.work import Clock
from bot.domain.errors import StorageUnavailable
from bot.services.failure import trace
from bot.services.messages import Outgoing
from bot.services.ports import Database, Work
from bot.services.uploads import Upload

logger = logging.getLogger(__name__)

T = TypeVar("T")

LEASE = timedelta(minutes=3)
"""How long a file waits on PostgreSQL when the process that took it dies (on SQLite the next start frees it)."""
TRIES = 5
WAIT = timedelta(seconds=2)
IDLE_SECONDS = 5.0

Finish = Callable[[Work], Sequence[Outgoing]]
Read = Callable[[Upload, bytes | None], Finish]
"""Reads a file on a thread of its own (None: it could not be fetched) and gives what is left to do in a transaction:
it changes the rows and gives the calls that tell of it."""


class Uploads:
    def __init__(self, client: Client, database: Database, read: Read, clock: Clock) -> None:
        self._client = client
        self._database = database
        self._read = read
        self._clock = clock
        self.wake = asyncio.Event()
        self.on_commit: Callable[[], None] = lambda: None
        self._outage = Outage("the database (files)", longest=5.0)

    async def run(self) -> None:
        """Until cancelled. One file after the other: each takes the memory of a file."""
        await self._in_database(lambda work: work.uploads.release(self._clock()))
        while True:
            self.wake.clear()
            upload = await self._in_database(self._claim)
            if upload is None:
                await wait_for(self.wake, IDLE_SECONDS)
            else:
                await self._serve(upload)

    def _claim(self, work: Work) -> Upload | None:
        now = self._clock()
        return work.uploads.claim(now, now + LEASE)

    async def _serve(self, upload: Upload) -> None:
        body: bytes | None = None
        if upload.tries < TRIES:
            try:
                body = await self._fetch(upload)
            except TelegramError as error:
                await self._later(upload, str(error))
                return
        try:
            finish = await asyncio.to_thread(self._read, upload, body)
            await self._in_database(lambda work: self._finish(work, finish))
        # The border to everything that a file can hold: one that fails must not stop the others.
        except Exception as fault:  # noqa: BLE001
            await self._failed(upload, fault)
        else:
            self.on_commit()

    async def _fetch(self, upload: Upload) -> bytes | None:
        """None where Telegram has it no more, or does not give it out."""
        try:
            found = await self._client.call("getFile", {"file_id": upload.file_id})
            return await self._client.download(found["file_path"])
        except (BadRequest, InvalidToken, KeyError, TypeError):
            return None

    def _finish(self, work: Work, finish: Finish) -> None:
        work.outbox.put(finish(work), self._clock())

    async def _failed(self, upload: Upload, fault: Exception) -> None:
        logger.error(
            "file %(file)s of athlete %(athlete)s cannot be served: %(where)s",
            {"file": upload.id, "athlete": upload.athlete, "where": trace(fault)},
        )
        await self._later(upload, type(fault).__name__)

    async def _later(self, upload: Upload, why: str) -> None:
        logger.warning(
            "file %(file)s of athlete %(athlete)s is tried again later (%(why)s)",
            {"file": upload.id, "athlete": upload.athlete, "why": why},
        )
        at = self._clock() + WAIT * (upload.tries + 1)
        await self._in_database(lambda work: work.uploads.again(upload.id, at))

    async def _in_database(self, job: Callable[[Work], T]) -> T:
        """However long the database is away."""
        while True:
            try:
                done = await self._database.run(job)
            except StorageUnavailable as away:
                await asyncio.sleep(self._outage.failed(str(away)))
            else:
                self._outage.over()
                return done
