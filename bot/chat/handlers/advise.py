"""What happens when a button below an answer to pain is pressed? The next step of the tree, and never a session."""

from collections.abc import Iterable

from bot.chat.buttons import Advise
from bot.chat.reply import Said
from bot.chat.turn import Turn
from bot.chat.views.answer import answer
from bot.coaching.answers.of_pain import PARTS, of_pain
from bot.domain.errors import ScreenOutdated


def advise(turn: Turn, pressed: Advise) -> Iterable[Said]:
    advice = turn.knowledge.pain.get(pressed.advice)
    if advice is None or pressed.part not in ("", *PARTS):
        raise ScreenOutdated
    found = of_pain(advice, turn.knowledge, turn.coach.language.wording, pressed.part)
    if not found.lines:
        raise ScreenOutdated
    yield answer(found, turn.visit.open_session, None, train=False)
