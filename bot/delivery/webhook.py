"""How do updates come in by webhook? Checked before they are read, kept before they are acknowledged.

Served by aiohttp, the library that also sends: it hands a request over when only its head is read, so the secret is
compared before a byte of the body is taken in.
"""

import asyncio
import hmac
import logging
from collections.abc import Callable
from http import HTTPStatus

import orjson
from aiohttp import web
from telegram.error import TelegramError

from bot.delivery.client import Client
from bot.delivery.incoming import ALLOWED_UPDATES
from bot.delivery.intake import Row, rows_of
from bot.delivery.outage import Outage
from bot.delivery.refusals import CannotListen, TokenRefused
from bot.delivery.request import Flood, Unauthorized
from bot.delivery.work import Clock
from bot.domain.errors import StorageUnavailable
from bot.services.ports import Database

logger = logging.getLogger(__name__)

LARGEST_BODY = 1024 * 1024
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
MOST_CONNECTIONS = 40
BODY_SECONDS = 10.0


class Keeper:
    """Keeps rows that arrive side by side in one commit."""

    def __init__(self, database: Database, clock: Clock, on_commit: Callable[[int], None]) -> None:
        self._database = database
        self._clock = clock
        self._on_commit = on_commit
        self._waiting: list[tuple[Row, asyncio.Future[bool]]] = []
        self._committing: asyncio.Task[None] | None = None
        self._outage = Outage("the database (accepting updates)", longest=5.0)

    async def keep(self, row: Row) -> bool:
        """Whether the row is committed."""
        kept: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._waiting.append((row, kept))
        if self._committing is None:
            self._committing = asyncio.create_task(self._commit())
        return await kept

    async def _commit(self) -> None:
        try:
            while self._waiting:
                batch, self._waiting = self._waiting, []
                kept = await self._commit_batch([row for row, _ in batch])
                for _, future in batch:
                    if not future.done():
                        future.set_result(kept)
        finally:
            self._committing = None

    async def _commit_batch(self, rows: list[Row]) -> bool:
        try:
            new = await self._database.run(lambda work: work.inbox.accept(rows, self._clock()))
        except StorageUnavailable as away:
            self._outage.failed(str(away))
            return False
        # The border to whoever posts: they are told to come again, whatever the reason.
        except Exception:
            logger.exception("updates could not be kept")
            return False
        self._outage.over()
        self._on_commit(new)
        return True


class WebhookServer:
    """Takes what Telegram posts. `listen` is host:port; the path is the one of `url`."""

    def __init__(self, keeper: Keeper, *, url: str, secret: str, listen: str) -> None:
        self._keeper = keeper
        self._secret = secret.encode()
        self._url = url
        self._host, _, port = listen.rpartition(":")
        self._port = int(port)
        self._open = False
        app = web.Application(client_max_size=LARGEST_BODY)
        app.router.add_post(_path(url), self._post)
        app.router.add_get("/health", self._health)
        self._runner = web.AppRunner(app, access_log=None, lingering_time=0, keepalive_timeout=75)

    async def open(self) -> int:
        """Listen; the port, which the system chooses for 0. Raises CannotListen."""
        await self._runner.setup()
        site = web.TCPSite(self._runner, self._host, self._port)
        try:
            await site.start()
        except OSError as refusal:
            await self.close()
            raise CannotListen("WEBHOOK_LISTEN", f"{self._host}:{self._port}", refusal) from None
        self._open = True
        return int(self._runner.addresses[0][1])

    @property
    def works(self) -> bool:
        return self._open

    def refuse(self) -> None:
        """Take nothing more: Telegram keeps what it is told to bring again."""
        self._open = False

    async def close(self) -> None:
        await self._runner.cleanup()

    async def _post(self, request: web.Request) -> web.Response:
        given = request.headers.get(SECRET_HEADER, "").encode("utf-8", "replace")
        if not hmac.compare_digest(given, self._secret):
            return _closing(HTTPStatus.FORBIDDEN)
        if not self._open:
            return _closing(HTTPStatus.SERVICE_UNAVAILABLE)
        if (request.content_length or 0) > LARGEST_BODY:
            return _closing(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        try:
            async with asyncio.timeout(BODY_SECONDS):
                body = await request.read()
        except TimeoutError:
            return _closing(HTTPStatus.REQUEST_TIMEOUT)
        return await self._keep(body)

    async def _keep(self, body: bytes) -> web.Response:
        try:
            rows = rows_of([orjson.loads(body)])
        except ValueError:
            rows = ()
        if not rows:
            return web.Response(status=HTTPStatus.BAD_REQUEST)
        kept = await self._keeper.keep(rows[0])
        return web.Response(status=HTTPStatus.OK if kept else HTTPStatus.SERVICE_UNAVAILABLE)

    async def _health(self, _: web.Request) -> web.Response:
        return web.Response(text="ok" if self._open else "stopping", status=200 if self._open else 503)


async def register(client: Client, *, url: str, secret: str) -> None:
    """Tell Telegram where to post, until it has taken that in. Raises TokenRefused."""
    telegram = Outage("Telegram (setWebhook)")
    asked = {
        "url": url,
        "secret_token": secret,
        "allowed_updates": list(ALLOWED_UPDATES),
        "max_connections": MOST_CONNECTIONS,
    }
    while True:
        try:
            await client.call("setWebhook", asked)
        except Unauthorized:
            raise TokenRefused from None
        except TelegramError as error:
            await asyncio.sleep(telegram.failed(str(error), at_least=error.seconds if isinstance(error, Flood) else 0))
        else:
            telegram.over()
            return


def _path(url: str) -> str:
    _, _, rest = url.partition("://")
    _, slash, path = rest.partition("/")
    return slash + path.partition("?")[0] or "/"


def _closing(status: HTTPStatus) -> web.Response:
    """An answer before the body was read: the connection ends, so that nobody has to read it."""
    response = web.Response(status=status)
    response.force_close()
    return response
