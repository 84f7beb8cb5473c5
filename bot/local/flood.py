"""How fast may a bot talk? A model of Telegram's flood limits, since the real ones are not published exactly.

What Telegram says: about one message a second in a chat with short bursts tolerated, 20 a minute in a group, about 30
a second over all chats (1000 with paid broadcast). Each is a token bucket here; the burst sizes are our guess.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.local.errors import too_many


@dataclass(slots=True)
class _Bucket:
    rate: float
    burst: float
    level: float
    filled_at: float

    def wait(self, now: float) -> float:
        """Seconds until one more fits."""
        self.level = min(self.burst, self.level + max(now - self.filled_at, 0) * self.rate)
        self.filled_at = now
        return 0.0 if self.level >= 1 else (1 - self.level) / self.rate


@dataclass(slots=True)
class Flood:
    """The limits of one bot; off until switched on."""

    clock: Callable[[], float]
    on: bool = False
    chat_rate: float = 1.0
    chat_burst: float = 5.0
    group_rate: float = 20 / 60
    group_burst: float = 20.0
    overall_rate: float = 30.0
    overall_burst: float = 30.0
    _buckets: dict[object, _Bucket] = field(default_factory=dict)

    def check(self, chat_id: int, *, group: bool, paid: bool = False) -> None:
        """Count one message, or refuse it with 429 and the seconds to wait."""
        if not self.on:
            return
        now = self.clock()
        rate = 1000.0 if paid else self.overall_rate
        buckets = [
            self._bucket(("all", paid), rate, max(rate, self.overall_burst) if paid else self.overall_burst, now),
            self._bucket(chat_id, self.chat_rate, self.chat_burst, now),
        ]
        if group:
            buckets.append(self._bucket(("group", chat_id), self.group_rate, self.group_burst, now))
        wait = max(bucket.wait(now) for bucket in buckets)
        if wait > 0:
            raise too_many(math.ceil(wait))
        for bucket in buckets:
            bucket.level -= 1

    def _bucket(self, key: object, rate: float, burst: float, now: float) -> _Bucket:
        if key not in self._buckets:
            self._buckets[key] = _Bucket(rate, burst, burst, now)
        return self._buckets[key]
