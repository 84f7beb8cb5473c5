"""How do updates come in by webhook? Checked before they are read, kept before they are acknowledged.

Served by aiohttp, the library that also sends: it hands a request over when only its head is read, so the secret is
compared before a byte of the body is taken in. Who comes that far is up to the `Door`.
"""

import asyncio
import hmac
import logging
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import TypeAlias

import orjson
from aiohttp import StreamReader, web
from telegram.error import TelegramError

from bot.delivery.client import Client
from bot.delivery.door import Door, Limits, Visit
from bot.delivery.incoming import ALLOWED_UPDATES
from bot.delivery.intake import Row, rows_of
from bot.delivery.outage import Outage
from bot.delivery.refusals import CannotListen, TokenRefused
from bot.delivery.request import Flood, Unauthorized
from bot.delivery.work import Clock
from bot.domain.errors import StorageUnavailable
from bot.services.ports import Database

logger = logging.getLogger(__name__)

LARGEST_BODY = 512 * 1024
"""Bytes; an update of Telegram's has a tenth of that at most. Read as JSON it may take thirty times as much."""
USUAL_BODY = 64 * 1024
LARGE_AT_ONCE = 2
"""Bodies that are large, or do not say how large they are; others do not wait for them."""
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
MOST_CONNECTIONS = 40

Handler: TypeAlias = Callable[[web.Request], Awaitable[web.StreamResponse]]

VISIT = web.RequestKey("visit", Visit)
UNHEARD = logging.Logger("what aiohttp says of heads that are none", logging.CRITICAL)
"""Nobody is to fill the log by posting nonsense: it is answered, and that is all."""


class TooLarge(Exception):
    """A body is larger than any update."""


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

    def __init__(self, keeper: Keeper, *, url: str, secret: str, listen: str, limits: Limits | None = None) -> None:
        self._keeper = keeper
        self._secret = secret.encode()
        self._host, _, port = listen.rpartition(":")
        self._port = int(port)
        self._limits = limits or Limits()
        self._large = asyncio.Semaphore(LARGE_AT_ONCE)
        self._open = False
        app = web.Application(middlewares=[self._answer])
        app.router.add_post(_path(url), self._post)
        app.router.add_get("/health", self._health)
        self._runner = web.AppRunner(
            app, access_log=None, logger=UNHEARD, lingering_time=0, keepalive_timeout=75, auto_decompress=False
        )
        self._door: Door | None = None
        self._server: asyncio.Server | None = None

    async def open(self) -> int:
        """Listen; the port, which the system chooses for 0. Raises CannotListen."""
        await self._runner.setup()
        assert self._runner.server is not None
        self._door = Door(self._runner.server, self._limits)
        try:
            self._server = await asyncio.get_running_loop().create_server(self._door, self._host, self._port)
        except OSError as refusal:
            await self.close()
            raise CannotListen("WEBHOOK_LISTEN", f"{self._host}:{self._port}", refusal) from None
        self._open = True
        return int(self._server.sockets[0].getsockname()[1])

    @property
    def works(self) -> bool:
        return self._open

    def refuse(self) -> None:
        """Take nothing more: Telegram keeps what it is told to bring again."""
        self._open = False

    async def close(self) -> None:
        if self._server is not None:
            self._server.close()
        if self._door is not None:
            self._door.close()
        await self._runner.cleanup()

    @web.middleware
    async def _answer(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        visit = self._door.visit_of(request.protocol) if self._door is not None else None
        if visit is None:
            return _closing(HTTPStatus.REQUEST_TIMEOUT)
        visit.begins()
        request[VISIT] = visit
        response = await self._answered(request, handler)
        visit.ends(stays=request.keep_alive and response.keep_alive is not False)
        return response

    async def _answered(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        try:
            return await handler(request)
        except web.HTTPException as answer:
            return _closing(HTTPStatus(answer.status))
        except (ConnectionError, web.RequestPayloadError):  # it hung up, or its body cannot be taken apart
            return _closing(HTTPStatus.BAD_REQUEST)
        # The border to whoever posts: aiohttp would tell of it, too, and is not heard.
        except Exception:
            logger.exception("a post could not be answered")
            return _closing(HTTPStatus.INTERNAL_SERVER_ERROR)

    async def _post(self, request: web.Request) -> web.Response:
        given = request.headers.get(SECRET_HEADER, "").encode("utf-8", "replace")
        if not hmac.compare_digest(given, self._secret):
            return _closing(HTTPStatus.FORBIDDEN)
        if not self._open:
            return _closing(HTTPStatus.SERVICE_UNAVAILABLE)
        if (request.content_length or 0) > LARGEST_BODY:
            return _closing(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        visit = request[VISIT]
        visit.known = visit.reads = True
        try:
            async with asyncio.timeout(self._limits.body_seconds):
                body = await self._body(request)
        except TimeoutError:
            return _closing(HTTPStatus.REQUEST_TIMEOUT)
        except TooLarge:
            return _closing(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        visit.reads = False
        return await self._keep(body)

    async def _body(self, request: web.Request) -> bytes:
        """Raises TooLarge, and what a client that hangs up or makes no sense brings about."""
        if request.content_length is not None and request.content_length <= USUAL_BODY:
            return await _taken_in(request.content)
        async with self._large:
            return await _taken_in(request.content)

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


async def _taken_in(content: StreamReader) -> bytes:
    """Piece by piece: `Request.read` makes room for the largest body in each connection's buffer, and keeps it."""
    pieces, size = [], 0
    while piece := await content.readany():
        size += len(piece)
        if size > LARGEST_BODY:
            raise TooLarge
        pieces.append(piece)
    return b"".join(pieces)


def _closing(status: HTTPStatus) -> web.Response:
    """An answer before the body was read: the connection ends, so that nobody has to read it."""
    response = web.Response(status=status)
    response.force_close()
    return response
