"""Is every reminder of a wave pushed once, while three processes that share a database are killed at random moments?"""

import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import func, select

from bot.domain.reminding import Due, Rhythm
from bot.services.messages import Person
from bot.services.ports import Work
from bot.storage.database import open_database
from bot.storage.tables import outbox, reminder_runs, reminders
from tests.builders import NOW, TODAY
from tests.processes import environment

CLAIMERS = 3
LATE = timedelta(minutes=5)
LONGEST_PAUSE = 0.02
"""Seconds between a commit that is seen and the kill: into the next transaction, or between two."""


@dataclass(frozen=True, slots=True)
class Report:
    reminders: int
    kills: int
    lost: int
    doubled: int
    still_due: int
    served: int
    seconds: float

    @property
    def good(self) -> bool:
        return (self.lost, self.doubled, self.still_due, self.served) == (0, 0, 0, self.reminders)


class Claimers:
    """Processes that claim; `running` are the numbers of those that are at it."""

    def __init__(self, url: str, chance: random.Random) -> None:
        command = [sys.executable, "-m", "tests.chaos.claimer", url, (NOW + LATE).isoformat()]
        self._maker = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment()
        )
        self._chance = chance
        self.running: set[int] = set()

    def start(self, count: int) -> None:
        """Until so many are at it."""
        assert self._maker.stdin is not None
        self._maker.stdin.write("another\n" * max(0, count - len(self.running)))
        self._maker.stdin.flush()
        wanted = len(self.running) + max(0, count - len(self.running))
        while len(self.running) < wanted:
            if self._hear()[1] == "done":
                wanted -= 1

    def _hear(self) -> tuple[int, str]:
        assert self._maker.stdout is not None
        number, word = self._maker.stdout.readline().split()
        if word == "started":
            self.running.add(int(number))
        elif word == "done":
            self.running.discard(int(number))
        elif word == "failed":
            raise AssertionError(f"claimer {number} failed")
        return int(number), word

    def kill_one(self) -> bool:
        """In the middle of its work, or between two transactions; False where none had any left."""
        for _ in range(self._chance.randint(1, 5)):
            if not self.running:
                return False
            self._hear()
        if not self.running:
            return False
        victim = self._chance.choice(sorted(self.running))
        threading.Event().wait(self._chance.uniform(0, LONGEST_PAUSE))
        try:
            os.kill(victim, signal.SIGKILL)
        except ProcessLookupError:
            return False
        self.running.discard(victim)
        return True

    def finish(self) -> None:
        while self.running:
            self._hear()
        self.start(1)  # finds what those that were killed left
        while self.running:
            self._hear()

    def close(self) -> None:
        for number in self.running:
            with suppress(ProcessLookupError):
                os.kill(number, signal.SIGKILL)
        self._maker.communicate()


def run(url: str, count: int, kills: int, seed: int) -> Report:
    """The tables must be there."""
    started = time.monotonic()
    _fill(url, count)
    claimers, killed = Claimers(url, random.Random(seed)), 0
    try:
        for _ in range(kills):
            claimers.start(CLAIMERS)
            killed += claimers.kill_one()
        claimers.finish()
    finally:
        claimers.close()
    return _report(url, count, killed, started)


def _fill(url: str, count: int) -> None:
    def arrive(work: Work) -> None:
        for number in range(1, count + 1):
            athlete, _ = work.athletes.meet(Person(number, f"person {number}"), number, NOW - timedelta(days=1))
            work.reminders.add(athlete.id, number, Rhythm(NOW.time()), Due(TODAY, NOW), NOW - timedelta(days=1))

    database = open_database(url, connections=1)
    database.run_now(arrive)
    database.close()


def _report(url: str, count: int, kills: int, started: float) -> Report:
    database = open_database(url, connections=1)
    with database.engine.connect() as connection:
        sent = Counter(connection.execute(select(outbox.c.chat)).scalars())
        due = connection.execute(select(func.count()).where(reminders.c.due <= NOW + LATE)).scalar_one()
        served = connection.execute(select(func.count()).select_from(reminder_runs)).scalar_one()
    database.close()
    return Report(
        reminders=count,
        kills=kills,
        lost=len(set(range(1, count + 1)) - set(sent)),
        doubled=sum(times - 1 for times in sent.values()),
        still_due=due,
        served=served,
        seconds=time.monotonic() - started,
    )
