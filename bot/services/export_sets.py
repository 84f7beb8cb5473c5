"""How does a lifter take their sets along? As the CSV that Strong exports, which other apps read, and this one, too."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from itertools import chain

from bot.coaching.importing.guard import guarded
from bot.coaching.importing.marks import marks
from bot.coaching.importing.matching import ExerciseMatcher
from bot.coaching.importing.shapes import FileSet, SetKind
from bot.coaching.knowledge.catalog import Knowledge
from bot.domain.athlete import Athlete
from bot.domain.training import DoneSet
from bot.domain.units import plain
from bot.services.ports import Work
from bot.services.workouts import workouts

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


def export_sets(work: Work, athlete: Athlete, knowledge: Knowledge, matcher: ExerciseMatcher) -> bytes:
    """Every set in the log, oldest workout first; loads in the unit they were said in, times local. Numbers are bare,
    no text begins like a formula."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=";", lineterminator="\n")
    writer.writerow(HEADINGS)
    found = sorted(workouts(work.history.every(athlete.id), athlete), key=lambda workout: workout[0])
    writer.writerows(
        chain.from_iterable(_rows(began, [kept.done for kept in sets], knowledge, matcher) for began, sets in found)
    )
    return file.getvalue().encode()


def _rows(
    began: datetime, sets: list[DoneSet], knowledge: Knowledge, matcher: ExerciseMatcher
) -> Iterator[tuple[object, ...]]:
    numbers = Counter[str]()
    for done in sets:
        known = knowledge.exercises.get(done.exercise)
        name = known.name if known else done.exercise
        numbers[name] += 0 if done.warmup else 1
        yield (
            began,
            WORKOUT,
            guarded(name),
            WARMUP if done.warmup else numbers[name],
            "" if done.load is None else plain(done.load.amount),
            "" if done.load is None else done.load.unit.value,
            done.reps or "",
            "" if done.rpe is None else plain(done.rpe),
            "",
            "",
            done.seconds or "",
            guarded(_noted(began, name, done, matcher)),
            "",
        )


def _noted(began: datetime, name: str, done: DoneSet, matcher: ExerciseMatcher) -> str:
    """The note, and what the columns cannot say."""
    kind = SetKind.WARMUP if done.warmup else SetKind.WORKING
    row = FileSet(0, began, name, kind, done.load, done.reps, done.seconds, done.rpe, done.note)
    said = marks(done, matcher.understood(row, done.note))
    return " ".join(part for part in (done.note, said) if part)
