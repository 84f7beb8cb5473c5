"""Is all kept once and answered when the bot's process ends right before, or right after, each of its commits?

One talk, held once without an end, and then with one in each of its deeds: at the first commit that the deed makes, at
its second, and so on. What is kept and said has to be the same.
"""

import os
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Connection, Table, func, select

from bot.app import clock
from bot.services.ports import Work
from bot.storage.database import SqlDatabase, open_database
from bot.storage.tables import athletes, done_sets, entries, inbox, metadata, outbox, reminders, sessions
from bot.storage.types import Moment
from tests.chaos.ender import Fuse
from tests.chaos.talk import TALK, Deed, Talker
from tests.processes import Telegram, environment, stand_in

WHEN = ("before", "after")
SETTLE_SECONDS = 60
LOOK_SECONDS = 0.02
OF_THE_WIRE = {"inbox", "outbox", "screens", "sent_pictures"}
NOT_OURS = {"message", "file_id", "chat", "telegram_id", "name", "lap", "rules"}
"""Columns whose values are given by Telegram, or by the first start after them."""

VARIES = re.compile(r"\b\d{10,}\b|\d{4}-\d\d-\d\dT[\d:.+]+|(?<=Rest <b>)\d+:\d\d")
"""Numbers of messages, moments, and how much of a rest is left when its card is shown again."""

NUMBERED: Mapping[str, Column[Any]] = {
    "athlete_id": athletes.c.id,
    "entry_id": entries.c.id,
    "replaces": entries.c.id,
    "session_id": sessions.c.id,
    "set_id": done_sets.c.id,
    "reminder_id": reminders.c.id,
}
"""Columns that name a row of another table by its number."""

Kept = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Held:
    """What one talk came to."""

    kept: Kept
    said: Sequence[str]
    faults: int
    """Updates put aside, and calls refused."""
    ends: int
    """Deeds in which the process ended where it was told to."""

    @property
    def once(self) -> Sequence[str]:
        return list(dict.fromkeys(self.said))


@dataclass(slots=True)
class Report:
    talks: int = 0
    ends: int = 0
    differences: list[str] = field(default_factory=list)
    repeats: int = 0
    seconds: float = 0.0

    @property
    def good(self) -> bool:
        """An end may repeat the one message that was on its way in the chat."""
        return self.differences == [] and 0 <= self.repeats <= self.ends and self.ends > 0


