"""What is one trial? Sets come in while the bot is killed at random moments; then it may finish, and is checked."""

import random
import re
import signal
import subprocess
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import IO

from sqlalchemy import select

from bot.storage.database import open_database
from bot.storage.tables import athletes, done_sets
from tests.chaos.check import Findings, Sets, check
from tests.processes import Running, Telegram, free_port, stand_in, start_logged_bot, webhook_settings

PEOPLE = 8
FIRST_LOAD = 20
CONFIRMED = re.compile(r"Lat pulldown\s+(\d+) kg × 5")
TAG = re.compile(r"<[^>]+>")
AT_START = 0.25
"""The share of kills that come while the bot starts; the others come while it works."""

TERMINATED = 0.2
"""The share of kills that are preceded by a SIGTERM, which it has no time to follow."""

PATIENCE = 60
"""Seconds without any answer after which a bot that may finish is taken to be stuck; on a busy machine it may need
long for all."""

STOP_SECONDS = 30
SETTLE_SECONDS = 120
SLOW = {"kind": "slow", "method": "sendMessage", "share": 0.2, "seconds": 0.7}
"""A fifth of the answers takes so long to send that a bot that is told to stop has something left to do."""


class Ending(StrEnum):
    """How a process is ended, over and over."""

    KILL = "SIGKILL"
    TERM = "SIGTERM"
    TERM_TWICE = "SIGTERM twice"
    TERM_THEN_KILL = "SIGTERM, SIGKILL 1 s later"


STOPPED = (0, -signal.SIGTERM)
"""Cleanly; or before there was anything to stop."""


@dataclass(frozen=True, slots=True)
class Start:
    """How a bot is started."""

    bot: Callable[[Telegram, str, Sequence[str], IO[bytes] | None, Mapping[str, object]], Running]
    """With the arguments of `start_logged_bot`."""
    seconds: float
    """What it takes, and a little more: kills at the start come within."""


WHOLE = Start(start_logged_bot, 1.5)


@dataclass(frozen=True, slots=True)
class Plan:
    database_url: str
    way: str = "polling"
    """polling, or webhook with a tenth of its answers lost."""
    kills: int = 20
    sets_per_kill: int = 40
    processes: int = 1
    """How many bots share the database (PostgreSQL, by webhook)."""
    seed: int = 1
    ending: Ending = Ending.KILL
    faults: Sequence[Mapping[str, object]] = ()
    """Of the wire, until the last kill."""
    start: Start = WHOLE

    @property
    def may_repeat(self) -> int:
        """A kill may find one answer in each chat sent and not noted; a clean stop notes what it sent."""
        return self.kills * PEOPLE if self.ending in (Ending.KILL, Ending.TERM_THEN_KILL) else 0


@dataclass(frozen=True, slots=True)
class Report:
    findings: Findings
    kills: int
    reported: int
    answers: int
    waiting: tuple[int, int]
    may_repeat: int
    seconds: float

    @property
    def repeats(self) -> int:
        """Answers that came more than once."""
        return self.answers - self.reported + self.findings.unanswered

    @property
    def good(self) -> bool:
        return not self.findings and self.waiting == (0, 0) and self.repeats <= self.may_repeat


