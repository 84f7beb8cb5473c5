"""What runs while the bot is up? Intake, workers and sender, started and stopped as one."""

import asyncio
import contextlib
import logging
from collections.abc import Coroutine
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from bot.delivery.client import Client
from bot.delivery.limit import watch_over
from bot.delivery.orders import Making, Orders
from bot.delivery.pace import Rates
from bot.delivery.poll import Poller
from bot.delivery.send import Sender
from bot.delivery.uploads import Read, Uploads
from bot.delivery.work import Apologise, Clock, Respond, Worker
from bot.domain.errors import StorageUnavailable
from bot.services.counts import Counts
from bot.services.ports import Database, Work

if TYPE_CHECKING:
    from bot.delivery.webhook import WebhookServer

logger = logging.getLogger(__name__)

KEEP_DAYS = 7
KEEP_QUESTIONS_DAYS = 180
"""How long a question waits for whoever writes its answer."""
KEEP_PICTURES_DAYS = 90
"""What is still seen is drawn and uploaded anew then; what is seen no more is forgotten."""
PURGE_SECONDS = 24 * 3600.0


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where Telegram posts to (`url`), with which secret, and where this process listens (host:port)."""

    url: str
    secret: str
    listen: str

    def __repr__(self) -> str:
        return f"Webhook({self.url!r}, secret hidden, {self.listen!r})"


@dataclass(frozen=True, slots=True)
class Options:
    """`workers`: 1 on SQLite. `hard_limit`: after so many seconds a turn that cannot be ended ends the process;
    None leaves it (in tests, whose process is not ours to end)."""

    workers: int = 1
    turn_limit: float = 10.0
    hard_limit: float | None = 60.0
    rates: Rates = field(default_factory=Rates)
    grace: float = 8.0


class Delivery:
    """Telegram's wire, both ways.

        delivery = Delivery(
            token, api_url, database,
            respond=respond,        # (Work, Incoming) -> Sequence[Outgoing], runs on the database thread
            apologise=apologise,    # (chat, Trouble) -> Outgoing
            clock=clock,            # () -> aware UTC
            read=read,              # (Upload, bytes | None) -> Finish, reads files on a thread; None: no files are read
            making=Making(database.read, make, give_up),  # makes files and pictures; None: none are made
            webhook=None,           # or Webhook(url, secret, listen); None polls
            options=Options(workers=settings.database_workers if postgresql else 1, ...),
        )
        redact_logs([token, secret])
        await delivery.start()
        await delivery.ended()      # returns after stop(); raises TokenRefused or what a part failed with
        # on SIGTERM/SIGINT: asyncio.create_task(delivery.stop())

    `delivery.client.call(method, payload)` calls any method (setMyCommands, getFile); `delivery.sender.wake()` tells
    that outbox rows were put outside of a turn (reminders).
    """

    def __init__(
        self,
        token: str,
        api_url: str,
        database: Database,
        *,
        respond: Respond,
        apologise: Apologise,
        clock: Clock,
        webhook: Webhook | None = None,
        read: Read | None = None,
        making: Making | None = None,
        options: Options | None = None,
    ) -> None:
        self._options = options or Options()
        self._database = database
        self._clock = clock
        self._webhook = webhook
        self._server: WebhookServer | None = None
        self._poller: Poller | None = None
        self.client = Client(token, api_url)
        self.counts = Counts()
        self.sender = Sender(self.client, database, clock, self._options.rates, self.counts)
        self.uploads = Uploads(self.client, database, read, clock) if read is not None else None
        self.orders = Orders(database, making, clock) if making is not None else None
        recovered = asyncio.Event()
        self.workers = [
            Worker(
                database,
                respond,
                apologise,
                clock,
                turn_limit=self._options.turn_limit,
                counts=self.counts,
                recovered=recovered,
                recovers=number == 0,
            )
            for number in range(self._options.workers)
        ]
        for worker in self.workers:
            worker.on_commit = self._committed
            worker.more_waits = self._more_waits
        for beside in (self.uploads, self.orders):
            if beside is not None:
                beside.on_commit = self.sender.wake
        if self.orders is not None:
            self.sender.on_order = self.orders.wake.set
        self._tasks: list[asyncio.Task[Any]] = []
        self._working: list[asyncio.Task[Any]] = []
        self._sending: list[asyncio.Task[Any]] = []
        self._intake: asyncio.Task[Any] | None = None
        self._over = asyncio.Event()
        self._stopping: asyncio.Task[None] | None = None
        self.port: int | None = None
        """Where the webhook listens."""

    def _more_waits(self) -> bool:
        return self._poller is not None and self._poller.more_waits

    def _committed(self) -> None:
        self.sender.wake()
        for beside in (self.uploads, self.orders):
            if beside is not None:
                beside.wake.set()

    async def start(self) -> None:
        """Open everything; returns when it runs. Raises CannotListen where the webhook cannot; `stop` is for what a
        failed start leaves, too."""
        await self._listen()
        await self.client.connect()
        await self._database.run(lambda work: work.outbox.release())
        self._sending = [self._begin(self.sender.run())]
        self._working = [self._begin(worker.run()) for worker in self.workers]
        self._intake = self._begin(self._take_in())
        for beside in (self.uploads, self.orders):
            if beside is not None:
                self._begin(beside.run())
        self._begin(self._purge_daily())
        self._begin(watch_over([worker.watch for worker in self.workers], hard_limit=self._options.hard_limit))

    async def _listen(self) -> None:
        hook = self._webhook
        if hook is None:
            return
        from bot.delivery.webhook import Keeper, WebhookServer  # aiohttp's server: 4 MB that polling does without

        keeper = Keeper(self._database, self._clock, self._accepted)
        self._server = WebhookServer(keeper, url=hook.url, secret=hook.secret, listen=hook.listen)
        self.port = await self._server.open()

    def _take_in(self) -> Coroutine[Any, Any, None]:
        hook = self._webhook
        if hook is None:
            self._poller = Poller(self.client, self._database, self._clock, self._accepted)
            return self._poller.run()
        from bot.delivery.webhook import register

        return register(self.client, url=hook.url, secret=hook.secret)

    def _begin(self, part: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        task = asyncio.create_task(part)
        task.add_done_callback(self._part_ended)
        self._tasks.append(task)
        return task

    def _part_ended(self, task: asyncio.Task[Any]) -> None:
        if not task.cancelled() and task.exception() is not None:
            self._over.set()

    @property
    def takes_in(self) -> bool:
        """Whether updates come in: by polling, Telegram answered last time; by webhook, it is told where to post."""
        if self._stopping is not None or self._intake is None:
            return False
        if self._server is not None:
            return self._server.works and self._intake.done() and self._intake.exception() is None
        return self._poller is not None and self._poller.works and not self._intake.done()

    def _accepted(self, new: int) -> None:
        self.counts.accepted += new
        logger.debug("%(updates)d updates are accepted", {"updates": new})
        for worker in self.workers:
            worker.wake.set()

    async def ended(self) -> None:
        """Until `stop` is through, or a part failed: then that error, after all else was stopped."""
        await self._over.wait()
        failed = next((task for task in self._tasks if task.done() and not task.cancelled() and task.exception()), None)
        await self.stop()
        if failed is not None:
            failed.result()

    async def stop(self) -> None:
        """Take nothing more in, finish what was accepted, send what is ready; all within the grace time."""
        if self._stopping is None:
            self._stopping = asyncio.create_task(self._stop())
        await asyncio.shield(self._stopping)

    async def _stop(self) -> None:
        if self._server is not None:
            self._server.refuse()
        if self._intake is not None:
            self._intake.cancel()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(self._options.grace):
                for worker in self.workers:
                    worker.stop()
                await asyncio.gather(*self._working, return_exceptions=True)
                self.sender.stop()
                await asyncio.gather(*self._sending, return_exceptions=True)
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._server is not None:
            await self._server.close()
        await self.client.disconnect()
        self._over.set()

    async def _purge_daily(self) -> None:
        """Delete what was handled a week ago, bodies of messages with it, and questions that stayed open too long."""
        while True:
            try:
                await self._database.run(self._purge)
            except StorageUnavailable as away:
                logger.warning("old updates were not purged: %(why)s", {"why": str(away)})
            await asyncio.sleep(PURGE_SECONDS)

    def _purge(self, work: Work) -> int:
        work.uploads.purge(self._clock() - timedelta(days=KEEP_DAYS))
        work.broadcasts.purge(self._clock() - timedelta(days=KEEP_DAYS))
        work.sent_pictures.purge(self._clock() - timedelta(days=KEEP_PICTURES_DAYS))
        work.open_questions.purge(self._clock() - timedelta(days=KEEP_QUESTIONS_DAYS))
        return work.inbox.purge(self._clock() - timedelta(days=KEEP_DAYS))
