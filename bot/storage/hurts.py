"""Which lifts hurt, and are set aside until they are put back?"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, select, update

from bot.domain.hurting import Off
from bot.domain.planning import Site
from bot.storage.conflicts import insert_or_replace
from bot.storage.tables import hurts

OWN = hurts.c.athlete_id == bindparam("athlete")
THIS = (OWN, hurts.c.exercise == bindparam("lift"))
COLUMNS = (hurts.c.exercise, hurts.c.sites, hurts.c.since, hurts.c.back_at, hurts.c.asked_at, hurts.c.question)
ALL = select(*COLUMNS).where(OWN).order_by(hurts.c.since, hurts.c.exercise)
PUT = insert_or_replace(hurts)
DROP = delete(hurts).where(*THIS)
ASKED = update(hurts).where(*THIS).values(asked_at=bindparam("moment", type_=hurts.c.asked_at.type))


class SqlHurts:
    """Read once in a transaction: a turn asks for them wherever a lift is chosen."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[int, tuple[Off, ...]] = {}

    def all(self, athlete: int) -> Sequence[Off]:
        if athlete not in self._known:
            self._known[athlete] = tuple(_off(*row) for row in self._connection.execute(ALL, {"athlete": athlete}))
        return self._known[athlete]

    def none(self, athlete: int) -> None:
        """There is no row, as was read together with others: so it is for most, most of the time."""
        self._known[athlete] = ()

    def gone(self) -> None:
        """Rows were changed."""
        self._known.clear()

    def put(self, athlete: int, off: Off) -> None:
        row = {
            "athlete_id": athlete,
            "exercise": off.exercise,
            "sites": " ".join(site for site in Site if site in off.sites),
            "since": off.since,
            "back_at": off.back_at,
            "asked_at": off.asked_at,
            "question": off.question,
        }
        self._connection.execute(PUT[self._connection.dialect.name], row)
        self.gone()

    def drop(self, athlete: int, exercise: str) -> None:
        self._connection.execute(DROP, {"athlete": athlete, "lift": exercise})
        self.gone()

    def asked(self, athlete: int, exercise: str, now: datetime) -> None:
        self._connection.execute(ASKED, {"athlete": athlete, "lift": exercise, "moment": now})
        self.gone()


def _off(
    exercise: str,
    sites: str,
    since: datetime,
    back_at: datetime | None,
    asked_at: datetime | None,
    question: int | None,
) -> Off:
    """A site that this version does not know is none."""
    known = frozenset(site for site in Site if site in sites.split())
    return Off(exercise, known, since, back_at, asked_at, question)
