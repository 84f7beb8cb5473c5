"""Who moves the people? The HTTP control API beside the Bot API, for the chat page and for tests in other processes."""

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import orjson
from tornado.ioloop import PeriodicCallback
from tornado.web import HTTPError, RequestHandler
from tornado.websocket import WebSocketHandler

from bot.local.control_deeds import DEEDS
from bot.local.control_views import VIEWS, show_file
from bot.local.errors import ApiError, Json
from bot.local.world import World

if TYPE_CHECKING:
    from bot.local.server import LocalTelegram

_SAFE_HEADERS = {
    "Content-Security-Policy": "default-src 'self'; img-src 'self' blob: data:; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


_NOT_FOR_PAGES = ("moved", "call", "webhook")  # a busy bot makes thousands of these
_WATCH_MS = 1000


def foreign(handler: RequestHandler) -> bool:
    """Was this request sent by a page of another site, or through a name that is not ours (DNS rebinding)?"""
    request = handler.request
    if urlsplit(f"//{request.host}").hostname not in {host.strip("[]") for host in handler.settings["hosts"]}:
        return True
    origin = request.headers.get("Origin")
    return origin is not None and origin != f"{request.protocol}://{request.host}"


def guarded(handler: type[RequestHandler]) -> type[RequestHandler]:
    """The same handler, deaf to foreign requests and with headers that keep its pages to themselves."""

    class Guarded(handler):  # type: ignore[valid-type,misc]
        def prepare(self) -> None:
            if foreign(self):
                raise HTTPError(403, "the local chat answers its own page only")

        def set_default_headers(self) -> None:
            for name, value in _SAFE_HEADERS.items():
                self.set_header(name, value)
            self.set_header("Cache-Control", "no-cache")

    return Guarded


class _Handler(RequestHandler):
    def initialize(self, telegram: "LocalTelegram") -> None:
        self.telegram = telegram

    def world(self) -> World:
        """The bot meant by ?bot=<id>; without it the first."""
        wanted = self.get_query_argument("bot", "")
        for world in self.telegram.worlds.values():
            if wanted in ("", str(world.user["id"])):
                return world
        raise LookupError(f"there is no bot {wanted} here")


class ControlHandler(guarded(_Handler)):  # type: ignore[misc]
    """GET shows, POST does; mistakes come back as 400 with a sentence."""

    async def get(self, name: str) -> None:
        if name == "file":
            show_file(self, self.world())
            return
        view = VIEWS.get(name)
        if view is None:
            raise HTTPError(404)
        arguments = {key: values[-1].decode() for key, values in self.request.query_arguments.items()}
        await self._answer(view(self.world(), arguments))

    async def post(self, name: str) -> None:
        deed = DEEDS.get(name)
        if deed is None:
            raise HTTPError(404)
        try:
            result = deed(self.world(), self._body(), self.request)
        except (LookupError, ValueError, TypeError) as wrong:
            self._refuse(str(wrong))
        except ApiError as refused:
            self._refuse(refused.description)
        else:
            self._finish(result)

    def _body(self) -> Json:
        if self.request.headers.get("Content-Type", "").startswith("multipart/form-data"):
            return {name: values[-1].decode() for name, values in self.request.body_arguments.items()}
        body = orjson.loads(self.request.body) if self.request.body else {}
        if not isinstance(body, dict):
            raise TypeError("the body must be a JSON object")
        return body

    async def _answer(self, work: Any) -> None:
        try:
            self._finish(await work)
        except (LookupError, ValueError) as wrong:
            self._refuse(str(wrong))
        except TimeoutError:
            self.set_status(408)
            self._finish({"error": "it did not happen in time"})

    def _refuse(self, why: str) -> None:
        self.set_status(400)
        self._finish({"error": why})

    def _finish(self, result: Any) -> None:
        self.set_header("Content-Type", "application/json")
        self.finish(orjson.dumps(result))


class EventsHandler(WebSocketHandler):
    """Every change in the chats of some people, as it happens."""

    def initialize(self, telegram: "LocalTelegram") -> None:
        self.telegram = telegram

    def check_origin(self, origin: str) -> bool:
        return not foreign(self) and urlsplit(origin).netloc == self.request.host

    def prepare(self) -> None:
        if foreign(self):
            raise HTTPError(403)

    def open(self, *_: str, **__: str) -> None:
        world = self.telegram.world
        people = {int(person) for person in self.get_query_arguments("person")}

        def tell(event: Json) -> None:
            chat = world.chats.get(event.get("chat", 0))
            if event["type"] not in _NOT_FOR_PAGES and (chat is None or people & chat.members):
                self.write_message(orjson.dumps(event).decode())

        self._stop = world.listen(tell)
        self.telegram.watchers.add(self)
        self._was_listening: bool | None = None
        self._watch = PeriodicCallback(self._tell_whether_a_bot_listens, _WATCH_MS)
        self._watch.start()

    def on_close(self) -> None:
        if hasattr(self, "_stop"):
            self._stop()
            self._watch.stop()
            self.telegram.watchers.discard(self)

    def _tell_whether_a_bot_listens(self) -> None:
        on = self.telegram.world.listening()
        if on != self._was_listening:
            self._was_listening = on
            self.write_message({"type": "listening", "on": on})
