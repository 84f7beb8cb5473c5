"""Which sets of the log were one workout? Those of a session, and those beside any that follow one another."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Protocol, TypeVar
from zoneinfo import ZoneInfo

from bot.domain.athlete import Athlete

DAY = timedelta(days=1)
FIRST_SECOND = time(0, 0, 1)
"""At midnight itself there is no workout: files mean the whole day by it."""
PAUSE = timedelta(hours=3)
"""After so long without a set it is another workout."""


class Performed(Protocol):
    @property
    def session(self) -> int | None: ...
    @property
    def performed_at(self) -> datetime: ...
    @property
    def day(self) -> date: ...


S = TypeVar("S", bound=Performed)


def workouts(sets: Iterable[S], athlete: Athlete) -> list[tuple[datetime, list[S]]]:
    """Sets, given as they were kept, under the local time at which their workout began, without a zone.

    An import asks this of the log and an export writes it: only so does a file of the log bring back nothing twice.
    """
    found: list[list[S]] = []
    sessions: dict[int, list[S]] = {}
    loose: list[S] | None = None
    for one in sets:
        if one.session is not None:
            workout = sessions.get(one.session)
        else:
            workout = loose if loose is not None and _goes_on(loose[-1], one) else None
        if workout is None:
            workout = []
            found.append(workout)
        workout.append(one)
        if one.session is not None:
            sessions[one.session] = workout
        else:
            loose = workout
    return [(_begun(workout[0], athlete), workout) for workout in found]


def _goes_on(last: Performed, one: Performed) -> bool:
    return one.day == last.day and abs(one.performed_at - last.performed_at) <= PAUSE


def _begun(first: Performed, athlete: Athlete) -> datetime:
    """On the day that was kept, at the time of the clock where they train: the small hours are after its midnight."""
    local = first.performed_at.astimezone(ZoneInfo(athlete.zone))
    date = first.day + DAY if local.hour < athlete.day_turns else first.day
    return datetime.combine(date, max(local.time().replace(microsecond=0), FIRST_SECOND))
