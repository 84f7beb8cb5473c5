"""What was lifted, page by page? By day, of everything or of one exercise."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.athlete import Athlete
from bot.domain.errors import SetGone
from bot.services.entries import TrainingDay
from bot.services.ports import Work

DAYS = 4
DAYS_OF_ONE = 8


@dataclass(frozen=True, slots=True)
class Page:
    """Days, newest first. `older` and `newer` are the days to go on from; None where nothing follows."""

    days: tuple[TrainingDay, ...]
    older: date | None
    newer: date | None


@dataclass(frozen=True, slots=True)
class Trained:
    """A page of one exercise. `kept` is the set it is named by."""

    exercise: str
    kept: int
    page: Page


def history(work: Work, athlete: Athlete, *, before: date | None = None, after: date | None = None) -> Page:
    days = work.history.days(athlete.id, before=before, after=after, limit=DAYS + 1)
    return _page(days, DAYS, before, after)


def history_of(
    work: Work, athlete: Athlete, kept: int, *, before: date | None = None, after: date | None = None
) -> Trained:
    """Raises SetGone where the set that names the exercise is not theirs."""
    exercise = work.history.exercise_of(athlete.id, kept)
    if exercise is None:
        raise SetGone
    days = work.history.days_of(athlete.id, exercise, before=before, after=after, limit=DAYS_OF_ONE + 1)
    return Trained(exercise, kept, _page(days, DAYS_OF_ONE, before, after))


def _page(days: Sequence[TrainingDay], most: int, before: date | None, after: date | None) -> Page:
    """One day more than is shown was asked for; it tells that there are more."""
    more = len(days) > most
    if after is not None:
        shown = tuple(days[-most:])
        return Page(shown, older=shown[-1].day if shown else None, newer=shown[0].day if more else None)
    shown = tuple(days[:most])
    return Page(
        shown,
        older=shown[-1].day if more else None,
        newer=shown[0].day if shown and before is not None else None,
    )
