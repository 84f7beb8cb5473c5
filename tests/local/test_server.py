"""Does it speak real HTTP in every form clients use, for several bots, alone in a process too?"""

import signal
import subprocess
import sys
from urllib.parse import urlencode

import aiohttp
import pytest

from bot.local import LocalTelegram, Person
from tests.local.conftest import Ask


@pytest.mark.parametrize("form", ["json", "urlencoded", "multipart", "query"])
async def test_every_form_of_request(
    telegram: LocalTelegram, http: aiohttp.ClientSession, alex: Person, form: str
) -> None:
    values = {
        "chat_id": str(alex.id),
        "text": "<b>héllo</b> & 💪",
        "parse_mode": "HTML",
        "disable_notification": "true",
    }
    url = f"{telegram.url}/bot{telegram.token}/sendMessage"
    if form == "multipart":
        writer = aiohttp.MultipartWriter("form-data")
        for name, value in values.items():
            writer.append(value).set_content_disposition("form-data", name=name)
        request = http.post(url, data=writer)
    elif form == "query":
        request = http.get(f"{url}?{urlencode(values)}")
    else:
        request = http.post(url, json=values) if form == "json" else http.post(url, data=values)
    async with request as response:
        message = (await response.json())["result"]
    assert (message["text"], message["entities"]) == ("héllo & 💪", [{"type": "bold", "offset": 0, "length": 5}])


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("application/json", b"{"),
        ("application/json", b"[]"),
        ("multipart/form-data; boundary=x", b"nothing of the kind"),
        ("multipart/form-data", b"x"),
    ],
)
async def test_a_broken_body_is_a_400(
    telegram: LocalTelegram, http: aiohttp.ClientSession, content_type: str, body: bytes
) -> None:
    url = f"{telegram.url}/bot{telegram.token}/getMe"
    async with http.post(url, data=body, headers={"Content-Type": content_type}) as response:
        assert (response.status, (await response.json())["error_code"]) == (400, 400)


async def test_a_body_of_another_kind_is_ignored_loudly(
    telegram: LocalTelegram, http: aiohttp.ClientSession, caplog: pytest.LogCaptureFixture
) -> None:
    url = f"{telegram.url}/bot{telegram.token}/getMe"
    async with http.post(url, data=b"x", headers={"Content-Type": "text/plain"}) as response:
        assert response.status == 200
    assert "text/plain" in caplog.text


@pytest.mark.parametrize("path", ["bot", "bot/getMe", "bot42:wrong/getMe", "botnonsense/getMe"])
async def test_a_wrong_token_is_unauthorized(telegram: LocalTelegram, http: aiohttp.ClientSession, path: str) -> None:
    async with http.get(f"{telegram.url}/{path}") as response:
        assert (response.status, await response.json()) == (
            401,
            {"ok": False, "error_code": 401, "description": "Unauthorized"},
        )


async def test_each_bot_has_a_world_of_its_own(http: aiohttp.ClientSession) -> None:
    telegram = LocalTelegram("1:a", "2:b")
    url = await telegram.start()
    first, second = telegram.worlds.values()
    telegram.person("Alex", first).say("for the first")
    async with http.get(f"{url}/bot2:b/getUpdates") as response:
        assert (await response.json())["result"] == []
    async with http.get(f"{url}/control/state", params={"bot": "2"}) as response:
        assert (await response.json())["bot"]["id"] == second.user["id"]
    await telegram.stop()


async def test_slow_is_answered_late_but_answered(ask: Ask, alex: Person) -> None:
    alex.world.faults.add("slow", seconds=0.02, count=1)
    assert (await ask("sendMessage", chat_id=alex.id, text="x"))["text"] == "x"
    alex.say("kept through a cut line")
    alex.world.faults.add("reset_after", "getUpdates", count=1)
    with pytest.raises(aiohttp.ClientError):
        await ask("getUpdates")
    assert len(await ask("getUpdates")) == 1


async def test_in_a_process_of_its_own(http: aiohttp.ClientSession) -> None:
    command = [sys.executable, "-m", "bot.local", "--token", "7:process"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:  # noqa: ASYNC220
        assert process.stdout
        url = process.stdout.readline().strip()
        async with http.get(f"{url}/bot7:process/getMe") as response:
            assert (await response.json())["result"]["id"] == 7
        process.send_signal(signal.SIGTERM)
        assert process.wait(10) == 0
