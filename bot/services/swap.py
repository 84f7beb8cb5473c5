"""What can stand in for the exercise on the card, with which load, and how does it take its place?"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from bot.coaching.knowledge.models import Loading, Pattern
from bot.coaching.loading.loads import loads_for
from bot.coaching.planning.guessing import load_for
from bot.coaching.planning.substituting import substitutes
from bot.coaching.progression.facts import facts_of
from bot.coaching.progression.past import LOOKED_AT, without_notes
from bot.coaching.progression.road import BEFORE_PULL_UP, EXERCISES
from bot.coaching.progression.shapes import Bout
from bot.domain.advice import Advice, Reason, Why
from bot.domain.athlete import Athlete
from bot.domain.errors import ScreenOutdated
from bot.domain.gym import Gym
from bot.domain.planning import Site, Wishes
from bot.domain.session import Session, SessionItem
from bot.domain.training import DoneSet, Method, PlannedExercise
from bot.domain.units import Load, kilograms
from bot.services.advise_anew import planned_in
from bot.services.change_session import card_after
from bot.services.coach import Coach
from bot.services.hurts import hurting
from bot.services.level import level_by_log
from bot.services.ports import Work
from bot.services.prescribe import advised_anew, advised_instead, after_weeks, gym_of
from bot.services.stand_in import WITH_A_BELT, asked_as, loads_site, sparing, usual_wishes
from bot.services.todays import Asked
from bot.services.workout import Card, card_of, open_item

MOST_SWAPS = 6
NEAR_DAYS = 28
"""Loads of two lifts are of the same time so near each other. Practice."""


@dataclass(frozen=True, slots=True)
class Swaps:
    """What can stand in for the exercise on the card, the closest first; `taken` what of the equipment is busy,
    `hurts` what it must spare, None where nothing hurts at it."""

    card: Card
    exercises: tuple[Asked, ...]
    taken: frozenset[str] = field(default_factory=frozenset)
    hurts: frozenset[Site] | None = None


def swaps(
    work: Work,
    coach: Coach,
    athlete: Athlete,
    session_id: int,
    position: int,
    now: datetime,
    *,
    taken: Collection[str] = (),
    hurts: frozenset[Site] | None = None,
) -> Swaps:
    """What it was swapped for first, then by pattern, muscles, equipment and what the lower back has left. Never what
    is off, or loads what hurts.

    `taken`: equipment that is busy, or not there today. `hurts`: where it hurts at the exercise; with no place of it
    known nothing can be offered.
    """
    session, item = open_item(work, athlete, session_id, position)
    if hurts is not None and not hurts:
        return Swaps(card_of(work, athlete, session, now), (), frozenset(taken), hurts)
    wishes = _wishes(work, coach, athlete, athlete.day(now))
    wishes = replace(wishes, hurts=wishes.hurts | (hurts or frozenset()))
    away = {one.exercise for one in hurting(work, athlete)}
    found = [one for one in _found(coach, session, item, wishes, taken) if one not in away]
    if hurts is None and _lifts_all_of_it(coach, item):
        done = {kept.done.exercise for kept in item.done}
        found = [one for one in found if one not in BEFORE_PULL_UP or one in done]
    own = _written(work, coach, athlete, session, found[:MOST_SWAPS], now)
    plans = [_in_place(coach, session, item, exercise, wishes, own.get(exercise)) for exercise in found[:MOST_SWAPS]]
    asked = _advised(work, coach, athlete, session, item, plans, own, now)
    return Swaps(card_of(work, athlete, session, now), asked, frozenset(taken), hurts)


def swap_exercise(
    work: Work, coach: Coach, athlete: Athlete, session_id: int, position: int, exercise: str, now: datetime
) -> Card:
    """Do another exercise in its place: sets already done stay with the session, what was asked stays asked."""
    session, item = open_item(work, athlete, session_id, position)
    if exercise not in coach.knowledge.exercises or any(one.plan.exercise == exercise for one in session.items):
        raise ScreenOutdated
    wishes, away = _wishes(work, coach, athlete, athlete.day(now)), {one.exercise for one in hurting(work, athlete)}
    if exercise in away or loads_site(coach, exercise, wishes.hurts):
        raise ScreenOutdated  # from a list of before it hurt
    own = _written(work, coach, athlete, session, [exercise], now)
    plan = _in_place(coach, session, item, exercise, wishes, own.get(exercise))
    (asked,) = _advised(work, coach, athlete, session, item, [plan], own, now)
    work.sessions.swap(session.id, position, asked)
    return card_after(work, athlete, session, now)


def _wishes(work: Work, coach: Coach, athlete: Athlete, today: date) -> Wishes:
    """What is looked for by: those of the plan in force, and what hurts now; a full gym where there is none."""
    kept = work.plans.current(athlete.id)
    if kept is not None:
        return sparing(kept.plan.wishes, hurting(work, athlete))
    usual = replace(usual_wishes(coach), level=level_by_log(work, athlete, today))
    return sparing(usual, hurting(work, athlete))


def _found(coach: Coach, session: Session, item: SessionItem, wishes: Wishes, taken: Collection[str]) -> list[str]:
    exercise = coach.knowledge.exercises.get(item.plan.exercise)
    if exercise is None:
        return []
    there = {one.plan.exercise for one in session.items}
    before = [
        kept.done.exercise
        for kept in item.done
        if kept.done.exercise in coach.knowledge.exercises and not loads_site(coach, kept.done.exercise, wishes.hurts)
    ]
    fitting = substitutes(
        exercise.id,
        coach.knowledge,
        equipment=wishes.equipment,
        hurts=wishes.hurts,
        taken=taken,
        lumbar_left=_lumbar_left(coach, session, item, wishes),
        refused=wishes.refused,
        loved=wishes.loved,
        purpose=wishes.aim,
        level=wishes.level,
    )
    there |= WITH_A_BELT if item.advice is not None and item.advice.reason.why is Why.FIRST else set[str]()
    return [name for name in dict.fromkeys([*before, *fitting]) if name not in there]


def _lifts_all_of_it(coach: Coach, item: SessionItem) -> bool:
    """Whether it is a pull that lifts the whole body, and they make it: with a belt, or as often as asked last time.
    For them a pull with help, or the way down alone, is nothing to do in its place."""
    lift = coach.knowledge.exercises.get(item.plan.exercise)
    if lift is None or lift.pattern is not Pattern.VERTICAL_PULL or lift.loading is not Loading.BODYWEIGHT:
        return False
    load = item.load or (item.advice.load if item.advice else None)
    if lift.id in BEFORE_PULL_UP or (load is not None and load.amount < 0):
        return False
    before = item.advice.reason.before if item.advice else ()
    sets = [*before, *(kept.done for kept in item.working)]
    if any(one.load is not None and one.load.amount > 0 and one.reps for one in sets):
        return True
    return bool(sets) and all((one.reps or 0) >= item.plan.reps.low and one.load is None for one in sets)


def _lumbar_left(coach: Coach, session: Session, item: SessionItem, wishes: Wishes) -> int:
    """What a set may ask of the lower back, by the session's budget; as much as the lift it stands in for, at least."""
    lifts = coach.knowledge.exercises
    spent = sum(
        lifts[one.plan.exercise].lumbar * one.plan.sets
        for one in session.items
        if one is not item and not one.skipped and one.plan.exercise in lifts
    )
    sets = max(1, item.plan.sets - len(item.working))
    left = (coach.knowledge.volumes[wishes.level].lumbar_session - spent) // sets
    return min(3, max(lifts[item.plan.exercise].lumbar, left))


