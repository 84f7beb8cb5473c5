"""When is a lifter told of their week? On Sunday at 18:00 where they train, once a week, or not at all.

The row of who is due is locked, moved on and answered with an order in the outbox in one transaction, so that neither
several processes nor a restart tell a week twice. A journey moves the instant, not the week that was told.
"""

import math
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta
from enum import StrEnum

from bot.domain.athlete import Athlete, day_of
from bot.domain.reminding import Due, Rhythm, next_due, passed
from bot.services.hard_sets import WEEK, monday_of
from bot.services.messages import Priority
from bot.services.picture_orders import PictureOf, Shows, order_picture
from bot.services.ports import Work
from bot.services.trained import session_under_way
from bot.services.week import is_silent
from bot.services.weekly_reports import WeeklyReport

SUNDAY_EVENING = Rhythm(time(18), frozenset({6}))
SHARE = 0.25
LATEST = timedelta(hours=12)
"""On Monday morning the week is told; later it is old."""
LOOKED_AGAIN = timedelta(minutes=10)
"""A week is not judged in the middle of a session; so long after its end at most it is told."""
IN_WORDS = timedelta(minutes=30)
"""Who wrote a set down within this time, outside any session, may be at the next one."""


class Told(StrEnum):
    """What became of a week that was due."""

    SENT = "sent"
    WAITS = "waits"
    """For the end of a session."""
    LEFT_OUT = "left out"
    """Too late, told before, not wanted, or nothing to tell for weeks."""


def begin_weeks(work: Work, athlete: Athlete, now: datetime) -> None:
    """With the first set kept: from then on there are weeks to tell."""
    if work.weekly_reports.of(athlete.id) is None:
        due = next_due(SUNDAY_EVENING, athlete.zone, now)
        work.weekly_reports.put(WeeklyReport(athlete.id, athlete.telegram_id, due.at))


def due_weeks(work: Work, most: int, now: datetime, limit: int) -> Sequence[tuple[WeeklyReport, Athlete]]:
    """So many of those due that a part of the `most` that may wait in the outbox is left to the reminders: these go
    out faster than pictures are drawn, and are of use for a shorter time."""
    room = min(limit, math.ceil(most * SHARE) - work.outbox.waiting_bulk())
    return work.weekly_reports.due(now, room) if room > 0 else ()


def tell_week(work: Work, report: WeeklyReport, athlete: Athlete, now: datetime) -> Told:
    """Of several Sundays that have passed the last is told, unless it is too late."""
    last = _last_passed(report, athlete, now)
    following = next_due(SUNDAY_EVENING, athlete.zone, now)
    if last is None:  # by other rules of time zones than those it was set under
        work.weekly_reports.put(replace(report, due=following.at))
        return Told.LEFT_OUT
    monday = monday_of(last.day)
    told = report.week is not None and monday <= report.week
    wanted = athlete.weekly_report and not told and now - last.at <= LATEST
    if wanted and now - last.at + LOOKED_AGAIN <= LATEST and _at_it(work, athlete, now):
        work.weekly_reports.put(replace(report, due=now + LOOKED_AGAIN))
        return Told.WAITS
    work.weekly_reports.put(replace(report, due=following.at, week=report.week if told else monday))
    if not wanted or is_silent(work, athlete, monday):
        return Told.LEFT_OUT
    picture = PictureOf(Shows.WEEK, week=monday, pushed=True)
    order_picture(work, athlete, report.chat, picture, now, priority=Priority.BULK, until=last.at + LATEST)
    return Told.SENT


def _at_it(work: Work, athlete: Athlete, now: datetime) -> bool:
    """In a session, or writing sets down one after the other."""
    if session_under_way(work, athlete, now) is not None:
        return True
    words = (kept for kept in work.history.on(athlete.id, athlete.day(now)) if kept.session is None)
    return any(timedelta(0) <= now - kept.performed_at <= IN_WORDS for kept in words)


def pass_over_week(work: Work, report: WeeklyReport, _: Athlete, now: datetime) -> None:
    """Leave one that cannot be told for a week, so that it stands in nobody's way."""
    work.weekly_reports.put(replace(report, due=now + WEEK))


def _last_passed(report: WeeklyReport, athlete: Athlete, now: datetime) -> Due | None:
    """In the zone of now: the Sunday that was due, perhaps a day aside by a journey, or the last one since."""
    first = day_of(report.due, athlete.zone) - timedelta(days=1)
    dues = passed(SUNDAY_EVENING, athlete.zone, first, now)
    return dues[-1] if dues else None


def move_week_with_zone(work: Work, athlete: Athlete, now: datetime) -> None:
    """After a change of zone: 18:00 there. Where that was just now, and this week is not told, it is due at once."""
    report = work.weekly_reports.of(athlete.id)
    if report is None:
        return
    sunday = monday_of(day_of(now, athlete.zone)) + WEEK - timedelta(days=1)
    this = next_due(SUNDAY_EVENING, athlete.zone, now - 2 * WEEK, first=sunday)
    missed = this.at <= now and now - this.at <= LATEST and report.due > this.at and report.week != monday_of(sunday)
    due = this if missed else next_due(SUNDAY_EVENING, athlete.zone, now)
    work.weekly_reports.move(athlete.id, due.at)


def set_weekly_report(work: Work, athlete: Athlete, *, on: bool) -> Athlete:
    work.athletes.set_weekly_report(athlete.id, on=on)
    return replace(athlete, weekly_report=on)
