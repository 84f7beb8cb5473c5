"""Who trains? Eight lifters, each with a way of their own to do the article's session."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.domain.planning import Level

LIFTS = (
    "deadlift",
    "pull-up",
    "bent-over-row",
    "one-arm-dumbbell-row",
    "seated-cable-row",
    "lat-pulldown",
)


@dataclass(frozen=True, slots=True)
class Person:
    """`maxima`: one-repetition maxima at the start, in kg, in the order of `LIFTS`; the pull-up's with the body.

    `room` is how much stronger they can become, `rate` how fast. `days` of the week are trained. `skips` and
    `cuts_short` are chances. `hotel` are weeks with dumbbells up to 20 kg and short sessions, `off` weeks without any.
    `by_percent` are lifts done for three to five, by a part of the training maximum.
    """

    name: str
    level: Level
    body_kg: float
    maxima: tuple[float, ...]
    room: float
    rate: float
    days: tuple[int, ...] = (0, 3)
    skips: float = 0.0
    cuts_short: float = 0.0
    tells_rpe: bool = True
    hurt_in: int | None = None
    hotel: frozenset[int] = field(default_factory=frozenset)
    off: frozenset[int] = field(default_factory=frozenset)
    by_percent: frozenset[str] = field(default_factory=frozenset)
    seed: int = 6


PEOPLE: Mapping[str, Person] = {
    one.name: one
    for one in (
        Person("novice", Level.NOVICE, 75, (80, 66, 50, 22, 50, 50), 1.75, 0.016),
        Person("intermediate", Level.INTERMEDIATE, 80, (145, 104, 90, 40, 85, 85), 1.28, 0.012),
        Person("stalling", Level.INTERMEDIATE, 80, (150, 106, 92, 42, 88, 88), 1.01, 0.012),
        Person(
            "inconsistent",
            Level.NOVICE,
            75,
            (85, 78, 55, 24, 52, 54),
            1.7,
            0.016,
            skips=0.45,
            cuts_short=0.2,
            tells_rpe=False,
        ),
        Person(
            "injured",
            Level.INTERMEDIATE,
            78,
            (140, 100, 85, 38, 80, 80),
            1.25,
            0.012,
            hurt_in=16,
            off=frozenset({17, 18, 19, 20}),
        ),
        Person(
            "travelling",
            Level.INTERMEDIATE,
            82,
            (135, 102, 84, 38, 80, 82),
            1.25,
            0.012,
            hotel=frozenset({6, 7, 14, 22, 23, 35, 36, 44}),
            off=frozenset({28, 29, 30}),
        ),
        Person(
            "strong",
            Level.ADVANCED,
            90,
            (210, 140, 120, 60, 110, 110),
            1.08,
            0.008,
            by_percent=frozenset({"deadlift", "bent-over-row"}),
        ),
        Person(
            "returning",
            Level.INTERMEDIATE,
            78,
            (140, 102, 85, 38, 80, 80),
            1.2,
            0.012,
            off=frozenset(range(16, 29)),
        ),
    )
}
