"""What would give a muscle the sets it is short of? More time, one more day, more equipment: the planner tries each."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from enum import StrEnum

from bot.coaching.knowledge.catalog import Knowledge
from bot.coaching.planning.writing import GYM, write_plan
from bot.domain.planning import DAYS, MINUTES, Odd, Plan, Wishes

MORE_TIME = 15
UNUSED = 8
"""Minutes of the wish that a session may leave, and time is still what it is short of. Practice."""


class Help(StrEnum):
    TIME = "time"
    DAY = "day"
    EQUIPMENT = "equipment"


def what_helps(plan: Plan, knowledge: Knowledge) -> tuple[Help, ...]:
    """Each that alone would make the plan less short, by what the planner writes for it; time only where it is used."""
    lacks = lacking(plan)
    if not lacks:
        return ()
    return tuple(help for help, wishes in _otherwise(plan, knowledge) if _lacks_less(wishes, knowledge, lacks))


def lacking(plan: Plan) -> Decimal:
    """Hard sets a week, over all muscles, that it is short of."""
    short = (one for one in plan.remarks if one.odd is Odd.SHORT)
    return sum(((one.low or 0) - (one.sets or Decimal(0)) for one in short), Decimal(0))


def _otherwise(plan: Plan, knowledge: Knowledge) -> Iterator[tuple[Help, Wishes]]:
    wishes = plan.wishes
    longest = max(session.minutes for session in plan.sessions)
    if wishes.minutes + MORE_TIME < MINUTES.stop and longest + UNUSED >= wishes.minutes:
        yield Help.TIME, replace(wishes, minutes=wishes.minutes + MORE_TIME)
    if wishes.days + 1 < DAYS.stop:
        yield Help.DAY, replace(wishes, days=wishes.days + 1)
    if not wishes.equipment.issuperset(knowledge.kits[GYM].has):
        yield Help.EQUIPMENT, replace(wishes, equipment=wishes.equipment | frozenset(knowledge.kits[GYM].has))


def _lacks_less(wishes: Wishes, knowledge: Knowledge, lacks: Decimal) -> bool:
    plan = write_plan(wishes, knowledge)
    return isinstance(plan, Plan) and lacking(plan) < lacks
