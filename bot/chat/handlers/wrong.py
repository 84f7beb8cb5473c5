"""What happens when a lifter says that an answer is wrong, or asks why it was given?"""

from collections.abc import Iterable, Sequence

from bot.chat.buttons.of_answers import Wrong
from bot.chat.reply import Said
from bot.chat.turn import Turn
from bot.chat.views.why import nothing_asked, why, why_this_load
from bot.chat.views.wrong import doubted
from bot.domain.errors import ScreenOutdated
from bot.domain.session import Session
from bot.services.hurts import hurting
from bot.services.unanswered import doubt, other_readings
from bot.services.workout import number_on_card


def say_wrong(turn: Turn, pressed: Wrong) -> Iterable[Said]:
    found = doubt(turn.work, turn.coach, turn.talk, turn.athlete.id, turn.chat, pressed.number, turn.now)
    if found is None:
        raise ScreenOutdated
    yield doubted(found, turn.knowledge)


def _asked_since(turn: Turn, session: Session) -> bool:
    """Whether a question came after the last deed of the session, and after the last look at its card."""
    at = turn.talk.asked_at
    return bool(turn.talk.asked) and at is not None and at >= session.last_deed


def ask_why(turn: Turn, _: str) -> Iterable[Said]:
    """Of the exercise on the card: why this load. Else how the last question was read; to a maintainer every step."""
    shown = number_on_card(turn.work, turn.athlete, turn.now)
    if shown is not None and not _asked_since(turn, shown.session):
        yield why_this_load(shown, turn.knowledge, hurting(turn.work, turn.athlete))
        return
    if not turn.talk.asked:
        yield nothing_asked()
        return
    asked = turn.talk.asked[-1]
    trace: Sequence[str] = ()
    if turn.by_maintainer:
        trace = turn.coach.understander.understand(asked.text, asked.context(turn.coach.lifts)).trace
    yield why(asked, asked.taken(turn.coach.lifts), other_readings(turn.coach, asked), turn.knowledge, trace=trace)
