"""One person sends thousands of messages at once: how long do the others wait, and is each of the thousands kept?"""

import sqlite3
import threading
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPConnection
from pathlib import Path
from statistics import quantiles

import orjson
import psutil  # type: ignore[import-untyped]
from numpy import interp

from bot.app import clock
from bot.services.coach import Coach
from bot.storage.database import SqlDatabase
from tests.chaos.house import Heard, house
from tests.chaos.person import Person
from tests.delivery.updates import message
from tests.processes import Telegram, free_port, stand_in, start_bot, webhook_settings

FLOODER = 30_001
OTHERS = tuple(range(30_101, 30_121))
SET = "lat pulldown 50 kg x 8"
FIRST_MESSAGE = FIRST_UPDATE = 10**9
PATIENCE = 600.0
MOST_P95 = 2.0
EVERY = 0.1
"""Seconds between two messages of others: twenty people, one in two seconds each."""


@dataclass(frozen=True, slots=True)
class Report:
    way: str
    limits: bool
    """Telegram refuses what is faster than its limits."""
    messages: int
    kept: int
    doubled: int
    others: int
    p50: float
    p95: float
    longest: float
    worked: float
    """What the bot's process worked while one of the others waited, p95: on a machine that others use, too, it is what
    can be told of the bot. (It waits for nobody but the stand-in, which has the other core.)"""
    seconds: float
    """Until the last of the thousands was handled."""
    load: float
    """Of the machine, over the last minute."""

    @property
    def good(self) -> bool:
        return self.kept == self.messages and self.doubled == 0 and self.p95 < MOST_P95 and self.others > 0


def run(file: Path, messages: int, way: str = "polling", *, limits: bool = False) -> Report:
    """On a new SQLite file."""
    hook = webhook_settings(free_port()) if way == "webhook" else {}
    with stand_in() as telegram:
        bot = start_bot(telegram, f"sqlite:///{file}", **hook)
        try:
            return _measured(telegram, psutil.Process(bot.pid), file, messages, hook, limits=limits)
        finally:
            bot.terminate()
            if bot.wait(30) != 0:
                raise AssertionError(f"the bot ended with code {bot.returncode}")


def _measured(
    telegram: Telegram, bot: psutil.Process, file: Path, messages: int, hook: Mapping[str, str], *, limits: bool
) -> Report:
    others = _Others(telegram, bot)
    for _ in OTHERS:
        others.write()
    telegram.do("feed", says=[[FLOODER, "/start"]])
    telegram.show("wait", method="sendMessage", count=len(OTHERS) + 1, timeout=60)
    if limits:
        telegram.do("flood", on=True)
    began = time.monotonic()
    updates = [_poured(number) for number in range(messages)]
    pouring = threading.Thread(target=_post, args=(hook, updates)) if hook else None
    if pouring is not None:
        pouring.start()
    else:
        telegram.do("feed", raw=updates)
    while _kept(file)[0] < messages and time.monotonic() - began < PATIENCE:
        others.write()
        threading.Event().wait(EVERY)
    seconds = time.monotonic() - began
    if pouring is not None:
        pouring.join()
    waits = others.waits()[len(OTHERS) :]
    kept, distinct = _kept(file)
    waited, worked = [end - begin for begin, end in waits], [others.work(*wait) for wait in waits]
    return Report(
        way="webhook" if hook else "polling",
        limits=limits,
        messages=messages,
        kept=distinct,
        doubled=kept - distinct,
        others=len(waits),
        p50=_cut(waited, 50),
        p95=_cut(waited, 95),
        longest=max(waited),
        worked=_cut(worked, 95),
        seconds=seconds,
        load=psutil.getloadavg()[0],
    )


def _cut(values: Sequence[float], share: int) -> float:
    return quantiles(values, n=100)[share - 1] if len(values) > 1 else max(values)


def _post(hook: Mapping[str, str], updates: Sequence[dict[str, object]]) -> None:
    """One after the other over one connection, as Telegram brings the updates of one chat. (The stand-in looks no
    further than a thousand updates for those of other chats.)"""
    connection = HTTPConnection(hook["WEBHOOK_LISTEN"])
    headers = {"X-Telegram-Bot-Api-Secret-Token": hook["WEBHOOK_SECRET"], "Content-Type": "application/json"}
    for number, update in enumerate(updates):
        connection.request("POST", "/telegram", orjson.dumps({"update_id": FIRST_UPDATE + number, **update}), headers)
        answer = connection.getresponse()
        answer.read()
        if answer.status != HTTPStatus.OK:
            raise AssertionError(f"the webhook answered {answer.status}")
    connection.close()


