"""How does a running session change? Skip, go to, change a load, less time; checked against today's card."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.coaching.planning.shortening import Shortened, shorten
from bot.domain.athlete import Athlete
from bot.domain.errors import BadLoad, ScreenOutdated
from bot.domain.planning import PlanSession
from bot.domain.session import Session, SessionItem
from bot.domain.units import Load
from bot.services.coach import Coach
from bot.services.log_set import advance
from bot.services.ports import Work
from bot.services.workout import Card, card_of, open_item, open_session


@dataclass(frozen=True, slots=True)
class Shorter:
    """The card after it, and what went."""

    card: Card
    found: Shortened


def skip_exercise(work: Work, athlete: Athlete, session_id: int, position: int, now: datetime) -> Card:
    """Leave an exercise aside for today; going back to it takes it up again."""
    session, _ = open_item(work, athlete, session_id, position)
    work.sessions.skip(session.id, position)
    return card_of(work, athlete, advance(work, _again(work, athlete, session)), now)


def leave_out(work: Work, athlete: Athlete, session_id: int, position: int, now: datetime) -> Card:
    """Leave any exercise of the session aside for today, wherever the card is. Raises ScreenOutdated."""
    item_of(work, athlete, session_id, position)
    session = open_session(work, athlete, session_id)
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


def card_after(work: Work, athlete: Athlete, session: Session, now: datetime) -> Card:
    """The card when something of the session has changed."""
    return card_of(work, athlete, advance(work, _again(work, athlete, session)), now)


def _again(work: Work, athlete: Athlete, session: Session) -> Session:
    return open_session(work, athlete, session.id)


def shorten_session(
    work: Work, coach: Coach, athlete: Athlete, session_id: int, minutes: int, now: datetime
) -> Shorter:
    """What is left of it in so many minutes: the big lifts and the four muscles stay as far as they can. It raises no
    load then, where anything went."""
    session = open_session(work, athlete, session_id)
    left = [item for item in session.items if not item.complete]
    asked = tuple(replace(item.plan, sets=item.plan.sets - len(item.working)) for item in left)
    found = shorten(PlanSession("", asked, 0), minutes, coach.knowledge, hurried=session.shortened)
    stays = {one.exercise: one for one in found.session.exercises}
    for item in left:
        one = stays.get(item.plan.exercise)
        if one is None:
            work.sessions.skip(session.id, item.position)
        else:
            work.sessions.ask_less(session.id, item.position, sets=len(item.working) + one.sets, rest=one.rest)
    if found.left_out or found.fewer_sets:
        work.sessions.lighten(session.id)
    return Shorter(card_of(work, athlete, advance(work, _again(work, athlete, session)), now), found)
