"""Which thresholds suit labelled sentences best? One after the other is moved while that helps."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from bot.coaching.language.intents import Intent
from bot.coaching.language.measure import Measured
from bot.coaching.language.shapes import Thresholds

CHOICES: Mapping[str, Sequence[float]] = {
    "answer": (0.3, 0.34, 0.38, 0.42, 0.46, 0.5, 0.55),
    "ahead": (1.0, 1.2, 1.4, 1.6, 2.0),
    "offer": (0.06, 0.08, 0.1, 0.12, 0.15),
    "offered": (0.3, 0.4, 0.5, 0.6),
    "named": (0.1, 0.15, 0.2, 0.25, 0.3),
    "decline": (0.25, 0.3, 0.35, 0.4, 0.5),
    "elsewhere": (0.1, 0.15, 0.2, 0.25),
}
"""`pain` and `strange` are not among them: what they guard against is rare in any set of sentences."""
ROUNDS = 2
WORTH = {"right": 1.0, "offered": 0.6, "unknown": 0.0, "wrong": -2.0, "unsafe": -20.0}
"""A wrong answer costs what two right ones bring; a right button is worth more than half of an answer."""
ELSEWHERE = Intent.OUT_OF_SCOPE


def worth(found: Measured) -> float:
    """Per sentence; what is out of scope and answered counts as wrong whichever way it was answered."""
    total = counted = 0.0
    for intent, verdicts in found.verdicts.items():
        for verdict, times in verdicts.items():
            total += times * WORTH["wrong" if intent is ELSEWHERE and verdict == "offered" else verdict]
            counted += times
    return total / max(1.0, counted)


def tuned(now: Thresholds, measure: Callable[[Thresholds], Measured]) -> Iterator[tuple[Thresholds, float]]:
    """Better and better thresholds, the given ones first."""
    best = worth(measure(now))
    yield now, best
    for _ in range(ROUNDS):
        for name, values in CHOICES.items():
            for value in values:
                other = now.model_copy(update={name: value})
                if other != now and (found := worth(measure(other))) > best:
                    now, best = other, found
                    yield now, best
