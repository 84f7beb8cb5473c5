"""What happens at /privacy? It is said what is kept; all of it is deleted after one question."""

from collections.abc import Iterable

from bot.chat.buttons.of_settings import ForgetMe, ForgetMeYes, ShowPrivacy
from bot.chat.reply import Place, Said
from bot.chat.turn import Turn
from bot.chat.views.privacy import forget_asked, forgotten, privacy
from bot.domain.errors import ScreenOutdated


def show_privacy(turn: Turn, _: str) -> Iterable[Said]:
    yield privacy(*_kept(turn), place=Place.NEW)


def back_to_privacy(turn: Turn, _: ShowPrivacy) -> Iterable[Said]:
    yield privacy(*_kept(turn), place=Place.PRESSED)


def ask_forget(turn: Turn, _: ForgetMe) -> Iterable[Said]:
    yield forget_asked(turn.athlete, *_kept(turn))


def forget(turn: Turn, pressed: ForgetMeYes) -> Iterable[Said]:
    if pressed.athlete != turn.athlete.id:
        raise ScreenOutdated
    turn.work.athletes.forget(turn.athlete.id)
    yield forgotten()


def _kept(turn: Turn) -> tuple[int, int]:
    """How many sets, and how many of these are warm-ups."""
    history = turn.work.history
    return history.count(turn.athlete.id), history.warmups(turn.athlete.id)
