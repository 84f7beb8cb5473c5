"""How is the whole coach run here with nothing between but the wire? Every call it makes is judged as Telegram would.

Updates come in as JSON and are kept as the poller and the webhook keep them; inbox, worker, outbox, sender, files and
exports are the coach's own. What a call carries is read by the stand-in's rules, in this process, so that a hundred
thousand updates take minutes.
"""

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Callable, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import count
from typing import Any

import orjson
from telegram.error import BadRequest

from bot.app import apologise, build_making, clock
from bot.chat.handlers.import_file import read_upload
from bot.chat.respond import respond
from bot.delivery.client import Client
from bot.delivery.intake import rows_of
from bot.delivery.limit import watch_over
from bot.delivery.orders import Orders
from bot.delivery.pace import Rates
from bot.delivery.request import AiohttpRequest
from bot.delivery.send import Sender
from bot.delivery.uploads import Uploads
from bot.delivery.work import Worker
from bot.local import limits
from bot.local.errors import ApiError, Json, bad_request
from bot.local.keyboards import read_markup
from bot.local.methods.content import caption_content, text_content
from bot.local.parameters import Parameters
from bot.logs import trace
from bot.services.coach import Coach
from bot.services.counts import Counts
from bot.services.packing import unpacked
from bot.services.ports import Work
from bot.storage.database import SqlDatabase

NO_NUMBER = "an update without a number was left out"
"""The one line of the log at ERROR that a malformed update may be worth: it cannot be kept, so nobody else tells."""
TURN_SECONDS = 10.0
SETTLE_SECONDS = 40.0
"""Without anything having moved."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A call as its chat sees it: `content` is what the message holds, entities and buttons included."""

    method: str
    chat: int
    content: Json

    @property
    def text(self) -> str:
        return str(self.content.get("text") or self.content.get("caption") or "")

    @property
    def buttons(self) -> list[Json]:
        rows = self.content.get("reply_markup", {}).get("inline_keyboard", [])
        return [button for row in rows for button in row]


FILES = ("sendDocument", "sendPhoto")
"""What has a caption in place of a text."""


def judged(method: str, payload: Mapping[str, object]) -> Json:
    """What a call says once Telegram took it. Raises ApiError where Telegram would not."""
    parameters = Parameters(orjson.loads(orjson.dumps(payload)))
    if method == "answerCallbackQuery":
        text = parameters.text("text")
        if len(text) > limits.CALLBACK_ANSWER:
            raise bad_request("MESSAGE_TOO_LONG")
        return {"text": text}
    if method == "deleteMessage":
        return {}
    content = caption_content(parameters) if method in FILES else text_content(parameters)
    markup = read_markup(parameters).inline
    return content if markup is None else {**content, "reply_markup": markup}


class Wire(Client):
    """Telegram, as far as a call needs it."""

    def __init__(self, files: Callable[[str], bytes], listen: Callable[[Heard], None]) -> None:
        super().__init__("1:no-token", "http://127.0.0.1:9")
        with self._unfrozen():
            self._calls = count(1)
            self.refused: list[tuple[str, Mapping[str, object]]] = []
            self._files = files
            self._listen = listen

    async def call(self, method: str, payload: Mapping[str, object], *, read_timeout: float | None = None) -> Any:
        if method == "getFile":
            return {"file_path": payload["file_id"]}
        await asyncio.sleep(0)
        number = next(self._calls)
        try:
            content = judged(method, payload)
        except ApiError as refusal:
            self.refused.append((refusal.description, payload))
            raise BadRequest(refusal.description) from None
        chat = payload.get("chat_id", 0)
        assert isinstance(chat, int)
        self._listen(Heard(method, chat, content))
        return {"message_id": payload.get("message_id", number)}

    async def send_file(self, method: str, payload: Mapping[str, object], file: tuple[str, bytes]) -> Any:
        sent = await self.call(method, payload)
        if method != "sendPhoto":
            body = unpacked(file[1]).decode("utf-8", "replace")
            chat = payload["chat_id"]
            assert isinstance(chat, int)
            self._listen(Heard("file", chat, {"text": f"{file[0]}\n{body}"}))
        return sent

    async def download(self, path: str) -> bytes:
        return self._files(path)


