"""What happens when words say something of the session? Taken, not there, or less time; of the next one, that too."""

from collections.abc import Iterable

from bot.chat.buttons.of_session import ShortenSession, StartInShort, StartWorkout
from bot.chat.handlers.flags import flag_of, held_by_flag, said_again
from bot.chat.handlers.hurts import ask_after_weeks
from bot.chat.handlers.workout import TWO_TAPS, tap_start
from bot.chat.markup import html
from bot.chat.reply import Place, Reply, Said, Toast
from bot.chat.turn import Turn
from bot.chat.views.card import card
from bot.chat.views.card_menus import shorter_text, swap_menu
from bot.chat.views.in_short import in_short
from bot.coaching.planning.session_words import Short, Taken, read_session_words
from bot.coaching.planning.shortening import SHORT_MINUTES
from bot.domain.errors import ScreenOutdated
from bot.domain.planning import MINUTES
from bot.domain.session import Session, SessionItem
from bot.services.change_session import go_to, shorten_session
from bot.services.in_short import in_short as in_less_time
from bot.services.in_short import start_in_short
from bot.services.swap import swaps


def hear_session_words(turn: Turn, text: str) -> Iterable[Said] | None:
    """None for anything else; outside a session for all but less time."""
    meant = read_session_words(text, turn.knowledge)
    if meant is None:
        return None
    session = turn.work.sessions.open(turn.athlete.id)
    if session is None:
        return offer_in_short(turn, meant.minutes) if isinstance(meant, Short) and meant.told else None
    if session.current is None:
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


def offer_in_short(turn: Turn, minutes: int) -> Iterable[Said]:
    """Before a session is begun; nothing is opened by it."""
    if flag_of(turn) is not None:
        return said_again(turn)
    return [in_short(in_less_time(turn.work, turn.coach, turn.athlete, minutes, turn.now), turn.knowledge)]


@held_by_flag
def start_in_short_pressed(turn: Turn, pressed: StartInShort) -> Iterable[Said]:
    """A second tap, or one that comes in the middle of a session, finds that as it is."""
    if pressed.minutes not in range(MINUTES.start // 2, MINUTES.stop):
        raise ScreenOutdated
    before = turn.work.sessions.open(turn.athlete.id)
    if before is not None and (before.sets or turn.now - before.started_at < TWO_TAPS):
        yield from tap_start(turn, StartWorkout())
        return
    found = start_in_short(turn.work, turn.coach, turn.athlete, pressed.minutes, turn.now)
    yield Toast(shorter_text(found, turn.knowledge))
    yield from ask_after_weeks(turn)
    turn.back_to_card()
    yield card(found.card, turn.knowledge)


@held_by_flag
def shorten_pressed(turn: Turn, pressed: ShortenSession) -> Iterable[Said]:
    return _shorter(turn, pressed.session, SHORT_MINUTES, Place.PRESSED)


def _shorter(turn: Turn, session: int, minutes: int, place: Place) -> Iterable[Said]:
    found = shorten_session(turn.work, turn.coach, turn.athlete, session, minutes, turn.now)
    told = shorter_text(found, turn.knowledge)
    yield Toast(told) if place is Place.PRESSED else Reply(html(told))
    yield card(found.card, turn.knowledge, place=place)
