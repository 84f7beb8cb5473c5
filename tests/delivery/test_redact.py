"""Does a token or a secret show anywhere, with everything logged there is?"""

import io
import logging
import traceback
from collections.abc import Iterator

import pytest
from telegram.error import TelegramError

from bot.delivery.client import Client
from bot.delivery.redact import redact_logs
from bot.delivery.run import Webhook
from bot.local.faults import KINDS, Fault
from bot.local.server import LocalTelegram
from bot.storage.database import SqlDatabase
from tests.delivery.rig import delivering, hear_of

SECRET = "hush-hush-hush"


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """Everything at DEBUG, as a handler of the root logger writes it."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    root = logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield written
    root.removeHandler(handler)
    root.setLevel(before)


async def test_the_token_is_in_no_log_whatever_the_wire_does(
    telegram: LocalTelegram, sqlite_database: SqlDatabase, log: io.StringIO
) -> None:
    redact_logs([telegram.token, SECRET])
    people = {kind: telegram.person(kind) for kind in KINDS}
    for kind, person in people.items():
        telegram.world.faults.rules += [
            Fault(kind, "sendMessage", count=1, chat_id=person.id, seconds=0.05),
            Fault(kind, "getUpdates", count=1, skip=3, seconds=0.05),
        ]
        person.say("hello")
    telegram.world.faults.rules = [rule for rule in telegram.world.faults.rules if rule.kind != "401"]
    async with delivering(telegram, sqlite_database):
        await hear_of(people["502"], "hello")
        logging.getLogger("x").info("calling %s", f"{telegram.url}/bot{telegram.token}/getMe")
        logging.getLogger("x").info("%s", {"secret_token": SECRET})
        try:
            raise ValueError(f"bad address /bot{telegram.token}/")
        except ValueError:
            logging.getLogger("x").exception("it failed for %s", SECRET)
    said = log.getvalue()
    assert "[hidden]" in said
    assert telegram.token not in said
    assert telegram.token.partition(":")[2] not in said
    assert SECRET not in said


async def test_the_token_is_in_no_error(telegram: LocalTelegram) -> None:
    errors = []
    for url in (telegram.url, "http://127.0.0.1:1", "http://[", "http://127.0.0.1:99999"):
        client = Client("5:nobody-knows-this", url)
        await client.connect()
        try:
            await client.call("getMe", {})
        except TelegramError as error:
            errors.append("".join(traceback.format_exception(error)) + repr(error))
        finally:
            await client.disconnect()
    assert len(errors) == 4
    assert all("nobody-knows-this" not in error for error in errors), errors


def test_the_token_is_in_no_repr() -> None:
    assert "nobody" not in repr(Client("5:nobody-knows-this", "http://127.0.0.1:1"))
    assert SECRET not in repr(Webhook("https://example.org/x", SECRET, "127.0.0.1:1"))
