"""When may something be sent? A wave goes out at a steady rate; after 429 a chat, or everybody, has to wait."""

import asyncio
from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime

LEAST_WAVE = 1.0
"""Seconds: so often one of a wave goes, however many answers do."""


@dataclass(frozen=True, slots=True)
class Rates:
    """Messages a second. `overall` and `chat` are what Telegram takes of a bot, `bulk` is what reminders may have."""

    bulk: float = 25.0
    overall: float = 30.0
    chat: float = 1.0


class Pace:
    """A wave goes at most at the rate of `bulk` with a burst of one (a full bucket lets twice the rate through in its
    first second), and of `overall` it gets what answers leave. Answers never wait here."""

    def __init__(self, rates: Rates) -> None:
        self._interval = 1.0 / min(rates.bulk, rates.overall)
        self._of_an_answer = 1.0 / rates.overall
        self._of_a_chat = 1.0 / rates.chat
        self._next = 0.0
        self._begun = 0.0
        self._last: OrderedDict[int, float] = OrderedDict()

    async def turn(self) -> None:
        """Until the next of a wave may go."""
        loop = asyncio.get_running_loop()
        wait = self._next - loop.time()
        while True:
            await asyncio.sleep(max(wait, 0.0))
            wait = self._next - loop.time()  # answers that went meanwhile make it longer
            if wait <= 0:
                break
        self._begun = loop.time()
        self._next = max(self._next, self._begun - self._interval) + self._interval

    def went(self, chat: int, *, answer: bool) -> None:
        """A message is on its way to a chat."""
        now = asyncio.get_running_loop().time()
        self._last[chat] = now
        self._last.move_to_end(chat)
        while now - next(iter(self._last.values())) > self._of_a_chat:
            self._last.popitem(last=False)
        if answer:
            most = max(self._begun + LEAST_WAVE, self._next)
            self._next = min(max(self._next, now) + self._of_an_answer, most)

    def chat_wait(self, chat: int) -> float:
        """Seconds until a reminder may go to a chat."""
        last = self._last.get(chat)
        return 0.0 if last is None else max(last + self._of_a_chat - asyncio.get_running_loop().time(), 0.0)

    @property
    def of_a_chat(self) -> float:
        """Seconds between two messages that Telegram takes in a chat."""
        return self._of_a_chat

    def hold(self, seconds: float) -> None:
        self._next = max(self._next, asyncio.get_running_loop().time() + seconds)


class Floods:
    """Telegram does not say whether a 429 is for the chat or for the bot: one chat is taken for itself, a second one
    while the first still waits means the bot. Only answers are noted: what a wave is refused holds up the wave."""

    def __init__(self) -> None:
        self._until: dict[int, datetime] = {}

    def note(self, chat: int, until: datetime, now: datetime) -> None:
        self._until = {known: end for known, end in self._until.items() if end > now}
        self._until[chat] = until

    def hold(self, chat: int, now: datetime) -> bool:
        """Whether a chat has to wait."""
        until = self._until.get(chat)
        return until is not None and until > now

    def everybody_until(self, now: datetime) -> datetime | None:
        ends = [end for end in self._until.values() if end > now]
        return max(ends) if len(ends) > 1 else None