def _written(
    work: Work, coach: Coach, athlete: Athlete, session: Session, exercises: Sequence[str], now: datetime
) -> Mapping[str, Asked]:
    """What the session asks of those of these lifts that are its own, and were swapped: as when it was opened."""
    planned, wishes = planned_in(work, coach, athlete, session)
    ours = [
        one
        for one in planned.values()
        if (one.exercise in exercises if one.method is not Method.ROAD else not set(EXERCISES).isdisjoint(exercises))
    ]
    if not ours:
        return {}
    today = athlete.day(now)
    asked = advised_anew(
        work, coach, athlete, ours, today, wishes=wishes, light=session.deload, before_session=session.id
    )
    return {one.plan.exercise: one for one in asked if one.plan.exercise in exercises and one.advice is not None}


def _in_place(
    coach: Coach, session: Session, item: SessionItem, exercise: str, wishes: Wishes, own: Asked | None
) -> PlannedExercise:
    """The sets that are left of it, as that exercise is counted; as it was planned where it is the session's own."""
    had = sum(kept.done.exercise == exercise and not kept.done.warmup for kept in item.done)
    sets = had + item.plan.sets - len(item.working)
    if own is None:
        return asked_as(coach, item.plan, exercise, sets, wishes)
    rest = min(own.plan.rest, item.plan.rest) if session.shortened else own.plan.rest
    return replace(own.plan, sets=sets, rest=rest)