@dataclass(slots=True)
class Trial:
    plan: Plan
    telegram: Telegram
    chance: random.Random
    settings: Mapping[str, str]
    reported: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    bots: list[Running] = field(default_factory=list)

    def report_sets(self, count: int) -> None:
        self._report(2001 + self.chance.randrange(PEOPLE) for _ in range(count))

    def report_one_each(self) -> Sets:
        """The set that each person reported."""
        self._report(range(2001, 2001 + PEOPLE))
        return {person: loads[-1:] for person, loads in self.reported.items()}

    def _report(self, people: Iterable[int]) -> None:
        says = []
        for person in people:
            load = str(FIRST_LOAD + len(self.reported[person]))
            self.reported[person].append(load)
            says.append([person, f"lat pulldown {load} kg x 5"])
        self.telegram.do("feed", says=says)

    def start_missing(self) -> None:
        """The first listens where Telegram posts to, others share its database."""
        for place in range(self.plan.processes):
            if place < len(self.bots) and self.bots[place].poll() is None:
                continue
            listen = {"WEBHOOK_LISTEN": "127.0.0.1:0"} if place else {}
            settings = {"LOG_LEVEL": "ERROR", **self.settings, **listen}
            bot = self.plan.start.bot(self.telegram, self.plan.database_url, ["tests.chaos.bot"], None, settings)
            self.bots[place : place + 1] = [bot]

    def kill_one(self) -> None:
        """The one that listens goes most often."""
        before = self.telegram.sent()
        self.report_sets(self.plan.sets_per_kill)
        self.start_missing()
        victim = self.chance.choice([self.bots[0], *self.bots])
        if self.chance.random() < AT_START:
            let_run(victim, self.chance.uniform(0.0, self.plan.start.seconds))
        else:
            some = self.chance.randint(1, self.plan.sets_per_kill)
            self.telegram.show("wait", method="send*", count=before + some, timeout=60)
            let_run(victim, self.chance.uniform(0.0, 0.02))
        self._end(victim)

    def _end(self, victim: Running) -> None:
        match self.plan.ending:
            case Ending.KILL:
                if self.chance.random() < TERMINATED:
                    victim.terminate()
                    let_run(victim, self.chance.uniform(0.0, 0.1))
                victim.kill()
                victim.wait()
            case Ending.TERM_THEN_KILL:
                victim.terminate()
                let_run(victim, 1.0)
                victim.kill()
                victim.wait()
            case Ending.TERM | Ending.TERM_TWICE as ending:
                victim.terminate()
                if ending is Ending.TERM_TWICE:
                    let_run(victim, self.chance.uniform(0.0, 0.3))
                    victim.terminate()
                if victim.wait(STOP_SECONDS) not in STOPPED:
                    raise AssertionError(f"the bot ended with code {victim.returncode}")

    def finish(self) -> None:
        """Let it catch up, and stop it cleanly; one more set shows that it is up, whatever was left to do."""
        self.report_sets(1)
        self.start_missing()
        wanted = {(person, load) for person, loads in self.reported.items() for load in loads}
        until = time.monotonic() + PATIENCE
        seen, got = 0, set[tuple[int, str]]()
        while got < wanted and time.monotonic() < until:
            before = len(got)
            news = self.telegram.show("calls", since=seen, method="sendMessage")
            seen = news["next"]
            got |= {pair for call in news["calls"] for pair in confirmed(call)}
            if len(got) > before:
                until = time.monotonic() + PATIENCE
            let_run(self.bots[0], 0.1)
        self.stop()

    def stop(self) -> None:
        for bot in self.bots:
            bot.terminate()
        for bot in self.bots:
            if bot.wait(30) != 0:
                raise AssertionError(f"the bot ended with code {bot.returncode}")

    def kill(self) -> None:
        for bot in self.bots:
            bot.kill()
            bot.wait()

    def answers(self) -> Sets:
        answered = defaultdict(list)
        for call in self.telegram.show("calls", method="sendMessage")["calls"]:
            for person, load in confirmed(call):
                answered[person].append(load)
        return answered


def run(plan: Plan) -> Report:
    started = time.monotonic()
    settings = webhook_settings(free_port()) if plan.way == "webhook" else {}
    with stand_in("tests.chaos.stand_in") as telegram:
        if plan.way == "webhook":
            telegram.do("settings", deliveries_lost=0.1)
        trial = Trial(plan, telegram, random.Random(plan.seed), settings)
        try:
            telegram.do("faults", rules=plan.faults)
            for _ in range(plan.kills):
                trial.kill_one()
            telegram.do("faults", clear=True)
            trial.finish()
        finally:
            trial.kill()
        answers = trial.answers()
    kept, waiting = kept_in(plan.database_url)
    return Report(
        findings=check(trial.reported, kept, answers),
        kills=plan.kills,
        reported=sum(map(len, trial.reported.values())),
        answers=sum(map(len, answers.values())),
        waiting=waiting,
        may_repeat=plan.may_repeat,
        seconds=time.monotonic() - started,
    )


def settle(trial: Trial) -> None:
    """Until nothing waits any more, or long enough."""
    until = time.monotonic() + SETTLE_SECONDS
    while time.monotonic() < until:
        let_run(trial.bots[0], 0.2)
        if not trial.telegram.show("wait")["pending_updates"] and kept_in(trial.plan.database_url)[1] == (0, 0):
            return


def let_run(bot: Running, seconds: float) -> None:
    try:
        bot.wait(seconds)
    except subprocess.TimeoutExpired:
        return


def confirmed(call: Mapping[str, object]) -> list[tuple[int, str]]:
    """The sets that a message confirms, where it reached its chat."""
    parameters = call["parameters"]
    if call["status"] != 200 or not isinstance(parameters, dict):
        return []
    return [
        (int(parameters["chat_id"]), load) for load in CONFIRMED.findall(TAG.sub("", str(parameters.get("text", ""))))
    ]


def kept_in(database_url: str) -> tuple[Sets, tuple[int, int]]:
    database = open_database(database_url, connections=1)
    kept = defaultdict(list)
    try:
        asked = (
            select(athletes.c.telegram_id, done_sets.c.load)
            .join(athletes, athletes.c.id == done_sets.c.athlete_id)
            .where(done_sets.c.undone_at.is_(None))
            .order_by(done_sets.c.id)
        )
        with database.engine.begin() as connection:
            for person, load in connection.execute(asked):
                kept[person].append(str(int(load)))
        waiting = database.run_now(lambda work: (work.inbox.waiting(), work.outbox.waiting()))
    finally:
        database.close()
    return kept, waiting
