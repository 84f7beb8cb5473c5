"""What happens when a lifter says that an answer is wrong, or asks why it was given?"""

from collections.abc import Iterable, Sequence

from bot.chat.buttons import Wrong
from bot.chat.reply import Said
from bot.chat.turn import Turn
from bot.chat.views.why import nothing_asked, why
from bot.chat.views.wrong import doubted
from bot.domain.errors import ScreenOutdated
from bot.services.unanswered import doubt, other_readings


def say_wrong(turn: Turn, pressed: Wrong) -> Iterable[Said]:
    found = doubt(turn.work, turn.coach, turn.talk, turn.athlete.id, turn.chat, pressed.number, turn.now)
    if found is None:
        raise ScreenOutdated
    yield doubted(found)


def ask_why(turn: Turn, _: str) -> Iterable[Said]:
    """How the last question was read; to a maintainer with every step."""
    if not turn.talk.asked:
        yield nothing_asked()
        return
    asked = turn.talk.asked[-1]
    trace: Sequence[str] = ()
    if turn.by_maintainer:
        trace = turn.coach.understander.understand(asked.text, asked.context(turn.coach.lifts)).trace
    yield why(asked, asked.taken(turn.coach.lifts), other_readings(turn.coach, asked), turn.knowledge, trace=trace)
