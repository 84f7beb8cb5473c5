"""Who talks to the coach in a journey? A person at the loopback Bot API, before the whole coach over real HTTP."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from typing import Any

from pydantic import SecretStr

from bot.app import build_coach, running
from bot.delivery.run import Delivery
from bot.local import LocalTelegram
from bot.local.chats import Query
from bot.services.coach import Coach
from bot.settings import Settings
from bot.storage.database import SqlDatabase, open_database


@dataclass
class Lifter:
    """One person's chat. Each deed waits until everything is handled and answered, and gives the new messages."""

    telegram: LocalTelegram
    watcher: SqlDatabase
    name: str = "Alex"
    pressed: list[Query] = field(default_factory=list)
    """The taps made last."""

    @property
    def toasts(self) -> list[str]:
        """What was said to the taps made last, over the chat."""
        return [str((tap.answer or {}).get("text", "")) for tap in self.pressed]

    @property
    def person(self) -> Any:
        return self.telegram.person(self.name)

    @property
    def messages(self) -> list[dict[str, Any]]:
        return list(self.person.heard())

    @property
    def last(self) -> dict[str, Any]:
        return self.messages[-1]

    @property
    def card(self) -> dict[str, Any]:
        """The newest message with a session card on it."""
        marks = {"Finish", "Not done yet", "‹ Back to the session"}
        return next(one for one in reversed(self.messages) if marks & {label for row in buttons(one) for label in row})

    async def says(self, text: str) -> list[str]:
        return await self._after(lambda: self.person.say(text))

    def at(self, hour: int, minute: int = 0) -> None:
        """From now on the stand-in's clock goes as if it were, next, this time of day in UTC."""
        world = self.telegram.world
        world.clock_offset += (3600 * hour + 60 * minute - world.now()) % 86_400

    def at_noon_of(self, year: int, month: int, day: int) -> None:
        """From now on it is that day, as far as the chat goes."""
        world = self.telegram.world
        world.clock_offset += datetime(year, month, day, 12, tzinfo=UTC).timestamp() - world.now()

    async def edits(self, was: str, text: str) -> list[str]:
        """Change the newest own message that said `was`."""
        written = self.telegram.world.chats[self.person.id].transcript()
        number = next(one["message_id"] for one in reversed(written) if one.get("text") == was)
        return await self.does(lambda person: person.edit(number, text))

    async def taps(self, label: str, message: dict[str, Any] | None = None, *, times: int = 1) -> list[str]:
        """Press a button by the start of its label, on the newest message that has it."""
        at = message or next(one for one in reversed(self.messages) if _find(one, label))
        data = _find(at, label)
        assert data is not None, f"no button {label!r} on {at['text']!r}: {buttons(at)}"
        return await self._after(lambda: self._press(at["message_id"], data, times))

    def _press(self, message_id: int, data: str, times: int) -> None:
        self.pressed = [self.person.tap(message_id, data) for _ in range(times)]

    async def forges(self, message_id: int, data: str) -> list[str]:
        def forge() -> None:
            self.pressed = [self.person.tap(message_id, data, forged=True)]

        return await self._after(forge)

    async def does(self, deed: Any) -> list[str]:
        """Anything else the stand-in offers: `lifter.does(lambda person: person.send_location(52.5, 13.4))`."""
        return await self._after(lambda: deed(self.person))

    async def _after(self, deed: Any) -> list[str]:
        before = {one["message_id"] for one in self.messages}
        deed()
        await settled(self.telegram, self.watcher)
        return [one.get("text", one.get("caption", "")) for one in self.messages if one["message_id"] not in before]


async def settled(telegram: LocalTelegram, watcher: SqlDatabase) -> None:
    """Every update taken, handled, and its answers sent."""
    await telegram.world.until(lambda: not telegram.world.updates.pending, seconds=20)
    for _ in range(20_000):
        if not await watcher.run(lambda work: work.inbox.waiting() + work.uploads.waiting() + work.outbox.waiting()):
            return
    raise AssertionError("the coach does not come to rest")


def buttons(message: dict[str, Any]) -> list[list[str]]:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [[button["text"] for button in row] for row in rows]


def _find(message: dict[str, Any], label: str) -> str | None:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    every = [button for row in rows for button in row]
    exact = [button["callback_data"] for button in every if button["text"] == label]
    starts = [button["callback_data"] for button in every if button["text"].startswith(label)]
    return next(iter(exact or starts), None)


def local_settings(database_url: str, **more: Any) -> Settings:
    return Settings(_env_file=None, database_url=SecretStr(database_url), **more)


@cache
def coach() -> Coach:
    """Read once for all journeys: it never changes."""
    return build_coach(local_settings("sqlite:///nowhere.db"))


@asynccontextmanager
async def coach_at_work(database_url: str, telegram: LocalTelegram, **more: Any) -> AsyncIterator[Delivery]:
    """The whole coach on a database, asking this stand-in for updates."""
    async with running(local_settings(database_url, **more), telegram.token, telegram.url, coach()) as delivery:
        yield delivery


def watch(database_url: str) -> SqlDatabase:
    """A second way into the database, to see from outside what is kept."""
    return open_database(database_url, connections=1)
