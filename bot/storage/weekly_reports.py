"""Whose week is to be told, and when?"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, bindparam, select, update

from bot.domain.athlete import Athlete
from bot.services.weekly_reports import WeeklyReport
from bot.storage.athletes import ABOUT
from bot.storage.conflicts import insert_or_replace
from bot.storage.tables import HERE, athletes, settings, weekly_reports

REPORT = (weekly_reports.c.athlete_id, weekly_reports.c.chat, weekly_reports.c.due, weekly_reports.c.week)
OF = select(*REPORT).where(weekly_reports.c.athlete_id == bindparam("athlete"))
PUT = insert_or_replace(weekly_reports)
MOVE = update(weekly_reports).where(weekly_reports.c.athlete_id == bindparam("athlete"))
MOVE = MOVE.values(due=bindparam("moment", type_=weekly_reports.c.due.type))
DUE = (
    select(*REPORT, *ABOUT)
    .join(athletes, athletes.c.id == weekly_reports.c.athlete_id)
    .join(settings, settings.c.athlete_id == weekly_reports.c.athlete_id)
    .where(HERE, weekly_reports.c.due <= bindparam("now", type_=weekly_reports.c.due.type))
    .order_by(weekly_reports.c.due, weekly_reports.c.athlete_id)
    .limit(bindparam("most"))
    .with_for_update(of=weekly_reports, skip_locked=True)
)


class SqlWeeklyReports:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, athlete: int) -> WeeklyReport | None:
        row = self._connection.execute(OF, {"athlete": athlete}).one_or_none()
        return None if row is None else WeeklyReport(*row)

    def put(self, report: WeeklyReport) -> None:
        values = {"athlete_id": report.athlete, "chat": report.chat, "due": report.due, "week": report.week}
        self._connection.execute(PUT[self._connection.dialect.name], values)

    def move(self, athlete: int, due: datetime) -> None:
        self._connection.execute(MOVE, {"athlete": athlete, "moment": due})

    def due(self, now: datetime, limit: int) -> Sequence[tuple[WeeklyReport, Athlete]]:
        rows = self._connection.execute(DUE, {"now": now, "most": limit})
        return [(WeeklyReport(*row[: len(REPORT)]), Athlete(*row[len(REPORT) :])) for row in rows]
