"""How do updates reach a bot that listens itself? One after another in each chat, again and again until it says 200."""

import asyncio
import contextlib
import logging
import random
import ssl
from itertools import islice

import aiohttp
import orjson

from bot.local.parameters import Parameters
from bot.local.updates import Pending
from bot.local.wire import perform
from bot.local.world import Call, World

_LOG = logging.getLogger(__name__)
_FIRST_RETRY, _LAST_RETRY = 0.1, 5.0  # seconds; the real ones are longer and not published
_LOOK_AHEAD = 1000  # updates looked at for a chat that is free; one chat's long queue must not cost the others
_PATIENCE = aiohttp.ClientTimeout(total=60)


class Deliverer:
    """Posts the pending updates of one bot to its webhook while it has one."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._chance = random.Random(1)
        self._busy: dict[int, asyncio.Task[None]] = {}  # by chat
        self._news = asyncio.Event()
        self._stop_listening = world.listen(self._heard)
        world.updates.on_new = self._news.set
        self._runner = asyncio.ensure_future(self._run())

    async def stop(self) -> None:
        self._stop_listening()
        self._world.updates.on_new = None
        tasks = [self._runner, *self._busy.values()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _heard(self, event: dict[str, object]) -> None:
        if event["type"] == "webhook":
            self._news.set()

    async def _run(self) -> None:
        async with aiohttp.ClientSession(timeout=_PATIENCE, connector=aiohttp.TCPConnector(limit=0)) as session:
            while True:
                await self._news.wait()
                self._news.clear()
                self._start_deliveries(session)

    def _start_deliveries(self, session: aiohttp.ClientSession) -> None:
        hook = self._world.webhook
        if not hook:
            return
        self._world.updates.forget_expired()
        for update in islice(self._world.updates.pending, _LOOK_AHEAD):
            if len(self._busy) >= hook["max_connections"]:
                return
            if update.chat not in self._busy:
                self._busy[update.chat] = asyncio.ensure_future(self._deliver(session, update))

    async def _deliver(self, session: aiohttp.ClientSession, update: Pending) -> None:
        wait = _FIRST_RETRY
        try:
            while hook := self._world.webhook:
                if await self._posted(session, hook, update):
                    with contextlib.suppress(ValueError):  # the bot dropped its pending updates meanwhile
                        self._world.updates.pending.remove(update)
                    self._world.updates.on_moved()
                    return
                await asyncio.sleep(wait)
                wait = min(2 * wait, _LAST_RETRY)
        finally:
            del self._busy[update.chat]
            self._news.set()

    async def _posted(self, session: aiohttp.ClientSession, hook: dict[str, str], update: Pending) -> bool:
        headers = {"Content-Type": "application/json"}
        if hook["secret_token"]:
            headers["X-Telegram-Bot-Api-Secret-Token"] = hook["secret_token"]
        try:
            async with session.post(hook["url"], data=update.body, headers=headers, ssl=_trust(hook)) as response:
                answer = await response.read()
                status = response.status
        except (aiohttp.ClientError, TimeoutError, OSError) as failed:
            return self._failed(f"Connection failed: {failed}")
        if not 200 <= status < 300:
            return self._failed(f"Wrong response from the webhook: {status} {response.reason}")
        if self._chance.random() < self._world.deliveries_lost:
            return self._failed("Read timeout expired")
        self._carry_out(answer)
        return True

    def _failed(self, why: str) -> bool:
        if self._world.webhook:
            self._world.webhook |= {"last_error_date": int(self._world.now()), "last_error_message": why}
        return False

    def _carry_out(self, answer: bytes) -> None:
        """A webhook may answer with a call of its own."""
        try:
            values = orjson.loads(answer) if answer else None
        except orjson.JSONDecodeError:
            return
        if isinstance(values, dict) and isinstance(values.get("method"), str):
            method = values.pop("method")
            perform(self._world, method.lower(), Parameters(values), Call(method, values, self._world.now()))


def _trust(hook: dict[str, str]) -> ssl.SSLContext | bool:
    """The certificate that came with setWebhook, or the usual authorities."""
    return ssl.create_default_context(cadata=hook["certificate"]) if hook["certificate"] else True
