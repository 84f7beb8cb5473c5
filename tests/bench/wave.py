"""Ten thousand reminders due at once: how long does the wave take, and how long does who writes meanwhile wait?

At four times Telegram's rate, unless told otherwise, so that it is over soon; the stand-in refuses what is faster, as
Telegram does.
"""

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from statistics import median, quantiles
from typing import Any

from sqlalchemy import update

from bot.app import clock
from bot.storage.database import open_database
from bot.storage.tables import reminders
from tests.bench.measure import PATIENCE
from tests.processes import Telegram, stand_in, start_bot

OF_TELEGRAM = 30 / 25
"""Of the messages a second that Telegram takes, to the reminders among them."""
FIRST_PERSON = 20_001
WRITERS = tuple(range(10_001, 10_021))
EVERY = 40
"""After so many of the wave somebody writes: in turns one who is reminded too, and one who is not."""
ALONE = 40
SET = "lat pulldown 50 kg x 8"
MUST_REACH = (
    "Must reach in a wave: each reminder once, none refused for its pace, within 1.1 x the time its rate asks for; "
    "a lifter who writes meanwhile answered in < 250 ms (p95)."
)


@dataclass(frozen=True, slots=True)
class Wave:
    """`ideal` and `took` in seconds, replies in ms; `most` in one second."""

    name: str
    due: int
    came: int
    doubled: int
    refused: int
    ideal: float
    took: float
    most: int
    replies: int
    p50: float
    p95: float
    longest: float
    alone: float


def measured(name: str, url: str, due: int, rate: float) -> Wave:
    with _coach(url, rate) as telegram:
        people = range(FIRST_PERSON, FIRST_PERSON + due)
        _remind(telegram, people)
        writers = _Writers(
            telegram, [one for pair in zip(WRITERS, people[-len(WRITERS) :], strict=True) for one in pair]
        )
        alone = [writers.write() for _ in range(ALONE)]
        telegram.do("flood", on=True, overall_rate=OF_TELEGRAM * rate, overall_burst=OF_TELEGRAM * rate)
        since = int(telegram.show("calls", since=10**12)["next"])
        begun = telegram.sent()
        _all_are_due(url)
        replies: list[float] = []
        while (sent := telegram.sent() - begun) < due + len(replies):
            more = min(EVERY, due + len(replies) - sent)
            telegram.show("wait", method="send*", count=begun + sent + more, timeout=PATIENCE)
            replies.append(writers.write())
        calls = telegram.show("calls", since=since)["calls"]
    return _told(name, calls, due, rate, replies, alone)


@contextmanager
def _coach(url: str, rate: float) -> Iterator[Telegram]:
    with stand_in() as telegram:
        process = start_bot(telegram, url, BULK_RATE=rate, SEND_RATE=OF_TELEGRAM * rate)
        try:
            yield telegram
        finally:
            process.terminate()
            process.wait()


def _remind(telegram: Telegram, people: Sequence[int]) -> None:
    """Everybody says when, through the front door: half a day from now."""
    later = f"{clock() + timedelta(hours=12):%H:%M}"
    says = [*((one, f"/remind {later}") for one in people), *((one, SET) for one in WRITERS)]
    telegram.do("feed", says=says)
    telegram.show("wait", method="send*", count=len(says), timeout=PATIENCE)


def _all_are_due(url: str) -> None:
    database = open_database(url, connections=1)
    with database.engine.begin() as connection:
        connection.execute(update(reminders).values(due=clock()))
    database.close()


class _Writers:
    """People who write a set, one after the other, and wait for what is said to it."""

    def __init__(self, telegram: Telegram, people: Sequence[int]) -> None:
        self._telegram = telegram
        self._people = people
        self._heard = dict.fromkeys(people, 0)
        self._turn = 0
        for one in WRITERS:
            self._heard[one] = self._answer(one)

    def write(self) -> float:
        """Seconds until the answer was there."""
        one = self._people[self._turn % len(self._people)]
        self._turn += 1
        begun = time.perf_counter()
        self._telegram.do("feed", says=[(one, SET)])
        self._heard[one] = self._answer(one)
        return time.perf_counter() - begun

    def _answer(self, person: int) -> int:
        asked = {"chat": person, "after": self._heard[person], "contains": "Lat pulldown", "timeout": 60}
        return int(self._telegram.show("message", **asked)["message_id"])


def _told(
    name: str, calls: Sequence[dict[str, Any]], due: int, rate: float, replies: Sequence[float], alone: Sequence[float]
) -> Wave:
    pushes = [one for one in calls if "Back session" in str(one["parameters"].get("text"))]
    went = [one for one in pushes if one["status"] == 200]
    each = Counter(one["parameters"]["chat_id"] for one in went)
    times = sorted(float(one["at"]) for one in went)
    cuts = quantiles(replies, n=100)
    return Wave(
        name=name,
        due=due,
        came=len(each),
        doubled=len(went) - len(each),
        refused=sum(one["status"] == 429 for one in calls),
        ideal=due / rate,
        took=times[-1] - times[0],
        most=_most_in_a_second(times),
        replies=len(replies),
        p50=1000 * cuts[49],
        p95=1000 * cuts[94],
        longest=1000 * max(replies),
        alone=1000 * median(alone),
    )


def _most_in_a_second(times: Sequence[float]) -> int:
    first, most = 0, 0
    for last, at in enumerate(times):
        while at - times[first] >= 1:
            first += 1
        most = max(most, last - first + 1)
    return most


def told(wave: Wave) -> str:
    return "\n".join(
        (
            f"{wave.name}: {wave.came} of {wave.due} reminders due at once, {wave.refused} refused",
            f"  {wave.took:.1f} s, {wave.took / wave.ideal:.2f} x what the rate asks for; {wave.most} a second at most",
            f"  {wave.replies} sets written meanwhile, answered in ms: p50 {wave.p50:.0f}, p95 {wave.p95:.0f}, "
            f"at most {wave.longest:.0f}",
            f"  {wave.p50 / wave.alone:.2f} and {wave.p95 / wave.alone:.2f} x the {wave.alone:.0f} ms without a wave",
        )
    )


def judged(wave: Wave) -> Sequence[tuple[str, bool]]:
    once = wave.came == wave.due and not wave.doubled and not wave.refused
    ratio = wave.took / wave.ideal
    return [
        (f"{wave.name}: {wave.came} came, {wave.doubled} twice, {wave.refused} refused", once),
        (f"{wave.name}: {ratio:.2f} x the time its rate asks for (<= 1.1)", ratio <= 1.1),
        (f"{wave.name}: a lifter answered in {wave.p95:.0f} ms (p95 < 250)", wave.p95 < 250),
    ]
