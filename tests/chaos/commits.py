"""Is all kept once and answered when the bot's process ends right before, or right after, each of its commits?

One talk, held again for every commit with an end there, and once without; what is kept and said has to be the same.
"""

import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from sqlalchemy import Connection, Table, func, select

from bot.app import clock
from bot.services.ports import Work
from bot.storage.database import SqlDatabase, open_database
from bot.storage.tables import inbox, metadata, outbox
from bot.storage.types import Moment
from tests.chaos.ender import NEVER
from tests.chaos.talk import TALK, Deed, Talker
from tests.processes import Telegram, environment, stand_in

WHEN = ("before", "after")
SETTLE_SECONDS = 60
LOOK_SECONDS = 0.005
OF_THE_WIRE = {"inbox", "outbox", "screens"}
NOT_OURS = {"message", "file_id", "chat", "telegram_id", "name", "lap", "rules"}
"""Columns whose values are given by Telegram, or by the first start after them."""

VARIES = re.compile(r"\b\d{10,}\b|\d{4}-\d\d-\d\dT[\d:.+]+|(?<=Rest <b>)\d+:\d\d")
"""Numbers of messages, moments, and how much of a rest is left when its card is shown again."""

Kept = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Held:
    """What one talk came to."""

    kept: Kept
    said: Sequence[str]
    faults: int
    """Updates put aside, and calls refused."""
    ended: bool
    """Whether the process ended where it was told to."""

    @property
    def once(self) -> Sequence[str]:
        return list(dict.fromkeys(self.said))


@dataclass(slots=True)
class Report:
    commits: int = 0
    ends: int = 0
    differences: list[str] = field(default_factory=list)
    repeats: int = 0
    seconds: float = 0.0


class Enders:
    """Bots that end where they are told to; one at a time."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram
        self._maker = subprocess.Popen(
            [sys.executable, "-m", "tests.chaos.ender"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=environment(),
        )
        self._running = 0

    def start(self, url: str, end_at: int = NEVER, when: str = "after") -> None:
        assert self._maker.stdin is not None
        assert self._maker.stdout is not None
        self._maker.stdin.write(f"{url} {self._telegram.url} {end_at} {when}\n")
        self._maker.stdin.flush()
        self._running = int(self._maker.stdout.readline())

    @property
    def gone(self) -> bool:
        try:
            os.kill(self._running, 0)
        except ProcessLookupError:
            return True
        return False

    def end(self) -> None:
        if self._running:
            with suppress(ProcessLookupError):
                os.kill(self._running, signal.SIGKILL)
        while self._running and not self.gone:
            _wait()

    def close(self) -> None:
        self.end()
        self._maker.communicate()


def run(new_url: Callable[[], str], points: Iterable[int], talk: Sequence[Deed] = TALK) -> Report:
    """Ends before and after each commit of `points`, in order, until one lies past the talk's last. Each call of
    `new_url` makes a database with its tables."""
    started = time.monotonic()
    report = Report()
    with stand_in() as telegram:
        enders = Enders(telegram)
        try:
            as_it_is = _hold(telegram, enders, new_url(), 1, NEVER, "after", talk)
            for number, (end_at, when) in enumerate(((point, when) for point in points for when in WHEN), start=2):
                held = _hold(telegram, enders, new_url(), number, end_at, when, talk)
                if not held.ended:
                    break
                report.ends += 1
                report.commits = end_at
                report.repeats += len(held.said) - len(as_it_is.said)
                report.differences += [f"{when} commit {end_at}: {one}" for one in _differences(as_it_is, held)]
        finally:
            enders.close()
    report.seconds = time.monotonic() - started
    return report


def _hold(
    telegram: Telegram, enders: Enders, url: str, number: int, end_at: int, when: str, talk: Sequence[Deed]
) -> Held:
    watcher = open_database(url, connections=1)
    person = 5000 + number
    telegram.do("people", id=person, first_name="Kim", language_code="en")
    talker = Talker(telegram, person, watcher)
    ended = False
    try:
        enders.start(url, end_at, when)
        for deed in talk:
            deed(talker)
            until = time.monotonic() + SETTLE_SECONDS
            while not _settled(telegram, watcher):
                if enders.gone:
                    ended = True
                    enders.start(url)
                if time.monotonic() > until:
                    raise AssertionError(f"{when} commit {end_at} the bot does not come to rest")
                _wait()
        enders.end()
        kept, faults = _look(watcher)
    finally:
        watcher.close()
    return Held(kept, _said(telegram, person), faults, ended)


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
        kept = {
            str(table.name): _rows(connection, table)
            for table in metadata.sorted_tables
            if table.name not in OF_THE_WIRE
        }
        faults = sum(
            connection.execute(select(func.count()).where(table.c.fault.is_not(None))).scalar_one()
            for table in (inbox, outbox)
        )
    return kept, faults


def _rows(connection: Connection, table: Table) -> Sequence[str]:
    """Without what Telegram numbers; of a moment, whether there is one."""
    columns = [
        column.is_not(None) if isinstance(column.type, Moment) else column
        for column in table.c
        if column.name not in NOT_OURS
    ]
    rows = connection.execute(select(*columns).order_by(*table.primary_key.columns))
    return [VARIES.sub("…", str(tuple(row))) for row in rows]


def _said(telegram: Telegram, person: int) -> Sequence[str]:
    """Words of every message that was sent or edited."""
    calls = telegram.show("calls")["calls"]
    return [
        VARIES.sub("…", str(call["parameters"].get("text") or call["parameters"].get("caption") or call["method"]))
        for call in calls
        if str(call["parameters"].get("chat_id")) == str(person) and call["status"] == 200
    ]


def _differences(one: Held, other: Held) -> Sequence[str]:
    found = [
        f"{name}: {other.kept[name]} and not {rows}" for name, rows in one.kept.items() if other.kept[name] != rows
    ]
    if one.once != other.once:
        found.append(f"not said {set(one.said) - set(other.said)}, said {set(other.said) - set(one.said)}")
    if other.faults:
        found.append(f"{other.faults} faults")
    return found
