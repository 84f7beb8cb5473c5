"""Does the webhook let everybody dawdle, shout or crowd, and still serve Telegram?"""

import asyncio
import gc
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TypeVar

import orjson
import pytest

from bot.delivery.door import Limits
from bot.delivery.webhook import LARGEST_BODY, Keeper, WebhookServer
from bot.services.ports import Database, Work
from bot.storage.database import SqlDatabase
from tests.delivery.rig import clock
from tests.delivery.updates import message

T = TypeVar("T")
SECRET = "correct-horse-battery"
SOON = 1.0
"""Seconds: so long that nobody who does not dawdle is taken for one who does, on a busy machine either."""
PATIENCE = 30.0


@dataclass
class Line:
    """A connection, from the outside."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter

    def say(self, words: bytes) -> "Line":
        self.writer.write(words)
        return self

    def post(self, number: int) -> "Line":
        body = orjson.dumps({**message(number, text="x"), "update_id": number})
        return self.say(head(len(body)) + body)

    async def hears(self) -> int:
        """The status; 0 when it is hung up without one."""
        async with asyncio.timeout(PATIENCE):
            try:
                answer = await self.reader.readuntil(b"\r\n\r\n")
            except (asyncio.IncompleteReadError, ConnectionError):
                return 0
        length = next((one for one in answer.split(b"\r\n") if one.lower().startswith(b"content-length:")), b":0")
        await self.reader.readexactly(int(length.partition(b":")[2]))
        return int(answer.split()[1])

    async def hung_up(self) -> bool:
        async with asyncio.timeout(PATIENCE):
            try:
                return await self.reader.read() == b""
            except ConnectionError:
                return True


@dataclass
class Outside:
    port: int
    lines: list[Line] = field(default_factory=list)

    async def calls(self, words: bytes = b"") -> Line:
        line = Line(*await asyncio.open_connection("127.0.0.1", self.port))
        self.lines.append(line)
        return line.say(words)


class Held:
    """A database that waits until it is let go."""

    def __init__(self, real: Database) -> None:
        self._real = real
        self.free = asyncio.Event()
        self.asked = asyncio.Event()

    async def run(self, job: Callable[[Work], T]) -> T:
        self.asked.set()
        await self.free.wait()
        return await self._real.run(job)


@asynccontextmanager
async def listening(database: Database, **limits: float) -> AsyncIterator[Outside]:
    keeper = Keeper(database, clock, lambda _: None)
    url, limited = "http://127.0.0.1/telegram", Limits(**limits)  # type: ignore[arg-type]
    server = WebhookServer(keeper, url=url, secret=SECRET, listen="127.0.0.1:0", limits=limited)
    outside = Outside(await server.open())
    try:
        yield outside
    finally:
        await server.close()
        for line in outside.lines:
            line.writer.close()


def head(length: int | None = 1000, secret: str = SECRET) -> bytes:
    size = "Transfer-Encoding: chunked" if length is None else f"Content-Length: {length}"
    return f"POST /telegram HTTP/1.1\r\nHost: x\r\nX-Telegram-Bot-Api-Secret-Token: {secret}\r\n{size}\r\n\r\n".encode()


@pytest.mark.parametrize(
    "words",
    [b"", b"POST /telegram HTTP/1.1\r\nHost:", b"\r\n\r\n\r\n", head() + b"{", head(None), head(None) + b"5\r\nab"],
    ids=["nothing", "half a head", "empty lines", "half a body", "no chunk", "half a chunk"],
)
async def test_who_dawdles_is_told_so(sqlite_database: SqlDatabase, words: bytes) -> None:
    async with listening(sqlite_database, head_seconds=0.1, body_seconds=0.1) as outside:
        line = await outside.calls(words)
        assert await line.hears() == 408
        assert await line.hung_up()


async def test_telegram_keeps_its_line_while_it_has_nothing_to_bring(sqlite_database: SqlDatabase) -> None:
    async with listening(sqlite_database, head_seconds=SOON) as outside:
        telegram = await outside.calls()
        assert await telegram.post(1).hears() == 200
        assert await (await outside.calls()).hears() == 408, "so the time is over"
        assert await telegram.post(2).hears() == 200
        assert await telegram.say(b"POST ").hears() == 408, "each head has its time"


async def test_a_line_that_never_showed_the_secret_is_not_kept(sqlite_database: SqlDatabase) -> None:
    async with listening(sqlite_database, head_seconds=SOON) as outside:
        line = await outside.calls(b"GET /health HTTP/1.1\r\nHost: x\r\n\r\n")
        assert await line.hears() == 200
        assert await line.hears() == 408


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (b"POST /telegram HTTP/1.1\r\n" + b"X-A: b\r\n" * 2500, 431),
        (b"x" * 20_000, 431),
        (b"POST /telegram HTTP/1.1\r\nHost: x\r\nX-A: " + b"a" * 9000 + b"\r\n\r\n", 400),
        (b"\x16\x03\x01\x02\x00\x01\r\n\r\n", 400),
        (b"GET / HTTP/9.9\r\n\r\n", 400),
        (head(None) + b"not a length\r\n", 400),
        (head(None) + b"fffffffffffffffffff\r\n", 400),
        (head().replace(b"1000", b"-5"), 400),
        (head().replace(b"1000", b"90000000"), 413),
        (head(LARGEST_BODY) + b"[" * LARGEST_BODY, 400),
        (head(secret="wrong"), 403),
        (head(30_000, "wrong") + b"x" * 30_000, 403),
        (head().replace(b"POST", b"PUT"), 405),
        (head().replace(b"/telegram", b"/elsewhere"), 404),
        (head(3).replace(b"\r\n\r\n", b"\r\nContent-Encoding: gzip\r\n\r\n") + b"abc", 400),
    ],
    ids=[
        "many fields", "one long line", "one long field", "TLS", "no HTTP", "no chunk", "a chunk without end",
        "a length below nothing", "90 MB", "deep JSON", "wrong secret", "wrong secret and a body", "another method",
        "another path", "no gzip",
    ],
)  # fmt: skip
async def test_nonsense_is_refused_and_fills_no_log(
    sqlite_database: SqlDatabase, caplog: pytest.LogCaptureFixture, words: bytes, status: int
) -> None:
    caplog.set_level(logging.WARNING)
    async with listening(sqlite_database) as outside:
        assert await (await outside.calls(words)).hears() == status
        assert await (await outside.calls()).post(1).hears() == 200
    assert not [record for record in caplog.records if record.exc_info or record.name.startswith("aiohttp")]


async def test_who_hangs_up_half_way_leaves_nothing_behind(
    sqlite_database: SqlDatabase, caplog: pytest.LogCaptureFixture
) -> None:
    async with listening(sqlite_database, connections=3) as outside:
        for _ in range(20):
            line = await outside.calls(head() + b"{")
            line.writer.transport.abort()
        assert await (await outside.calls()).post(1).hears() == 200
        gc.collect()
    assert caplog.text == ""


async def test_in_a_crowd_the_oldest_stranger_makes_room(sqlite_database: SqlDatabase) -> None:
    async with listening(sqlite_database, connections=5) as outside:
        telegram = await outside.calls()
        assert await telegram.post(1).hears() == 200
        silent = [await outside.calls() for _ in range(4)]
        assert await (await outside.calls()).post(2).hears() == 200
        assert await silent[0].hears() == 408
        await outside.calls()
        assert await silent[1].hears() == 408
        assert await telegram.post(3).hears() == 200, "whom one knows stays"


async def test_then_the_one_whose_body_does_not_come(sqlite_database: SqlDatabase) -> None:
    async with listening(sqlite_database, connections=3) as outside:
        telegram = await outside.calls()
        assert await telegram.post(1).hears() == 200
        slow = [await outside.calls(head()) for _ in range(2)]
        assert await (await outside.calls()).post(2).hears() == 200
        assert await slow[0].hears() == 408
        assert await telegram.post(3).hears() == 200


async def test_then_an_idle_line_without_a_word(sqlite_database: SqlDatabase) -> None:
    async with listening(sqlite_database, connections=2) as outside:
        idle = [await outside.calls() for _ in range(2)]
        for number, line in enumerate(idle):
            assert await line.post(number).hears() == 200
        assert await (await outside.calls()).post(5).hears() == 200
        assert await idle[0].hears() == 0
        assert await idle[1].post(6).hears() == 200


async def test_who_is_being_answered_is_not_sent_away(sqlite_database: SqlDatabase) -> None:
    held = Held(sqlite_database)
    async with listening(held, connections=2) as outside:
        busy = [(await outside.calls()).post(number) for number in range(2)]
        await asyncio.wait_for(held.asked.wait(), PATIENCE)
        assert await (await outside.calls()).hears() in (408, 503)
        assert await (await outside.calls()).hears() in (408, 503)
        held.free.set()
        assert [await line.hears() for line in busy] == [200, 200]


async def test_many_large_bodies_wait_for_each_other_and_others_do_not(sqlite_database: SqlDatabase) -> None:
    async with listening(sqlite_database) as outside:
        slow = [await outside.calls(head(LARGEST_BODY) + b"[") for _ in range(6)]
        assert await (await outside.calls()).post(1).hears() == 200
        for line in slow:
            line.say(b" " * (LARGEST_BODY - 1))
        assert [await line.hears() for line in slow] == [400] * 6


async def test_the_end_does_not_wait_for_who_dawdles(sqlite_database: SqlDatabase) -> None:
    async with listening(sqlite_database) as outside:
        lines = [await outside.calls(words) for words in (b"", b"POST", head())]
        assert await (await outside.calls()).post(1).hears() == 200
    assert [await line.hears() for line in lines] == [0, 0, 503]
