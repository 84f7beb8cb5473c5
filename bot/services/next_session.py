"""Which session is next, and what does it ask today? The plan's in turn, or the sample session where there is none."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.coaching.planning.timing import minutes_of
from bot.domain.athlete import Athlete
from bot.domain.hurting import Off
from bot.domain.planning import PlanSession, Wishes
from bot.domain.session import Session, SessionItem
from bot.domain.training import Method, PlannedExercise
from bot.services.coach import Coach
from bot.services.hard_sets import WEEK
from bot.services.hurts import hurting, off_then
from bot.services.part_due import part_due
from bot.services.plans import KeptPlan
from bot.services.ports import Work
from bot.services.prescribe import prescribe
from bot.services.stand_in import ways, with_stand_ins
from bot.services.todays import Asked, Todays

SAMPLE = timedelta(days=3)
"""After which the sample session comes again, about, where nobody told the days."""


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


def next_time(work: Work, coach: Coach, athlete: Athlete, session: Session) -> tuple[Asked, ...]:
    """What is advised for each lift of a session when it is due again, in this one or an earlier one that asks for the
    same repetitions: as they are planned, whatever a light day or little time left of them."""
    kept = work.plans.current(athlete.id)
    whole = coach.planned() if kept is None else every_lift(kept)
    own = kept.plan.sessions[session.part].exercises if kept is not None and session.plan == kept.id else whole
    planned = {one.exercise: one for one in own}
    ahead = [whole] if kept is None else _in_turn(kept, session.part)
    days = _days_ahead(work, athlete, session, 0 if kept is None else len(ahead))
    away = {one.exercise for one in hurting(work, athlete)}
    lifted = [
        planned.get(item.plan.exercise) or _in_its_place(item, planned)
        for item in session.items
        if item.working and item.plan.exercise not in away
    ]
    wishes = None if kept is None else kept.plan.wishes
    due = [_next_with(one, ahead) for one in lifted]
    found: dict[int, Asked] = {}
    for turn in dict.fromkeys(due):
        places = [place for place, one in enumerate(due) if one == turn]
        of_it = [lifted[place] for place in places]
        asked = prescribe(work, coach, athlete, of_it, days[turn], wishes=wishes, whole=whole).exercises
        found.update(zip(places, asked, strict=False))  # a stage of the road may stand for two
    return tuple(found[place] for place in sorted(found))


def _in_turn(kept: KeptPlan, part: int) -> list[tuple[PlannedExercise, ...]]:
    """The sessions of the plan's week, the one after this part first and this one last."""
    sessions = [one.exercises for one in kept.plan.sessions]
    after = (part + 1) % len(sessions)
    return sessions[after:] + sessions[:after]


def _next_with(lift: PlannedExercise, ahead: Sequence[Sequence[PlannedExercise]]) -> int:
    """The place of the first session with it in as many repetitions, or with a stage of the road as it is one; the
    last where none has it."""
    road = lift.method is Method.ROAD

    def is_it(one: PlannedExercise) -> bool:
        return one.method is Method.ROAD if road else (one.exercise, one.reps) == (lift.exercise, lift.reps)

    return next((at for at, exercises in enumerate(ahead) if any(map(is_it, exercises))), len(ahead) - 1)


def _in_its_place(item: SessionItem, planned: Mapping[str, PlannedExercise]) -> PlannedExercise:
    """Of a lift that took the place of one that was begun: as many sets as were planned of that."""
    begun = next((planned[one.done.exercise] for one in item.done if one.done.exercise in planned), None)
    return item.plan if begun is None else replace(item.plan, sets=begun.sets)


def _days_ahead(work: Work, athlete: Athlete, session: Session, sessions: int) -> list[date]:
    """When each of the next sessions of a plan of so many is due, 0 for none: by the days of the reminders, else spread
    over a week."""
    rhythm = {day for reminder in work.reminders.all(athlete.id) for day in reminder.rhythm.days}
    week = [session.day + timedelta(days=days) for days in range(1, WEEK.days + 1)]
    theirs = [day for day in week if day.weekday() in rhythm]
    if len(theirs) >= max(1, sessions):
        return theirs[: max(1, sessions)]
    if not sessions:
        return [session.day + SAMPLE]
    return [session.day + timedelta(days=round(WEEK.days * turn / sessions)) for turn in range(1, sessions + 1)]


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
    then = () if before == date.max else off_then(work.hurts.all(athlete.id), athlete, before)
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
