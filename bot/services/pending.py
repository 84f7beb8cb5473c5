"""How does an unclear line wait for its answer? As plain JSON in the chat's context, and back."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from bot.coaching.language.log_line import LogReading
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


def pending_log(update: int, reading: LogReading, line: str) -> dict[str, object]:
    """`line` is kept where there is nothing to press and it is short: the next number may finish it."""
    return {
        "update": update,
        "line": line if not reading.options and 0 < len(line) <= LONGEST_BEGUN else None,
        "options": [
            {"day": _iso(option.day or reading.day), "sets": [set_to_json(done) for done in option.sets]}
            for option in reading.options
        ],
    }


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def answered(
    pending: Mapping[str, Any] | None, update: int, index: int
) -> tuple[tuple[DoneSet, ...], date | None] | None:
    """The sets and the day of a chosen option; None where the question is no longer open."""
    if pending is None or pending.get("update") != update or not 0 <= index < len(pending["options"]):
        return None
    option = pending["options"][index]
    day = None if option["day"] is None else date.fromisoformat(option["day"])
    return tuple(set_from_json(kept) for kept in option["sets"]), day
