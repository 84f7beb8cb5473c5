"""What does a bot do with so many messages waiting: how many replies a second, at what cost, after how long?"""

import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median, quantiles

import psutil  # type: ignore[import-untyped]

from tests.processes import Telegram

PATIENCE = 240


@dataclass(frozen=True, slots=True)
class Figures:
    """`p50` and `p99` in ms from the moment all messages were there; `alone` with one message at a time."""

    per_second: float
    cpu_ms: float
    p50: float
    p99: float
    alone: float = 0.0


@dataclass(slots=True)
class Subject:
    """A bot that runs, and the stand-in it runs against."""

    telegram: Telegram
    process: "subprocess.Popen[bytes]"
    first_reply: float = 0.0

    def burst(self, says: Sequence[tuple[int, str]]) -> Figures:
        """All messages at once."""
        sent = self.telegram.sent()
        since = int(self.telegram.show("calls", since=10**12)["next"])
        used = self._cpu()
        begun = float(self.telegram.show("state")["now"])
        self.telegram.do("feed", says=list(says))
        self.telegram.show("wait", method="send*", count=sent + len(says), timeout=PATIENCE)
        cpu = self._cpu() - used
        news = self.telegram.show("calls", since=since)["calls"]
        took = sorted(
            call["at"] - begun for call in news if call["method"].startswith("send") and call["status"] == 200
        )
        cuts = quantiles(took, n=100)
        return Figures(len(says) / took[-1], 1000 * cpu / len(says), 1000 * cuts[49], 1000 * cuts[98])

    def one_by_one(self, says: Sequence[tuple[int, str]]) -> float:
        """Median ms of a reply when nothing else is going on."""
        took = []
        for say in says:
            sent = self.telegram.sent()
            begun = time.perf_counter()
            self.telegram.do("feed", says=[say])
            self.telegram.show("wait", method="send*", count=sent + 1, timeout=PATIENCE)
            took.append(time.perf_counter() - begun)
        return 1000 * median(took)

    def memory(self) -> float:
        """MB that the process holds."""
        return float(psutil.Process(self.process.pid).memory_info().rss) / 1e6

    def _cpu(self) -> float:
        times = psutil.Process(self.process.pid).cpu_times()
        return float(times.user + times.system)


def middle(several: Sequence[Figures]) -> Figures:
    """The median of each figure."""
    return Figures(
        *(median(getattr(one, name) for one in several) for name in ("per_second", "cpu_ms", "p50", "p99", "alone"))
    )
