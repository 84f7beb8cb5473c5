"""Who writes and presses in a house? Makes updates as Telegram does, in a chat of their own, and waits."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from bot.app import clock
from tests.chaos.house import Heard, House
from tests.delivery import updates

Json = dict[str, Any]
Made = Callable[[int], Json]
"""An update, once it has a number."""


@dataclass
class Person:
    rooms: House
    id: int
    heard: list[Heard]
    name: str = "Ann"
    number: list[int] = field(default_factory=lambda: [1])
    """Of the last update; shared by those who write to the same house."""

    async def does(self, *made: Made) -> None:
        await self.rooms.by_polling(self.body(one) for one in made)
        await self.rooms.settled()

    def body(self, make: Made) -> bytes:
        self.number[0] += 1
        update = {**make(self.number[0]), "update_id": self.number[0]}
        bearer = next(value for value in update.values() if isinstance(value, dict))
        bearer["from"] = {**bearer["from"], "first_name": self.name}
        return json.dumps(update).encode()

    def text(self, text: str) -> Made:
        return lambda number: updates.message(number, to=self.id, text=text, date=now())

    def edit(self, message: int, text: str) -> Made:
        edited = {"message_id": message, "edit_date": now()}
        return lambda _: {"edited_message": {**updates.bare(to=self.id, text=text, date=now()), **edited}}

    def press(self, data: str) -> Made:
        return lambda number: updates.press(number, data, to=self.id)

    def document(self, name: str, file: str = "") -> Made:
        """`file` is what it is known by to whoever gives its bytes; else whose it is."""
        content = {"file_id": file or f"of {self.id}", "file_unique_id": "f", "file_name": name, "file_size": 900}
        return lambda number: updates.message(number, to=self.id, document=content, date=now())

    async def taps(self, label: str) -> None:
        """The newest button of this chat that begins so."""
        every = (one for heard in reversed(self.heard) if heard.chat == self.id for one in heard.buttons)
        data = next(str(one["callback_data"]) for one in every if one["text"].startswith(label))
        await self.does(self.press(data))


def now() -> int:
    return int(clock().timestamp())
