"""Which browser do the tests drive? One that is there, else one that is installed: `python -m tests.browser`."""

import asyncio
import os
import shutil
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, async_playwright
from playwright.sync_api import sync_playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")
_INSTALL_SECONDS = 600
PHONE = {"width": 390, "height": 844}
ARGUMENTS = (
    "--no-sandbox",  # tests run as root in containers
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class NoBrowserError(Exception):
    """There is no browser and none could be installed."""


def find_browser() -> str | None:
    """The browser named by BROWSER_PATH, one on the PATH, or the one Playwright brought."""
    named = os.environ.get("BROWSER_PATH")  # noqa: TID251 - the tests' own setting, not the coach's
    if named:
        if not Path(named).is_file():
            raise NoBrowserError(f"BROWSER_PATH is {named!r}, and there is no such file; name a Chromium or Chrome.")
        return named
    return next(filter(None, map(shutil.which, _NAMES)), None) or _from_playwright()


def _from_playwright() -> str | None:
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


def install_browser() -> str:
    """Find a browser, or fetch one: Playwright's, or on Debian as root the system's own."""
    found = find_browser()
    if found:
        return found
    debian = shutil.which("apt-get") is not None and os.geteuid() == 0
    if _went_well(sys.executable, "-m", "playwright", "install", "chromium"):
        if debian:  # the libraries it needs
            _went_well(sys.executable, "-m", "playwright", "install-deps", "chromium")
    elif debian:
        _went_well("apt-get", "update", "-q")
        _went_well("apt-get", "install", "-q", "-y", "chromium", "fonts-noto-color-emoji")
    found = find_browser()
    if not found:
        raise NoBrowserError(
            "The tests need Chromium or Chrome and could not install one: install it yourself, or set BROWSER_PATH."
        )
    return found


def _went_well(*command: str) -> bool:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}  # noqa: TID251 - handed on, not read
    try:
        done = subprocess.run(command, env=environment, timeout=_INSTALL_SECONDS, stdout=sys.stderr, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    """A headless browser; a machine without one fails the test with a sentence."""
    path = await asyncio.to_thread(find_browser)
    if path is None:
        raise NoBrowserError("There is no Chromium or Chrome here; run `python -m tests.browser` once to install one.")
    async with async_playwright() as playwright:
        running = await playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield running
        await running.close()


@pytest.fixture
async def page(browser: Browser) -> AsyncIterator[Page]:
    """A page as wide as a phone; an error in its scripts fails the test."""
    context = await browser.new_context(viewport={"width": PHONE["width"], "height": PHONE["height"]})
    context.set_default_timeout(10_000)
    opened = await context.new_page()
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    yield opened
    await context.close()
    assert errors == []


if __name__ == "__main__":
    try:
        sys.stdout.write(f"{install_browser()}\n")
    except NoBrowserError as nothing:
        sys.exit(str(nothing))
