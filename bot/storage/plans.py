"""Which plan is in force, and which were there before it?"""

from datetime import datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Connection, bindparam, delete, exists, insert, null, select, update

from bot.domain.planning import Plan
from bot.services.plans import KeptPlan
from bot.storage.kept_json import read_back
from bot.storage.tables import ONE, plans, sessions

PLAN = TypeAdapter(Plan)
OWN = plans.c.athlete_id == bindparam("athlete")
COLUMNS = (plans.c.id, plans.c.plan, plans.c.made_at)
NEWEST = select(*COLUMNS, plans.c.ended_at).where(OWN).order_by(plans.c.id.desc()).limit(ONE)
KEEP = insert(plans).returning(plans.c.id)
END = update(plans).where(plans.c.id == bindparam("number"))
END = END.values(ended_at=bindparam("moment", type_=plans.c.ended_at.type))
REVIVE = update(plans).where(plans.c.id == bindparam("number")).values(ended_at=null())
UNUSED = ~exists().where(sessions.c.plan_id == plans.c.id)
DROP = delete(plans).where(OWN, plans.c.id == bindparam("number"), UNUSED)


class SqlPlans:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def current(self, athlete: int) -> KeptPlan | None:
        row = self._connection.execute(NEWEST, {"athlete": athlete}).one_or_none()
        if row is None or row[3] is not None:
            return None
        return _kept(*row[:3])

    def keep(self, athlete: int, plan: Plan, now: datetime) -> KeptPlan:
        body = PLAN.dump_python(plan, mode="json")
        number = self._connection.execute(KEEP, {"athlete_id": athlete, "plan": body, "made_at": now}).scalar_one()
        return KeptPlan(number, plan, now)

    def end(self, athlete: int, now: datetime) -> bool:
        row = self._connection.execute(NEWEST, {"athlete": athlete}).one_or_none()
        if row is None or row[3] is not None:
            return False
        self._connection.execute(END, {"number": row[0], "moment": now})
        return True

    def revive(self, athlete: int, number: int) -> bool:
        row = self._connection.execute(NEWEST, {"athlete": athlete}).one_or_none()
        if row is None or row[0] != number or row[3] is None:
            return False
        self._connection.execute(REVIVE, {"number": number})
        return True

    def drop(self, athlete: int, number: int) -> bool:
        return self._connection.execute(DROP, {"athlete": athlete, "number": number}).rowcount > 0


def _kept(number: int, body: Any, made_at: datetime) -> KeptPlan | None:
    plan = read_back(PLAN, body, f"plan {number}")
    return None if plan is None else KeptPlan(number, plan, made_at)
