"""What becomes of an open session when earlier days of the log change? Lifts not yet begun are advised anew."""

from dataclasses import replace
from datetime import datetime

from bot.domain.athlete import Athlete
from bot.domain.planning import Wishes
from bot.domain.session import Session, SessionItem
from bot.domain.training import Method, PlannedExercise
from bot.services.coach import Coach
from bot.services.ports import Work
from bot.services.prescribe import advised_anew, after_weeks, tells_of_light
from bot.services.todays import Asked


def renew_waiting(work: Work, coach: Coach, athlete: Athlete, now: datetime) -> bool:
    """After an import, its undo, or a change of sets of an earlier day. What was begun, swapped by a guess, or chosen
    on the card stays; so does whether the session is a light one. True where the card may look another way."""
    session = work.sessions.open(athlete.id)
    waiting = [] if session is None else [one for one in session.items if not one.done and one.advice is not None]
    if session is None or not waiting:
        return False
    planned, wishes = planned_in(work, coach, athlete, session)
    plans = [one.plan if session.deload else planned.get(one.plan.exercise, one.plan) for one in waiting]
    today = athlete.day(now)
    found = advised_anew(
        work, coach, athlete, plans, today, wishes=wishes, light=session.deload, before_session=session.id
    )
    if session.deload:
        weeks = next(
            (one.advice.reason.times for one in session.items if one.advice is not None and tells_of_light(one.advice)),
            None,
        )
        found = tuple(after_weeks(one, weeks) for one in found)
    for item, asked in zip(waiting, found, strict=True):
        if not _still_guessed(item, asked, planned):
            work.sessions.advise_anew(session.id, item.position, _as_left(session, item, asked))
    return True


def planned_in(
    work: Work, coach: Coach, athlete: Athlete, session: Session
) -> tuple[dict[str, PlannedExercise], Wishes | None]:
    """What its week asks of each lift, and the wishes in force."""
    kept = work.plans.current(athlete.id)
    wishes = None if kept is None else kept.plan.wishes
    if session.plan is None:
        return {one.exercise: one for one in coach.planned()}, wishes
    if kept is None or session.plan != kept.id:  # of a plan that is over: what it asks stays
        return {}, wishes
    return {one.exercise: one for one in kept.plan.sessions[session.part].exercises}, kept.plan.wishes


def _still_guessed(item: SessionItem, asked: Asked, planned: dict[str, PlannedExercise]) -> bool:
    """A swapped lift without a history of its own keeps the guess from the one that it stands in for."""
    swapped = item.plan.method is not Method.ROAD and item.plan.exercise not in planned
    guessed = item.advice is not None and item.advice.guess
    return swapped and guessed and asked.advice is not None and asked.advice.guess


def _as_left(session: Session, item: SessionItem, asked: Asked) -> Asked:
    """A shortened or light session asks no more sets than it did, and rests stay as they are."""
    plan = asked.plan
    if plan.exercise == item.plan.exercise:
        plan = replace(plan, rest=item.plan.rest)
    if session.light:
        plan = replace(plan, sets=item.plan.sets)
    advice = asked.advice and replace(asked.advice, sets=plan.sets)
    return Asked(plan, advice)
