"""What does the coach look like? `python -m tests.readme_pictures` takes the README's pictures."""

import asyncio
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

from playwright.async_api import Browser, Page, ViewportSize, async_playwright, expect

from bot.app import clock
from tests.browser import ARGUMENTS, install_browser
from tests.process import coach_process

FOLDER = Path(__file__).parents[1] / "deploy" / "pictures"
AT_THE_END = "log => log.scrollTop + log.clientHeight > log.scrollHeight - 1"
ASKED = "how do I do a lat pulldown?"
LAST_WEEK = (
    "deadlift 95x8, 95x8, 95x7",
    "pull-ups 8, 8, 7",
    "bent-over row 60 3x10",
    "one-arm dumbbell row 24 3x12 each side",
    "seated cable row 50 3x12",
    "lat pulldown 45 3x12",
)
SIZE: ViewportSize = {"width": 390, "height": 740}
"""A phone, a little low: one screen of chat and nothing of the one before."""
SHARPNESS = 15 / 11
"""Pixels a point: enough for a third of a page's width; the wall's dots, 22 points apart, fall on whole pixels."""
FONTS = 'Roboto, "Helvetica Neue", Arial, "Liberation Sans", sans-serif, "Noto Color Emoji"'
"""As wide as on a phone, where the system's own on a server is wider."""
EVENING = 18
"""The hour on the pictures, whenever they are taken."""


async def take_all(browser: Browser, kept: Path) -> None:
    """Each page starts empty; the log behind them is the same all along."""
    async with phone(browser, kept) as page:
        await press(page, "Start")
        await told(page, "I coach backs.")
        await take(page, "welcome")
        await log_last_week(page)
    async with phone(browser, kept) as page:
        await start(page)
        await train(page)
    async with phone(browser, kept, night=True) as page:
        await start(page)
        await ask(page)
    async with phone(browser, kept) as page:
        await start(page)
        await write_sets(page)


async def ask(page: Page) -> None:
    """A dark map at night; from the question on as far as a screen goes."""
    await say(page, "/settings")
    await press(page, "Dark pictures")
    await told(page, "Pictures: dark")
    await say(page, ASKED)
    await expect(page.get_by_role("button", name="Open picture").get_by_role("img")).to_be_visible()
    await page.get_by_role("article").filter(has_text=ASKED).evaluate("one => one.scrollIntoView()")
    await take(page, "question", at_the_end=False)


async def start(page: Page) -> None:
    await press(page, "Start")
    await told(page, "Welcome back, Alex.")


async def log_last_week(page: Page) -> None:
    day = clock().date() - timedelta(days=7)
    for line in LAST_WEEK:
        await logged(page, f"{day} {line}")


async def train(page: Page) -> None:
    """The whole session, with 5 kg more on the bar than last week."""
    await say(page, "/workout")
    await told(page, "set 1 of 3")
    await press(page, "Weight: 95 kg")
    await press(page, "+5")
    await told(page, "6–8 reps · 100 kg")
    for _ in range(7):
        await done(page)
    await told(page, "BENT-OVER ROW")
    await take(page, "session")
    for _ in range(11):
        await done(page)
    await told(page, "That was all of it.")
    await press(page, "Finish")
    await told(page, "Back session done")
    await page.emulate_media(color_scheme="dark")
    await take(page, "finished")
    await page.emulate_media(color_scheme="light")
    await say(page, "/history")
    await told(page, "Today · 18 sets")
    await take(page, "history")


async def done(page: Page) -> None:
    """One set as the card asks for it; over when the card has moved on."""
    card = page.locator(".bubble").last
    before = await card.inner_text()
    await press(page, "✓ Done")
    await expect(card).not_to_have_text(before, use_inner_text=True)


async def write_sets(page: Page) -> None:
    await logged(page, "deadlift 3x5 100kg, pull-ups 8, 8, 7")
    await logged(page, "lat pulldown 110lb x 12 rpe 8")
    await say(page, "row 60x8")
    await told(page, "Which row was it?")
    await take(page, "log")


async def logged(page: Page, line: str) -> None:
    before = await page.get_by_role("button", name="Undo").count()
    await say(page, line)
    await expect(page.get_by_role("button", name="Undo")).to_have_count(before + 1)


@asynccontextmanager
async def phone(browser: Browser, kept: Path, *, night: bool = False) -> AsyncIterator[Page]:
    """The coach in a process of its own, and its page on a phone by day or by night."""
    with coach_process(kept, "chat", "--port", "0", DATABASE_URL=f"sqlite:///{kept / 'coach.db'}") as coach:
        context = await browser.new_context(
            viewport=SIZE,
            device_scale_factor=SHARPNESS,
            color_scheme="dark" if night else "light",
            reduced_motion="reduce",
            timezone_id=zone_where_it_is(EVENING),
        )
        page = await context.new_page()
        await page.goto(coach.address)
        await page.wait_for_selector("html[data-ready]")
        await page.evaluate("fonts => document.documentElement.style.setProperty('--font', fonts)", FONTS)
        yield page
        await context.close()
        coach.stop()


def zone_where_it_is(hour: int) -> str:
    """By POSIX, Etc/GMT+3 is three hours behind."""
    behind = (clock().hour - hour) % 24
    return f"Etc/GMT{behind if behind <= 12 else behind - 24:+d}"


async def say(page: Page, text: str) -> None:
    field = page.get_by_role("textbox", name="Message")
    await field.fill(text)
    await field.press("Enter")


async def press(page: Page, label: str) -> None:
    await page.get_by_role("button", name=label).last.click()


async def told(page: Page, text: str) -> None:
    await expect(page.get_by_text(text).last).to_be_visible()


async def take(page: Page, name: str, *, at_the_end: bool = True) -> None:
    """Once nothing spins, no toast hides anything, and the newest message is in full view."""
    await expect(page.locator("[aria-busy=true]")).to_have_count(0)
    await expect(page.locator(".toast")).to_have_count(0)
    await page.evaluate("document.activeElement.blur()")
    if at_the_end:
        await page.wait_for_function(AT_THE_END, arg=await page.get_by_role("log").element_handle())
    file = FOLDER / f"{name}.png"
    await page.screenshot(path=file, caret="hide", animations="disabled")
    sys.stdout.write(f"{file.name}: {file.stat().st_size / 1000:.0f} KB\n")


async def main(browser_path: str) -> None:
    FOLDER.mkdir(exist_ok=True)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=browser_path, args=list(ARGUMENTS))
        with tempfile.TemporaryDirectory() as kept:
            await take_all(browser, Path(kept))
        await browser.close()


if __name__ == "__main__":
    asyncio.run(main(install_browser()))
