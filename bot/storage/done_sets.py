"""How does a done set become a row, and a row a kept set?"""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import bindparam, func, select

from bot.domain.training import DoneSet, KeptSet
from bot.domain.units import Load, Unit
from bot.storage.tables import done_sets
from bot.storage.types import thousandths

COLUMNS = (
    done_sets.c.id,
    done_sets.c.entry_id,
    done_sets.c.session_id,
    done_sets.c.performed_at,
    done_sets.c.day,
    done_sets.c.exercise,
    done_sets.c.reps,
    done_sets.c.seconds,
    done_sets.c.load,
    done_sets.c.load_unit,
    done_sets.c.bodyweight,
    done_sets.c.per_side,
    done_sets.c.rpe,
    done_sets.c.warmup,
    done_sets.c.note,
)
SETS = select(*COLUMNS)

OWN = done_sets.c.athlete_id == bindparam("athlete")
ELSEWHERE = func.coalesce(done_sets.c.session_id, 0) != bindparam("aside", type_=done_sets.c.session_id.type)
ROWS_AT_ONCE = 500
"""Of a long answer so many rows are in memory."""

NOWHERE = -1
"""The session to leave aside where none is to be: no session has this number."""

COMPARABLE = {Unit.KG: 100_000_000, Unit.LB: 45_359_237}
"""Hundred-millionths of a gram in a thousandth of the unit: whole numbers, so that no comparison is a rounding."""


def kept(row: Sequence[Any]) -> KeptSet:
    number, entry, session, performed_at, day, exercise, reps, seconds, load, unit, *rest = row
    bodyweight, per_side, rpe, warmup, note = rest
    carried = None if load is None else Load(load, unit)
    done = DoneSet(exercise, reps, seconds, carried, bodyweight, per_side, rpe, warmup, note)
    return KeptSet(number, entry, session, done, performed_at, day)


def kept_sets(rows: Iterable[Sequence[Any]]) -> tuple[KeptSet, ...]:
    return tuple(kept(row) for row in rows)


def columns_of(done: DoneSet) -> dict[str, object]:
    load = done.load
    return {
        "exercise": done.exercise,
        "reps": done.reps,
        "seconds": done.seconds,
        "load": None if load is None else load.amount,
        "load_unit": None if load is None else load.unit,
        "bodyweight": done.bodyweight,
        "per_side": done.per_side,
        "rpe": done.rpe,
        "warmup": done.warmup,
        "note": done.note,
        "heaviness": heaviness(done),
        "effort": done.reps if done.reps is not None else done.seconds,
    }


def heaviness(done: DoneSet) -> int | None:
    """What loads are compared by; body weight alone lies between assistance and a belt."""
    if done.load is None:
        return 0 if done.bodyweight else None
    return thousandths(done.load.amount) * COMPARABLE[done.load.unit]
