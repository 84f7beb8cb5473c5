"""Which session is next, and what does it ask today? The plan's in turn, or the sample session where there is none."""

from datetime import date, datetime, timedelta

from bot.domain.athlete import Athlete
from bot.domain.session import Session, SessionItem
from bot.domain.training import PlannedExercise, covers
from bot.services.coach import Coach
from bot.services.plans import KeptPlan
from bot.services.ports import Work
from bot.services.prescribe import prescribe
from bot.services.todays import Asked, Todays

A_DAY = timedelta(days=1)
LOOKED_AT = 7
"""Days of the log in which a session done in words is looked for."""


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


def planned_next(work: Work, coach: Coach, athlete: Athlete) -> tuple[PlannedExercise, ...]:
    """What it asks, without a look at the log."""
    kept = work.plans.current(athlete.id)
    return coach.planned() if kept is None else kept.plan.sessions[part_due(work, athlete, kept)].exercises


def every_lift(kept: KeptPlan) -> tuple[PlannedExercise, ...]:
    """Each lift of the week once; twice where it is asked for in two ranges."""
    every = (one for session in kept.plan.sessions for one in session.exercises)
    return tuple({(one.exercise, one.reps): one for one in every}.values())


def part_due(work: Work, athlete: Athlete, kept: KeptPlan) -> int:
    """Counted from 0: the one after the last finished, and after those that were done in words on later days, which
    are logs that cover it."""
    week = kept.plan.sessions
    last = work.sessions.last_of_plan(athlete.id, kept.id)
    part, since = (0, athlete.day(kept.made_at) - A_DAY) if last is None else ((last[0] + 1) % len(week), last[1])
    made = kept.made_at.replace(microsecond=0)  # a message's time is in whole seconds
    for later in reversed(work.history.days(athlete.id, limit=LOOKED_AT)):
        in_words = [one.done for one in later.sets if one.session is None and one.performed_at >= made]
        if later.day > since and covers(week[part].exercises, in_words):
            part = (part + 1) % len(week)
    return part
