"""What is advised for a session, lift by lift: which load, how many sets, and why?

Worked out when a session begins, and kept with it: what stands on the card does not change while it is lifted. Only
where earlier days of the log change is it worked out anew, for the lifts not yet begun.
"""

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import partial

from bot.coaching.progression.advise import advise
from bot.coaching.progression.facts import Facts, facts_of
from bot.coaching.progression.from_kin import from_kin, kin_of
from bot.coaching.progression.past import LOOKED_AT
from bot.coaching.progression.road import EXERCISES, road_stage
from bot.coaching.progression.shapes import Bout
from bot.coaching.progression.standstill import Lift, counted_since, deload_due
from bot.domain.advice import Advice, Reason, Why
from bot.domain.athlete import Athlete
from bot.domain.gym import Gym
from bot.domain.hurting import Off
from bot.domain.planning import Level, Wishes
from bot.domain.training import Method, PlannedExercise, RepRange
from bot.domain.units import kilograms
from bot.services.coach import Coach
from bot.services.level import level_by_log
from bot.services.ports import Work
from bot.services.todays import Asked

TELL_OF_A_LIGHT_WEEK = frozenset({Why.DELOAD, Why.FIRST, Why.FROM_OTHER})
"""The others have a reason of their own to be lighter."""
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
) -> Prescribed:
    """`wishes` are those of the plan in force, `whole` all lifts of its week; none where it is the sample session."""
    one = _lifter(work, coach, athlete, today, wishes)
    names = {plan.exercise for plan in (*planned, *whole)}
    if _roads(planned):
        names |= set(EXERCISES)
    bouts = _with_kin(work, coach, athlete, [plan.exercise for plan in planned], names)
    gym = gym_of(work, athlete)
    one = replace(one, ranges=_ranges(whole or planned))
    lifts = [Lift(plan, one.history(plan, bouts), one.facts(plan.exercise)) for plan in whole or planned]
    main = [lift for lift in lifts if not lift.facts.light]
    hard = work.history.hard_days(athlete.id, {lift.plan.exercise for lift in main}, counted_since(main, today))
    light = deload_due(main, today, gym, hard)
    asked = _once(tuple(one.asked(plan, bouts, gym, light=light is not None) for plan in planned))
    if light is None:
        return Prescribed(asked)
    weeks = light.times if light.why is Why.DELOAD else 0
    return Prescribed(tuple(after_weeks(one, weeks) for one in asked), light)


def _once(asked: tuple[Asked, ...]) -> tuple[Asked, ...]:
    """A stage of the pull-up's road takes the place of the same lift, where the session has that anyway."""
    stages = {one.plan.exercise for one in asked if one.plan.method is Method.ROAD}
    return tuple(one for one in asked if one.plan.method is Method.ROAD or one.plan.exercise not in stages)


def after_weeks(asked: Asked, times: int | None) -> Asked:
    """With what the light week came for: the weeks of hard training, or 0 where lifts stood still."""
    if asked.advice is None or not tells_of_light(asked.advice):
        return asked
    return replace(asked, advice=replace(asked.advice, reason=replace(asked.advice.reason, times=times)))


def tells_of_light(advice: Advice) -> bool:
    return advice.reason.why in TELL_OF_A_LIGHT_WEEK


def advised_instead(
    work: Work,
    coach: Coach,
    athlete: Athlete,
    plans: Sequence[PlannedExercise],
    today: date,
    *,
    wishes: Wishes | None,
    light: bool,
    before_session: int,
) -> tuple[Advice, ...]:
    """For each of these lifts alone, as where it takes the place of another in a session, whose sets are left aside.
    Whether the week is a light one was settled when the session was opened."""
    one = replace(_lifter(work, coach, athlete, today, wishes), blocks=False)
    names = [plan.exercise for plan in plans]
    bouts = _with_kin(work, coach, athlete, names, set(names), before_session=before_session)
    gym = gym_of(work, athlete)
    return tuple(one.advised(plan, bouts, gym, light=light) for plan in plans)


def advised_anew(
    work: Work,
    coach: Coach,
    athlete: Athlete,
    plans: Sequence[PlannedExercise],
    today: date,
    *,
    wishes: Wishes | None,
    light: bool,
    before_session: int,
) -> tuple[Asked, ...]:
    """For lifts of a session that runs, as the log stands now without it; stages of the pull-up road among them."""
    one = _lifter(work, coach, athlete, today, wishes)
    names = {plan.exercise for plan in plans} | (set(EXERCISES) if _roads(plans) else set())
    bouts = _with_kin(work, coach, athlete, [plan.exercise for plan in plans], names, before_session=before_session)
    gym = gym_of(work, athlete)
    return tuple(one.asked(plan, bouts, gym, light=light) for plan in plans)


def _ranges(plans: Sequence[PlannedExercise]) -> Mapping[str, frozenset[RepRange]]:
    found: dict[str, frozenset[RepRange]] = {}
    for plan in plans:
        found[plan.exercise] = found.get(plan.exercise, frozenset()) | {plan.reps}
    return found


