"""What happens at the buttons of timers? Ring or not; a quiet session is finished, or goes on."""

from collections.abc import Iterable
from dataclasses import replace

from bot.chat.buttons.of_session import FinishWorkout
from bot.chat.buttons.of_timers import FinishForgotten, KeepOpen, SwitchRest
from bot.chat.handlers.flags import said_again
from bot.chat.handlers.settings import the_settings
from bot.chat.handlers.workout import finish
from bot.chat.reply import CARD, Place, Reply, Said, Toast
from bot.chat.turn import Turn
from bot.chat.views.card import card, card_moved
from bot.chat.views.finished import session_closed
from bot.services.rest import set_rest_timer
from bot.services.ring import keep_open


def switch_rest(turn: Turn, pressed: SwitchRest) -> Iterable[Said]:
    on = bool(pressed.on)
    switch_timer(turn, on=on)
    yield Toast("I ring when a rest is over." if on else "No more rings between sets.")
    yield the_settings(turn, Place.PRESSED)


def switch_timer(turn: Turn, *, on: bool) -> None:
    set_rest_timer(turn.work, turn.athlete, on=on)
    turn.athlete = replace(turn.athlete, rest_timer=on)


def finish_forgotten(turn: Turn, pressed: FinishForgotten) -> Iterable[Said]:
    """The question goes; what was done comes new."""
    return finish_below(turn, pressed.session)


def finish_below(turn: Turn, session: int) -> Iterable[Said]:
    """What was done comes new, below an old card without buttons."""
    for said in finish(turn, FinishWorkout(session)):
        if isinstance(said, Reply):
            yield from _instead_of_the_card(turn, session_closed())
            yield replace(said, place=Place.NEW)
        else:
            yield said


def go_on(turn: Turn, pressed: KeepOpen) -> Iterable[Said]:
    shown = keep_open(turn.work, turn.athlete, pressed.session, turn.now)
    yield from _instead_of_the_card(turn, card_moved())
    yield from said_again(turn)
    yield card(shown, turn.knowledge)


def _instead_of_the_card(turn: Turn, said: Reply) -> Iterable[Said]:
    if turn.work.outbox.screen(turn.chat, CARD) is not None:
        yield replace(said, place=Place.SCREEN, screen=CARD)