class Ear(logging.Handler):
    """Hears every line of the coach's log that says that something went wrong."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.wrong: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        said = record.getMessage()
        fault = record.exc_info[1] if record.exc_info else None
        trouble = record.levelno >= logging.ERROR and not said.startswith(NO_NUMBER)
        if trouble or record.exc_info or "Traceback" in said or "update" not in said:
            self.wrong.append(f"{record.levelname} {record.name}: {said[:4000]} {trace(fault)}")


@dataclass
class House:
    database: SqlDatabase
    wire: Wire
    worker: Worker
    counts: Counts
    ear: Ear
    tasks: Sequence[asyncio.Task[None]]
    refused_at_the_door: int = 0
    kept: int = 0

    async def by_polling(self, bodies: Iterable[bytes]) -> None:
        """As one answer to getUpdates."""
        answer = b'{"ok":true,"result":[' + b",".join(bodies) + b"]}"
        await self._keep(AiohttpRequest.parse_json_payload(answer)["result"])

    async def by_webhook(self, bodies: Iterable[bytes]) -> None:
        """Each as the body of a post; what is no JSON there is answered 400 and not kept."""
        updates = []
        for body in bodies:
            try:
                updates.append(orjson.loads(body))
            except ValueError:
                self.refused_at_the_door += 1
        await self._keep(updates)

    async def _keep(self, updates: Iterable[object]) -> None:
        rows = rows_of(updates)
        self.kept += await self.database.run(lambda work: work.inbox.accept(rows, clock()))
        self.worker.wake.set()

    async def settled(self) -> None:
        """Every update handled, every file read and made, every answer sent."""
        seen, until = (0, 0, 0), 0.0
        while any(left := await self.database.run(_left)):
            for task in self.tasks:
                if task.done():
                    task.result()
            if left != seen:
                seen, until = left, time.monotonic() + SETTLE_SECONDS
            if time.monotonic() > until:
                raise AssertionError(f"left are (updates, files, calls) {left}; the log says {self.ear.wrong}")
            await asyncio.sleep(0.005)


def _left(work: Work) -> tuple[int, int, int]:
    return work.inbox.waiting(), work.uploads.waiting(), work.outbox.waiting()


@asynccontextmanager
async def house(
    database: SqlDatabase,
    coach: Coach,
    *,
    files: Callable[[str], bytes] = lambda _: b"",
    listen: Callable[[Heard], None] = lambda _: None,
) -> AsyncIterator[House]:
    counts, wire, ear = Counts(), Wire(files, listen), Ear()
    begun = asyncio.Event()
    begun.set()
    worker = Worker(
        database,
        lambda work, incoming: respond(work, coach, incoming),
        apologise,
        clock,
        turn_limit=TURN_SECONDS,
        counts=counts,
        recovered=begun,
        recovers=False,
    )
    sender = Sender(wire, database, clock, Rates(), counts)
    uploads = Uploads(wire, database, lambda upload, body: read_upload(coach, upload, body, clock()), clock)
    orders = Orders(database, build_making(coach, database), clock)

    def committed() -> None:
        sender.wake()
        uploads.wake.set()
        orders.wake.set()

    worker.on_commit = uploads.on_commit = orders.on_commit = committed
    parts = (worker.run(), sender.run(), uploads.run(), orders.run(), watch_over([worker.watch], hard_limit=None))
    tasks = [asyncio.create_task(part) for part in parts]
    log = logging.getLogger("bot")
    log.addHandler(ear)
    try:
        yield House(database, wire, worker, counts, ear, tasks)
    finally:
        log.removeHandler(ear)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
