"""Which plan is in force, and which were there before it?"""

from datetime import datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Connection, bindparam, insert, select, update

from bot.domain.planning import Plan
from bot.services.plans import KeptPlan, PlanSpan
from bot.storage.kept_json import read_back
from bot.storage.tables import ONE, plans

PLAN = TypeAdapter(Plan)
OWN = plans.c.athlete_id == bindparam("athlete")
COLUMNS = (plans.c.id, plans.c.plan, plans.c.made_at)
NEWEST = select(*COLUMNS, plans.c.ended_at).where(OWN).order_by(plans.c.id.desc()).limit(ONE)
SPANS = select(plans.c.made_at, plans.c.ended_at, plans.c.plan).where(OWN).order_by(plans.c.id.desc())
KEEP = insert(plans).returning(plans.c.id)
END = update(plans).where(plans.c.id == bindparam("number"))
END = END.values(ended_at=bindparam("moment", type_=plans.c.ended_at.type))


class SqlPlans:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def current(self, athlete: int) -> KeptPlan | None:
        row = self._connection.execute(NEWEST, {"athlete": athlete}).one_or_none()
        if row is None or row[3] is not None:
            return None
        return _kept(*row[:3])

    def spans(self, athlete: int) -> tuple[PlanSpan, ...]:
        rows = self._connection.execute(SPANS, {"athlete": athlete})
        return tuple(PlanSpan(made, ended, len(body.get("sessions", ()))) for made, ended, body in rows)

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


def _kept(number: int, body: Any, made_at: datetime) -> KeptPlan | None:
    plan = read_back(PLAN, body, f"plan {number}")
    return None if plan is None else KeptPlan(number, plan, made_at)
