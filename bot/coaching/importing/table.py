"""Which rows and columns are in a text? The delimiter found, quotes checked, no row larger than a row can be."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from bot.coaching.importing.columns import Layout, known_headings, of_first_row, of_headings
from bot.coaching.importing.decoding import OPEN_QUOTE
from bot.coaching.importing.shapes import FileRefused

DELIMITERS = ",;\t|"
MOST_COLUMNS = 64
MOST_ROWS = 120_000
"""A row is not always a set: in some exports every other one is a pause."""
LONGEST_LINE = 32_000
LONGEST_ROW = 4 * LONGEST_LINE
"""Letters of a row, which may go over several lines where a quote is open."""
LONGEST_OPENING = 50
"""Lines in which the headings, or a first row, must be."""

_END = "\x00end of file"
"""Read as a row of its own only where no quote is open before it; no file holds it (decoding refuses NUL)."""

NO_TRACKER = "I don't know the columns of that file. I read the CSV exports of Strong, Hevy and FitNotes."
TOO_LONG = "A line of that file is longer than any row of a training log. Export it again, as CSV."
TOO_MANY = f"That file has more than {MOST_ROWS:,} rows. Export a shorter period."


@dataclass(frozen=True, slots=True)
class Table:
    layout: Layout
    delimiter: str
    _text: str
    _headings: Sequence[str] | None

    def rows(self) -> Iterator[tuple[int, Sequence[str]]]:
        """Each row and the line it begins on, counted from 1; without the headings. Read anew at every call: a list of
        all would take more memory than the file ten times over. Raises FileRefused."""
        return _rows(self._text, self.delimiter, self._headings)


def table(text: str) -> Table:
    """Raises FileRefused where no tracker's columns are found."""
    opening = _opening(text)
    delimiter, layout, headings = _recognised(opening)
    return Table(layout, delimiter, text, headings)


def _opening(text: str) -> list[str]:
    """The first lines with something in them."""
    lines = [line.rstrip("\r\n") for line in islice(io.StringIO(text, newline=""), LONGEST_OPENING)]
    if any(len(line) > LONGEST_LINE for line in lines):
        raise FileRefused(TOO_LONG)
    return [line for line in lines if line.strip() and not line.lower().startswith("sep=")]


def _recognised(opening: Sequence[str]) -> tuple[str, Layout, Sequence[str] | None]:
    first = opening[0] if opening else ""
    cut = {delimiter: _cells(first, delimiter) for delimiter in DELIMITERS}
    delimiter = max(DELIMITERS, key=lambda one: known_headings(cut[one]))
    layout = of_headings(cut[delimiter])
    if layout is not None:
        return delimiter, layout, cut[delimiter]
    for delimiter in DELIMITERS:
        # A note of several lines may stand in the first row: whole rows are looked at, not lines.
        layout = of_first_row(_first_row(opening, delimiter))
        if layout is not None:
            return delimiter, layout, None
    raise FileRefused(NO_TRACKER)


def _cells(line: str, delimiter: str) -> list[str]:
    if line.count(delimiter) >= MOST_COLUMNS:
        return []
    return next(csv.reader([line], delimiter=delimiter), [])


def _first_row(opening: Sequence[str], delimiter: str) -> list[str]:
    try:
        return next(csv.reader(_Lines(opening), delimiter=delimiter), [])
    except (csv.Error, FileRefused):
        return []


def _rows(text: str, delimiter: str, headings: Sequence[str] | None) -> Iterator[tuple[int, Sequence[str]]]:
    lines = _Lines(_lines(text))
    reader = csv.reader(lines, delimiter=delimiter)
    count, line, last = 0, 1, None
    try:
        for row in reader:
            last, begins, line = row, line, reader.line_num + 1
            lines.taken = 0
            if row == [_END] or not any(map(str.strip, row)) or row == headings or row[0].lower().startswith("sep="):
                headings = None if row == headings else headings
                continue
            count += 1
            if count > MOST_ROWS:
                raise FileRefused(TOO_MANY)
            yield begins, row
    except csv.Error:
        raise FileRefused(OPEN_QUOTE) from None
    if last != [_END]:
        raise FileRefused(OPEN_QUOTE)


def _lines(text: str) -> Iterator[str]:
    for line in io.StringIO(text, newline=""):
        if len(line) > LONGEST_LINE:
            raise FileRefused(TOO_LONG)
        yield line
    if not text.endswith(("\n", "\r")):
        yield "\n"
    yield _END


class _Lines:
    """Lines for one row after the other. Raises FileRefused for a row without end: its quote is closed nowhere near."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self.taken = 0
        """Letters since the last row was complete."""

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self.taken += len(line)
        if self.taken > LONGEST_ROW:
            raise FileRefused(OPEN_QUOTE)
        return line
