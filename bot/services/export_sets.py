"""How does a lifter take their sets along? As the CSV that Strong exports, which other apps read, and this one, too."""

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, datetime

from bot.coaching.importing.guard import guarded
from bot.coaching.importing.marks import marks, stamped
from bot.coaching.importing.matching import ExerciseMatcher
from bot.coaching.importing.shapes import FileSet, SetKind
from bot.coaching.knowledge.catalog import Knowledge
from bot.domain.athlete import Athlete
from bot.domain.training import DoneSet, KeptSet
from bot.domain.units import plain
from bot.services.ports import Work
from bot.services.workouts import workouts, written

HEADINGS = (
    "Date",
    "Workout Name",
    "Exercise Name",
    "Set Order",
    "Weight",
    "Weight Unit",
    "Reps",
    "RPE",
    "Distance",
    "Distance Unit",
    "Seconds",
    "Notes",
    "Workout Notes",
)
WORKOUT = "Backcoach"
WARMUP = "W"
NO_TEXT = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")
"""What makes a file no text."""
NEVER = datetime(1, 1, 1)  # noqa: DTZ001


class _Echo:
    """A file for `csv.writer` that gives each line back."""

    @staticmethod
    def write(line: str) -> str:
        return f"{line[:-2]}\n"


# Only what ends a line is sure to be quoted, so a line ends with both here.
_WRITE = csv.writer(_Echo(), delimiter=";", lineterminator="\r\n").writerow
HEADING: str = _WRITE(HEADINGS)


def export_sets(
    work: Work, athlete: Athlete, knowledge: Knowledge, matcher: ExerciseMatcher
) -> Iterator[tuple[date, str]]:
    """Every set in the log as a line of the file with its day, oldest day first; HEADING goes before them. Loads in the
    unit they were said in, times local. Numbers are bare, no text becomes a formula, whatever parts the cells."""
    rows = _Rows(athlete, knowledge, matcher)
    for first, one in workouts(work.history.every(athlete.id)):
        yield one.day, _WRITE(rows.row(first, one))


class _Rows:
    def __init__(self, athlete: Athlete, knowledge: Knowledge, matcher: ExerciseMatcher) -> None:
        self._zone = athlete.zone
        self._names = {id: exercise.name for id, exercise in knowledge.exercises.items()}
        self._matcher = matcher.anew()
        self._sessions: defaultdict[int, Counter[str]] = defaultdict(Counter)
        """Working sets of each lift so far: a session may go on after other sets were logged."""
        self._loose = Counter[str]()
        self._first, self._written = 0, NEVER
        self._marks: dict[tuple[object, ...], list[str]] = {}

    def row(self, first: KeptSet, kept: KeptSet) -> tuple[object, ...]:
        done = kept.done
        name = self._names.get(done.exercise, done.exercise)
        if first.id != self._first:
            self._first, self._written = first.id, written(first, self._zone)
            self._loose.clear()
        return (
            self._written,
            WORKOUT,
            _safe(name),
            WARMUP if done.warmup else self._number(kept.session, name),
            "" if done.load is None else plain(done.load.amount),
            "" if done.load is None else done.load.unit.value,
            done.reps or "",
            "" if done.rpe is None else plain(done.rpe),
            "",
            "",
            done.seconds or "",
            _safe(done.note or ""),
            stamped(kept.performed_at, kept.day, self._said(name, done)),
        )

    def _number(self, session: int | None, name: str) -> int:
        numbers = self._loose if session is None else self._sessions[session]
        numbers[name] += 1
        return numbers[name]

    def _said(self, name: str, done: DoneSet) -> list[str]:
        """What the columns cannot say; it depends on the load's sign alone."""
        load = done.load
        kind = (name, done.bodyweight, done.per_side, load is not None, load is not None and load.amount > 0)
        if kind not in self._marks:
            row = FileSet(0, NEVER, name, SetKind.WORKING, load, done.reps, done.seconds, None, None)
            self._marks[kind] = marks(done, self._matcher.understood(row, None))
        return self._marks[kind]


def _safe(text: str) -> str:
    return guarded(NO_TEXT.sub("", text))
