"""Where does local Telegram listen? One HTTP server: the Bot API, file downloads, the control API and the chat page."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import cast

from tornado.httpserver import HTTPServer
from tornado.httputil import (
    HTTPConnection,
    HTTPHeaders,
    HTTPMessageDelegate,
    HTTPServerConnectionDelegate,
    RequestStartLine,
    ResponseStartLine,
)
from tornado.netutil import bind_sockets
from tornado.web import Application, RequestHandler, StaticFileHandler

from bot.local import limits
from bot.local.control import ControlHandler, EventsHandler, guarded
from bot.local.people import Person
from bot.local.webhook import Deliverer
from bot.local.wire import ApiRequest
from bot.local.world import World

DEFAULT_TOKEN = "1000000001:local-chat-needs-no-real-token-AAAAAAA"
_PAGE = Path(__file__).parent / "page"


class LocalTelegram(HTTPServerConnectionDelegate):
    """Telegram on loopback, in memory: start it, point a bot's API address at it, be a person in its chats."""

    def __init__(self, *tokens: str, clock: Callable[[], float] = time.time, people: bool = True) -> None:  # noqa: TID251
        self.worlds = {token: World(token, clock) for token in tokens or (DEFAULT_TOKEN,)}
        self.url = ""
        self.watchers: set[EventsHandler] = set()  # open chat pages
        self._deliverers: list[Deliverer] = []
        if people:
            for world in self.worlds.values():
                world.add_person({"first_name": "Alex", "username": "alex", "language_code": "en"})
                world.add_person({"first_name": "Sam", "username": "sam", "language_code": "en"})

    @property
    def world(self) -> World:
        """The (first) bot's world."""
        return next(iter(self.worlds.values()))

    @property
    def token(self) -> str:
        return self.world.token

    def person(self, name: str = "Alex", world: World | None = None) -> Person:
        """Somebody by first name; who is not there yet opens an account."""
        world = world or self.world
        known = (each for each in world.people.values() if each["first_name"] == name)
        record = next(known, None) or world.add_person({"first_name": name, "language_code": "en"})
        return Person(world, record)

    async def start(self, host: str = "127.0.0.1", port: int = 0) -> str:
        """Listen and return the address, such as http://127.0.0.1:8081."""
        sockets = bind_sockets(port, host)
        self.url = f"http://{host}:{sockets[0].getsockname()[1]}"
        self._application = _application(self, host)
        # A request may be as large as the largest upload, and one more byte so that too large is answered, not cut.
        self._server = HTTPServer(self, max_buffer_size=2 * limits.UPLOAD_BYTES, max_body_size=2 * limits.UPLOAD_BYTES)
        self._server.add_sockets(sockets)
        self._deliverers = [Deliverer(world) for world in self.worlds.values()]
        return self.url

    async def stop(self) -> None:
        """Hang up on everybody and close."""
        self._server.stop()
        for watcher in tuple(self.watchers):
            watcher.close()
        for deliverer in self._deliverers:
            await deliverer.stop()
        await self._server.close_all_connections()

    def start_request(self, server_conn: object, request_conn: HTTPConnection) -> HTTPMessageDelegate:
        return _Switch(self, server_conn, request_conn)

    def pages(self, server_conn: object, request_conn: HTTPConnection) -> HTTPMessageDelegate:
        """Everything that is not the Bot API itself."""
        return self._application.start_request(server_conn, request_conn)


class _Switch(HTTPMessageDelegate):
    """Sends calls of the Bot API down the short way and everything else to tornado's web framework."""

    def __init__(self, telegram: LocalTelegram, server_conn: object, request_conn: HTTPConnection) -> None:
        self._telegram = telegram
        self._connections = server_conn, request_conn

    def headers_received(self, start_line: RequestStartLine | ResponseStartLine, headers: HTTPHeaders) -> None:
        if cast("RequestStartLine", start_line).path.startswith("/bot"):
            self._target: HTTPMessageDelegate = ApiRequest(self._connections[1], self._telegram.worlds.get)
        else:
            self._target = self._telegram.pages(*self._connections)
        self.data_received = self._target.data_received  # type: ignore[method-assign]
        self.finish = self._target.finish  # type: ignore[method-assign]
        self.on_connection_close = self._target.on_connection_close  # type: ignore[method-assign]
        self._target.headers_received(start_line, headers)


class FileHandler(RequestHandler):
    """/file/bot<token>/<path>: the bytes of a file that getFile named."""

    def initialize(self, telegram: LocalTelegram) -> None:
        self.telegram = telegram

    def get(self, token: str, path: str) -> None:
        world = self.telegram.worlds.get(token)
        stored = world.files.by_path.get(path) if world else None
        if stored is None:
            self.set_status(404)
            self.finish({"ok": False, "error_code": 404, "description": "Not Found"})
            return
        self.set_header("Content-Type", "application/octet-stream")
        self.finish(stored.body)


def _application(telegram: LocalTelegram, host: str) -> Application:
    own = {"telegram": telegram}
    page = {"path": str(_PAGE), "default_filename": "index.html"}
    return Application(
        [
            (r"/file/bot([^/]+)/(.+)", FileHandler, own),
            (r"/control/events", EventsHandler, own),
            (r"/control/(\w+)", ControlHandler, own),
            (r"/(.*)", guarded(StaticFileHandler), page),
        ],
        hosts={host, "127.0.0.1", "localhost", "[::1]"},
        websocket_ping_interval=20,
        log_function=lambda _: None,  # the bot's own log is what a reader wants to see
    )
