"""What happens when words say something of the session that runs? Taken, not there, or less time."""

from collections.abc import Iterable

from bot.chat.buttons.of_session import ShortenSession
from bot.chat.handlers.flags import flag_of, said_again
from bot.chat.markup import html
from bot.chat.reply import Place, Reply, Said, Toast
from bot.chat.turn import Turn
from bot.chat.views.card import card
from bot.chat.views.card_menus import shorter_text, swap_menu
from bot.coaching.planning.session_words import Short, Taken, read_session_words
from bot.coaching.planning.shortening import SHORT_MINUTES
from bot.domain.session import Session, SessionItem
from bot.services.change_session import go_to, shorten_session
from bot.services.swap import swaps


def hear_session_words(turn: Turn, text: str) -> Iterable[Said] | None:
    """None outside a session, and for anything else."""
    meant = read_session_words(text, turn.knowledge)
    session = turn.work.sessions.open(turn.athlete.id) if meant is not None else None
    if session is None or session.current is None:
        return None
    if flag_of(turn) is not None:
        return said_again(turn)
    match meant:
        case Taken(pieces):
            return _swap(turn, session, pieces)
        case Short(minutes):
            return _shorter(turn, session.id, minutes, Place.NEW)
        case _:
            return None


def _swap(turn: Turn, session: Session, pieces: frozenset[str]) -> Iterable[Said]:
    """For the exercise on the card, or the next one that needs what is not there."""
    at = _in_need(turn, session, pieces)
    if at is None:
        yield Reply(html("Nothing that is left of today's session needs it. On you go."))
        return
    if at != session.position:
        go_to(turn.work, turn.athlete, session.id, at, turn.now)
    busy = pieces or _needed(turn, session.items[at])
    found = swaps(turn.work, turn.coach, turn.athlete, session.id, at, turn.now, taken=busy)
    yield swap_menu(found, session.items[at], turn.knowledge, place=Place.NEW)


def _in_need(turn: Turn, session: Session, pieces: frozenset[str]) -> int | None:
    order = [*session.items[session.position :], *session.items[: session.position]]
    left = (item.position for item in order if not item.complete)
    return next((at for at in left if not pieces or pieces & _needed(turn, session.items[at])), None)


def _needed(turn: Turn, item: SessionItem) -> frozenset[str]:
    exercise = turn.knowledge.exercises.get(item.plan.exercise)
    return frozenset(exercise.equipment if exercise else ())


def shorten_pressed(turn: Turn, pressed: ShortenSession) -> Iterable[Said]:
    return _shorter(turn, pressed.session, SHORT_MINUTES, Place.PRESSED)


def _shorter(turn: Turn, session: int, minutes: int, place: Place) -> Iterable[Said]:
    found = shorten_session(turn.work, turn.coach, turn.athlete, session, minutes, turn.now)
    told = shorter_text(found, turn.knowledge)
    yield Toast(told) if place is Place.PRESSED else Reply(html(told))
    yield card(found.card, turn.knowledge, place=place)
