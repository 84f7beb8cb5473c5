"""Can a test in another process, or the page, move the people, and can nobody else?"""

import base64
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
import orjson
import pytest

from bot.local import LocalTelegram, Person
from tests.local.conftest import Ask

Control = Callable[..., Awaitable[Any]]


@pytest.fixture
def post(telegram: LocalTelegram, http: aiohttp.ClientSession) -> Control:
    async def do(name: str, /, **body: Any) -> Any:
        async with http.post(f"{telegram.url}/control/{name}", json=body) as response:
            return await response.json()

    return do


@pytest.fixture
def get(telegram: LocalTelegram, http: aiohttp.ClientSession) -> Control:
    async def look(name: str, /, **arguments: Any) -> Any:
        async with http.get(f"{telegram.url}/control/{name}", params=arguments) as response:
            return await response.json()

    return look


async def test_a_conversation_from_outside(post: Control, get: Control, ask: Ask) -> None:
    kim = await post("people", first_name="Kim", username="kim")
    said = await post("say", person=kim["id"], text="/start")
    await post("edit", person=kim["id"], message_id=said["message_id"], text="/help")
    markup = {"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]}
    await ask("setMyCommands", commands=[{"command": "help", "description": "Help"}])
    await ask("sendMessage", chat_id=kim["id"], text="hi", reply_markup=markup)
    answer = await get("message", chat=kim["id"], after=said["message_id"], contains="hi")
    tapped = await post("tap", person=kim["id"], message_id=answer["message_id"], button="Go")
    assert await post("query", query=tapped["query"]) == {"answer": None}
    await ask("answerCallbackQuery", callback_query_id=tapped["query"], text="ok")
    assert (await post("query", query=tapped["query"]))["answer"]["text"] == "ok"
    seen = await get("transcript", chat=kim["id"])
    assert [message["text"] for message in seen["messages"]] == ["/help", "hi"]
    assert seen["commands"] == [{"command": "help", "description": "Help"}]
    await post("delete", person=kim["id"], message_id=said["message_id"])
    assert len((await get("transcript", chat=kim["id"], last=9))["messages"]) == 1


async def test_other_things_people_do(post: Control, ask: Ask) -> None:
    group = await post("chats", type="group", title="Gym", members=[1001, 1002])
    await post("say", person=1002, chat=group["id"], text="/go")
    await post("forward", person=1001, text="old")
    await post("location", person=1001, latitude=52.5, longitude=13.4)
    await post("content", person=1001, content={"dice": {"emoji": "🎲", "value": 1}})
    content = base64.b64encode(b"a,b").decode()
    sent = await post("file", person=1001, name="log.csv", content=content, caption="mine")
    assert (sent["document"]["file_name"], sent["caption"]) == ("log.csv", "mine")
    await post("inline", person=1001, text="row")
    await post("block", person=1001)
    assert (await ask("sendMessage", chat_id=1001, text="x"))["error_code"] == 403
    kinds = [next(name for name in update if name != "update_id") for update in await ask("getUpdates")]
    assert kinds == ["message"] * 5 + ["inline_query", "my_chat_member"]


async def test_a_form_with_a_file_comes_back_to_be_saved(telegram: LocalTelegram, http: aiohttp.ClientSession) -> None:
    form = aiohttp.FormData({"person": "1001", "kind": "document"})
    form.add_field("file", b"<script>", filename="x.html", content_type="text/html")
    async with http.post(f"{telegram.url}/control/file", data=form) as response:
        file_id = (await response.json())["document"]["file_id"]
    async with http.get(f"{telegram.url}/control/file", params={"id": file_id}) as response:
        assert await response.read() == b"<script>"
        assert response.headers["Content-Disposition"] == "attachment"
        assert response.headers["Content-Type"] == "application/octet-stream"
    async with http.get(f"{telegram.url}/control/file", params={"id": "x"}) as response:
        assert response.status == 404


async def test_feeds_of_many_and_of_malformed_updates(post: Control, get: Control, ask: Ask) -> None:
    await post("feed", says=[[5000 + number % 3, f"{number}"] for number in range(30)])
    await post("feed", raw=[{"message": {"text": 7}}, {"update_id": 2_000_000_000, "nonsense": []}])
    updates = await ask("getUpdates")
    assert [update["message"]["text"] for update in updates[:-1]] == [*map(str, range(30)), 7]
    assert updates[-1] == {"update_id": 2_000_000_000, "nonsense": []}
    await ask("getUpdates", offset=2_000_000_001)
    assert (await get("wait", idle=1))["pending_updates"] == 0


async def test_waiting_for_calls_and_reading_them(get: Control, ask: Ask, alex: Person) -> None:
    await ask("sendMessage", chat_id=alex.id, text="one")
    await ask("sendMessage", chat_id=alex.id, text="")
    assert (await get("wait", method="send*", count=1))["done"]["sendMessage"] == 1
    assert "in time" in (await get("wait", method="sendMessage", count=2, timeout=0.01))["error"]
    found = await get("calls", method="sendMessage")
    assert [call["status"] for call in found["calls"]] == [200, 400]
    assert (await get("calls", since=found["next"]))["calls"] == []
    assert (await get("state"))["calls"] == found["next"]


async def test_faults_flood_and_settings(post: Control, get: Control, ask: Ask, alex: Person) -> None:
    await post("faults", rules=[{"kind": "429", "method": "sendMessage", "count": 1, "retry_after": 3}])
    assert (await get("faults"))[0]["kind"] == "429"
    answer = await ask("sendMessage", chat_id=alex.id, text="x")
    assert answer["parameters"] == {"retry_after": 3}
    assert await post("faults", clear=True) == []
    await post("flood", on=True, chat_burst=1)
    await ask("sendMessage", chat_id=alex.id, text="one")
    assert (await ask("sendMessage", chat_id=alex.id, text="two"))["error_code"] == 429
    await post("settings", clock_offset=3600, deliveries_lost=0.1, reads_groups=True)
    assert (alex.world.deliveries_lost, alex.world.reads_groups) == (0.1, True)
    assert alex.say("later")["date"] == 1_800_003_600


@pytest.mark.parametrize(
    ("name", "body", "error"),
    [
        ("say", {"person": 9, "text": "x"}, "there is no person 9"),
        ("say", {"person": 1001, "text": " "}, "an empty message cannot be sent"),
        ("tap", {"person": 1001, "message_id": 1, "button": "x"}, "message 1 is not in the chat"),
        ("faults", {"rules": [{"kind": "x"}]}, "a fault needs a kind"),
        ("chats", {"type": "cellar"}, "a chat needs a type"),
        ("file", {"person": 1001, "kind": "photo", "content": "eA==", "name": "x.png"}, "IMAGE_PROCESS_FAILED"),
    ],
)
async def test_a_mistake_is_told(post: Control, name: str, body: dict[str, Any], error: str) -> None:
    assert error in (await post(name, **body))["error"]


async def test_paths_nobody_knows(telegram: LocalTelegram, http: aiohttp.ClientSession) -> None:
    for method, path in (("GET", "control/x"), ("POST", "control/x"), ("GET", "nothing.js"), ("GET", "file/bot42:x/y")):
        async with http.request(method, f"{telegram.url}/{path}") as response:
            assert response.status == 404


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"Origin": "{url}"}, 200),
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Host": "evil.example"}, 403),
        ({"Host": "127.0.0.1.evil.example:80"}, 403),
    ],
)
async def test_only_its_own_page_may_ask(
    telegram: LocalTelegram, http: aiohttp.ClientSession, headers: dict[str, str], status: int
) -> None:
    sent = {name: value.format(url=telegram.url) for name, value in headers.items()}
    body = orjson.dumps({"person": 1001, "text": "hi"})
    async with http.post(f"{telegram.url}/control/say", data=body, headers=sent) as response:
        assert response.status == status
    async with http.get(telegram.url, headers=sent) as response:
        assert response.status == status
        if status == 200:
            assert "default-src 'self'" in response.headers["Content-Security-Policy"]


async def test_events_are_pushed_to_the_person_they_concern(
    telegram: LocalTelegram, http: aiohttp.ClientSession, alex: Person
) -> None:
    async with http.ws_connect(f"{telegram.url}/control/events?person=1001") as events:
        telegram.person("Sam").say("not for Alex")
        alex.say("for Alex")
        event = await events.receive_json(timeout=5)
    assert (event["type"], event["message"]["text"]) == ("message", "for Alex")
    with pytest.raises(aiohttp.WSServerHandshakeError):
        await http.ws_connect(f"{telegram.url}/control/events", headers={"Origin": "https://evil.example"})
