"""What is advised for a session, lift by lift: which load, how many sets, and why?

Worked out when a session begins, and kept with it: what stands on the card does not change while it is lifted.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from bot.coaching.progression.advise import advise
from bot.coaching.progression.facts import Facts, facts_of
from bot.coaching.progression.from_kin import from_kin, kin_of
from bot.coaching.progression.past import LOOKED_AT
from bot.coaching.progression.road import EXERCISES, road_stage
from bot.coaching.progression.shapes import Bout
from bot.coaching.progression.standstill import Lift, deload_due
from bot.domain.advice import Advice, Reason, Why
from bot.domain.athlete import Athlete
from bot.domain.gym import Gym
from bot.domain.planning import Level, Wishes
from bot.domain.training import Method, PlannedExercise
from bot.domain.units import kilograms
from bot.services.coach import Coach
from bot.services.ports import Work
from bot.services.todays import Asked

LOOKED_AT_OF_KIN = 3
"""Bouts of a like lift: the newest that was no light one."""


@dataclass(frozen=True, slots=True)
class Prescribed:
    """`light` says why the session is one of a light week; None for a usual one."""

    exercises: tuple[Asked, ...]
    light: Reason | None = None


def gym_of(work: Work, athlete: Athlete) -> Gym:
    """What they said of it; a usual gym in their unit where they said nothing, or said it in the other unit."""
    own = work.gyms.of(athlete.id)
    return own if own is not None and own.unit is athlete.unit else Gym(athlete.unit)


def prescribe(
    work: Work,
    coach: Coach,
    athlete: Athlete,
    planned: Sequence[PlannedExercise],
    today: date,
    *,
    wishes: Wishes | None = None,
    whole: Sequence[PlannedExercise] = (),
    before_session: int | None = None,
) -> Prescribed:
    """`wishes` are those of the plan in force, `whole` all lifts of its week; none where it is the sample session.

    `before_session`: a session whose sets are left aside.
    """
    weighed = work.weigh_ins.newest(athlete.id)
    one = _Lifter(coach, today, wishes, kilograms(weighed[0].weight) if weighed else None)
    names = {plan.exercise for plan in (*planned, *whole)}
    if any(plan.method is Method.ROAD for plan in planned):
        names |= set(EXERCISES)
    bouts = work.history.bouts(athlete.id, sorted(names), limit=LOOKED_AT, before_session=before_session)
    new = {plan.exercise for plan in planned if not bouts.get(plan.exercise)}
    kin = kin_of(new, coach.knowledge) - names if new else ()
    if kin:
        like = work.history.bouts(athlete.id, sorted(kin), limit=LOOKED_AT_OF_KIN, before_session=before_session)
        bouts = {**like, **bouts}
    gym = gym_of(work, athlete)
    main = [Lift(plan, bouts.get(plan.exercise, ()), one.facts(plan.exercise)) for plan in whole or planned]
    light = deload_due([lift for lift in main if not lift.facts.light], today, gym)
    asked = tuple(one.asked(plan, bouts, gym, light=light is not None) for plan in planned)
    return Prescribed(asked, light)


@dataclass(frozen=True, slots=True)
class _Lifter:
    coach: Coach
    today: date
    wishes: Wishes | None
    body_kg: Decimal | None

    def facts(self, exercise: str) -> Facts:
        return facts_of(
            self.coach.knowledge,
            exercise,
            self.wishes.level if self.wishes else Level.NOVICE,
            equipment=self.wishes.equipment if self.wishes else None,
            body_kg=self.body_kg,
        )

    def asked(self, plan: PlannedExercise, bouts: Mapping[str, tuple[Bout, ...]], gym: Gym, *, light: bool) -> Asked:
        led = None
        if plan.method is Method.ROAD:
            stage = road_stage(bouts, self.wishes.equipment if self.wishes else None, self.today)
            if stage is not None:
                plan, led = stage.plan, stage.reason
        advice = advise(plan, bouts.get(plan.exercise, ()), self.today, gym, self.facts(plan.exercise), light=light)
        advice = from_kin(advice, plan, bouts, self.today, gym, self.facts(plan.exercise), self.coach.knowledge)
        if led is not None and advice.reason.why in (Why.FIRST, Why.ROAD):
            advice = replace(advice, reason=led)
        return Asked(replace(plan, sets=advice.sets), advice)


def advice_for(
    work: Work, coach: Coach, athlete: Athlete, plan: PlannedExercise, today: date, *, before_session: int | None = None
) -> Advice | None:
    """For one lift alone, as when it takes the place of another."""
    kept = work.plans.current(athlete.id)
    wishes = kept.plan.wishes if kept else None
    found = prescribe(work, coach, athlete, [plan], today, wishes=wishes, before_session=before_session)
    return found.exercises[0].advice
