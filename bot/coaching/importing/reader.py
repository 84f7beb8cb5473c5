"""Which sets are in a file of another tracker? Its app, dialect and unit found out, or asked for; no bytes raise
anything but FileRefused."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from bot.coaching.importing.columns import Column, Layout
from bot.coaching.importing.dates import order_of
from bot.coaching.importing.decoding import decode
from bot.coaching.importing.plates import Plates, plates_of
from bot.coaching.importing.rows import RawSet, RowReader
from bot.coaching.importing.shapes import (
    Answers,
    Ask,
    DateOrder,
    FileRefused,
    FileSet,
    Reading,
    Reason,
    RowFault,
)
from bot.coaching.importing.table import Table, table
from bot.domain.units import Unit

NO_SET = "There is no set in that file, only {rows}."
NO_ROW = "There are headings in that file, and nothing below them."

_COMMA = re.compile(r"\s*-?[0-9]+,[0-9]{1,2}\s*")


@dataclass
class _Found:
    sets: list[RawSet] = field(default_factory=list)
    left_out: dict[Reason, list[int]] = field(default_factory=lambda: defaultdict(list))

    def leave_out(self, line: int, reason: Reason) -> None:
        self.left_out[reason].append(line)


def read(body: bytes, today: date, answers: Answers = Answers()) -> Reading:  # noqa: B008
    """Every set of a file. Raises FileRefused where none can be read; asks where only the lifter can tell."""
    text = decode(body)
    opened = table(text)
    layout = opened.layout
    order, unclear = _order(layout, opened.rows())
    commas = _commas(opened)
    reader = RowReader(layout, answers.order or order or DateOrder.DAY_FIRST, today, commas=commas)
    found = _read_all(reader, opened.rows())
    if not found.sets and not found.left_out:
        raise FileRefused(NO_ROW)
    if not found.sets:
        raise FileRefused(NO_SET.format(rows=_leavings(found)))
    asks = _asks(layout, found.sets, answers, unclear=unclear)
    left_out = {reason: tuple(lines) for reason, lines in found.left_out.items()}
    if asks:
        return Reading(layout.app, left_out=left_out, asks=asks)
    return _loaded(layout, found, answers.unit)


def _read_all(reader: RowReader, rows: Iterable[tuple[int, Sequence[str]]]) -> _Found:
    found = _Found()
    for line, cells in rows:
        try:
            found.sets.append(reader.read(line, cells))
        except RowFault as fault:
            found.leave_out(line, fault.reason)
    return found


def _leavings(found: _Found) -> str:
    return ", ".join(f"{len(lines):,} × {reason.value}" for reason, lines in found.left_out.items())


def _order(layout: Layout, rows: Iterable[tuple[int, Sequence[str]]]) -> tuple[DateOrder | None, bool]:
    place = layout.places[Column.DATE]
    return order_of({cells[place] for _, cells in rows if len(cells) > place})


def _commas(opened: Table) -> bool:
    """Whether decimals are written with a comma: where fields are not kept apart by it, or a weight shows it."""
    place, width = opened.layout.places.get(Column.WEIGHT), opened.layout.width
    if opened.delimiter != "," or place is None:
        return True
    return any(len(cells) == width and _COMMA.fullmatch(cells[place]) for _, cells in opened.rows())


def _asks(layout: Layout, sets: Sequence[RawSet], answers: Answers, *, unclear: bool) -> tuple[Ask, ...]:
    unitless = layout.unit is None and any(one.weight and one.unit is None for one in sets)
    asks = []
    if unclear and answers.order is None:
        asks.append(Ask.DATE_ORDER)
    if unitless and answers.unit is None:
        asks.append(Ask.UNIT)
    return tuple(asks)


def _loaded(layout: Layout, found: _Found, said: Unit | None) -> Reading:
    """Loads in the unit of the plates, in order of time; a workout's own order stays."""
    whole = layout.unit or said
    plates = _plates(found.sets, whole)
    sets = []
    for one in found.sets:
        unit = one.unit or whole
        try:
            load = plates[unit].load(one.weight) if unit is not None else None
        except RowFault as fault:
            found.leave_out(one.line, fault.reason)
            continue
        counted = (one.reps, one.seconds, one.rpe, one.note)
        sets.append(FileSet(one.line, one.at, one.exercise, one.kind, load, *counted, one.workout, one.own))
    if not sets:
        raise FileRefused(NO_SET.format(rows=_leavings(found)))
    sets.sort(key=lambda one: one.at)
    noted = _noted_once(sets) if Column.EXERCISE_NOTE in layout.places else sets
    return Reading(layout.app, tuple(noted), {reason: tuple(lines) for reason, lines in found.left_out.items()})


def _plates(sets: Iterable[RawSet], whole: Unit | None) -> dict[Unit, Plates]:
    weights: dict[Unit, set[Decimal]] = defaultdict(set)
    for one in sets:
        unit = one.unit or whole
        if unit is not None and one.weight:
            weights[unit].add(one.weight)
    return {unit: plates_of(found, unit) for unit, found in weights.items()} | {
        unit: Plates(unit) for unit in Unit if unit not in weights
    }


def _noted_once(sets: Iterable[FileSet]) -> list[FileSet]:
    """A note to an exercise, which the file repeats at each of its sets, stays at the first."""
    seen = set()
    noted = []
    for one in sets:
        key = (one.at, one.exercise, one.note)
        noted.append(replace(one, note=None) if key in seen else one)
        seen.add(key)
    return noted
