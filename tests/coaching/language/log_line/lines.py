"""A reader of the real knowledge base, and short ways to ask it."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from bot.coaching.language.log_line import LogContext, LogReader, LogReading, load_words, render
from bot.domain.training import DoneSet
from bot.domain.units import Load, Unit
from tests.knowledge import FOLDER, KNOWLEDGE

TODAY = date(2026, 11, 22)
"""A Sunday."""
WORDS = load_words(FOLDER / "language" / "en")
READER = LogReader(KNOWLEDGE, WORDS)


def read(
    text: str,
    current: str | None = None,
    unit: str = "kg",
    last: tuple[DoneSet, ...] = (),
    loads: Mapping[str, Decimal] | None = None,
) -> LogReading:
    return READER.read(text, LogContext(Unit(unit), TODAY, current, last, loads=loads or {}))


def written(reading: LogReading) -> str:
    """What was understood, as the lifter is shown it; or what happened instead."""
    return render(reading.sets, KNOWLEDGE).replace("\n", " | ") if reading.sets else reading.action.value


def done(
    exercise: str, *reps: int, load: str | None = None, unit: str = "kg", bodyweight: bool = False
) -> tuple[DoneSet, ...]:
    weight = None if load is None else Load(Decimal(load), Unit(unit))
    return tuple(DoneSet(exercise, reps=count, load=weight, bodyweight=bodyweight) for count in reps)
