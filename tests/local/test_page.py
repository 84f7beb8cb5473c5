"""Does the chat page work by hand? A real browser, a tiny bot that echoes, and everything a person would try."""

import asyncio
import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from playwright.async_api import Page, Route, expect

from bot.local import LocalTelegram, Person
from bot.local.parameters import Upload
from tests.local.conftest import Ask
from tests.local.methods.test_media import png

KEYS = {"inline_keyboard": [[{"text": "Seven", "callback_data": "7"}], [{"text": "Done: 8", "callback_data": "8"}]]}


async def echo(telegram: LocalTelegram, ask: Ask) -> None:
    """A bot in a few lines: says everything back; a tap is answered and written onto the card."""
    offset = 0
    while True:
        for update in await ask("getUpdates", offset=offset, timeout=20):
            offset = update["update_id"] + 1
            if message := update.get("message"):
                text = message.get("text", "a file or a place")
                await ask("sendMessage", chat_id=message["chat"]["id"], text=f"echo: {text}", reply_markup=KEYS)
            elif tap := update.get("callback_query"):
                card = {"chat_id": tap["message"]["chat"]["id"], "message_id": tap["message"]["message_id"]}
                await ask("answerCallbackQuery", callback_query_id=tap["id"], text=f"kept {tap['data']}")
                await ask("editMessageText", **card, text=f"✓ {tap['data']}")


@pytest.fixture
async def chat(page: Page, telegram: LocalTelegram, ask: Ask) -> AsyncIterator[Page]:
    """The page, open, with the echo bot on the other side."""
    await ask(
        "setMyCommands", commands=[{"command": "log", "description": "Log"}, {"command": "help", "description": "?"}]
    )
    await ask("setMyDescription", description="I echo.")
    bot = asyncio.ensure_future(echo(telegram, ask))
    await page.goto(telegram.url)
    await page.wait_for_selector("html[data-ready]")
    yield page
    bot.cancel()
    await asyncio.gather(bot, return_exceptions=True)


async def test_a_first_conversation(chat: Page) -> None:
    await expect(chat.get_by_text("I echo.")).to_be_visible()
    await chat.get_by_role("button", name="Start").click()
    await expect(chat.get_by_text("echo: /start")).to_be_visible()
    field = chat.get_by_role("textbox", name="Message")
    await field.press_sequentially("8 reps")
    await field.press("Shift+Enter")
    await field.press_sequentially("and a line")
    await field.press("Enter")
    await expect(chat.get_by_text("echo: 8 reps\nand a line")).to_be_visible()
    await expect(field).to_have_value("")
    await chat.get_by_role("button", name="Done: 8").last.click()
    await expect(chat.locator(".toast")).to_have_text("kept 8")
    await expect(chat.get_by_text("✓ 8")).to_be_visible()
    await expect(chat.get_by_role("button", name="Done: 8")).to_have_count(1)


async def test_a_button_spins_until_the_bot_answers(
    page: Page, telegram: LocalTelegram, ask: Ask, alex: Person
) -> None:
    card = await ask("sendMessage", chat_id=alex.id, text="card", reply_markup=KEYS)
    await page.goto(telegram.url)
    button = page.get_by_role("button", name="Done: 8")
    await button.click()
    await expect(button).to_have_attribute("aria-busy", "true")
    (query,) = await alex.world.until(lambda: list(alex.world.queries.values()))
    await ask("answerCallbackQuery", callback_query_id=query.id, text="read this", show_alert=True)
    await expect(page.get_by_role("alertdialog")).to_contain_text("read this")
    await page.get_by_role("button", name="OK").click()
    await expect(button).not_to_have_attribute("aria-busy", "true")
    await ask("editMessageText", chat_id=alex.id, message_id=card["message_id"], text="changed")
    await expect(page.get_by_text("changed")).to_be_visible()
    await ask("sendChatAction", chat_id=alex.id, action="typing")
    await expect(page.get_by_text("typing…")).to_be_visible()
    await ask("deleteMessage", chat_id=alex.id, message_id=card["message_id"])
    await expect(page.get_by_text("changed")).to_have_count(0)


async def test_the_menu_of_commands(chat: Page) -> None:
    await chat.get_by_role("button", name="Start").click()
    field = chat.get_by_role("textbox", name="Message")
    await field.press_sequentially("/h")
    await expect(chat.get_by_role("option")).to_have_count(1)
    await field.press("Enter")
    await expect(chat.get_by_text("echo: /help")).to_be_visible()
    await chat.get_by_role("button", name="Commands").click()
    await chat.get_by_role("option", name="/log").click()
    await expect(chat.get_by_text("echo: /log")).to_be_visible()


async def test_two_people_and_an_own_message_edited(chat: Page, telegram: LocalTelegram) -> None:
    await chat.get_by_role("button", name="Start").click()
    field = chat.get_by_role("textbox", name="Message")
    await field.fill("from Alex")
    await field.press("Enter")
    await expect(chat.get_by_text("echo: from Alex")).to_be_visible()
    await field.fill("a draft")
    await chat.get_by_role("radio", name="Sam").click()
    await expect(chat.get_by_text("from Alex")).to_have_count(0)
    await expect(chat.get_by_role("button", name="Start")).to_be_visible()
    telegram.person("Alex").say("meanwhile")
    await expect(chat.locator(".people .unread")).to_have_text("Alex")
    await chat.get_by_role("radio", name="Alex").click()
    await expect(field).to_have_value("a draft")
    await field.fill("")
    await field.press("ArrowUp")
    await expect(field).to_have_value("meanwhile")
    await field.fill("corrected")
    await field.press("Enter")
    await expect(chat.get_by_label("You").get_by_text("corrected")).to_be_visible()
    assert telegram.person("Alex").chat.transcript()[-2]["text"] == "corrected"


