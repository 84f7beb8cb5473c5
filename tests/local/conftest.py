"""What do the tests of the stand-in share? One that listens, a person, and a bare HTTP client."""

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import aiohttp
import pytest

from bot.local import LocalTelegram, Person
from tests.local.clock import Clock

Json = dict[str, Any]
Ask = Callable[..., Awaitable[Any]]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def telegram(clock: Clock) -> AsyncIterator[LocalTelegram]:
    local = LocalTelegram("42:test-token", clock=clock)
    await local.start()
    yield local
    await local.stop()


@pytest.fixture
def alex(telegram: LocalTelegram) -> Person:
    """A person who has already written."""
    person = telegram.person("Alex")
    person.say("/start")
    telegram.world.updates.clear()
    return person


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.fixture
def ask(telegram: LocalTelegram, http: aiohttp.ClientSession) -> Ask:
    """Call a method as any client would; the result, or the whole answer when it is an error."""

    async def call(method: str, **parameters: Any) -> Any:
        async with http.post(f"{telegram.url}/bot{telegram.token}/{method}", json=parameters) as response:
            body = await response.json()
        if body["ok"]:
            return body["result"]
        assert response.status == body["error_code"]
        return body

    return call
