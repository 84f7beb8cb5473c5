"""How long is the rest after a set, when is a session forgotten, and until when is it of use to say so?"""

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.athlete import Athlete
from bot.domain.session import Session
from bot.domain.training import KeptSet

RING_WITHIN = timedelta(minutes=2)
"""Later than this nobody rests any more: the ring is left out."""
QUIET = timedelta(minutes=90)
"""After so long without a set a session counts as forgotten."""
ASK_WITHIN = timedelta(hours=3)
"""Later than this the question is left out: /workout and the next push offer to close what is open."""
LONGEST_REST = timedelta(minutes=30)
"""No exercise asks for more."""
NIGHT = (time(23), time(7))


def rest_after(session: Session, sets: Sequence[KeptSet], positions: Sequence[int | None]) -> int | None:
    """Seconds of rest that sets just kept in a session give; None where none begins.

    The last of them counts, with the rest of the exercise it was a set of. None begins after a warm-up, after what the
    session does not ask for, and when nothing is left to do.
    """
    place = positions[-1]
    if place is None or sets[-1].done.warmup or session.current is None:
        return None
    return session.items[place].plan.rest or None


def is_night(athlete: Athlete, now: datetime) -> bool:
    """Whether they are likely to sleep; nobody is whose time zone is not known."""
    if not athlete.zone_chosen:
        return False
    evening, morning = NIGHT
    at = now.astimezone(ZoneInfo(athlete.zone)).time()
    return at >= evening or at < morning


def waking(athlete: Athlete, at: datetime) -> datetime:
    """The first moment from then on at which nobody is woken: the end of the night in UTC, or `at` itself by day."""
    if not is_night(athlete, at):
        return at
    evening, morning = NIGHT
    place = ZoneInfo(athlete.zone)
    local = at.astimezone(place)
    day = local.date() + timedelta(days=1) if local.time() >= evening else local.date()
    return datetime.combine(day, morning, place).astimezone(UTC)
