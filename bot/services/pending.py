"""How does an unclear line wait for its answer? As plain JSON in the chat's context, and back."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from bot.coaching.language.log_line import Option
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


def pending_log(update: int, options: Sequence[Option], day: date | None, *, line: str = "") -> dict[str, object]:
    """`line` is kept where there is nothing to press and it is short: the next number may finish it."""
    return {
        "line": line if not options and 0 < len(line) <= LONGEST_BEGUN else None,
        "update": update,
        "day": None if day is None else day.isoformat(),
        "options": [[set_to_json(done) for done in option.sets] for option in options],
    }


def answered(
    pending: Mapping[str, Any] | None, update: int, index: int
) -> tuple[tuple[DoneSet, ...], date | None] | None:
    """The sets and the day of a chosen option; None where the question is no longer open."""
    if pending is None or pending.get("update") != update or not 0 <= index < len(pending["options"]):
        return None
    day = pending["day"]
    sets = tuple(set_from_json(kept) for kept in pending["options"][index])
    return sets, None if day is None else date.fromisoformat(day)
