"""What leads on while a red flag stands? The flag, said again; no rest rings, and no next set is offered."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import wraps
from typing import Any

from bot.chat.reply import CARD, Reply, Said
from bot.chat.turn import Turn
from bot.chat.views.answer import answer
from bot.chat.views.card import put_aside
from bot.coaching.answers.of_pain import of_pain
from bot.coaching.knowledge.pain import Advice
from bot.domain.athlete import Athlete
from bot.services.pain import flag_in_mind


def flag_of(turn: Turn) -> Advice | None:
    """By the talk as it is kept now."""
    return flag_in_mind(turn.work.talks.get(turn.chat), turn.knowledge.pain, turn.now)


def said_again(turn: Turn) -> Iterator[Reply]:
    """What was said to a red flag, once more; nothing where none stands."""
    flag = flag_of(turn)
    if flag is not None:
        found = of_pain(flag, turn.knowledge, turn.coach.language.wording)
        yield answer(found, turn.visit.open_session, None, train=False)


def held_by_flag(handler: Callable[[Turn, Any], Iterable[Said]]) -> Callable[[Turn, Any], Iterable[Said]]:
    """A press that would lead on in a session: while a red flag stands, that is the answer, and nothing is opened."""

    @wraps(handler)
    def held(turn: Turn, pressed: Any) -> Iterable[Said]:
        return handler(turn, pressed) if flag_of(turn) is None else said_again(turn)

    return held


def without_rest(turn: Turn) -> Athlete:
    """Whose set is kept: after a red flag nobody is called to the next one."""
    return turn.athlete if flag_of(turn) is None else replace(turn.athlete, rest_timer=False)


def card_put_aside(turn: Turn) -> Iterator[Reply]:
    """In place of a card that would offer the next set."""
    if turn.work.outbox.screen(turn.chat, CARD) is not None:
        yield put_aside()