def _poured(number: int) -> dict[str, object]:
    """As it is handed to the bot: the stand-in takes a second for a thousand that are written as by hand."""
    made = message(number, to=FLOODER, text=f"lat pulldown {20 + number % 9} kg x 5", date=int(clock().timestamp()))
    return {"message": {**made["message"], "message_id": FIRST_MESSAGE + number}}


async def passed_by(database: SqlDatabase, coach: Coach, messages: int) -> Counter[int]:
    """How many of the thousands were answered before the first, second ... of the others, who wrote behind them all;
    by person, the one who floods among them. Told in answers, so it is the same on any machine."""
    heard = list[Heard]()
    async with house(database, coach, listen=heard.append) as rooms:
        number = [1]
        flooder, *others = (Person(rooms, one, heard, number=number) for one in (FLOODER, *OTHERS))
        await flooder.does(flooder.text("/start"))
        heard.clear()
        poured = [flooder.body(flooder.text(f"lat pulldown {20 + one % 9} kg x 5")) for one in range(messages)]
        await rooms.by_polling([*poured, *(one.body(one.text(SET)) for one in others)])
        await rooms.settled()
    answers = [one.chat for one in heard if one.method == "sendMessage" and "Lat pulldown" in one.text]
    before = Counter({FLOODER: answers.count(FLOODER)})
    before.update({one: answers[: answers.index(one)].count(FLOODER) for one in OTHERS})
    return before


class _Others:
    """Each in turn writes a set, whether the one before is answered or not."""

    def __init__(self, telegram: Telegram, bot: psutil.Process) -> None:
        self._telegram, self._bot = telegram, bot
        self._worked: list[tuple[float, float]] = []
        self._wrote: dict[int, list[float]] = {person: [] for person in OTHERS}
        self._turn = 0

    def write(self) -> None:
        person = OTHERS[self._turn % len(OTHERS)]
        self._turn += 1
        self._telegram.do("feed", says=[[person, SET]])
        self._wrote[person].append(clock().timestamp())
        self._look()

    def _look(self) -> None:
        used = self._bot.cpu_times()
        self._worked.append((clock().timestamp(), used.user + used.system))

    def work(self, begin: float, end: float) -> float:
        """Seconds that the bot worked between two moments."""
        at, worked = zip(*self._worked, strict=True)
        return float(interp(end, at, worked) - interp(begin, at, worked))

    def waits(self) -> list[tuple[float, float]]:
        """From each message to its answer, once all are answered, in the order they were written."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            answers = self._answers()
            if all(len(answers[person]) >= len(wrote) for person, wrote in self._wrote.items()):
                return sorted(
                    pair for person in OTHERS for pair in zip(self._wrote[person], answers[person], strict=False)
                )
            self._look()
            threading.Event().wait(0.2)
        raise AssertionError("some of the others were not answered")

    def _answers(self) -> dict[int, list[float]]:
        found: dict[int, list[float]] = {person: [] for person in OTHERS}
        for call in self._telegram.show("calls", method="sendMessage")["calls"]:
            person = int(call["parameters"].get("chat_id", 0))
            if person in found and call["status"] == 200 and "Lat pulldown" in str(call["parameters"].get("text")):
                found[person].append(float(call["at"]))
        return found


def _kept(file: Path) -> tuple[int, int]:
    """Entries of the one who floods, and messages that they came from. Read beside the bot, without its lock."""
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as connection:
        kept, messages = connection.execute(
            "SELECT count(*), count(DISTINCT message) FROM entries JOIN athletes ON athletes.id = athlete_id "
            "WHERE telegram_id = ?",
            (FLOODER,),
        ).fetchone()
    return kept, messages


def told(reports: Sequence[Report]) -> str:
    return "\n".join(
        f"{one.messages} messages of one person by {one.way}{', too fast for Telegram' if one.limits else ''}"
        ": "
        f"{one.kept} kept, {one.doubled} doubled, handled in {one.seconds:.0f} s; {one.others} messages of others "
        "answered in p50 "
        f"{one.p50:.2f} s, p95 {one.p95:.2f} s, at most {one.longest:.2f} s; the bot worked p95 {one.worked:.2f} s "
        f"meanwhile (load {one.load:.1f})"
        for one in reports
    )
