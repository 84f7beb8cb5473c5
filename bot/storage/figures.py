"""How much waits, and how many train?"""

from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, exists, func, select

from bot.domain.session import SessionState
from bot.services.figures import Depths, Use
from bot.services.messages import Priority
from bot.storage.tables import (
    DEAD,
    WAITING,
    WORKING,
    athletes,
    chats,
    done_sets,
    entries,
    inbox,
    open_questions,
    outbox,
    sessions,
)

INBOX = select(func.count()).select_from(inbox).where(WAITING)
DEAD_LETTERS = select(func.count()).select_from(inbox).where(DEAD)
OUTBOX = select(
    func.count(),
    func.count().filter(outbox.c.priority == Priority.BULK.value),
    func.min(outbox.c.put_at, type_=outbox.c.put_at.type),
).where(WAITING)

NEWEST = (
    select(entries.c.kept_at)
    .where(entries.c.athlete_id == athletes.c.id)
    .order_by(entries.c.id.desc())
    .limit(1)
    .scalar_subquery()
)
"""One leap into an index a person, however much they kept."""
SINCE = {days: bindparam(f"since_{days}", type_=entries.c.kept_at.type) for days in (7, 28)}
PEOPLE = select(
    func.count(),
    func.count().filter(SINCE[7] <= NEWEST),
    func.count().filter(SINCE[28] <= NEWEST),
    func.count().filter(exists().where(chats.c.athlete_id == athletes.c.id, chats.c.gone_at.is_not(None))),
).select_from(athletes)
SETS = select(func.count()).select_from(done_sets).where(WORKING)
SESSIONS = select(func.count()).select_from(sessions).where(sessions.c.state == SessionState.FINISHED)
QUESTIONS = select(func.count()).select_from(open_questions)


class SqlFigures:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def depths(self) -> Depths:
        waiting, bulk, since = self._connection.execute(OUTBOX).one()
        return Depths(
            inbox=self._connection.execute(INBOX).scalar_one(),
            dead=self._connection.execute(DEAD_LETTERS).scalar_one(),
            outbox=waiting,
            outbox_bulk=bulk,
            outbox_since=since,
        )

    def use(self, now: datetime) -> Use:
        since = {f"since_{days}": now - timedelta(days=days) for days in SINCE}
        people, active_7, active_28, gone = self._connection.execute(PEOPLE, since).one()
        sets, done, questions = (self._connection.execute(asked).scalar_one() for asked in (SETS, SESSIONS, QUESTIONS))
        return Use(people, active_7, active_28, gone, sets, done, questions)
