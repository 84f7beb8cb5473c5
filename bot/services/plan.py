"""How does a lifter get a plan, change it, and go back to the sample session? Nothing of their history is touched."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.coaching.planning.writing import GYM, write_plan
from bot.domain.athlete import Athlete
from bot.domain.errors import ScreenOutdated
from bot.domain.planning import Plan, Unmet, Wishes
from bot.services.coach import Coach
from bot.services.hurts import hurting
from bot.services.level import level_by_log
from bot.services.part_due import part_due
from bot.services.plans import KeptPlan
from bot.services.ports import Work


@dataclass(frozen=True, slots=True)
class PlanInForce:
    """`part` is the session that is next, from 0."""

    kept: KeptPlan
    part: int


def plan_in_force(work: Work, coach: Coach, athlete: Athlete) -> PlanInForce | None:
    return in_force(work, coach, athlete, work.plans.current(athlete.id))


def in_force(work: Work, coach: Coach, athlete: Athlete, kept: KeptPlan | None) -> PlanInForce | None:
    """The same where it was read already."""
    return None if kept is None else _in_force(work, coach, athlete, kept)


def _in_force(work: Work, coach: Coach, athlete: Athlete, kept: KeptPlan) -> PlanInForce:
    return PlanInForce(kept, part_due(work, coach, athlete, kept, hurting(work, athlete)))


def first_wishes(work: Work, coach: Coach, athlete: Athlete, today: date) -> Wishes:
    """Those of the plan in force, else good defaults: a full gym, twice a week for an hour, the level by the log."""
    return wishes_of(work.plans.current(athlete.id), work, coach, athlete, today)


def wishes_of(kept: KeptPlan | None, work: Work, coach: Coach, athlete: Athlete, today: date) -> Wishes:
    """The same where the plan in force was read already."""
    if kept is not None:
        return kept.plan.wishes
    return Wishes(level=level_by_log(work, athlete, today), equipment=frozenset(coach.knowledge.kits[GYM].has))


def with_tastes(kept: KeptPlan | None, wishes: Wishes) -> Wishes:
    """The wishes with the lifts that are loved and refused in the plan in force, where they name none."""
    if kept is None or wishes.loved or wishes.refused:
        return wishes
    return replace(wishes, loved=kept.plan.wishes.loved, refused=kept.plan.wishes.refused)


def look_at_plan(coach: Coach, kept: KeptPlan | None, wishes: Wishes) -> Plan | Unmet:
    """What would be written beside the plan in force; nothing is kept."""
    return write_plan(with_tastes(kept, wishes), coach.knowledge)


def use_plan(work: Work, coach: Coach, athlete: Athlete, wishes: Wishes, now: datetime) -> PlanInForce | Unmet:
    """Write it, and train by it from the next session on. The same wishes again change nothing."""
    kept = work.plans.current(athlete.id)
    return _use(work, coach, athlete, kept, with_tastes(kept, wishes), now)


def prefer_lift(
    work: Work, coach: Coach, athlete: Athlete, exercise: str, how: int, now: datetime
) -> PlanInForce | Unmet:
    """Love a lift (1), refuse it (-1) or neither (0): the plan in force is written anew. Raises ScreenOutdated."""
    kept = work.plans.current(athlete.id)
    if kept is None or exercise not in coach.knowledge.exercises or how not in (-1, 0, 1):
        raise ScreenOutdated
    wishes = kept.plan.wishes
    loved, refused = wishes.loved - {exercise}, wishes.refused - {exercise}
    if how > 0:
        loved |= {exercise}
    elif how < 0:
        refused |= {exercise}
    return _use(work, coach, athlete, kept, replace(wishes, loved=loved, refused=refused), now)


def end_plan(work: Work, athlete: Athlete, now: datetime) -> bool:
    return work.plans.end(athlete.id, now)


def _use(
    work: Work, coach: Coach, athlete: Athlete, kept: KeptPlan | None, wishes: Wishes, now: datetime
) -> PlanInForce | Unmet:
    plan = write_plan(wishes, coach.knowledge)
    if isinstance(plan, Unmet):
        return plan
    if kept is None or kept.plan != plan:
        kept = work.plans.keep(athlete.id, plan, now)
    return _in_force(work, coach, athlete, kept)