def _roads(plans: Sequence[PlannedExercise]) -> bool:
    return any(plan.method is Method.ROAD for plan in plans)


def _with_kin(
    work: Work,
    coach: Coach,
    athlete: Athlete,
    planned: Sequence[str],
    names: Set[str],
    *,
    before_session: int | None = None,
) -> Mapping[str, tuple[Bout, ...]]:
    """The bouts of these exercises, and of lifts that are like those planned that were never done."""
    bouts = work.history.bouts(athlete.id, sorted(names), limit=LOOKED_AT, before_session=before_session)
    new = {name for name in planned if not bouts.get(name)}
    kin = kin_of(new, coach.knowledge) - names if new else ()
    if not kin:
        return bouts
    like = work.history.bouts(athlete.id, sorted(kin), limit=LOOKED_AT_OF_KIN, before_session=before_session)
    return {**like, **bouts}


def _lifter(work: Work, coach: Coach, athlete: Athlete, today: date, wishes: Wishes | None) -> "_Lifter":
    weighed = work.weigh_ins.newest(athlete.id)
    back = {one.exercise: _days(athlete, one) for one in work.hurts.all(athlete.id) if one.back_at is not None}
    level = level_by_log(work, athlete, today) if wishes is None else wishes.level
    done = partial(_done_once_back, work, athlete)
    return _Lifter(coach, today, wishes, kilograms(weighed[0].weight) if weighed else None, back, level, done)


def _done_once_back(work: Work, athlete: Athlete, exercise: str) -> bool:
    """On the day that it hurt and was put back: whether it was done after that, and not before."""
    back_at = next(one.back_at for one in work.hurts.all(athlete.id) if one.exercise == exercise)
    if back_at is None:
        return False
    done = [kept for kept in work.history.on(athlete.id, athlete.day(back_at)) if kept.done.exercise == exercise]
    return bool(done) and all(kept.performed_at > back_at for kept in done)


def _days(athlete: Athlete, off: Off) -> tuple[date, date]:
    return athlete.day(off.since), athlete.day(off.back_at or off.since)


@dataclass(frozen=True, slots=True)
class _Lifter:
    coach: Coach
    today: date
    wishes: Wishes | None
    body_kg: Decimal | None
    back: Mapping[str, tuple[date, date]]
    """Lifts that hurt and were put back: when it hurt last, and when they were put back."""
    level: Level
    done_once_back: Callable[[str], bool]
    blocks: bool = True
    """Whether a stuck lift may be asked with other repetitions; not where it takes the place of another."""
    ranges: Mapping[str, frozenset[RepRange]] = field(default_factory=dict)
    """Which repetitions the week asks for, by lift."""

    def facts(self, exercise: str) -> Facts:
        found = facts_of(
            self.coach.knowledge,
            exercise,
            self.level,
            equipment=self.wishes.equipment if self.wishes else None,
            body_kg=self.body_kg,
        )
        return found if self.blocks else replace(found, blocks=())

    def history(self, plan: PlannedExercise, bouts: Mapping[str, tuple[Bout, ...]]) -> tuple[Bout, ...]:
        """Of a lift that the week asks for in several ranges, the bouts of this one, once there are any."""
        done = bouts.get(plan.exercise, ())
        others = self.ranges.get(plan.exercise, frozenset()) - {plan.reps}
        if not others or all(bout.asked != plan.reps for bout in done):
            return done
        return tuple(bout for bout in done if bout.asked not in others)

    def advised(self, plan: PlannedExercise, bouts: Mapping[str, tuple[Bout, ...]], gym: Gym, *, light: bool) -> Advice:
        facts = self.facts(plan.exercise)
        history = self.history(plan, bouts)
        hurt = self._not_done_since(plan.exercise, history)
        advice = advise(plan, history, self.today, gym, facts, light=light, hurt=hurt)
        return from_kin(advice, plan, bouts, self.today, gym, facts, self.coach.knowledge)

    def _not_done_since(self, exercise: str, history: Sequence[Bout]) -> bool:
        """Whether it hurt and was not done again; what was done on the day that it hurt is what it hurt at, unless all
        of it was done once it was back."""
        if exercise not in self.back:
            return False
        hurt, back = self.back[exercise]
        if any(bout.day > hurt and bout.day >= back for bout in history):
            return False
        return hurt != back or all(bout.day != back for bout in history) or not self.done_once_back(exercise)

    def asked(self, plan: PlannedExercise, bouts: Mapping[str, tuple[Bout, ...]], gym: Gym, *, light: bool) -> Asked:
        led = None
        if plan.method is Method.ROAD:
            stage = road_stage(bouts, self.wishes.equipment if self.wishes else None, self.today)
            if stage is not None:
                plan, led = stage.plan, stage.reason
        advice = self.advised(plan, bouts, gym, light=light)
        if led is not None and advice.reason.why in (Why.FIRST, Why.ROAD):
            advice = replace(advice, reason=led)
        return Asked(replace(plan, sets=advice.sets, reps=advice.block or plan.reps), advice)
