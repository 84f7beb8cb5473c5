"""Which session is next, and what does it ask today? The plan's in turn, or the sample session where there is none."""

from collections.abc import Sequence
from datetime import date, datetime

from bot.coaching.planning.timing import minutes_of
from bot.domain.athlete import Athlete
from bot.domain.hurting import Off
from bot.domain.planning import PlanSession, Wishes
from bot.domain.session import Session, SessionItem
from bot.domain.training import PlannedExercise
from bot.services.coach import Coach
from bot.services.hurts import hurting, off_then
from bot.services.part_due import part_due
from bot.services.plans import KeptPlan
from bot.services.ports import Work
from bot.services.prescribe import prescribe
from bot.services.stand_in import ways, with_stand_ins
from bot.services.todays import Asked, Todays


def next_session(work: Work, coach: Coach, athlete: Athlete, now: datetime) -> Todays:
    """The one after the session of the plan that was finished last, on whatever day: what was missed is not lost. A
    lift that hurts is left out; of a session of which nothing is left the exercises are none."""
    today = athlete.day(now)
    kept, off = work.plans.current(athlete.id), hurting(work, athlete)
    if kept is None:
        planned = with_stand_ins(coach, coach.planned(), off, None)
        found = prescribe(work, coach, athlete, planned, today)
        minutes = _minutes(coach, coach.planned(), planned, coach.program.minutes)
        return Todays(coach.program.id, found.exercises, minutes, light=found.light is not None)
    part = part_due(work, coach, athlete, kept, off)
    session, wishes = kept.plan.sessions[part], kept.plan.wishes
    planned = with_stand_ins(coach, session.exercises, off, wishes)
    found = prescribe(work, coach, athlete, planned, today, wishes=wishes, whole=every_lift(kept))
    return Todays(
        kept.plan.program,
        found.exercises,
        _minutes(coach, session.exercises, planned, session.minutes),
        title=session.name,
        plan=kept.id,
        part=part,
        light=found.light is not None,
    )


def _minutes(
    coach: Coach, written: Sequence[PlannedExercise], planned: tuple[PlannedExercise, ...], minutes: int
) -> int:
    """As it was written, unless something stands in or is left out."""
    return minutes if planned == tuple(written) else minutes_of(PlanSession("", planned, 0), coach.knowledge)


def next_time(work: Work, coach: Coach, athlete: Athlete, session: Session, day: date) -> tuple[Asked, ...]:
    """What is advised for the lifts of a session when they come again, on a day: as they are planned, whatever a
    light day or little time left of them."""
    kept = work.plans.current(athlete.id)
    whole = coach.planned() if kept is None else every_lift(kept)
    own = kept.plan.sessions[session.part].exercises if kept is not None and session.plan == kept.id else whole
    planned = {one.exercise: one for one in own}
    away = {one.exercise for one in hurting(work, athlete)}
    lifted = [
        planned.get(item.plan.exercise, item.plan)
        for item in session.items
        if item.working and item.plan.exercise not in away
    ]
    wishes = None if kept is None else kept.plan.wishes
    return prescribe(work, coach, athlete, lifted, day, wishes=wishes, whole=whole).exercises


def items_of(todays: Todays) -> tuple[SessionItem, ...]:
    """What its card would show, before it is begun."""
    return tuple(SessionItem(place, one.plan, advice=one.advice) for place, one in enumerate(todays.exercises))


def planned_next(work: Work, coach: Coach, athlete: Athlete) -> tuple[PlannedExercise, ...]:
    """What it asks, without a look at the log of its lifts."""
    return ways_to_do(work, coach, athlete)[-1]


def ways_to_do(
    work: Work, coach: Coach, athlete: Athlete, before: date = date.max
) -> tuple[tuple[PlannedExercise, ...], ...]:
    """The next session, as the days before one left it: as it was written, and with what stands in for a lift that
    hurts now, or did on the day `before` which it is asked of. A log of any is it."""
    written, wishes, off = _written(work, coach, athlete, before)
    then = () if before == date.max else off_then(work, athlete, before)
    return (*ways(coach, written, then, wishes), *ways(coach, written, off, wishes))


def _written(
    work: Work, coach: Coach, athlete: Athlete, before: date
) -> tuple[tuple[PlannedExercise, ...], Wishes | None, tuple[Off, ...]]:
    """The next session as the plan has it, its wishes, and what is off."""
    kept, off = work.plans.current(athlete.id), hurting(work, athlete)
    if kept is None:
        return coach.planned(), None, off
    return kept.plan.sessions[part_due(work, coach, athlete, kept, off, before)].exercises, kept.plan.wishes, off


def every_lift(kept: KeptPlan) -> tuple[PlannedExercise, ...]:
    """Each lift of the week once; twice where it is asked for in two ranges."""
    every = (one for session in kept.plan.sessions for one in session.exercises)
    return tuple({(one.exercise, one.reps): one for one in every}.values())
