"""What is said in the trial of commits, and how? One person's talk, each deed after the answer to the one before."""

import base64
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, update

from bot.app import clock
from bot.services.timers import TimerKind
from bot.storage.database import SqlDatabase
from bot.storage.tables import timers
from tests.coaching.importing.files import STRONG_UNITS, file, strong_units
from tests.processes import Telegram

HISTORY = file(STRONG_UNITS, strong_units(1), strong_units(2), strong_units(3, 120, 5))


@dataclass(slots=True)
class Talker:
    telegram: Telegram
    number: int
    watcher: SqlDatabase

    def says(self, text: str) -> None:
        self.telegram.do("feed", says=[[self.number, text]])

    def edits(self, was: str, text: str) -> None:
        written = next(one for one in reversed(self._messages()) if one.get("text") == was)
        self.telegram.do("edit", person=self.number, message_id=written["message_id"], text=text)

    def taps(self, label: str) -> None:
        for message in reversed(self._messages()):
            for button in _buttons(message):
                if button["text"].startswith(label):
                    data = button["callback_data"]
                    self.telegram.do("tap", person=self.number, message_id=message["message_id"], button=data)
                    return
        raise LookupError(f"nobody wrote a button {label!r}")

    def sends(self, name: str, body: bytes) -> None:
        content = base64.b64encode(body).decode()
        self.telegram.do("file", person=self.number, name=name, content_type="text/csv", content=content)

    def lets_rest_end(self) -> None:
        """The time of the rest that runs has come."""
        self._rest_until(clock(), timers.c.kind == TimerKind.REST)

    def lets_rest_last(self) -> None:
        """None that runs ends by itself, however slow the machine is."""
        self._rest_until(clock() + timedelta(hours=1), timers.c.kind == TimerKind.REST, timers.c.due.is_not(None))

    def _rest_until(self, moment: datetime, *which: ColumnElement[bool]) -> None:
        with self.watcher.engine.begin() as connection:
            connection.execute(update(timers).where(*which).values(due=moment))

    def _messages(self) -> Sequence[Mapping[str, Any]]:
        messages: Sequence[Mapping[str, Any]] = self.telegram.show("transcript", chat=self.number)["messages"]
        return messages


Deed = Callable[[Talker], None]


def _buttons(message: Mapping[str, Any]) -> Sequence[Mapping[str, str]]:
    return [button for row in message.get("reply_markup", {}).get("inline_keyboard", []) for button in row]


def says(text: str) -> Deed:
    return lambda talker: talker.says(text)


def taps(label: str) -> Deed:
    return lambda talker: talker.taps(label)


def sends(name: str, body: bytes) -> Deed:
    return lambda talker: talker.sends(name, body)


def edits(was: str, text: str) -> Deed:
    return lambda talker: talker.edits(was, text)


def rings(talker: Talker) -> None:
    talker.lets_rest_end()


TALK: Sequence[Deed] = (
    says("/start"),
    says("deadlift 100x8"),
    says("make that 7"),
    says("/undo"),
    says("lat pulldown 60 kg 3x10"),
    edits("lat pulldown 60 kg 3x10", "lat pulldown 60 kg 2x10"),
    says("bw 82.5 kg"),
    says("note deadlift hips lower"),
    says("/workout"),
    taps("✓ Done"),
    rings,
    taps("✓ Done"),
    taps("✓ Done"),
    taps("Undo"),
    says("100x6"),
    rings,
    says("8"),
    says("8"),
    taps("Finish"),
    says("why does my lower back round?"),
    says("what about lifting under a full moon"),
    sends("strong.csv", HISTORY),
    taps("Import"),
    says("/undo"),
    sends("strong.csv", HISTORY),
    taps("Import"),
    says("/export"),
    says("/remind every day 7"),
    says("/history"),
    says("delete the last two"),
    says("/undo"),
)
