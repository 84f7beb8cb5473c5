"""How much of a file is there room for? The log of one lifter must not slow the others, who share its database."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.coaching.importing.shapes import FileRefused, Reason
from bot.domain.athlete import Athlete
from bot.services.new_sets import NewSet
from bot.services.ports import Work

MOST_OF_DAY = 300
"""Sets on one day: ten times a long session. A day is read whole wherever one of its sets is shown."""
MOST_EXERCISES = 500
MOST_SETS = 100_000
"""Sixty sets a week for thirty years."""
FULL = f"Your log would have more than {MOST_SETS:,} sets with that file. Export a shorter period."


@dataclass(frozen=True, slots=True)
class Fitting:
    sets: tuple[NewSet, ...]
    left_out: Mapping[Reason, Sequence[int]]
    """Lines of the file for which there is no room."""


def fitting(work: Work, athlete: Athlete, new: Sequence[NewSet]) -> Fitting:
    """Raises FileRefused where the whole log would be too long."""
    if not new:
        return Fitting((), {})
    days = [one.day for one in new]
    of_day = Counter(work.imports.days(athlete.id, since=min(days), until=max(days)))
    names = set(work.imports.exercises(athlete.id))
    left_out = defaultdict[Reason, list[int]](list)
    sets = []
    for one in new:
        exercise = one.of.done.exercise
        if of_day[one.day] >= MOST_OF_DAY:
            left_out[Reason.CROWDED].append(one.of.row.line)
        elif exercise not in names and len(names) >= MOST_EXERCISES:
            left_out[Reason.EXERCISES].append(one.of.row.line)
        else:
            of_day[one.day] += 1
            names.add(exercise)
            sets.append(one)
    if len(sets) + work.history.count(athlete.id) > MOST_SETS:
        raise FileRefused(FULL)
    return Fitting(tuple(sets), dict(left_out))
