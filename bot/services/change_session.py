"""How does a running session change? Skip, go to, swap an exercise, change its load; checked against today's card."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.athlete import Athlete
from bot.domain.errors import BadLoad, ScreenOutdated
from bot.domain.session import Session, SessionItem
from bot.domain.units import Load
from bot.services.coach import Coach
from bot.services.log_set import advance
from bot.services.ports import Work
from bot.services.prescribe import advice_for
from bot.services.todays import Asked
from bot.services.workout import Card, card_of, open_item, open_session


def skip_exercise(work: Work, athlete: Athlete, session_id: int, position: int, now: datetime) -> Card:
    """Leave an exercise aside for today; going back to it takes it up again."""
    session, _ = open_item(work, athlete, session_id, position)
    work.sessions.skip(session.id, position)
    return card_of(work, athlete, advance(work, _again(work, athlete, session)), now)


def item_of(work: Work, athlete: Athlete, session_id: int, position: int) -> SessionItem:
    """An exercise of the open session. Raises ScreenOutdated where there is none such."""
    session = open_session(work, athlete, session_id)
    if not 0 <= position < len(session.items):
        raise ScreenOutdated
    return session.items[position]


def go_to(work: Work, athlete: Athlete, session_id: int, position: int, now: datetime) -> Card:
    """Put another exercise on the card; one left aside is taken up again."""
    session = open_session(work, athlete, session_id)
    if not 0 <= position < len(session.items):
        raise ScreenOutdated
    if session.items[position].skipped:
        work.sessions.skip(session.id, position, skipped=False)
    work.sessions.move(session.id, position)
    return card_of(work, athlete, advance(work, session.taken_up({position}).at(position)), now)


def choose_weight(work: Work, athlete: Athlete, session_id: int, position: int, load: Load, now: datetime) -> Card:
    """Raises BadLoad where the exercise needs more than nothing on the bar; on body weight 0 takes the load away."""
    session, item = open_item(work, athlete, session_id, position)
    if load.amount <= 0 and not item.plan.bodyweight:
        raise BadLoad(str(load))
    work.sessions.choose_load(session.id, position, load)
    return card_of(work, athlete, _again(work, athlete, session), now)


@dataclass(frozen=True, slots=True)
class Swaps:
    """What can stand in for the exercise on the card."""

    card: Card
    exercises: tuple[str, ...]


MOST_SWAPS = 6


def swaps(work: Work, coach: Coach, athlete: Athlete, session_id: int, position: int, now: datetime) -> Swaps:
    """What it was swapped for first, then its own alternatives, then others of the same pattern that share a prime
    muscle and are no heavier on the lower back."""
    session, item = open_item(work, athlete, session_id, position)
    taken = {one.plan.exercise for one in session.items}
    before = [kept.done.exercise for kept in item.done if kept.done.exercise != item.plan.exercise]
    exercise = coach.knowledge.exercises.get(item.plan.exercise)
    if exercise is None:
        return Swaps(card_of(work, athlete, session, now), ())
    written = [one.exercise for one in exercise.guide.alternatives if one.exercise]
    alike = [
        other.id
        for other in coach.knowledge.exercises.values()
        if other.pattern is exercise.pattern
        and set(other.muscles.prime) & set(exercise.muscles.prime)
        and other.lumbar <= exercise.lumbar
    ]
    found = [name for name in dict.fromkeys([*before, *written, *alike]) if name not in taken]
    return Swaps(card_of(work, athlete, session, now), tuple(found[:MOST_SWAPS]))


def swap_exercise(
    work: Work, coach: Coach, athlete: Athlete, session_id: int, position: int, exercise: str, now: datetime
) -> Card:
    """Do another exercise in its place: sets already done stay with the session, what was asked stays asked."""
    session, item = open_item(work, athlete, session_id, position)
    if exercise not in coach.knowledge.exercises or any(one.plan.exercise == exercise for one in session.items):
        raise ScreenOutdated
    had = sum(kept.done.exercise == exercise and not kept.done.warmup for kept in item.done)
    left = item.plan.sets - len(item.working)
    planned = coach.planned_as(exercise, sets=had + left, reps=item.plan.reps, rest=item.plan.rest)
    advice = advice_for(work, coach, athlete, planned, athlete.day(now), before_session=session.id)
    work.sessions.swap(session.id, position, Asked(planned, advice))
    return card_of(work, athlete, advance(work, _again(work, athlete, session)), now)


def _again(work: Work, athlete: Athlete, session: Session) -> Session:
    return open_session(work, athlete, session.id)
