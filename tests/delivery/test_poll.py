"""Is what Telegram hands over kept before it is acknowledged, and does polling survive what the wire does?"""

from collections.abc import Callable
from typing import TypeVar

import pytest

from bot.delivery.refusals import TokenRefused
from bot.delivery.run import Delivery
from bot.domain.errors import StorageUnavailable
from bot.local.faults import KINDS, Fault
from bot.local.server import LocalTelegram
from bot.services.ports import Database, Work
from bot.storage.database import SqlDatabase
from tests.delivery.rig import QUICK, apologise, clock, delivering, echo, hear, waiting

T = TypeVar("T")


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"401"}))
async def test_no_update_is_lost_whatever_happens_to_getupdates(
    telegram: LocalTelegram, sqlite_database: SqlDatabase, kind: str, caplog: pytest.LogCaptureFixture
) -> None:
    alex = telegram.person("Alex")
    telegram.world.faults.rules.append(Fault(kind, "getUpdates", count=2, seconds=0.05, retry_after=0))
    async with delivering(telegram, sqlite_database):
        for number in range(5):
            alex.say(str(number))
        assert await hear(alex, 5) == [f"echo {number}" for number in range(5)]
    said = [record for record in caplog.records if "getUpdates" in record.getMessage()]
    assert len(said) == (0 if kind == "slow" else 2), "one line when it stops, one when it works"


class Grudging:
    """A database whose commits fail every other time."""

    def __init__(self, real: Database) -> None:
        self._real = real
        self._runs = 0

    async def run(self, job: Callable[[Work], T]) -> T:
        self._runs += 1
        if self._runs % 2 == 0:
            raise StorageUnavailable("database is locked")
        return await self._real.run(job)


async def test_nothing_is_acknowledged_that_is_not_kept(telegram: LocalTelegram, sqlite_database: SqlDatabase) -> None:
    alex = telegram.person("Alex")
    async with delivering(telegram, Grudging(sqlite_database)):
        for number in range(5):
            alex.say(str(number))
        assert await hear(alex, 5) == [f"echo {number}" for number in range(5)]
    assert await waiting(sqlite_database) == (0, 0)


async def test_a_webhook_left_by_an_earlier_run_is_taken_away(
    telegram: LocalTelegram, sqlite_database: SqlDatabase
) -> None:
    telegram.world.webhook["url"] = "https://example.org"
    async with delivering(telegram, sqlite_database):
        await telegram.world.until(lambda: telegram.world.done("deleteWebhook"))


async def test_a_token_that_telegram_does_not_know_ends_it_with_a_sentence(
    telegram: LocalTelegram, sqlite_database: SqlDatabase, caplog: pytest.LogCaptureFixture
) -> None:
    delivery = Delivery(
        "1:unknown",
        telegram.url,
        sqlite_database,
        respond=echo,
        apologise=apologise,
        clock=clock,
        options=QUICK,
    )
    await delivery.start()
    with pytest.raises(TokenRefused, match="TELEGRAM_BOT_TOKEN"):
        await delivery.ended()
    assert "1:unknown" not in caplog.text
