"""How does a test look at the timers of a lifter's session, and let their time come?"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import update

from bot.app import clock
from bot.services.ports import Work
from bot.services.timers import Timer, TimerKind
from bot.storage.tables import session_items, timers
from tests.journeys.people import Lifter

REST, FORGOT = TimerKind.REST, TimerKind.FORGOT


def athlete_of(work: Work, lifter: Lifter) -> int:
    athlete = work.athletes.find(lifter.person.id)
    assert athlete is not None
    return athlete.id


def kept(lifter: Lifter) -> dict[TimerKind, Timer]:
    """The timers that run, and those that rang."""

    def look(work: Work) -> Sequence[Timer]:
        return work.timers.of(athlete_of(work, lifter))

    return {one.kind: one for one in lifter.watcher.run_now(look)}


def runs(lifter: Lifter, kind: TimerKind = REST) -> bool:
    one = kept(lifter).get(kind)
    return one is not None and one.due is not None


def come(lifter: Lifter, kind: TimerKind = REST, *, late: timedelta = timedelta(0)) -> None:
    """Its time is now, or was a while ago."""
    with lifter.watcher.engine.begin() as connection:
        changed = connection.execute(update(timers).where(timers.c.kind == kind).values(due=clock() - late))
        assert changed.rowcount == 1


async def rung(lifter: Lifter, kind: TimerKind = REST, *, late: timedelta = timedelta(0)) -> list[str]:
    """Its time comes; what the coach says to that, once it is done with it."""
    before = {one["message_id"] for one in lifter.messages}
    come(lifter, kind, late=late)
    while await lifter.watcher.run(lambda work: _waits(work, lifter, kind)):
        pass
    return [one["text"] for one in lifter.messages if one["message_id"] not in before]


def _waits(work: Work, lifter: Lifter, kind: TimerKind) -> bool:
    running = [one for one in work.timers.of(athlete_of(work, lifter)) if one.kind is kind and one.due is not None]
    return bool(running) or work.outbox.waiting() > 0


def plan(lifter: Lifter, **values: int) -> None:
    """Change what the open session asks for, as `rest=1`."""
    with lifter.watcher.engine.begin() as connection:
        connection.execute(update(session_items).values(**values))


def live_where_it_is(lifter: Lifter, hour: int) -> str:
    """Choose a zone in which it is that hour now."""
    ahead = (hour - clock().hour) % 24
    ahead -= 24 if ahead > 14 else 0
    zone = f"Etc/GMT{-ahead:+d}" if ahead else "Etc/UTC"
    lifter.watcher.run_now(lambda work: work.athletes.choose_zone(athlete_of(work, lifter), zone))
    return zone


def at(moment: datetime | None, zone: str) -> str:
    from zoneinfo import ZoneInfo

    assert moment is not None
    return f"{moment.astimezone(ZoneInfo(zone)):%H:%M}"
