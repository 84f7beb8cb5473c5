"""Does a rolling restart of two replicas on one PostgreSQL lose, double or leave unanswered anything?

Two processes, and before them what stands there in earnest: a proxy that passes an update to the first that takes it.
"""

import asyncio
import subprocess
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import aiohttp
from aiohttp import web

from tests.chaos.check import check
from tests.chaos.trial import confirmed, kept_in
from tests.processes import Telegram, free_port, stand_in, start_bot, webhook_settings

PEOPLE = range(3001, 3011)
SETS = 300
PARTS = 6
LOOK_EVERY = 0.1
"""Seconds: processes that start need the cores themselves."""


@asynccontextmanager
async def proxy(port: int, replicas: Sequence[int]) -> AsyncIterator[None]:
    """As `lb_policy first` of Caddy: to the first that takes it, 502 where none does (Telegram comes again)."""
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(10)) as session:

        async def to_one(request: web.Request) -> web.Response:
            body = await request.read()
            head = {name: value for name, value in request.headers.items() if name.startswith(("X-", "Content-Type"))}
            for replica in replicas:
                try:
                    async with session.post(f"http://127.0.0.1:{replica}/telegram", data=body, headers=head) as answer:
                        if answer.status < 500:
                            return web.Response(status=answer.status)
                except aiohttp.ClientError:
                    continue
            return web.Response(status=502)

        app = web.Application()
        app.router.add_post("/telegram", to_one)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", port).start()
        yield
        await runner.cleanup()


class Rollout:
    def __init__(self, telegram: Telegram, url: str, front: int) -> None:
        self.telegram = telegram
        self.url = url
        self.front = front
        self.ports = [free_port(), free_port()]
        self.health = [free_port(), free_port()]
        self.reported: dict[int, list[str]] = {person: [] for person in PEOPLE}
        self.running: list[subprocess.Popen[bytes]] = []

    def start(self, place: int) -> "subprocess.Popen[bytes]":
        settings = {
            **webhook_settings(self.front),
            "WEBHOOK_LISTEN": f"127.0.0.1:{self.ports[place]}",
            "HEALTH_LISTEN": f"127.0.0.1:{self.health[place]}",
        }
        bot = start_bot(self.telegram, self.url, **settings)
        self.running.append(bot)
        return bot

    async def ready(self, place: int) -> None:
        async with asyncio.timeout(60), aiohttp.ClientSession() as session:
            while True:
                try:
                    async with session.get(f"http://127.0.0.1:{self.health[place]}/ready") as answer:
                        if answer.status == 200:
                            return
                except aiohttp.ClientError:
                    pass  # it does not listen yet
                await asyncio.sleep(LOOK_EVERY)

    async def report(self, count: int) -> None:
        says = []
        for number in range(count):
            person = PEOPLE[number % len(PEOPLE)]
            load = str(20 + len(self.reported[person]))
            self.reported[person].append(load)
            says.append([person, f"lat pulldown {load} kg x 5"])
        await asyncio.to_thread(self.telegram.do, "feed", says=says)

    async def answers(self) -> dict[int, list[str]]:
        """Once there is one to each set, or nothing more comes."""
        answered: dict[int, list[str]] = {}
        async with asyncio.timeout(90):
            while sum(map(len, answered.values())) < SETS:
                shown = await asyncio.to_thread(self.telegram.show, "calls", method="sendMessage")
                answered = {}
                for call in shown["calls"]:
                    for person, load in confirmed(call):
                        answered.setdefault(person, []).append(load)
                await asyncio.sleep(LOOK_EVERY)
        return answered


async def stop(bot: "subprocess.Popen[bytes]") -> None:
    bot.terminate()
    assert await asyncio.to_thread(bot.wait, 30) == 0


async def test_a_rolling_restart_loses_and_doubles_nothing(postgres_url: str) -> None:
    front = free_port()
    with stand_in("tests.chaos.stand_in") as telegram:
        rollout = Rollout(telegram, postgres_url, front)
        try:
            async with proxy(front, rollout.ports):
                first, second = rollout.start(0), rollout.start(1)
                await rollout.ready(0)
                await rollout.ready(1)
                await rollout.report(SETS // PARTS)
                stopping = asyncio.create_task(stop(first))
                await rollout.report(SETS // PARTS)
                await stopping
                await rollout.report(SETS // PARTS)
                rollout.start(0)
                await rollout.report(SETS // PARTS)
                await rollout.ready(0)
                stopping = asyncio.create_task(stop(second))
                await rollout.report(SETS // PARTS)
                await stopping
                rollout.start(1)
                await rollout.report(SETS // PARTS)
                await rollout.ready(1)
                answered = await rollout.answers()
                for bot in rollout.running[2:]:
                    await stop(bot)
        finally:
            for bot in rollout.running:
                bot.kill()
                bot.wait()
    kept, waiting = kept_in(postgres_url)
    assert waiting == (0, 0)
    findings = check(rollout.reported, kept, answered)
    assert not findings, findings
    assert sum(map(len, kept.values())) == SETS
    twice = sum(times - 1 for loads in answered.values() for times in Counter(loads).values())
    assert twice == 0, "a clean stop repeats no message either"
