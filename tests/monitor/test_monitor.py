"""Do /health, /ready and /metrics tell what is so, to whoever runs the coach, and only there?"""

import asyncio
from typing import Any

import aiohttp
import pytest
from prometheus_client.parser import text_string_to_metric_families
from sqlalchemy import text

from bot.app import clock, running
from bot.delivery.refusals import CannotListen
from bot.local import LocalTelegram
from bot.local.faults import Fault
from bot.storage.database import SqlDatabase
from tests.journeys.people import Lifter, coach, coach_at_work, local_settings, settled, watch
from tests.processes import SECRET, free_port


@pytest.fixture
def port() -> int:
    return free_port()


async def ask(port: int, path: str) -> tuple[int, Any]:
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"http://127.0.0.1:{port}{path}", timeout=aiohttp.ClientTimeout(10)) as answer,
    ):
        return answer.status, await (answer.text() if path == "/metrics" else answer.json())


async def until_ready(port: int, *, ready: bool = True) -> dict[str, bool]:
    async with asyncio.timeout(20):
        while True:
            status, told = await ask(port, "/ready")
            if (status == 200) is ready:
                assert told["ready"] is ready
                return dict(told)
            await asyncio.sleep(0.02)


async def metrics(port: int) -> dict[str, float]:
    """Samples by name and labels, read as Prometheus reads them."""
    status, said = await ask(port, "/metrics")
    assert status == 200
    return {
        sample.name.removeprefix("backcoach_") + "".join(f"[{value}]" for value in sample.labels.values()): sample.value
        for family in text_string_to_metric_families(said)
        for sample in family.samples
    }


async def test_by_polling_it_is_ready_once_telegram_answers(
    telegram: LocalTelegram, database_url: str, port: int
) -> None:
    async with coach_at_work(database_url, telegram, health_listen=f"127.0.0.1:{port}"):
        assert await until_ready(port) == {"ready": True, "database": True, "tables": True, "updates": True}
        assert await ask(port, "/health") == (200, {"alive": True})
        telegram.world.faults.rules.append(Fault("502", "getUpdates"))
        telegram.person("Alex").say("hello")  # ends the long poll under way
        assert not (await until_ready(port, ready=False))["updates"]
        assert (await ask(port, "/health"))[0] == 200
        telegram.world.faults.rules.clear()
        await until_ready(port)


async def test_by_webhook_it_is_ready_once_telegram_knows_where_to_post(
    telegram: LocalTelegram, sqlite_url: str, port: int
) -> None:
    hook = free_port()
    settings = local_settings(
        sqlite_url,
        webhook_url=f"http://127.0.0.1:{hook}/telegram",
        webhook_secret=SECRET,
        webhook_listen=f"127.0.0.1:{hook}",
        health_listen=f"127.0.0.1:{port}",
    )
    telegram.world.faults.rules.append(Fault("500", "setWebhook"))
    async with running(settings, telegram.token, telegram.url, coach()) as delivery:
        assert (await ask(port, "/ready"))[1] == {"ready": False, "database": True, "tables": True, "updates": False}
        telegram.world.faults.rules.clear()
        await until_ready(port)
        await delivery.stop()
        assert (await ask(port, "/ready"))[0] == 503, "who stops takes nothing more"
        assert (await ask(port, "/health"))[0] == 200


async def test_tables_of_an_older_version_are_not_ready_and_those_of_a_newer_one_are(
    telegram: LocalTelegram, database_url: str, port: int
) -> None:
    def stand_at(revision: str) -> None:
        database = watch(database_url)
        with database.engine.begin() as connection:
            connection.execute(text("UPDATE alembic_version SET version_num = :revision"), {"revision": revision})
        database.close()

    async with coach_at_work(database_url, telegram, health_listen=f"127.0.0.1:{port}"):
        await until_ready(port)
        stand_at("0001")
        assert (await ask(port, "/ready"))[1]["tables"] is False
        stand_at("9999")
        assert (await ask(port, "/ready"))[0] == 200


async def test_without_its_database_it_is_alive_and_not_ready(
    telegram: LocalTelegram, sqlite_url: str, port: int
) -> None:
    async with coach_at_work(sqlite_url, telegram, health_listen=f"127.0.0.1:{port}"):
        await until_ready(port)
        other = watch(sqlite_url)
        with other.engine.begin():  # a writer that does not end: nobody else gets in
            status, told = await asyncio.wait_for(ask(port, "/ready"), 8)
            assert (status, told["database"]) == (503, False)
            found = await metrics(port)
            assert found["database_up"] == 0
            assert "inbox_waiting" not in found
            assert "updates_accepted_total" in found
            assert (await ask(port, "/health"))[0] == 200
        other.close()
        await until_ready(port)
        assert (await metrics(port))["database_up"] == 1


