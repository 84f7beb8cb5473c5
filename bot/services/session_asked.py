"""Which session is meant by "what do I do today"? What is left of the open one, or the plan's next."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.coaching.answers import Answer, FollowUp
from bot.coaching.language.intents import Intent, Subject
from bot.domain.athlete import Athlete
from bot.domain.session import Session
from bot.services.coach import Coach
from bot.services.hurts import hurting
from bot.services.next_session import items_of, next_session
from bot.services.ports import Work
from bot.services.push import Asked, asked_of


@dataclass(frozen=True, slots=True)
class Meant:
    """`exercises` with what their card would offer and the sets that are left; none where all is done, or all of it is
    off. `minutes` is None for an open one."""

    title: str
    exercises: tuple[Asked, ...]
    open_session: Session | None = None
    minutes: int | None = None


def session_meant(work: Work, coach: Coach, athlete: Athlete, now: datetime) -> Meant | None:
    """What /workout would open; None where it would open the sample session as it is written, which the book tells
    of."""
    session = work.sessions.open(athlete.id)
    if session is not None and session.day != athlete.day(now) and not session.sets:
        session = None
    of_a_plan = work.plans.current(athlete.id) is not None or (session is not None and session.plan is not None)
    if not of_a_plan and not hurting(work, athlete):
        return None
    if session is None:
        following = next_session(work, coach, athlete, now)
        exercises = asked_of(work, athlete, items_of(following), None)
        return Meant(following.title or coach.program.name, exercises, minutes=following.minutes)
    left = [
        replace(item, plan=replace(item.plan, sets=item.plan.sets - len(item.working)))
        for item in session.items
        if not item.complete
    ]
    program = coach.knowledge.programs.get(session.program, coach.program)
    return Meant(session.title or program.name, asked_of(work, athlete, left, session), session)


def told_of(given: Answer, meant: Meant, coach: Coach) -> Answer:
    """The answer with the lifts of that session in place of the sample's: "the second one" is one of these."""
    known = coach.knowledge.exercises
    lifts = tuple(
        FollowUp(known[one.plan.exercise].name, Intent.HOW_TO, Subject((one.plan.exercise,)))
        for one in meant.exercises
        if one.plan.exercise in known
    )
    return replace(given, title=meant.title, lines=(), closing=(), more=(), follow_ups=lifts, listed=lifts)
