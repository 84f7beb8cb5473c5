"""What does one row say? Its cells under their columns, and the set in them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal

from bot.coaching.importing.columns import COUNTED, HEADINGS, Column, Layout, plain
from bot.coaching.importing.dates import in_period, moment
from bot.coaching.importing.decoding import OPEN_QUOTE
from bot.coaching.importing.guard import unguarded, unguarded_at_start
from bot.coaching.importing.marks import Own, stamp
from bot.coaching.importing.numbers import number, seconds, unit, whole
from bot.coaching.importing.shapes import App, DateOrder, FileRefused, Reason, RowFault, SetKind
from bot.domain.units import Unit

MOST_REPS = 1000
MOST_SECONDS = 86_400
LONGEST_NAME = 100
LONGEST_NOTE = 4096

KINDS = {
    "w": SetKind.WARMUP,
    "warmup": SetKind.WARMUP,
    "warm up": SetKind.WARMUP,
    "d": SetKind.DROP,
    "drop": SetKind.DROP,
    "dropset": SetKind.DROP,
    "drop set": SetKind.DROP,
    "f": SetKind.FAILURE,
    "failure": SetKind.FAILURE,
    "normal": SetKind.WORKING,
    "": SetKind.WORKING,
}
PAUSES = ("timer", "rest", "repos", "minuteur")
NOTES = ("note", "notes", "remarque")
HARDEST = Decimal(10)

_NUMBERED = re.compile(r"[0-9]{1,4}(?:\.0+)?")
_SPACES = re.compile(r"\s+")
_NEVER = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class RawSet:
    """A set before it is known what its weight was loaded in. `weight` 0 is none."""

    line: int
    at: datetime
    workout: str
    exercise: str
    kind: SetKind
    weight: Decimal
    unit: Unit | None
    reps: int | None
    seconds: int | None
    rpe: Decimal | None
    note: str | None
    own: Own | None = None


class RowReader:
    def __init__(self, layout: Layout, order: DateOrder, today: date, *, commas: bool) -> None:
        self._layout = layout
        self._places = layout.places
        self._order = order
        self._today = today
        self._commas = commas
        self._moments: dict[str, datetime] = {}
        self._least = 1 + max(self._places.get(one, 0) for one in (*_NEEDED, *COUNTED[:1]))

    def read(self, line: int, cells: Sequence[str]) -> RawSet:
        """Raises RowFault for a row that is no set, or cannot be read."""
        row = self._fitted(cells)
        kind = self._kind_of(row)
        at, own = self._at(row), self._own(row)
        exercise = words(self._cell(row, Column.EXERCISE), own=own is not None)[:LONGEST_NAME].strip()
        if not exercise:
            raise RowFault(Reason.NO_EXERCISE)
        reps = whole(self._number(row, Column.REPS))
        held = seconds(self._cell(row, Column.SECONDS), commas=self._commas)
        self._something(row, reps, held)
        weight = self._number(row, Column.WEIGHT) or Decimal(0)
        return RawSet(
            line,
            at,
            self._cell(row, Column.WORKOUT),
            exercise,
            kind,
            weight,
            self._unit(row) if weight else None,
            reps,
            held,
            self._rpe(row),
            self._note(row) if own is None else unguarded(self._cell(row, Column.NOTE))[:LONGEST_NOTE] or None,
            own,
        )

    def _own(self, row: Sequence[str]) -> Own | None:
        """Of a row of our own export."""
        own = stamp(self._cell(row, Column.OWN))
        if own is not None:
            in_period(datetime.combine(own.day, time.min), self._today)
        return own

    def _fitted(self, cells: Sequence[str]) -> Sequence[str]:
        """As many cells as columns: a comma that nobody quoted joined again, empty ends that were cut put back. Raises
        FileRefused where a quote is left open."""
        extra = len(cells) - self._layout.width
        if extra == 0:
            return cells
        if any("\n" in cell or "\r" in cell for cell in cells):
            raise FileRefused(OPEN_QUOTE)  # it swallowed the rows after it; what is left in place may be wrong, too
        if extra < 0:
            if len(cells) < self._least:
                raise RowFault(Reason.COLUMNS)
            return [*cells, *[""] * -extra]
        if not any(cells[self._layout.width :]) and self._plausible(cells):
            return cells
        if self._layout.app is App.FITNOTES:
            return self._joined(cells, extra)
        raise RowFault(Reason.COLUMNS)

    def _joined(self, cells: Sequence[str], extra: int) -> Sequence[str]:
        """FitNotes quotes nothing: a comma is one of the exercise's name, or of the comment at the end."""
        name = self._places[Column.EXERCISE]
        rejoined = [*cells[:name], ",".join(cells[name : name + extra + 1]), *cells[name + extra + 1 :]]
        if self._plausible(rejoined):
            return rejoined
        last = self._layout.width - 1
        if self._places.get(Column.LAST_TEXT) == last and self._plausible(cells):
            return [*cells[:last], ",".join(cells[last:])]
        raise RowFault(Reason.COLUMNS)

    def _plausible(self, row: Sequence[str]) -> bool:
        """Numbers stand where numbers belong."""
        try:
            self._number(row, Column.WEIGHT)
            self._number(row, Column.REPS)
            seconds(self._cell(row, Column.SECONDS), commas=self._commas)
            if Column.WEIGHT_UNIT in self._places and self._cell(row, Column.WEIGHT_UNIT):
                unit(self._cell(row, Column.WEIGHT_UNIT))
        except RowFault:
            return False
        return True

    def _cell(self, row: Sequence[str], column: Column) -> str:
        place = self._places.get(column)
        return "" if place is None else row[place]

    def _number(self, row: Sequence[str], column: Column) -> Decimal | None:
        return number(self._cell(row, column), commas=self._commas)

    def _kind_of(self, row: Sequence[str]) -> SetKind:
        said = self._cell(row, Column.ORDER).strip()
        if _NUMBERED.fullmatch(said):
            return SetKind.WORKING
        name = plain(said).replace("_", " ")
        kind = KINDS.get(name)
        if kind is not None:
            return kind
        if any(pause in name for pause in PAUSES):
            raise RowFault(Reason.REST_TIMER)
        if name in HEADINGS[self._layout.app]:
            raise RowFault(Reason.HEADINGS)
        raise RowFault(Reason.NOTE if name in NOTES else Reason.KIND)

    def _at(self, row: Sequence[str]) -> datetime:
        said = self._cell(row, Column.DATE).strip()
        known = self._moments.get(said)
        if known is not None:
            return known
        if plain(said) in HEADINGS[self._layout.app]:
            raise RowFault(Reason.HEADINGS)
        at = moment(said, self._order)
        in_period(at, self._today)
        self._moments[said] = at
        return at

    def _something(self, row: Sequence[str], reps: int | None, held: int | None) -> None:
        if (reps or 0) > MOST_REPS or (held or 0) > MOST_SECONDS:
            raise RowFault(Reason.TOO_MUCH)
        if reps is None and held is None:
            far = self._cell(row, Column.DISTANCE).strip().replace(",", ".").strip("0.")
            raise RowFault(Reason.DISTANCE if far else Reason.NOTHING_DONE)

    def _unit(self, row: Sequence[str]) -> Unit | None:
        """The row's own, where the file has such a column; else None: the whole file's."""
        said = self._cell(row, Column.WEIGHT_UNIT)
        return unit(said) if said.strip() else None

    def _rpe(self, row: Sequence[str]) -> Decimal | None:
        """An effort that is none (0, or past 10) leaves the set what it is."""
        try:
            said = self._number(row, Column.RPE)
        except RowFault:
            return None
        return said.normalize() if said is not None and 1 <= said <= HARDEST and said % Decimal("0.5") == 0 else None

    def _note(self, row: Sequence[str]) -> str | None:
        said = (self._cell(row, column) for column in (Column.NOTE, Column.EXERCISE_NOTE, Column.LAST_TEXT))
        note = unguarded_at_start(_NEVER.sub("", "\n".join(one.strip() for one in said if one.strip())))
        return note[:LONGEST_NOTE].strip() or None


_NEEDED = (Column.DATE, Column.EXERCISE, Column.ORDER, Column.WEIGHT)


def words(cell: str, *, own: bool = False) -> str:
    """A name on one line, without what cannot be seen; `own`: as our own export writes it."""
    if own:
        return unguarded(cell)
    return unguarded_at_start(_SPACES.sub(" ", _NEVER.sub("", cell)).strip())