def _advised(
    work: Work,
    coach: Coach,
    athlete: Athlete,
    session: Session,
    item: SessionItem,
    plans: list[PlannedExercise],
    written: Mapping[str, Asked],
    now: datetime,
) -> tuple[Asked, ...]:
    """With a load each: as `written`, the lifter's own where there is a history, else by the ratio between the two
    lifts. The level is the one that was taken when the session was opened."""
    today, kept = athlete.day(now), work.plans.current(athlete.id)
    wishes = None if kept is None else kept.plan.wishes
    found = advised_instead(
        work, coach, athlete, plans, today, wishes=wishes, light=session.deload, before_session=session.id
    )
    lifted = next((kept.done.load for kept in reversed(item.working) if kept.done.load is not None), None)
    load = item.load or lifted or (item.advice.load if item.advice else None)
    why = item.advice.reason.why if item.advice else None
    load = None if why is Why.FIRST and item.load is None and lifted is None else load
    today_of = {kept.done.exercise: kept.done.load for kept in item.done}
    names = [item.plan.exercise, *(plan.exercise for plan in plans)]
    bouts = work.history.bouts(athlete.id, names, limit=LOOKED_AT, before_session=session.id)
    before, gym = bouts.get(item.plan.exercise, ()), gym_of(work, athlete)
    weeks = item.advice.reason.times if session.deload and item.advice else None
    asked = []
    for plan, advice in zip(plans, found, strict=True):
        lately, planned = today_of.get(plan.exercise), written.get(plan.exercise)
        if lately is not None:
            told = _as_today(item, advice, plan.exercise, lately)
        elif planned is not None and planned.advice is not None:
            told = planned.advice
        else:
            own = own_ratio(before, bouts.get(plan.exercise, ()))
            told = _guessed(coach, gym, item, advice, plan.exercise, load, own)
        asked.append(after_weeks(Asked(plan, replace(told, sets=plan.sets)), weeks))
    return tuple(asked)


def own_ratio(lifted: Sequence[Bout], instead: Sequence[Bout]) -> tuple[Load, Load] | None:
    """The heaviest loads of both lifts around the day on which the second was done last, newest first; None where
    they are not within four weeks of each other, or have no load above nothing."""
    if not lifted or not instead:
        return None
    last = instead[0]
    near = min(lifted, key=lambda one: abs((one.day - last.day).days))
    if abs((near.day - last.day).days) > NEAR_DAYS:
        return None
    tops = [_top(bout) for bout in (near, last)]
    if tops[0] is None or tops[1] is None or min(map(kilograms, tops)) <= 0:
        return None
    return tops[0], tops[1]


def _top(bout: Bout) -> Load | None:
    return max((one.load for one in bout.sets if one.load is not None), key=kilograms, default=None)


def _as_today(item: SessionItem, advice: Advice, exercise: str, load: Load) -> Advice:
    return replace(advice, load=load, reason=Reason(Why.AS_LAST, before=_done(item, exercise)), guess=False)


def _guessed(
    coach: Coach,
    gym: Gym,
    item: SessionItem,
    advice: Advice,
    exercise: str,
    load: Load | None,
    own: tuple[Load, Load] | None,
) -> Advice:
    """By the table for a lift never done. After a break by the own ratio, where there is one: what was lifted in both
    tells more of today than what was lifted in the one a while ago."""
    ratio = own if advice.reason.why is Why.BREAK else None
    if load is None or (ratio is None and advice.reason.why not in (Why.FIRST, Why.FROM_OTHER)):
        return advice
    found, guess = load_for(exercise, item.plan.exercise, load, coach.knowledge, own=ratio)
    if found is None:
        return advice
    loads = loads_for(gym, facts_of(coach.knowledge, exercise))
    said = loads.said(loads.at_most(loads.read(found)))
    percent = round(100 * kilograms(ratio[1]) / kilograms(ratio[0])) if ratio else None
    reason = Reason(Why.FROM_OTHER, other=item.plan.exercise, percent=percent)
    return replace(advice, load=said, reason=reason, guess=guess)


def _done(item: SessionItem, exercise: str) -> tuple[DoneSet, ...]:
    return without_notes([kept.done for kept in item.done if kept.done.exercise == exercise])