class Enders:
    """Bots that end where they are told to; one at a time."""

    def __init__(self, telegram: Telegram, fuse: Path) -> None:
        fuse.write_bytes(bytes(1))
        self.fuse = Fuse(fuse)
        self._telegram = telegram
        self._maker = subprocess.Popen(
            [sys.executable, "-m", "tests.chaos.ender", str(fuse)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=environment(),
        )
        self.running = 0

    def start(self, url: str, when: str) -> None:
        assert self._maker.stdin is not None
        assert self._maker.stdout is not None
        self._maker.stdin.write(f"{url} {self._telegram.url} {when}\n")
        self._maker.stdin.flush()
        self.running = int(self._maker.stdout.readline())

    @property
    def gone(self) -> bool:
        try:
            os.kill(self.running, 0)
        except ProcessLookupError:
            return True
        return False

    def end(self) -> None:
        if self.running:
            with suppress(ProcessLookupError):
                os.kill(self.running, signal.SIGKILL)
        while self.running and not self.gone:
            _wait()
        self.running = 0

    def close(self) -> None:
        self.end()
        self._maker.communicate()


def run(
    new_url: Callable[[], str],
    points: Iterable[tuple[int, str]],
    tell: Callable[[Report], None] = lambda _: None,
) -> Report:
    """Ends before or after the so-many-th commit of every deed, a talk for each of `points`, until no deed has so many.
    Each call of `new_url` makes a database with its tables; `tell` hears how far it is."""
    started = time.monotonic()
    report = Report()
    with stand_in() as telegram, tempfile.TemporaryDirectory() as folder:
        enders = Enders(telegram, Path(folder, "fuse"))
        try:
            as_it_is = Talk(telegram, enders, new_url()).held()
            for commit, when in points:
                held = Talk(telegram, enders, new_url(), commit, when).held()
                if not held.ends:
                    break
                report.talks += 1
                report.ends += held.ends
                report.repeats += len(held.said) - len(as_it_is.said)
                report.differences += [f"{when} commit {commit}: {one}" for one in _differences(as_it_is, held)]
                report.seconds = time.monotonic() - started
                tell(report)
        finally:
            enders.close()
    return report


class Talk:
    """The one talk, with a person of its own."""

    people = count(5001)

    def __init__(self, telegram: Telegram, enders: Enders, url: str, commit: int = 0, when: str = "after") -> None:
        """Every deed's `commit`-th is the last of a process; 0: none is."""
        self._telegram = telegram
        self._enders = enders
        self._url = url
        self._commit = commit
        self._when = when
        self._person = next(self.people)

    def held(self) -> Held:
        self._telegram.do("people", id=self._person, first_name="Kim", language_code="en")
        watcher = open_database(self._url, connections=1)
        talker = Talker(self._telegram, self._person, watcher)
        ends = 0
        try:
            for deed in TALK:
                ends += self._does(talker, deed)
            self._enders.end()
            kept, faults = _look(watcher)
        finally:
            watcher.close()
        return Held(kept, _said(self._telegram, self._person), faults, ends)

    def _does(self, talker: Talker, deed: Deed) -> bool:
        """Until nothing is left to do; whether a process ended meanwhile."""
        fuse, until = self._enders.fuse, time.monotonic() + SETTLE_SECONDS
        fuse.light(self._commit)
        deed(talker)
        if not self._enders.running:
            self._start()
        again = False
        while not _settled(self._telegram, talker.watcher) or (fuse.burnt and self._commit and not again):
            if self._enders.gone:
                if again or not fuse.burnt:
                    raise AssertionError(f"{self._when} commit {self._commit} the bot ends by itself")
                self._start()
                again = True
            if time.monotonic() > until:
                raise AssertionError(f"{self._when} commit {self._commit} the bot does not come to rest")
            _wait()
        talker.lets_rest_last()
        return again

    def _start(self) -> None:
        self._enders.start(self._url, self._when)


def _wait() -> None:
    threading.Event().wait(LOOK_SECONDS)


def _settled(telegram: Telegram, watcher: SqlDatabase) -> bool:
    if telegram.show("wait")["pending_updates"]:
        return False

    def waits(work: Work) -> bool:
        due = work.timers.next_due()
        rings = due is not None and due <= clock()
        return rings or work.inbox.waiting() + work.uploads.waiting() + work.outbox.waiting() > 0

    return not watcher.read_now(waits)


def _look(watcher: SqlDatabase) -> tuple[Kept, int]:
    with watcher.engine.connect() as connection:
        places = {table.c.id: _places(connection, table) for table in metadata.sorted_tables if "id" in table.c}
        kept = {
            str(table.name): _rows(connection, table, places)
            for table in metadata.sorted_tables
            if table.name not in OF_THE_WIRE
        }
        faults = sum(
            connection.execute(select(func.count()).where(table.c.fault.is_not(None))).scalar_one()
            for table in (inbox, outbox)
        )
    return kept, faults


Places = Mapping[Column[Any], Mapping[object, int]]


def _places(connection: Connection, table: Table) -> Mapping[object, int]:
    """Which row has which number: PostgreSQL leaves out those that a transaction took and did not commit."""
    numbers = connection.execute(select(table.c.id).order_by(table.c.id)).scalars()
    return {number: place for place, number in enumerate(numbers, start=1)}


def _rows(connection: Connection, table: Table, places: Places) -> Sequence[str]:
    """Without what Telegram numbers; of a moment, whether there is one."""
    columns = [column for column in table.c if column.name not in NOT_OURS]
    asked = [column.is_not(None) if isinstance(column.type, Moment) else column for column in columns]
    known = [places.get(NUMBERED.get(column.name, column), {}) for column in columns]
    rows = connection.execute(select(*asked).order_by(*table.primary_key.columns))
    return [VARIES.sub("…", str(tuple(map(_told, row, known)))) for row in rows]


def _told(value: object, places: Mapping[object, int]) -> object:
    return places.get(value, value) if isinstance(value, int) else value


def _said(telegram: Telegram, person: int) -> Sequence[str]:
    """Words of every message that was sent or edited; then of every file, whose order nobody is promised: two of one
    request are made one by one, and an end leaves the first for later."""
    calls = [
        call
        for call in telegram.show("calls")["calls"]
        if str(call["parameters"].get("chat_id")) == str(person) and call["status"] == 200
    ]
    files = [_words_of(call) for call in calls if call["method"] == "sendDocument"]
    return [*(_words_of(call) for call in calls if call["method"] != "sendDocument"), *sorted(files)]


def _words_of(call: Mapping[str, Any]) -> str:
    said = call["parameters"]
    return VARIES.sub("…", str(said.get("text") or said.get("caption") or call["method"]))


def _differences(one: Held, other: Held) -> Sequence[str]:
    found = [
        f"{name}: {other.kept[name]} and not {rows}" for name, rows in one.kept.items() if other.kept[name] != rows
    ]
    if one.once != other.once:
        found.append(f"not said {set(one.said) - set(other.said)}, said {set(other.said) - set(one.said)}")
    if other.faults:
        found.append(f"{other.faults} faults")
    return found