async def test_files_and_places(chat: Page, ask: Ask, telegram: LocalTelegram, tmp_path: Path) -> None:
    alex = telegram.person("Alex")
    await chat.get_by_role("button", name="Start").click()
    await expect(chat.get_by_text("echo: /start")).to_be_visible()
    (tmp_path / "log.csv").write_text("date,reps\n")
    await chat.get_by_role("button", name="Attach").click()
    async with chat.expect_file_chooser() as chooser:
        await chat.get_by_role("button", name="File").click()
    await (await chooser.value).set_files(tmp_path / "log.csv")
    async with chat.expect_download() as download:
        await chat.get_by_role("link", name="Save log.csv").click()
    assert (await (await download.value).path()).read_text() == "date,reps\n"
    await chat.get_by_role("button", name="Attach").click()
    await chat.get_by_role("button", name="Location").click()
    await chat.get_by_role("button", name="Berlin").click()
    await expect(chat.get_by_text("52.5200, 13.4050")).to_be_visible()
    stored = alex.world.files.keep("photo", Upload("p.png", "image/png", png(60, 40)))
    await ask("sendPhoto", chat_id=alex.id, photo=stored.file_id, caption="the week")
    await chat.get_by_role("button", name="Open picture").click()
    shown = chat.get_by_role("dialog", name="Picture").get_by_role("img")
    assert await shown.evaluate("picture => picture.naturalWidth") == 60


async def test_words_stand_above_or_below_a_picture(page: Page, ask: Ask, telegram: LocalTelegram) -> None:
    alex = telegram.person("Alex")
    alex.chat.started = True
    file = alex.world.files.keep("photo", Upload("p.png", "image/png", png(60, 40))).file_id
    await ask("sendPhoto", chat_id=alex.id, photo=file, caption="below it")
    above = await ask("sendPhoto", chat_id=alex.id, photo=file, caption="above it", show_caption_above_media=True)
    await page.goto(telegram.url)

    async def top(words: str) -> float:
        """How far below their picture the words begin."""
        bubble = page.locator(".bubble").filter(has_text=words)
        picture, said = await bubble.locator("img").bounding_box(), await bubble.get_by_text(words).bounding_box()
        assert picture
        assert said
        return said["y"] - picture["y"]

    await expect(page.get_by_role("button", name="Open picture")).to_have_count(2)
    assert await top("below it") > 0
    assert await top("above it") < 0
    await ask("editMessageCaption", chat_id=alex.id, message_id=above["message_id"], caption="moved down")
    await expect(page.get_by_text("moved down")).to_be_visible()
    assert await top("moved down") > 0


async def test_the_theme_is_remembered_and_the_line_comes_back(
    page: Page, telegram: LocalTelegram, alex: Person
) -> None:
    await page.goto(telegram.url)
    await page.get_by_role("button", name="Night theme").click()
    await page.reload()
    await expect(page.locator("html")).to_have_attribute("data-theme", "night")
    port = int(telegram.url.rsplit(":", 1)[1])
    await telegram.stop()
    await expect(page.get_by_text("reconnecting…")).to_be_visible()
    alex.say("said while the line was down")
    await telegram.start(port=port)
    await expect(page.get_by_text("said while the line was down")).to_be_visible()
    await expect(page.get_by_text("reconnecting…")).to_have_count(0)


async def test_nothing_that_is_written_becomes_markup(page: Page, ask: Ask, telegram: LocalTelegram) -> None:
    hostile = "<img src=x onerror=document.title='owned'><b>&amp;</b>"
    robin = telegram.person("Alex")
    robin.say(hostile)
    entities = [{"type": "text_link", "offset": 0, "length": 4, "url": "javascript:document.title='owned'"}]
    await ask("sendMessage", chat_id=robin.id, text=f"bot {hostile}", entities=entities)
    keys = {"inline_keyboard": [[{"text": hostile, "callback_data": "x"}]]}
    await ask("sendMessage", chat_id=robin.id, text="buttons", reply_markup=keys)
    robin.send_file("document", Upload(f"{hostile}.html", "text/html", b"<script>"))
    await page.goto(telegram.url)
    await expect(page.get_by_role("button", name=hostile, exact=True)).to_be_visible()
    await expect(page.locator(".words img, .key img, .words a, .attachment img")).to_have_count(0)
    assert "owned" not in await page.title()


async def test_it_needs_nothing_from_elsewhere(page: Page, telegram: LocalTelegram) -> None:
    asked: list[str] = []

    async def only_home(route: Route) -> None:
        asked.append(route.request.url)
        await (route.continue_() if route.request.url.startswith(telegram.url) else route.abort())

    await page.route("**/*", only_home)
    await page.goto(telegram.url)
    await page.wait_for_selector("html[data-ready]")
    assert [url for url in asked if not re.match(rf"{telegram.url}/|data:|blob:", url)] == []
    assert len(asked) > 10


async def test_blocking_and_coming_back(chat: Page, http: aiohttp.ClientSession, ask: Ask) -> None:
    await chat.get_by_role("button", name="Start").click()
    await chat.get_by_role("button", name="About the bot").click()
    await chat.get_by_role("button", name="Block the bot").click()
    unblock = chat.get_by_role("button", name="Unblock and go on")
    await expect(unblock).to_be_visible()
    refused: Any = await ask("sendMessage", chat_id=1001, text="x")
    assert refused["description"] == "Forbidden: bot was blocked by the user"
    await unblock.click()
    await expect(chat.get_by_role("textbox", name="Message")).to_be_visible()
