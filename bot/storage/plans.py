"""Which plan is in force, and which were there before it?"""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from bot.domain.planning import Plan
from bot.services.plans import KeptPlan
from bot.storage.kept_json import Kept
from bot.storage.tables import ONE, plans

PLAN = Kept(Plan)
OWN = plans.c.athlete_id == bindparam("athlete")
COLUMNS = (plans.c.id, plans.c.plan, plans.c.made_at)
NEWEST = select(*COLUMNS, plans.c.ended_at).where(OWN).order_by(plans.c.id.desc()).limit(ONE)
KEEP = insert(plans).returning(plans.c.id)
END = update(plans).where(plans.c.id == bindparam("number"))
END = END.values(ended_at=bindparam("moment", type_=plans.c.ended_at.type))

OVER = select(plans.c.id, plans.c.plan).where(OWN, plans.c.id <= bindparam("last"))
CLEAR = (
    update(plans).where(plans.c.id == bindparam("number")).values(plan=bindparam("cleared", type_=plans.c.plan.type))
)
SENSITIVE = ("hurts", "refused")
"""Of the wishes: nobody asks for it again once the plan is no longer in force, so it is not kept."""


class SqlPlans:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def current(self, athlete: int) -> KeptPlan | None:
        row = self._connection.execute(NEWEST, {"athlete": athlete}).one_or_none()
        if row is None or row[3] is not None:
            return None
        return _kept(*row[:3])

    def keep(self, athlete: int, plan: Plan, now: datetime) -> KeptPlan:
        body = PLAN.write(plan)
        number = self._connection.execute(KEEP, {"athlete_id": athlete, "plan": body, "made_at": now}).scalar_one()
        self._clear(athlete, number - 1)
        return KeptPlan(number, plan, now)

    def end(self, athlete: int, now: datetime) -> bool:
        row = self._connection.execute(NEWEST, {"athlete": athlete}).one_or_none()
        if row is None or row[3] is not None:
            return False
        self._connection.execute(END, {"number": row[0], "moment": now})
        self._clear(athlete, row[0])
        return True

    def _clear(self, athlete: int, last: int) -> None:
        """What hurts goes from the plans up to this one, whichever version wrote them."""
        for number, body in self._connection.execute(OVER, {"athlete": athlete, "last": last}).all():
            wishes = body.get("wishes") if isinstance(body, dict) else None
            if isinstance(wishes, dict) and any(wishes.get(name) for name in SENSITIVE):
                kept = {name: [] if name in SENSITIVE else value for name, value in wishes.items()}
                cleared = {**body, "wishes": kept}
                self._connection.execute(CLEAR, {"number": number, "cleared": cleared})


def _kept(number: int, body: Any, made_at: datetime) -> KeptPlan | None:
    plan = PLAN.read(body, f"plan {number}")
    return None if plan is None else KeptPlan(number, plan, made_at)
