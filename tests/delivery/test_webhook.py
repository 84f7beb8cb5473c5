"""Does the webhook take only what is Telegram's, and acknowledge only what is kept?"""

import asyncio
import io
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any, TypeVar

import aiohttp
import orjson
import pytest

from bot.delivery.run import Delivery, Webhook
from bot.delivery.webhook import LARGEST_BODY, SECRET_HEADER, Keeper
from bot.domain.errors import StorageUnavailable
from bot.local.server import LocalTelegram
from bot.services.ports import Database, Work
from bot.storage.database import SqlDatabase
from tests.delivery.rig import clock, delivering, hear, heard, waiting
from tests.delivery.updates import message

T = TypeVar("T")
SECRET = "correct-horse-battery"


@asynccontextmanager
async def hooked(telegram: LocalTelegram, database: Database, port: int) -> AsyncIterator[Delivery]:
    hook = Webhook(f"http://127.0.0.1:{port}/telegram", SECRET, f"127.0.0.1:{port}")
    async with delivering(telegram, database, webhook=hook) as delivery:
        yield delivery


@asynccontextmanager
async def posting() -> AsyncIterator[Callable[..., Any]]:
    """Post as Telegram does: post(delivery, body) -> status."""
    async with aiohttp.ClientSession() as session:

        async def post(delivery: Delivery, body: bytes, secret: str | None = SECRET, path: str = "/telegram") -> int:
            headers = {} if secret is None else {SECRET_HEADER: secret}
            url = f"http://127.0.0.1:{delivery.port}{path}"
            async with session.post(url, data=io.BytesIO(body), headers=headers) as response:
                return response.status

        yield post


async def test_updates_come_in_and_are_answered(telegram: LocalTelegram, database: SqlDatabase, free_port: int) -> None:
    people = [telegram.person(f"Person {number}") for number in range(5)]
    telegram.world.deliveries_lost = 0.1
    async with hooked(telegram, database, free_port):
        for number in range(20):
            for person in people:
                person.say(str(number))
        for person in people:
            assert await hear(person, 20) == [f"echo {number}" for number in range(20)]
    assert await waiting(database) == (0, 0)


async def test_telegram_is_told_the_secret_and_what_to_bring(
    telegram: LocalTelegram, sqlite_database: SqlDatabase, free_port: int
) -> None:
    async with hooked(telegram, sqlite_database, free_port):
        await telegram.world.until(lambda: telegram.world.done("setWebhook"))
    [call] = [call for call in telegram.world.calls if call.method == "setWebhook"]
    assert call.parameters["secret_token"] == SECRET
    assert "callback_query" in call.parameters["allowed_updates"]


@pytest.mark.parametrize("secret", [None, "", "wrong", SECRET + "x", "ü"])
async def test_who_does_not_know_the_secret_is_refused(
    telegram: LocalTelegram, sqlite_database: SqlDatabase, free_port: int, secret: str | None
) -> None:
    async with hooked(telegram, sqlite_database, free_port) as delivery, posting() as post:
        assert await post(delivery, orjson.dumps(message(1, text="x")), secret) == 403
        assert await sqlite_database.run(lambda work: work.inbox.last_update()) is None


async def test_the_secret_is_compared_before_the_body_comes(
    telegram: LocalTelegram, sqlite_database: SqlDatabase, free_port: int
) -> None:
    async with hooked(telegram, sqlite_database, free_port) as delivery:
        reader, writer = await asyncio.open_connection("127.0.0.1", delivery.port)
        writer.write(b"POST /telegram HTTP/1.1\r\nHost: x\r\nContent-Length: 90000000\r\n\r\n")
        answer = await asyncio.wait_for(reader.readline(), 5)
        writer.close()
    assert b"403" in answer


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"x" * (LARGEST_BODY + 1), 413),
        (b'{"update_id": 1, "mess', 400),
        (b"", 400),
        (b"[]", 400),
        (b'{"message": {}}', 400),
        (b"\xff\xfe", 400),
        (orjson.dumps(message(1, text="x" * 4096)), 200),
        (orjson.dumps({"update_id": 1, "message": 5}), 200),
    ],
    ids=["too big", "cut", "empty", "list", "no number", "not text", "fine", "malformed, kept to be put aside"],
)
async def test_what_is_posted_is_judged(
    telegram: LocalTelegram, sqlite_database: SqlDatabase, free_port: int, body: bytes, status: int
) -> None:
    async with hooked(telegram, sqlite_database, free_port) as delivery, posting() as post:
        assert await post(delivery, body) == status
        kept = await sqlite_database.run(lambda work: work.inbox.last_update())
    assert (kept == 1) == (status == 200)


async def test_a_body_without_a_length_is_cut_off_too(
    telegram: LocalTelegram, sqlite_database: SqlDatabase, free_port: int
) -> None:
    async def endless() -> AsyncIterator[bytes]:
        for _ in range(20):
            yield b"x" * 100_000

    async with hooked(telegram, sqlite_database, free_port) as delivery, aiohttp.ClientSession() as session:
        url = f"http://127.0.0.1:{delivery.port}/telegram"
        async with session.post(url, data=endless(), headers={SECRET_HEADER: SECRET}) as response:
            assert response.status == 413


async def test_other_paths_and_health(telegram: LocalTelegram, sqlite_database: SqlDatabase, free_port: int) -> None:
    async with hooked(telegram, sqlite_database, free_port) as delivery, posting() as post:
        assert await post(delivery, b"{}", path="/") == 404
        async with (
            aiohttp.ClientSession() as session,
            session.get(f"http://127.0.0.1:{delivery.port}/health") as answer,
        ):
            assert (answer.status, await answer.text()) == (200, "ok")


class Moody:
    """A database that is away for as long as it is told."""

    def __init__(self, real: Database) -> None:
        self._real = real
        self.away = False
        self.accepts = 0

    async def run(self, job: Callable[[Work], T]) -> T:
        if self.away:
            raise StorageUnavailable("out for lunch")
        self.accepts += 1
        return await self._real.run(job)


async def test_what_cannot_be_kept_is_not_acknowledged_and_is_answered_later(
    telegram: LocalTelegram, sqlite_database: SqlDatabase, free_port: int, caplog: pytest.LogCaptureFixture
) -> None:
    alex = telegram.person("Alex")
    moody = Moody(sqlite_database)
    async with hooked(telegram, moody, free_port) as delivery, posting() as post:
        alex.say("hello")
        await hear(alex, 1)
        moody.away = True
        update = orjson.dumps({**message(1, to=alex.id, text="later"), "update_id": 9})
        for _ in range(3):
            assert await post(delivery, update) == 503
        moody.away = False
        assert await post(delivery, update) == 200
        await hear(alex, 2)
    assert heard(alex) == ["echo hello", "echo later"]
    assert caplog.text.count("accepting updates): out for lunch") == 1
    assert caplog.text.count("accepting updates): works again") == 1


async def test_posts_side_by_side_share_a_commit(sqlite_database: SqlDatabase) -> None:
    moody = Moody(sqlite_database)
    keeper = Keeper(moody, clock, lambda _: None)
    assert all(await asyncio.gather(*(keeper.keep((number, 1, b"{}")) for number in range(100))))
    assert moody.accepts <= 2
    assert await sqlite_database.run(lambda work: work.inbox.waiting()) == 100
