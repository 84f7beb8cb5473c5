"""Which plan is in force, and which were there before it?"""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, exists, func, insert, null, select, update

from bot.domain.planning import Plan
from bot.services.plans import KeptPlan, PlanSpan
from bot.storage.kept_json import Kept
from bot.storage.tables import ONE, plans, sessions

PLAN = Kept(Plan)
OWN = plans.c.athlete_id == bindparam("athlete")
COLUMNS = (plans.c.id, plans.c.plan, plans.c.made_at)
NEWEST = select(*COLUMNS, plans.c.ended_at).where(OWN).order_by(plans.c.id.desc()).limit(ONE)
SPANS = select(plans.c.made_at, plans.c.ended_at, plans.c.plan).where(OWN).order_by(plans.c.id.desc())
KEEP = insert(plans).returning(plans.c.id)
END = update(plans).where(plans.c.id == bindparam("number"))
END = END.values(ended_at=bindparam("moment", type_=plans.c.ended_at.type))
REVIVE = update(plans).where(plans.c.id == bindparam("number")).values(ended_at=null())
UNUSED = ~exists().where(sessions.c.plan_id == plans.c.id)
DROP = delete(plans).where(OWN, plans.c.id == bindparam("number"), UNUSED)

TRAINED_BY = select(func.max(sessions.c.plan_id)).where(sessions.c.athlete_id == bindparam("athlete"))
OVER = select(plans.c.id, plans.c.plan).where(OWN, plans.c.id < TRAINED_BY.scalar_subquery())
"""Plans that no tap brings back any more: a session was opened by a later one."""
CLEAR = (
    update(plans).where(plans.c.id == bindparam("number")).values(plan=bindparam("cleared", type_=plans.c.plan.type))
)
SENSITIVE = ("hurts", "refused")
"""Of the wishes: what nobody asks for again once the plan is out of reach."""


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
        body = PLAN.write(plan)
        number = self._connection.execute(KEEP, {"athlete_id": athlete, "plan": body, "made_at": now}).scalar_one()
        self._clear(athlete)
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

    def _clear(self, athlete: int) -> None:
        """What hurts goes from plans of long ago, whichever version wrote them."""
        for number, body in self._connection.execute(OVER, {"athlete": athlete}).all():
            wishes = body.get("wishes") if isinstance(body, dict) else None
            if isinstance(wishes, dict) and any(wishes.get(name) for name in SENSITIVE):
                kept = {name: [] if name in SENSITIVE else value for name, value in wishes.items()}
                cleared = {**body, "wishes": kept}
                self._connection.execute(CLEAR, {"number": number, "cleared": cleared})


def _kept(number: int, body: Any, made_at: datetime) -> KeptPlan | None:
    plan = PLAN.read(body, f"plan {number}")
    return None if plan is None else KeptPlan(number, plan, made_at)
