"""Who answers /health, /ready and /metrics? A small server of its own, apart from where Telegram posts to."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Generic, TypeVar

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST

from bot.domain.errors import StorageUnavailable
from bot.monitor.metrics import exposition
from bot.monitor.readiness import Readiness
from bot.services.counts import Counts
from bot.services.figures import Depths

T = TypeVar("T")
PATIENCE = 3.0
"""Seconds that a database may take to answer; as long as a probe usually waits, or less."""


class Asked(Generic[T]):
    """One question at a time, however many ask: a database that hangs must not get a queue of probes."""

    def __init__(self, ask: Callable[[], Awaitable[T]]) -> None:
        self._ask = ask
        self._asking: asyncio.Task[T] | None = None

    async def __call__(self) -> T:
        """Raises TimeoutError, and what the question raises."""
        if self._asking is None or self._asking.done():
            self._asking = asyncio.ensure_future(self._awaited())
        async with asyncio.timeout(PATIENCE):
            return await asyncio.shield(self._asking)

    async def _awaited(self) -> T:
        return await self._ask()

    async def end(self) -> None:
        if self._asking is not None:
            self._asking.cancel()
            await asyncio.gather(self._asking, return_exceptions=True)


class MonitorServer:
    """`ready` and `depths` ask the database; neither answer is needed for /health, which only shows that the event
    loop turns."""

    def __init__(
        self,
        listen: str,
        *,
        counts: Counts,
        clock: Callable[[], datetime],
        ready: Callable[[], Awaitable[Readiness]],
        depths: Callable[[], Awaitable[Depths]],
    ) -> None:
        self._host, _, port = listen.rpartition(":")
        self._port = int(port)
        self._counts = counts
        self._clock = clock
        self._ready = Asked(ready)
        self._depths = Asked(depths)
        app = web.Application()
        app.router.add_get("/health", self._answer_health)
        app.router.add_get("/ready", self._answer_ready)
        app.router.add_get("/metrics", self._answer_metrics)
        self._runner = web.AppRunner(app, access_log=None, keepalive_timeout=75)

    async def open(self) -> int:
        """Listen; the port, which the system chooses for 0. Raises OSError."""
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, self._host.strip("[]"), self._port).start()
        except OSError:
            await self.close()
            raise
        return int(self._runner.addresses[0][1])

    async def close(self) -> None:
        await self._runner.cleanup()
        await self._ready.end()
        await self._depths.end()

    async def _answer_health(self, _: web.Request) -> web.Response:
        return web.json_response({"alive": True})

    async def _answer_ready(self, _: web.Request) -> web.Response:
        try:
            found = await self._ready()
        except TimeoutError:
            found = Readiness(database=False)
        return web.json_response(found.told, status=200 if found.ready else 503)

    async def _answer_metrics(self, _: web.Request) -> web.Response:
        try:
            depths: Depths | None = await self._depths()
        except (TimeoutError, StorageUnavailable):
            depths = None
        body = exposition(self._counts, depths, self._clock())
        return web.Response(body=body, headers={"Content-Type": CONTENT_TYPE_LATEST})
