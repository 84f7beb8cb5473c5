"""How does a simulated body answer to training?

Strength is a one-repetition maximum for each lift, in kilograms (the body included where it is lifted). A hard session
brings it nearer to a ceiling by a part of what is left: steep at first, flat later, as in "Long-term time-course of
strength adaptation to minimal dose resistance training through retrospective longitudinal growth modeling", Research
Quarterly for Exercise and Sport, 2022, and with a ceiling as in C. Latella and others, "Long-term strength adaptation:
a 15-year analysis of powerlifting athletes", Journal of Strength and Conditioning Research 34(9), 2020, 2412-2418.
Tiredness takes some per cent for days (half of it is gone in five). Two weeks off cost nothing, each week after that a
little (bosquet-cessation). The repetitions to failure are Brzycki's formula read backwards. The sizes of all these are
chosen, not measured.
"""

import math
from dataclasses import dataclass
from random import Random

TIRED_A_SET = 0.0045
HALF_GONE = 5.0
"""Days."""
NOISE = 0.018
"""Of a day's form, one standard deviation."""
SET_TO_SET = 0.018
"""What each set takes from the next."""
KEPT_DAYS = 14
LOST_A_DAY = 0.0012
WORK = 0.5
"""Parts of the maximum below which nothing is learnt."""


@dataclass(slots=True)
class Strength:
    """`rate`: which part of the way to the ceiling a hard session goes. `hurt` is taken off while something hurts."""

    kg: float
    ceiling: float
    rate: float
    tired: float = 0.0
    hurt: float = 0.0
    day: int = 0
    trained: int = 0
    floor: float = 0.0

    def __post_init__(self) -> None:
        self.floor = self.kg

    def on(self, day: int) -> None:
        """Days go by."""
        passed = day - self.day
        self.tired *= 0.5 ** (passed / HALF_GONE)
        self.hurt = max(0.0, self.hurt - passed * 0.006)
        lost = max(0, min(passed, day - self.trained - KEPT_DAYS)) * LOST_A_DAY
        self.kg = max(min(self.kg, self.floor), self.kg * (1 - lost))
        self.day = day

    def form(self, chance: Random) -> float:
        """The maximum of the day."""
        return self.kg * (1 - min(0.15, self.tired)) * (1 - self.hurt) * (1 + chance.gauss(0, NOISE))

    def train(self, load: float, sets: int) -> None:
        """`load` with the body."""
        effort = min(1.0, max(0.0, (load / self.kg - WORK) / 0.15))
        self.kg += self.rate * (self.ceiling - self.kg) * effort * min(1.0, sets / 3)
        self.tired += TIRED_A_SET * sets * effort
        self.trained = self.day


def to_failure(load: float, maximum: float) -> int:
    """Repetitions; 0 where it does not move."""
    if load > maximum:
        return 0
    return max(1, min(40, math.floor(37 - 36 * load / maximum)))
