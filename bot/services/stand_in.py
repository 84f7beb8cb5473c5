"""Which lift stands in for one that is off while it hurts, and how is it asked?"""

from collections.abc import Sequence
from dataclasses import replace

from bot.coaching.knowledge.models import Exercise, Loading, Pattern
from bot.coaching.planning.dosing import dosage, dosed
from bot.coaching.planning.lifts import spared
from bot.coaching.planning.substituting import substitutes
from bot.coaching.planning.writing import GYM
from bot.coaching.progression.road import EXERCISES
from bot.domain.hurting import Off
from bot.domain.planning import Level, PlanSession, Site, Wishes
from bot.domain.training import Method, PlannedExercise, RepRange
from bot.services.coach import Coach

WITH_A_BELT = frozenset({"weighted-pull-up"})
"""No stand-in for who does the lift for the first time."""


def usual_wishes(coach: Coach) -> Wishes:
    """Of whoever has no plan: a full gym and nothing in the way."""
    return Wishes(level=Level.INTERMEDIATE, equipment=frozenset(coach.knowledge.kits[GYM].has))


def sparing(wishes: Wishes, off: Sequence[Off]) -> Wishes:
    """The wishes with all that hurts now, and without the lifts that are off."""
    sites = frozenset[Site]().union(*(one.sites for one in off))
    away = frozenset(one.exercise for one in off)
    return replace(wishes, hurts=wishes.hurts | sites, refused=wishes.refused | away, loved=wishes.loved - away)


def with_stand_ins(
    coach: Coach, planned: Sequence[PlannedExercise], off: Sequence[Off], wishes: Wishes | None
) -> tuple[PlannedExercise, ...]:
    """The session as it can be done now: in place of each lift that is off the closest that spares all that hurts;
    nothing where none does, or where it is not known what to spare."""
    gone = {one.exercise: why for one in planned if (why := _off_of(one, off)) is not None}
    if not gone:
        return tuple(planned)
    wishes = sparing(wishes or usual_wishes(coach), off)
    found: list[PlannedExercise] = []
    there = {one.exercise for one in planned}
    for plan in planned:
        one = gone.get(plan.exercise)
        if one is None:
            found.append(plan)
            continue
        name = _closest(coach, plan.exercise, one.sites, wishes, there)
        if name is not None:
            there.add(name)
            found.append(asked_as(coach, plan, name, plan.sets, wishes))
    return tuple(found)


def week_now(
    coach: Coach, sessions: Sequence[PlanSession], off: Sequence[Off], wishes: Wishes | None
) -> tuple[PlanSession, ...]:
    """The sessions of a week as they can be done now; one of which nothing is left has no lifts."""
    return tuple(replace(one, exercises=with_stand_ins(coach, one.exercises, off, wishes)) for one in sessions)


def ways(
    coach: Coach, written: tuple[PlannedExercise, ...], off: Sequence[Off], wishes: Wishes | None
) -> tuple[tuple[PlannedExercise, ...], ...]:
    """As a session was written, and as it can be done now, where that is another."""
    now = with_stand_ins(coach, written, off, wishes)
    return (written,) if now == written else (written, now)


def _off_of(plan: PlannedExercise, off: Sequence[Off]) -> Off | None:
    """Why a planned lift is off. The road to the pull-up is off as a whole where any stage of it hurts: which stage is
    due is not known here."""
    stages = EXERCISES if plan.method is Method.ROAD else ()
    return next((one for one in off if one.exercise == plan.exercise or one.exercise in stages), None)


def _closest(coach: Coach, exercise: str, sites: frozenset[Site], wishes: Wishes, there: set[str]) -> str | None:
    """None, too, for a lift that left the knowledge base."""
    lift = coach.knowledge.exercises.get(exercise)
    if lift is None or not sites:
        return None
    fitting = substitutes(
        lift.id,
        coach.knowledge,
        equipment=wishes.equipment,
        hurts=wishes.hurts,
        lumbar_left=lift.lumbar,
        refused=wishes.refused,
        loved=wishes.loved,
        purpose=wishes.aim,
        level=wishes.level,
    )
    return next((name for name in fitting if name not in there | WITH_A_BELT), None)


def asked_as(coach: Coach, plan: PlannedExercise, exercise: str, sets: int, wishes: Wishes) -> PlannedExercise:
    """The same work, as that exercise is counted; by its own dose where it is another kind of work: a hold, a drill,
    or body weight in place of a loaded lift, and the other way."""
    found = coach.planned_as(exercise, sets=sets, reps=plan.reps, rest=plan.rest)
    lift, instead = coach.knowledge.exercises.get(plan.exercise), coach.knowledge.exercise(exercise)
    if found.timed is plan.timed and (lift is None or not _another_kind(lift, instead)):
        return found
    low, high = dosage(instead, wishes).reps
    return replace(found, reps=RepRange(low, high), rest=dosed(instead, sets, wishes).rest)


def _another_kind(lift: Exercise, instead: Exercise) -> bool:
    """A pulldown is the work of a pull-up, whatever hangs from it."""
    if Pattern.EXTENSION in (lift.pattern, instead.pattern) and lift.pattern is not instead.pattern:
        return True
    if lift.pattern is instead.pattern is Pattern.VERTICAL_PULL:
        return False
    return (lift.loading is Loading.BODYWEIGHT) is not (instead.loading is Loading.BODYWEIGHT)


def loads_site(coach: Coach, exercise: str, sites: frozenset[Site]) -> bool:
    lift = coach.knowledge.exercises.get(exercise)
    return lift is not None and spared(lift, sites, coach.knowledge)
