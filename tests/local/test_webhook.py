"""Does the webhook get every update, in order in each chat, with the secret, until it says 200?"""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.local import LocalTelegram, Person
from tests.local.conftest import Ask


class Receiver:
    """A bot's own server that answers as a test wants."""

    def __init__(self) -> None:
        self.answers: list[web.Response] = []
        self.seen: list[dict[str, Any]] = []
        self.secrets: list[str | None] = []
        self.url = ""

    async def take(self, request: web.Request) -> web.Response:
        self.seen.append(await request.json())
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        return self.answers.pop(0) if self.answers else web.Response()

    def texts(self) -> list[str]:
        return [update["message"]["text"] for update in self.seen]


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    bot = Receiver()
    app = web.Application()
    app.router.add_post("/hook", bot.take)
    async with TestServer(app) as server:
        bot.url = str(server.make_url("/hook"))
        yield bot


async def delivered(person: Person) -> None:
    await person.world.until(lambda: not person.world.updates.pending)


async def test_updates_arrive_in_order_with_the_secret(ask: Ask, alex: Person, receiver: Receiver) -> None:
    alex.say("before the webhook")
    await ask("setWebhook", url=receiver.url, secret_token="s3cret_-")
    for number in range(20):
        alex.say(str(number))
    await delivered(alex)
    assert receiver.texts() == ["before the webhook", *map(str, range(20))]
    assert set(receiver.secrets) == {"s3cret_-"}


async def test_it_comes_again_until_it_is_taken(ask: Ask, alex: Person, receiver: Receiver) -> None:
    receiver.answers = [web.Response(status=500), web.Response(status=403)]
    await ask("setWebhook", url=receiver.url)
    alex.say("insist")
    await delivered(alex)
    assert receiver.texts() == ["insist"] * 3
    assert (await ask("getWebhookInfo"))["last_error_message"] == "Wrong response from the webhook: 403 Forbidden"


async def test_a_lost_answer_brings_the_update_again(ask: Ask, alex: Person, receiver: Receiver) -> None:
    alex.world.deliveries_lost = 0.5
    await ask("setWebhook", url=receiver.url)
    for number in range(8):
        alex.say(str(number))
    await delivered(alex)
    assert sorted(set(receiver.texts()), key=int) == [str(number) for number in range(8)]
    assert len(receiver.seen) > 8


async def test_one_deaf_chat_does_not_delay_another(
    ask: Ask, telegram: LocalTelegram, alex: Person, receiver: Receiver
) -> None:
    receiver.answers = [web.Response(status=500)]
    await ask("setWebhook", url=receiver.url)
    alex.say("first")
    telegram.person("Sam").say("other chat")
    await delivered(alex)
    assert receiver.texts() == ["first", "other chat", "first"]


async def test_the_answer_may_be_a_call(ask: Ask, alex: Person, receiver: Receiver) -> None:
    receiver.answers = [web.json_response({"method": "sendMessage", "chat_id": alex.id, "text": "in the answer"})]
    await ask("setWebhook", url=receiver.url)
    alex.say("hello")
    assert (await alex.world.until(alex.heard))[0]["text"] == "in the answer"


async def test_polling_and_webhook_exclude_each_other(ask: Ask, alex: Person, receiver: Receiver) -> None:
    await ask("setWebhook", url=receiver.url, max_connections=500, allowed_updates=["message"])
    answer = await ask("getUpdates")
    assert (answer["error_code"], answer["description"]) == (
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    )
    info = await ask("getWebhookInfo")
    assert (info["url"], info["max_connections"], info["allowed_updates"]) == (receiver.url, 100, ["message"])
    assert await ask("deleteWebhook", drop_pending_updates=True) is True
    alex.say("polled again")
    assert len(await ask("getUpdates")) == 1


@pytest.mark.parametrize(
    ("parameters", "error"),
    [
        ({"url": "nonsense"}, "invalid webhook URL specified"),
        ({"url": "https://[bad"}, "invalid webhook URL specified"),
        ({"url": "http://example.org/"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        ({"url": "http://127.0.0.1/", "secret_token": "x" * 257}, "secret token is too long"),
        ({"url": "http://127.0.0.1/", "secret_token": "no spaces"}, "secret token contains unallowed characters"),
    ],
)
async def test_bad_webhooks(ask: Ask, parameters: dict[str, str], error: str) -> None:
    assert (await ask("setWebhook", **parameters))["description"] == f"Bad Request: {error}"
