"""What happens with a question? It is understood and answered, with its source; or the coach says it does not know."""

from collections.abc import Iterable

from bot.chat.buttons.of_answers import MORE, Ask
from bot.chat.handlers.hurts import after_pain
from bot.chat.handlers.picture import show_map
from bot.chat.reply import Reply, Said
from bot.chat.turn import Turn
from bot.chat.views.answer import answer, clarify, unknown
from bot.chat.views.session_asked import own_session
from bot.coaching.language.intents import Intent, Outcome, Subject
from bot.domain.errors import ScreenOutdated
from bot.services.ask import Asked, ask, ask_again

SEEN = (Intent.HOW_TO, Intent.MUSCLES_WORKED)


def hear_question(turn: Turn, text: str, *, own: bool = True) -> list[Said]:
    """`own`: whether they wrote it themselves."""
    found = ask(turn.work, turn.coach, turn.talk, turn.athlete, turn.incoming, text, own=own)
    return [said for one in found for said in _shown(turn, one, text if own else None, alone=len(found) == 1)]


def _shown(turn: Turn, asked: Asked, text: str | None, *, alone: bool) -> Iterable[Said]:
    """`text` is None where it is not their own: nobody's pain takes a lift off another's sessions."""
    if asked.meant is not None:
        return [own_session(asked.meant, asked.answer, turn.knowledge, asked.number)]
    match asked.understanding.outcome:
        case Outcome.CLARIFY:
            return [clarify(asked.answer)]
        case Outcome.UNKNOWN:
            return [unknown(asked.answer, kept=asked.kept)]
        case outcome:
            train = outcome is not Outcome.SAFETY
            said = answer(asked.answer, turn.visit.open_session, asked.number, train=train)
            if not train and text is not None:
                return [after_pain(turn, said, asked.understanding, text, number=asked.number)]
            return _with_map(turn, asked.understanding.intent, asked.understanding.subject, said, alone=alone)


def _with_map(
    turn: Turn, intent: Intent | None, subject: Subject, said: Reply, *, alone: bool = True
) -> Iterable[Said]:
    """How one exercise is done, and which muscles it trains, stands above a map of them."""
    if intent in SEEN and len(subject.exercises) == 1:
        return show_map(turn, subject.exercises[0], said, alone=alone)
    return [said]


def ask_by_button(turn: Turn, pressed: Ask) -> Iterable[Said]:
    known = turn.knowledge
    ids = [one for one in (pressed.first, pressed.second) if one]
    exercises = tuple(one for one in ids if one in known.exercises)
    muscles = tuple(one for one in ids if one in known.muscles)
    if len(exercises) + len(muscles) < len(ids):
        raise ScreenOutdated
    more = pressed.part == MORE
    intent, subject = Intent(pressed.intent), Subject(exercises, muscles)
    part = "more" if more else "short"
    asked = ask_again(turn.work, turn.coach, turn.talk, turn.athlete, turn.incoming, intent, subject, part)
    if asked.meant is not None:
        yield own_session(asked.meant, asked.answer, turn.knowledge, asked.number)
        return
    if not (asked.answer.more if more else asked.answer.lines):
        raise ScreenOutdated
    train = intent is not Intent.PAIN_OR_INJURY
    said = answer(asked.answer, turn.visit.open_session, asked.number, more=more, train=train)
    yield from [said] if more else _with_map(turn, intent, subject, said)
