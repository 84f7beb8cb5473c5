"""Does any update, however malformed, go unhandled, leave a traceback, or make the coach grow?"""

import random
import time
from collections import Counter
from dataclasses import dataclass

import psutil  # type: ignore[import-untyped]

from bot.app import clock
from bot.services.coach import Coach
from bot.services.counts import BOUNDS
from bot.storage.database import SqlDatabase
from tests.chaos.fuzz_updates import HUGE, ODD_WORDS, Fuzz
from tests.chaos.house import Heard, House, house
from tests.coaching.importing.files import STRONG_UNITS, strong_units

AT_ONCE = 400
MOST_GROWTH = 50
"""MB, from when the first tenth was handled."""


@dataclass(frozen=True, slots=True)
class Report:
    updates: int
    kept: int
    refused_at_the_door: int
    handled: int
    put_aside: int
    answers: int
    wrong: tuple[str, ...]
    """Lines of the log that tell of trouble, and calls that Telegram would refuse."""
    grown: float
    """MB."""
    longest: float
    """Seconds of a turn: the bound that the slowest one is within."""
    seconds: float

    @property
    def good(self) -> bool:
        return not self.wrong and self.grown <= MOST_GROWTH and self.kept == self.handled + self.put_aside


async def run(database: SqlDatabase, coach: Coach, count: int, seed: int) -> Report:
    """Every other batch as the poller takes it in, the others as the webhook does."""
    began = time.monotonic()
    fuzz = Fuzz(random.Random(seed), int(clock().timestamp()))
    chance = random.Random(seed)

    def listen(heard: Heard) -> None:
        fuzz.seen.extend((heard.chat, str(one["callback_data"])) for one in heard.buttons)

    def files(_: str) -> bytes:
        return a_file(chance)

    memory = _Memory()
    async with house(database, coach, files=files, listen=listen) as rooms:
        for turn, begin in enumerate(range(0, count, AT_ONCE)):
            bodies = list(fuzz.bodies(min(AT_ONCE, count - begin)))
            await (rooms.by_webhook(bodies) if turn % 2 else rooms.by_polling(bodies))
            await rooms.settled()
            memory.look(warm=begin + AT_ONCE >= count // 10)
        return _report(rooms, count, memory.grown, time.monotonic() - began)


def _report(rooms: House, count: int, grown: float, seconds: float) -> Report:
    refused = Counter(why for why, _ in rooms.wire.refused)
    spread = rooms.counts.turns
    slowest = max((place for place, many in enumerate(spread.counts) if many), default=0)
    return Report(
        updates=count,
        kept=rooms.kept,
        refused_at_the_door=rooms.refused_at_the_door,
        handled=rooms.counts.handled,
        put_aside=rooms.counts.dead,
        answers=rooms.counts.sent,
        wrong=(*rooms.ear.wrong, *(f"{many} calls refused: {why}" for why, many in refused.items())),
        grown=grown,
        longest=BOUNDS[slowest] if slowest < len(BOUNDS) else float("inf"),
        seconds=seconds,
    )


def a_file(chance: random.Random) -> bytes:
    """An export of another tracker, or what is left of one."""
    odd = [chance.choice(ODD_WORDS) for _ in range(6)]
    rows = [
        strong_units(place, weight=chance.choice((100, "x", "-5", "9" * 40, "")), note=note)
        for place, note in enumerate(odd)
    ]
    text = "\n".join((STRONG_UNITS, *rows)).replace("Deadlift (Barbell)", odd[0])
    body = text.encode("utf-8", "surrogatepass")
    if chance.random() < 0.3:
        place = chance.randrange(len(body))
        body = body[:place] + chance.randbytes(20) + body[place + 20 :]
    return body if chance.random() < 0.9 else (chance.choice(HUGE) * 5000).encode()


class _Memory:
    """How far the process grew beyond what it was when it was warm."""

    def __init__(self) -> None:
        self._process = psutil.Process()
        self._warm: int | None = None
        self.grown = 0.0

    def look(self, *, warm: bool) -> None:
        now = self._process.memory_info().rss
        if warm and self._warm is None:
            self._warm = now
        if self._warm is not None:
            self.grown = max(self.grown, (now - self._warm) / 2**20)


def told(report: Report) -> str:
    return (
        f"{report.updates} fuzzed updates: {report.kept} kept, {report.refused_at_the_door} refused at the door, "
        f"{report.handled} handled, {report.put_aside} put aside, {report.answers} calls; "
        f"{len(report.wrong)} "
        f"unhandled or refused; memory +{report.grown:.1f} MB, longest turn within {report.longest} s, "
        f"{report.seconds:.0f} s"
    )
