"""What happens with pain? A set that hurts is kept and warned of; a button leads on in the tree, never to a session."""

from collections.abc import Iterable

from bot.chat.buttons import Advise
from bot.chat.reply import Said
from bot.chat.turn import Turn
from bot.chat.views.answer import answer
from bot.coaching.answers import answer as words
from bot.coaching.answers.of_pain import PARTS, of_pain
from bot.domain.errors import ScreenOutdated
from bot.services.ask import remember_pain


def hear_pain(turn: Turn, text: str) -> list[Said]:
    """What is said beside a line that was read as something else."""
    understood = turn.coach.understander.pain_in(text)
    if understood is None:
        return []
    remember_pain(turn.work, turn.chat, understood.advice or "", turn.now)
    found = words(understood, turn.knowledge, turn.coach.language)
    return [answer(found, turn.visit.open_session, None, train=False)]


def advise(turn: Turn, pressed: Advise) -> Iterable[Said]:
    advice = turn.knowledge.pain.get(pressed.advice)
    if advice is None or pressed.part not in ("", *PARTS):
        raise ScreenOutdated
    found = of_pain(advice, turn.knowledge, turn.coach.language.wording, pressed.part)
    if not found.lines:
        raise ScreenOutdated
    remember_pain(turn.work, turn.chat, advice.id, turn.now)
    yield answer(found, turn.visit.open_session, None, train=False)
