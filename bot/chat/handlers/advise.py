"""What happens with pain? A set that hurts is kept and warned of; a button leads on in the tree, never to a session."""

from collections.abc import Iterable

from bot.chat.buttons.of_answers import Advise
from bot.chat.handlers.hurts import after_pain, after_place
from bot.chat.reply import Said
from bot.chat.turn import Turn
from bot.chat.views.advice import AFTER_A_TAP, WHICH, which
from bot.chat.views.answer import answer
from bot.coaching.answers import answer as words
from bot.coaching.answers.of_pain import PARTS, of_pain
from bot.domain.errors import ScreenOutdated
from bot.services.ask import context_of
from bot.services.pain import remember_pain
from bot.services.timers import TimerKind


def hear_pain(turn: Turn, text: str, done: str | None = None) -> list[Said]:
    """What is said beside a line that was read as something else; `done` is the lift of the sets in it."""
    understood = turn.coach.understander.pain_in(text, context_of(turn.talk, turn.now))
    if understood is None:
        return []
    _remember(turn, understood.advice)
    found = words(understood, turn.knowledge, turn.coach.language)
    said = answer(found, turn.visit.open_session, None, train=False)
    return [after_pain(turn, said, understood, text, done=done)]


def tells_flag(turn: Turn, text: str) -> bool:
    """Whether words behind a command, or of a wish, tell of a red flag: it is answered, and nothing else of them."""
    understood = turn.coach.understander.pain_in(text, context_of(turn.talk, turn.now))
    advice = turn.knowledge.pain.get(understood.advice or "") if understood is not None else None
    return advice is not None and advice.holds


def advise(turn: Turn, pressed: Advise) -> Iterable[Said]:
    advice = turn.knowledge.pain.get(pressed.advice)
    if advice is None or pressed.part not in ("", WHICH, *PARTS):
        raise ScreenOutdated
    if pressed.part == WHICH:
        if not advice.choices:
            raise ScreenOutdated
        found = of_pain(advice, turn.knowledge, turn.coach.language.wording)
        yield which(found, [one.text for one in advice.stop[1:]])
        return
    found = of_pain(advice, turn.knowledge, turn.coach.language.wording, pressed.part)
    if not found.lines:
        raise ScreenOutdated
    _remember(turn, advice.id)
    if advice.holds:
        turn.work.timers.stop(turn.athlete.id, TimerKind.REST)
    said = answer(found, turn.visit.open_session, None, train=False, choices=AFTER_A_TAP)
    yield said if pressed.part else after_place(turn, said, advice)


def _remember(turn: Turn, advice: str | None) -> None:
    """In the talk as it is kept now: what was logged in this turn may have moved it on."""
    talk = turn.work.talks.get(turn.chat)
    turn.work.talks.put(turn.chat, remember_pain(talk, advice, turn.knowledge.pain, turn.now))
