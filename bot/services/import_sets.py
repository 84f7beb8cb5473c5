"""How does a history from another tracker come into the log? Looked at first, then all of it or nothing, once."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.coaching.importing.shapes import App, FileSet, Reason
from bot.domain.athlete import Athlete
from bot.domain.units import Unit
from bot.services.imports import Import, ImportedSet
from bot.services.new_sets import compare
from bot.services.ports import Work
from bot.services.prepare_import import Prepared
from bot.services.room import fitting


@dataclass(frozen=True, slots=True)
class Preview:
    """What an import would bring. `matched` are ids of lifts, `own` names that the knowledge base does not have."""

    app: App
    workouts: int
    sets: int
    warmups: int
    """So many of these sets."""
    known: int
    """Sets of the file that are in the log already, or were until the lifter deleted them ..."""
    changed: int
    """... and so many of these are not in it as the file tells them."""
    matched: tuple[str, ...]
    own: tuple[str, ...]
    first: date
    """Days of the new sets; of the whole file where none is new."""
    last: date
    left_out: Mapping[Reason, Sequence[int]]


@dataclass(frozen=True, slots=True)
class _New:
    shown: Preview
    sets: tuple[ImportedSet, ...]


def preview(work: Work, athlete: Athlete, prepared: Prepared) -> Preview:
    """Raises FileRefused where the log has no room for the file."""
    return _new(work, athlete, prepared).shown


def import_sets(work: Work, athlete: Athlete, prepared: Prepared, now: datetime) -> tuple[Preview, Import | None]:
    """Keep every set of the file that the log does not have, as one entry; None where there is none. With it what a
    preview at this moment would have shown. Raises FileRefused where the log has no room for the file."""
    work.imports.begin(athlete.id)
    new = _new(work, athlete, prepared)
    if not new.sets:
        return new.shown, None
    return new.shown, work.imports.keep(athlete.id, prepared.app.value, new.sets, len(new.sets), now)


def take_unit(work: Work, athlete: Athlete, prepared: Prepared) -> Unit | None:
    """The unit that most weights of a file are in becomes the lifter's, where they chose none; None where it is."""
    units = Counter(one.done.load.unit for one in prepared.sets if one.done.load is not None)
    most = units.most_common(1)
    if athlete.unit_chosen or not most or most[0][0] is athlete.unit:
        return None
    work.athletes.choose_unit(athlete.id, most[0][0])
    return most[0][0]


def _new(work: Work, athlete: Athlete, prepared: Prepared) -> _New:
    compared = compare(work, athlete, prepared.sets)
    fits = fitting(work, athlete, compared.new)
    left_out = {**prepared.left_out, **fits.left_out}
    days = [one.day for one in fits.sets] or [_day(athlete, prepared.sets[end].row) for end in (0, -1)]
    exercises = dict.fromkeys(one.done.exercise for one in prepared.sets)
    shown = Preview(
        app=prepared.app,
        workouts=len({(one.of.row.at, one.of.row.workout) for one in fits.sets}),
        sets=len(fits.sets),
        warmups=sum(one.of.done.warmup for one in fits.sets),
        known=len(prepared.sets) - len(compared.new),
        changed=compared.changed,
        matched=tuple(name for name in exercises if name not in prepared.own),
        own=tuple(name for name in exercises if name in prepared.own),
        first=min(days),
        last=max(days),
        left_out=left_out,
    )
    return _New(shown, tuple(ImportedSet(one.of.done, one.at, one.day, one.of.print) for one in fits.sets))


def _day(athlete: Athlete, row: FileSet) -> date:
    return athlete.day(row.at.replace(tzinfo=ZoneInfo(athlete.zone))) if row.own is None else row.own.day
