"""When may something be sent? A wave goes out at a steady rate; after 429 a chat, or everybody, has to wait."""

import asyncio
from datetime import datetime


class Pace:
    """At most `rate` a second with a burst of one (a full bucket lets twice the rate through in its first second)."""

    def __init__(self, rate: float) -> None:
        self._interval = 1.0 / rate
        self._next = 0.0

    async def turn(self) -> None:
        loop = asyncio.get_running_loop()
        at = max(self._next, loop.time())
        self._next = at + self._interval
        await asyncio.sleep(at - loop.time())

    def hold(self, seconds: float) -> None:
        self._next = max(self._next, asyncio.get_running_loop().time() + seconds)


class Floods:
    """Telegram does not say whether a 429 is for the chat or for the bot: one chat is taken for itself, a second one
    while the first still waits means the bot."""

    def __init__(self) -> None:
        self._until: dict[int, datetime] = {}

    def note(self, chat: int, until: datetime, now: datetime) -> None:
        self._until = {known: end for known, end in self._until.items() if end > now}
        self._until[chat] = until

    def everybody_until(self, now: datetime) -> datetime | None:
        ends = [end for end in self._until.values() if end > now]
        return max(ends) if len(ends) > 1 else None