async def test_what_happens_is_counted(telegram: LocalTelegram, database_url: str, port: int) -> None:
    watcher = watch(database_url)
    alex, sam = Lifter(telegram, watcher), Lifter(telegram, watcher, "Sam")
    async with coach_at_work(database_url, telegram, health_listen=f"127.0.0.1:{port}") as delivery:
        telegram.world.faults.rules += [
            Fault("502", "sendMessage", count=2, chat_id=alex.person.id),
            Fault("429", "sendMessage", count=1, chat_id=sam.person.id, retry_after=1),
        ]
        await alex.says("deadlift 100x8")
        await sam.says("hello")
        await watcher.run(lambda work: work.inbox.accept([(888_888_888, sam.person.id, b'{"message": 7}')], clock()))
        delivery.workers[0].wake.set()
        await settled(telegram, watcher)
        found = await metrics(port)
    watcher.close()
    assert found["updates_accepted_total"] == 2
    assert found["updates_handled_total"] == 2
    assert found["updates_dead_total"] == found["inbox_dead"] == 1
    assert found["turn_seconds_count"] == found["turn_seconds_bucket[+Inf]"] == 2
    assert 0 < found["turn_seconds_sum"] < 10
    assert found["send_errors_total[server]"] == 2
    assert found["send_errors_total[flood]"] == 1
    assert found["calls_sent_total"] >= 3
    assert found["outbox_waiting[answer]"] == found["outbox_waiting[bulk]"] == found["inbox_waiting"] == 0
    assert found["outbox_oldest_seconds"] == 0
    assert found["process_resident_memory_bytes"] > 10_000_000


async def test_what_waits_is_told_with_its_age(telegram: LocalTelegram, database_url: str, port: int) -> None:
    watcher = watch(database_url)
    alex = Lifter(telegram, watcher)
    async with coach_at_work(database_url, telegram, health_listen=f"127.0.0.1:{port}"):
        telegram.world.faults.rules.append(Fault("502", "sendMessage"))
        alex.person.say("hello")
        async with asyncio.timeout(20):
            while (await metrics(port))["outbox_waiting[answer]"] == 0 or (await metrics(port))[
                "outbox_oldest_seconds"
            ] < 0.2:
                pass
        telegram.world.faults.rules.clear()
    watcher.close()


async def test_a_due_reminder_is_counted_by_what_became_of_it(
    telegram: LocalTelegram, sqlite_url: str, port: int
) -> None:
    from datetime import timedelta

    from tests.journeys.test_remind import looked_at

    watcher = watch(sqlite_url)
    alex = Lifter(telegram, watcher)
    settings = {"health_listen": f"127.0.0.1:{port}", "reminder_tick": 0.05}
    async with coach_at_work(sqlite_url, telegram, **settings):
        await alex.says("/remind 18:30")
        await looked_at(alex, timedelta(hours=4))
        await looked_at(alex, timedelta(minutes=1))
        await settled(telegram, watcher)
        found = await metrics(port)
    watcher.close()
    assert (found["reminders_due_total"], found["reminders_late_total"], found["reminders_sent_total"]) == (2, 1, 1)


async def test_nothing_is_listened_on_unless_asked_for(telegram: LocalTelegram, sqlite_url: str) -> None:
    async with coach_at_work(sqlite_url, telegram):
        assert local_settings(sqlite_url).health_listen is None


async def test_a_port_that_is_taken_stops_the_start_in_a_sentence(
    telegram: LocalTelegram, sqlite_url: str, port: int
) -> None:
    listen = f"127.0.0.1:{port}"
    async with coach_at_work(sqlite_url, telegram, health_listen=listen):
        with pytest.raises(CannotListen, match=f"HEALTH_LISTEN={listen} cannot be listened on .Address already in use"):
            async with coach_at_work(sqlite_url, telegram, health_listen=listen):
                pytest.fail("it started")


async def test_many_probes_of_a_database_that_hangs_ask_once(
    telegram: LocalTelegram, sqlite_url: str, port: int
) -> None:
    asked: list[int] = []

    class Slow(SqlDatabase):
        async def in_order(self) -> bool:
            asked.append(1)
            await asyncio.sleep(30)
            return True

    from bot.monitor.readiness import Readiness
    from bot.monitor.server import MonitorServer
    from bot.services.counts import Counts
    from bot.services.figures import Depths

    database = Slow(watch(sqlite_url).engine, watch(sqlite_url).engine, 1)

    async def ready() -> Readiness:
        return Readiness(database=await database.in_order())

    async def depths() -> Depths:
        raise AssertionError

    server = MonitorServer(f"127.0.0.1:{port}", counts=Counts(), clock=clock, ready=ready, depths=depths)
    await server.open()
    try:
        answers = await asyncio.gather(*(ask(port, "/ready") for _ in range(20)))
    finally:
        await server.close()
        database.close()
    assert {status for status, _ in answers} == {503}
    assert len(asked) == 1
