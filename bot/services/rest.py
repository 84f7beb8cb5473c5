"""When does a rest begin, how long is it, and does it still run? A set starts it, the next set ends it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.athlete import Athlete
from bot.domain.resting import LONGEST_REST, QUIET, rest_after
from bot.domain.session import Session
from bot.domain.training import KeptSet
from bot.services.ports import Work
from bot.services.timers import Timer, TimerKind


@dataclass(frozen=True, slots=True)
class Rest:
    """How long, and until when by the lifter's clock; None where it is not known what time it is for them."""

    seconds: int
    until: time | None


def keep_time(
    work: Work,
    athlete: Athlete,
    session: Session,
    sets: Sequence[KeptSet],
    positions: Sequence[int | None],
    now: datetime,
) -> None:
    """After sets kept in a session: the rest they give begins, in place of any before, and the quiet counts anew."""
    seconds = rest_after(session, sets, positions) if athlete.rest_timer else None
    timers = [timer(athlete, session, TimerKind.FORGOT, now, QUIET)]
    if seconds is None:
        work.timers.stop(athlete.id, TimerKind.REST)
    else:
        timers.append(timer(athlete, session, TimerKind.REST, now, timedelta(seconds=seconds)))
    work.timers.put(timers)


def timer(athlete: Athlete, session: Session, kind: TimerKind, now: datetime, after: timedelta) -> Timer:
    """It rings in the private chat with them, whose number in Telegram is theirs."""
    return Timer(athlete.id, kind, athlete.telegram_id, session.id, session.last_deed, now + after)


def resting(work: Work, athlete: Athlete, session: Session, now: datetime) -> Rest | None:
    """The rest that runs in a session."""
    if not session.sets or now - session.last_deed > LONGEST_REST:
        return None
    running = (one for one in work.timers.of(athlete.id) if one.kind is TimerKind.REST and holds(one, session))
    for one in running:
        if one.due is not None and one.due > now:
            until = one.due.astimezone(ZoneInfo(athlete.zone)).time() if athlete.zone_chosen else None
            return Rest(round((one.due - one.since).total_seconds()), until)
    return None


def holds(one: Timer, session: Session | None) -> bool:
    """Whether what a timer says is still so: its session is open, and a rest follows the newest set, which stands."""
    if session is None or session.id != one.session or not session.sets:
        return False
    return one.kind is TimerKind.FORGOT or (session.last_deed == one.since and session.current is not None)


def set_rest_timer(work: Work, athlete: Athlete, *, on: bool) -> None:
    """Off ends the rest that runs; on counts from the next set."""
    work.athletes.set_rest_timer(athlete.id, on=on)
    if not on:
        work.timers.stop(athlete.id, TimerKind.REST)
