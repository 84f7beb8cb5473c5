"""How does an unclear line wait for its answer? As plain JSON in the chat's context, and back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from bot.coaching.language.log_line import LogContext, LogReading
from bot.domain.training import DoneSet
from bot.domain.units import Load, Unit


def set_to_json(done: DoneSet) -> dict[str, object]:
    return {
        "exercise": done.exercise,
        "reps": done.reps,
        "seconds": done.seconds,
        "load": None if done.load is None else str(done.load.amount),
        "unit": None if done.load is None else done.load.unit.value,
        "bodyweight": done.bodyweight,
        "per_side": done.per_side,
        "rpe": None if done.rpe is None else str(done.rpe),
        "warmup": done.warmup,
        "note": done.note,
    }


def set_from_json(kept: Mapping[str, Any]) -> DoneSet:
    load = None if kept["load"] is None else Load(Decimal(kept["load"]), Unit(kept["unit"]))
    rpe = None if kept["rpe"] is None else Decimal(kept["rpe"])
    plain = {name: kept[name] for name in ("exercise", "reps", "seconds", "bodyweight", "per_side", "warmup", "note")}
    return DoneSet(**plain, load=load, rpe=rpe)


LONGEST_BEGUN = 24

Pending = Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class About:
    """What a question is about: the message that made it, the entry it would change, the kept sets it would correct."""

    message: int | None = None
    entry: int | None = None
    corrects: tuple[int, ...] = ()


NEW = About()


def pending_log(
    update: int, reading: LogReading, line: str, context: LogContext, about: About = NEW
) -> dict[str, object]:
    """`line` is kept where there is nothing to press and it is short: the next number may finish it."""
    begun = not reading.options and about.entry is None and 0 < len(line) <= LONGEST_BEGUN
    return {
        "update": update,
        "message": about.message,
        "entry": about.entry,
        "corrects": list(about.corrects) if any(option.corrects for option in reading.options) else [],
        "line": line if begun else None,
        "exercise": context.current_exercise,
        "options": [
            {
                "day": (option.day or reading.day or context.today).isoformat(),
                "sets": [set_to_json(done) for done in option.sets],
            }
            for option in reading.options
        ],
    }


def answered(pending: Pending, update: int, index: int) -> tuple[tuple[DoneSet, ...], date] | None:
    """The sets and the day of a chosen option; None where the question is no longer open."""
    if pending is None or pending.get("update") != update or not 0 <= index < len(pending["options"]):
        return None
    option = pending["options"][index]
    return tuple(set_from_json(kept) for kept in option["sets"]), date.fromisoformat(option["day"])


def about_of(pending: Pending) -> About:
    """Questions asked by an older version are about new sets."""
    asked = pending or {}
    return About(asked.get("message"), asked.get("entry"), tuple(asked.get("corrects") or ()))


def recorded(update: int) -> dict[str, object]:
    """What is left of an answered question: that its sets are kept, for whoever presses again."""
    return {"recorded": update}


def was_recorded(pending: Pending, update: int) -> bool:
    return pending is not None and pending.get("recorded") == update


def begun_line(pending: Pending, exercise: str | None) -> str | None:
    """The line that waits for a number, if the exercise is still the same."""
    if pending is None or pending.get("exercise") != exercise:
        return None
    line = pending.get("line")
    return line if isinstance(line, str) else None


def without_line(pending: Pending) -> Pending:
    """A question that has only its half-said line is done with."""
    return None if pending is not None and pending.get("line") else pending
