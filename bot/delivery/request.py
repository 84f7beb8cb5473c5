"""How does an HTTP request to the Bot API travel? python-telegram-bot's `BaseRequest` on aiohttp.

Its stock httpx client costs more than twice what a whole reply costs here, and drops idle connections after 5 s.
An address holds the token, so no error raised here carries one, and none is chained to one that does.
"""

import io
import json
from http import HTTPStatus
from typing import Any

import aiohttp
import orjson
from telegram._utils.defaultvalue import DefaultValue
from telegram._utils.types import ODVInput
from telegram.error import BadRequest, InvalidToken, NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData
from yarl import URL

CONNECT_SECONDS = 5.0
READ_SECONDS = 15.0
UPLOAD_SECONDS = 120.0
KEEP_ALIVE_SECONDS = 75.0
"""How long an idle connection is kept: a quiet bot would else pay a handshake for most replies."""

_STATUSES = frozenset(HTTPStatus)
FORM = {"Content-Type": "application/x-www-form-urlencoded", "User-Agent": BaseRequest.USER_AGENT}
MULTIPART = {"User-Agent": BaseRequest.USER_AGENT}


class Flood(TelegramError):
    """429: nothing may be sent for `seconds`. (The stock `RetryAfter` warns of its own deprecation at each use.)"""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"Too Many Requests: retry after {seconds:g}")
        self.seconds = seconds


class Unauthorized(InvalidToken):
    """401: Telegram does not know the token (404 is for a method, or a token, of an impossible shape)."""


class AiohttpRequest(BaseRequest):
    """One pool of connections, kept open and used again."""

    __slots__ = ("_connections", "_read", "_session", "_timeout")

    def __init__(self, *, connections: int = 64, read_timeout: float = READ_SECONDS) -> None:
        self._connections = connections
        self._read = read_timeout
        self._timeout = _timeout(CONNECT_SECONDS, read_timeout)
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        return self._read

    async def initialize(self) -> None:
        if self._session is None or self._session.closed:
            connector = aiohttp.TCPConnector(limit=self._connections, keepalive_timeout=KEEP_ALIVE_SECONDS)
            self._session = aiohttp.ClientSession(
                connector=connector, cookie_jar=aiohttp.DummyCookieJar(), auto_decompress=True
            )

    async def shutdown(self) -> None:
        if self._session is not None:
            await self._session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - the shape is BaseRequest's
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
    ) -> tuple[int, bytes]:
        if self._session is None or self._session.closed:
            raise RuntimeError("this request is not initialized")
        uploads = request_data is not None and request_data.contains_files
        timeout = self._timeout
        if not isinstance(read_timeout, DefaultValue) or uploads:
            timeout = _timeout(CONNECT_SECONDS, UPLOAD_SECONDS if uploads else _seconds(read_timeout, self._read))
        try:
            async with self._session.request(
                method,
                url,
                data=_multipart(request_data) if uploads and request_data else _form(request_data),
                headers=MULTIPART if uploads else FORM,
                timeout=timeout,
                allow_redirects=False,
            ) as response:
                status, body = response.status, await response.read()
        except TimeoutError:
            raise TimedOut from None
        except (aiohttp.ClientError, OSError) as error:
            raise NetworkError(f"no answer from Telegram ({type(error).__name__})") from None
        _refuse(status, body)
        return status, body

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        parsed = _json(payload)
        if not isinstance(parsed, dict) or ("result" not in parsed and "description" not in parsed):
            raise TelegramError("Invalid server response")
        return parsed


def _json(payload: bytes) -> Any:
    """orjson is strict; what only the standard library reads (half a surrogate pair) must not stop all the rest."""
    for read in (orjson.loads, json.loads):
        try:
            return read(payload)
        except (ValueError, RecursionError):
            continue
    return None


def _refuse(status: int, body: bytes) -> None:
    """Raise the refusals that python-telegram-bot tells apart too coarsely for a sender that never gives up."""
    if status == 429:
        raise Flood(_retry_after(body))
    if status == 401:
        raise Unauthorized("Telegram does not know this token")
    if status >= 500 and not isinstance(
        _json(body), dict
    ):  # else the library's error holds the body, whatever is in it
        raise NetworkError(f"{HTTPStatus(status).phrase if status in _STATUSES else 'Server Error'} ({status})")
    if status == 413:
        raise BadRequest("Request Entity Too Large")


def _retry_after(body: bytes) -> float:
    try:
        seconds = float(orjson.loads(body)["parameters"]["retry_after"])
    except (ValueError, KeyError, TypeError):
        return 1.0
    return min(max(seconds, 0.0), 3600.0)


def _seconds(asked: Any, default: float) -> float:
    return default if isinstance(asked, DefaultValue) or asked is None else float(asked)


def _timeout(connect: float, read: float) -> aiohttp.ClientTimeout:
    return aiohttp.ClientTimeout(total=connect + read, sock_connect=connect, sock_read=read)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else orjson.dumps(value).decode()


def _form(data: RequestData | None) -> bytes | None:
    if data is None:
        return None
    parameters = {name: _text(value) for name, value in data.parameters.items()}
    return URL.build(query=parameters).raw_query_string.encode()  # eight times as fast as urlencode


def _multipart(data: RequestData) -> aiohttp.FormData:
    form = aiohttp.FormData()
    for name, value in data.parameters.items():
        form.add_field(name, _text(value))
    for name, (file_name, content, kind) in data.multipart_data.items():
        body = io.BytesIO(content) if isinstance(content, bytes) else content
        form.add_field(name, body, filename=file_name, content_type=kind)
    return form
