"""Does the coach start whole or not at all, say why when it cannot, and leave nothing running behind?"""

import asyncio
import logging
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.app import build_coach, running
from bot.coaching.knowledge.faults import KnowledgeFault
from bot.coaching.language.language import TABLE
from bot.delivery.refusals import CannotListen
from bot.local import LocalTelegram
from tests.coaching.knowledge.copies import change, copy
from tests.journeys.people import coach, local_settings
from tests.process import ended
from tests.processes import SECRET, TOKEN, stand_in

MENDED_BY_HAND = 2
NOWHERE = "http://127.0.0.1:9"


@pytest.fixture
def taken() -> Iterator[int]:
    """A port that somebody else listens on."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def refused(code: int, *command: str, **settings: str) -> str:
    """What a start that fails says: one line, with that exit code."""
    process = ended(*command, **{"LOG_LEVEL": "DEBUG", **settings})
    assert process.returncode == code, process.stderr
    assert "Traceback" not in process.stderr
    assert "Unclosed" not in process.stderr
    ours = [line for line in process.stderr.splitlines() if " DEBUG " not in line and " INFO " not in line]
    assert len(ours) == 1, process.stderr
    return ours[0]


def on_telegram(folder: Path, **settings: str) -> dict[str, str]:
    database = f"sqlite:///{folder / 'coach.db'}"
    return {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": NOWHERE, "DATABASE_URL": database, **settings}


def test_the_webhooks_port_is_taken(tmp_path: Path, taken: int) -> None:
    hook = {"WEBHOOK_URL": "https://coach.example/hook", "WEBHOOK_SECRET": SECRET}
    said = refused(1, "run", **on_telegram(tmp_path, **hook, WEBHOOK_LISTEN=f"127.0.0.1:{taken}"))
    assert said == (
        f"WEBHOOK_LISTEN=127.0.0.1:{taken} cannot be listened on (Address already in use); "
        "end what listens there, or choose another address."
    )


def test_the_port_of_the_chat_page_is_taken(tmp_path: Path, taken: int) -> None:
    said = refused(2, "run", DATABASE_URL=f"sqlite:///{tmp_path / 'coach.db'}", CHAT_PORT=str(taken))
    assert said == f"Port {taken} is taken: choose another, as in CHAT_PORT={taken + 1} make run."


@pytest.mark.parametrize("command", ["run", "chat", "export"])
def test_the_folder_of_the_database_cannot_be_made(tmp_path: Path, command: str) -> None:
    (tmp_path / "file").write_text("no folder")
    settings = on_telegram(tmp_path, DATABASE_URL=f"sqlite:///{tmp_path / 'file' / 'coach.db'}", CHAT_PORT="0")
    more = ["--athlete", "1"] if command == "export" else []
    said = refused(1 if command == "export" else MENDED_BY_HAND, command, *more, **settings)
    assert said == (
        f"The database cannot be used: the folder {tmp_path / 'file'} of the database cannot be made (File exists)."
    )


def test_the_database_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "coach.db").write_text("something else, and long enough to be looked at" * 100)
    said = refused(1, "run", **on_telegram(tmp_path))
    assert said == "The database cannot be used: file is not a database. Check DATABASE_URL and start again."


def test_the_knowledge_base_is_not_there(tmp_path: Path) -> None:
    said = refused(MENDED_BY_HAND, "run", **on_telegram(tmp_path, KNOWLEDGE_DIR=str(tmp_path / "none")))
    assert said.startswith(f"The setting KNOWLEDGE_DIR cannot be used: {tmp_path / 'none'} is no folder")


@pytest.mark.parametrize("command", ["run", "chat"])
def test_the_knowledge_base_is_broken(tmp_path: Path, command: str) -> None:
    folder = copy(tmp_path, language=True)
    change(folder / "muscles/helping/teres-major.yaml", "  back: false", "  back: maybe")
    process = ended(command, **on_telegram(tmp_path, KNOWLEDGE_DIR=str(folder), CHAT_PORT="0"))
    assert process.returncode == MENDED_BY_HAND
    assert process.stderr.splitlines() == [
        "The knowledge base has faults, so the coach does not start:",
        "knowledge/muscles/helping/teres-major.yaml: teres-major.back: should be true or false, not 'maybe'",
    ]


@pytest.mark.parametrize("missing", ["log_line.yaml", "deeds.yaml", "logbook.yaml", "words.yaml", TABLE])
def test_a_part_of_the_language_is_missing(tmp_path: Path, missing: str) -> None:
    folder = copy(tmp_path, language=True)
    (folder / "language" / "en" / missing).unlink()
    with pytest.raises(KnowledgeFault, match=r"language"):
        build_coach(local_settings("sqlite:///nowhere.db", knowledge_dir=folder))


@pytest.mark.parametrize("way", ["polling", "webhook"])
def test_the_token_is_wrong(tmp_path: Path, way: str) -> None:
    with stand_in() as telegram:
        settings = on_telegram(tmp_path, TELEGRAM_API_URL=telegram.url, TELEGRAM_BOT_TOKEN=TOKEN + "x")
        if way == "webhook":
            settings |= {"WEBHOOK_URL": "https://coach.example/hook", "WEBHOOK_SECRET": SECRET}
            settings |= {"WEBHOOK_LISTEN": "127.0.0.1:0"}
        said = refused(MENDED_BY_HAND, "run", **settings)
    assert said == "Telegram does not know this token; set TELEGRAM_BOT_TOKEN to the one BotFather gave."


async def test_a_start_that_fails_leaves_nothing_running(
    sqlite_url: str, taken: int, caplog: pytest.LogCaptureFixture
) -> None:
    settings = local_settings(
        sqlite_url,
        webhook_url="https://coach.example/hook",
        webhook_secret=SecretStr(SECRET),
        webhook_listen=f"127.0.0.1:{taken}",
    )
    before = asyncio.all_tasks()
    with pytest.raises(CannotListen):
        async with running(settings, TOKEN, NOWHERE, coach()):
            pytest.fail("it started")
    assert asyncio.all_tasks() == before
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]


async def test_the_menu_and_what_the_bot_is_are_told_to_telegram(sqlite_url: str) -> None:
    telegram = LocalTelegram()
    await telegram.start()
    try:
        async with running(local_settings(sqlite_url), telegram.token, telegram.url, coach()):
            told = telegram.world.profile
            await telegram.world.until(lambda: len(told) == 3, 10)
    finally:
        await telegram.stop()
