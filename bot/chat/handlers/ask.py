"""What happens with a question? It is understood and answered, with its source; or the coach says it does not know."""

from collections.abc import Iterable

from bot.chat.buttons import MORE, Ask
from bot.chat.reply import Said
from bot.chat.turn import Turn
from bot.chat.views.answer import answer, clarify
from bot.coaching.answers import Answer
from bot.coaching.language.intents import Intent, Outcome, Subject
from bot.domain.errors import ScreenOutdated
from bot.services.ask import ask, ask_again


def hear_question(turn: Turn, text: str) -> list[Said]:
    asked = ask(turn.work, turn.coach, turn.talk, turn.chat, text, turn.now)
    if asked.understanding.outcome is Outcome.CLARIFY:
        return [clarify(asked.answer)]
    return [_answer(turn, asked.answer, train=asked.understanding.outcome is not Outcome.SAFETY)]


def ask_by_button(turn: Turn, pressed: Ask) -> Iterable[Said]:
    known = turn.knowledge
    ids = [one for one in (pressed.first, pressed.second) if one]
    exercises = tuple(one for one in ids if one in known.exercises)
    muscles = tuple(one for one in ids if one in known.muscles)
    if len(exercises) + len(muscles) < len(ids):
        raise ScreenOutdated
    more = pressed.part == MORE
    intent, subject = Intent(pressed.intent), Subject(exercises, muscles)
    found = ask_again(
        turn.work, turn.coach, turn.talk, turn.chat, intent, subject, "more" if more else "short", turn.now
    )
    if not (found.more if more else found.lines):
        raise ScreenOutdated
    yield _answer(turn, found, more=more, train=intent is not Intent.PAIN_OR_INJURY)


def _answer(turn: Turn, found: Answer, *, more: bool = False, train: bool = True) -> Said:
    return answer(found, turn.visit.open_session, more=more, train=train)
