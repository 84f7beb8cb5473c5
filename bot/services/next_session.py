"""Which session is next, and what does it ask today? The plan's in turn, or the sample session where there is none."""

from datetime import date, datetime

from bot.domain.athlete import Athlete
from bot.domain.session import Session, SessionItem
from bot.domain.training import PlannedExercise
from bot.services.coach import Coach
from bot.services.part_due import part_due
from bot.services.plans import KeptPlan
from bot.services.ports import Work
from bot.services.prescribe import prescribe
from bot.services.todays import Asked, Todays


def next_session(work: Work, coach: Coach, athlete: Athlete, now: datetime) -> Todays:
    """The one after the session of the plan that was finished last, on whatever day: what was missed is not lost."""
    today = athlete.day(now)
    kept = work.plans.current(athlete.id)
    if kept is None:
        found = prescribe(work, coach, athlete, coach.planned(), today)
        return Todays(coach.program.id, found.exercises, coach.program.minutes, light=found.light is not None)
    part = part_due(work, athlete, kept)
    session = kept.plan.sessions[part]
    found = prescribe(work, coach, athlete, session.exercises, today, wishes=kept.plan.wishes, whole=every_lift(kept))
    return Todays(
        kept.plan.program,
        found.exercises,
        session.minutes,
        title=session.name,
        plan=kept.id,
        part=part,
        light=found.light is not None,
    )


def next_time(work: Work, coach: Coach, athlete: Athlete, session: Session, day: date) -> tuple[Asked, ...]:
    """What is advised for the lifts of a session when they come again, on a day: as they are planned, whatever a
    light day or little time left of them."""
    kept = work.plans.current(athlete.id)
    whole = coach.planned() if kept is None else every_lift(kept)
    own = kept.plan.sessions[session.part].exercises if kept is not None and session.plan == kept.id else whole
    planned = {one.exercise: one for one in own}
    lifted = [planned.get(item.plan.exercise, item.plan) for item in session.items if item.working]
    wishes = None if kept is None else kept.plan.wishes
    return prescribe(work, coach, athlete, lifted, day, wishes=wishes, whole=whole).exercises


def items_of(todays: Todays) -> tuple[SessionItem, ...]:
    """What its card would show, before it is begun."""
    return tuple(SessionItem(place, one.plan, advice=one.advice) for place, one in enumerate(todays.exercises))


def planned_next(work: Work, coach: Coach, athlete: Athlete, before: date = date.max) -> tuple[PlannedExercise, ...]:
    """What it asks, without a look at what was lifted; as the days before one left it."""
    kept = work.plans.current(athlete.id)
    return coach.planned() if kept is None else kept.plan.sessions[part_due(work, athlete, kept, before)].exercises


def every_lift(kept: KeptPlan) -> tuple[PlannedExercise, ...]:
    """Each lift of the week once."""
    return tuple({one.exercise: one for session in kept.plan.sessions for one in session.exercises}.values())
