"""How does a request to /bot<token>/<method> become an answer? The hot path: bytes in, one method, bytes out.

It sits below tornado's web framework, on its HTTP connection, because a benchmark's other half must cost little, and
because broken connections (cut, reset, silent) can only be played there.
"""

import asyncio
import logging
import socket
import struct
from collections.abc import Callable, Coroutine
from typing import Any, cast
from urllib.parse import unquote

import orjson
from tornado.http1connection import HTTP1Connection
from tornado.httputil import HTTPConnection, HTTPHeaders, HTTPMessageDelegate, RequestStartLine, ResponseStartLine

from bot.local import limits
from bot.local.errors import ApiError
from bot.local.faults import Fault
from bot.local.methods.table import METHODS, NAMES
from bot.local.parameters import Parameters, read_parameters
from bot.local.world import Call, World

_LOG = logging.getLogger(__name__)
_REASONS = {
    200: "OK",
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    409: "Conflict",
    413: "Request Entity Too Large",
    429: "Too Many Requests",
    500: "Internal Server Error",
    502: "Bad Gateway",
}
_BAD_GATEWAY = b"<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body></body>\r\n</html>\r\n"
FindWorld = Callable[[str], World | None]


class ApiRequest(HTTPMessageDelegate):
    """One call, from its first header to its last byte."""

    def __init__(self, connection: HTTPConnection, find_world: FindWorld) -> None:
        self._connection = connection
        self._find_world = find_world
        self._chunks: list[bytes] = []
        self._task: asyncio.Task[None] | None = None
        self._path = self._query = self._content_type = ""

    def headers_received(self, start_line: RequestStartLine | ResponseStartLine, headers: HTTPHeaders) -> None:
        self._path, _, self._query = cast("RequestStartLine", start_line).path.partition("?")
        self._content_type = headers.get("Content-Type", "") or ""

    def data_received(self, chunk: bytes) -> None:
        self._chunks.append(chunk)

    def on_connection_close(self) -> None:
        """The caller hung up: nobody waits for this poll any more."""
        if self._task:
            self._task.cancel()

    def finish(self) -> None:
        try:
            world, method, parameters = self._understood()
        except ApiError as refused:
            self._answer_error(refused)
            return
        call = Call(NAMES.get(method, method), _recorded(parameters), world.now())
        fault = world.faults.next(method, parameters.text("chat_id")) if world.faults.rules else None
        if fault is not None:
            self._later(self._fail(world, method, parameters, call, fault))
        elif method == "getupdates":
            self._later(self._poll(world, parameters, call))
        else:
            self._write(*perform(world, method, parameters, call))

    def _understood(self) -> tuple[World, str, Parameters]:
        token, _, method = unquote(self._path.removeprefix("/bot")).partition("/")
        world = self._find_world(token)
        if world is None:
            raise ApiError(401, "Unauthorized")
        try:
            parameters = read_parameters(self._query, self._content_type, b"".join(self._chunks))
        except ApiError as refused:
            world.record(Call(method, {}, world.now(), refused.code, refused.description))
            raise
        return world, method.lower(), parameters

    def _later(self, work: Coroutine[Any, Any, None]) -> None:
        self._task = asyncio.ensure_future(work)
        cast("HTTP1Connection", self._connection).set_close_callback(self.on_connection_close)

    async def _poll(self, world: World, parameters: Parameters, call: Call) -> None:
        patience = parameters.integer("timeout", 0, 0, limits.POLL_SECONDS)
        self._write(*await _polled(world, parameters, call, patience))

    async def _fail(self, world: World, method: str, parameters: Parameters, call: Call, fault: Fault) -> None:
        """Play a fault: maybe carry the call out, and let the bot see something else."""
        call.fault = fault.kind
        if fault.kind == "slow":
            await asyncio.sleep(fault.seconds)
        status, body = 0, b""
        if fault.carried_out and method == "getupdates":
            status, body = await _polled(world, parameters, call, patience=0)
        elif fault.carried_out:
            status, body = perform(world, method, parameters, call)
        elif refusal := fault.refusal():
            status, body = refusal.code, orjson.dumps(refusal.answer())
            call.status, call.description = status, refusal.description
            world.record(call)
        else:
            world.record(call)
        await self._break(fault, status, body)

    async def _break(self, fault: Fault, status: int, body: bytes) -> None:
        match fault.kind:
            case "reset_before" | "reset_after":
                self._reset()
            case "timeout" | "timeout_after":
                await asyncio.sleep(fault.seconds)
                self._reset()
            case "truncated":
                self._truncate(body)
            case "bad_json":
                self._write(200, body[: len(body) // 2].decode(errors="ignore").encode())
            case "502":
                self._write(502, _BAD_GATEWAY, "text/html")
            case _:
                self._write(status, body)

    def _reset(self) -> None:
        """Cut the connection with a reset, as a crashing machine in between does."""
        stream = cast("HTTP1Connection", self._connection).detach()
        stream.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        stream.close()

    def _truncate(self, body: bytes) -> None:
        """Promise the whole body, send half of it, hang up."""
        stream = cast("HTTP1Connection", self._connection).detach()
        head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        writing = stream.write(head.encode() + body[: len(body) // 2])
        asyncio.ensure_future(writing).add_done_callback(lambda _: stream.close())

    def _answer_error(self, refused: ApiError) -> None:
        self._write(refused.code, orjson.dumps(refused.answer()))

    def _write(self, status: int, body: bytes, content_type: str = "application/json") -> None:
        headers = HTTPHeaders()
        headers["Content-Type"] = content_type
        headers["Content-Length"] = str(len(body))
        try:
            self._connection.write_headers(ResponseStartLine("HTTP/1.1", status, _REASONS[status]), headers, body)
            self._connection.finish()
        except OSError:
            _LOG.debug("the caller hung up before the answer")


def perform(world: World, method: str, parameters: Parameters, call: Call) -> tuple[int, bytes]:
    """Carry out one method and say how it went, as HTTP status and body."""
    run = METHODS.get(method)
    if run is None:
        _LOG.error("method %r is not implemented by the stand-in", method)
        outcome: ApiError | None = ApiError(404, "Not Found: method not found")
    else:
        try:
            result = run(world, parameters)
            outcome = None
        except ApiError as refused:
            outcome = refused
    if outcome is not None:
        call.status, call.description = outcome.code, outcome.description
        world.record(call)
        return outcome.code, orjson.dumps(outcome.answer())
    call.status = 200
    world.record(call)
    return 200, b'{"ok":true,"result":' + orjson.dumps(result) + b"}"


async def _polled(world: World, parameters: Parameters, call: Call, patience: int) -> tuple[int, bytes]:
    """getUpdates: the one method that may wait."""
    limit = parameters.integer("limit", limits.UPDATES_AT_ONCE, 1, limits.UPDATES_AT_ONCE)
    try:
        world.updates.allow(parameters.structure("allowed_updates", "allowed_updates"))
        body = await world.updates.take(parameters.integer("offset"), limit, patience)
    except ApiError as refused:
        call.status, call.description = refused.code, refused.description
        world.record(call)
        return refused.code, orjson.dumps(refused.answer())
    call.status = 200
    world.record(call)
    return 200, body


def _recorded(parameters: Parameters) -> dict[str, Any]:
    """What a call brought, for the record: files by name and size, structures as they are."""
    if not parameters.uploads:
        return parameters.values
    files = {name: f"<{upload.name}, {len(upload.body)} bytes>" for name, upload in parameters.uploads.items()}
    return {**parameters.values, **files}
